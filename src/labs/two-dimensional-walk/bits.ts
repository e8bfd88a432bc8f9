import { both, type Text } from '#kit/text.ts';
import { type Entry, hasBit, PHYSICAL_BITS } from '#sim/paging/entry.ts';
import { type Memory, readEntry } from '#sim/paging/memory.ts';
import type { Opened } from './model.ts';
import { entryWord } from './words.ts';

const same = (name: string): Text => both(name, name);

/** The bits that can be flipped, as they stand in the entry: XD, the lowest reserved, a high address bit, and the flags. */
export const flippable: readonly number[] = [63, PHYSICAL_BITS, 35, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0];

const ignored = both('ign', '忽略');
const reserved = both('rsv', '保留');
const address = both('addr', '地址');

const isLarge = (entry: Entry, level: number): boolean => hasBit(entry, 7) && (level === 2 || level === 3);

/** What a bit is called, by the manual's tables of entry formats. */
function nameBit({ by, level }: Pick<Opened, 'by' | 'level'>, entry: Entry, bit: number): Text {
  if (bit >= PHYSICAL_BITS && bit < 52) return reserved;
  if (bit > 12 && bit < PHYSICAL_BITS) return address;
  const isPage = level === 1 || isLarge(entry, level);
  return by === 'guest' ? nameGuestBit(level, isPage, bit) : nameEptBit(level, isPage, bit);
}

function nameGuestBit(level: number, isPage: boolean, bit: number): Text {
  const low = ['P', 'R/W', 'U/S', 'PWT', 'PCD', 'A'][bit];
  if (low !== undefined) return same(low);
  if (bit === 63) return same('XD');
  if (bit === 6) return isPage ? same('D') : ignored;
  if (bit === 7) return level >= 4 ? reserved : same(level === 1 ? 'PAT' : 'PS');
  if (bit === 8) return isPage ? same('G') : ignored;
  if (bit === 12) return isPage && level > 1 ? same('PAT') : address;
  return ignored;
}

function nameEptBit(level: number, isPage: boolean, bit: number): Text {
  const low = ['R', 'W', 'X'][bit];
  if (low !== undefined) return same(low);
  if (bit <= 5) return isPage ? same('MT') : reserved;
  if (bit === 6) return isPage ? same('IPAT') : reserved;
  if (bit === 7) return level >= 4 ? reserved : level === 1 ? ignored : same('PS');
  if (bit === 8) return same('A');
  if (bit === 9) return isPage ? same('D') : ignored;
  if (bit === 12) return isPage && level > 1 ? reserved : address;
  return ignored;
}

/** The name of a bit of the entry under the glass. */
export const bitWord = (memory: Memory, open: Opened, bit: number): Text =>
  nameBit(open, readEntry(memory, open.address), bit);

/** `PTE`, `EPT entry of level 2`. */
export const openedWord = ({ by, level }: Pick<Opened, 'by' | 'level'>): Text =>
  by === 'guest' ? same(entryWord(level)) : both(`EPT entry of level ${level}`, `EPT 第 ${level} 级表项`);
