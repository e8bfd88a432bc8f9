import { type Entry, sameEntry } from './entry.ts';

/** The words of one 4-KiB frame: 512 little-endian entries, the low half of each first. */
type Frame = Uint32Array;

/**
 * Physical memory that is never changed, only succeeded: a write copies one
 * frame and three short lists, and shares the rest, however much there is.
 * Frames never written to read as zeros; addresses at or beyond `size` have no
 * memory behind them and read as all ones, as an unclaimed read does on a PC.
 */
export interface Memory {
  /** Bytes installed: at most 64 GiB, for frame numbers of 24 bits in three steps of 8. */
  readonly size: number;
  readonly frames: readonly (readonly (readonly Frame[] | undefined)[] | undefined)[];
}

export const emptyMemory = (size: number): Memory => ({ size, frames: [] });

const frameAt = ({ frames }: Memory, address: number): Frame | undefined => {
  const n = Math.floor(address / 4096);
  return frames[n >>> 16]?.[(n >>> 8) & 255]?.[n & 255];
};

export const isInstalled = (memory: Memory, address: number): boolean => address >= 0 && address < memory.size;

/** The 8 bytes that contain this address. */
export function readEntry(memory: Memory, address: number): Entry {
  if (!isInstalled(memory, address)) return { lo: 0xffffffff, hi: 0xffffffff };
  const frame = frameAt(memory, address);
  const word = Math.floor((address % 4096) / 8) * 2;
  return { lo: frame?.[word] ?? 0, hi: frame?.[word + 1] ?? 0 };
}

const withItem = <T>(list: readonly T[] | undefined, place: number, item: T): readonly T[] => {
  const copy = list?.slice() ?? [];
  copy[place] = item;
  return copy;
};

/** The very same memory where nothing changes: the entry stands there already, or no memory does. */
export function writeEntry(memory: Memory, address: number, entry: Entry): Memory {
  if (!isInstalled(memory, address) || sameEntry(readEntry(memory, address), entry)) return memory;
  const frame = frameAt(memory, address)?.slice() ?? new Uint32Array(1024);
  frame.set([entry.lo, entry.hi], Math.floor((address % 4096) / 8) * 2);
  const n = Math.floor(address / 4096);
  const [high, middle, low] = [n >>> 16, (n >>> 8) & 255, n & 255];
  const row = memory.frames[high];
  const frames = withItem(memory.frames, high, withItem(row, middle, withItem(row?.[middle], low, frame)));
  return { ...memory, frames };
}

/** One byte; 0xff where no memory is. */
export function readByte(memory: Memory, address: number): number {
  const { lo, hi } = readEntry(memory, address);
  return ((address % 8 < 4 ? lo : hi) >>> ((address % 4) * 8)) & 255;
}

export function writeByte(memory: Memory, address: number, byte: number): Memory {
  const { lo, hi } = readEntry(memory, address);
  const shift = (address % 4) * 8;
  const put = (half: number) => ((half & ~(255 << shift)) | (byte << shift)) >>> 0;
  return writeEntry(memory, address, address % 8 < 4 ? { lo: put(lo), hi } : { lo, hi: put(hi) });
}
