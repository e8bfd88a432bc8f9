import type { Place } from '#kit/layout.ts';
import type { Box, Sheet, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { shiftOf } from '#sim/paging/level.ts';
import type { Walk } from '#sim/paging/walk.ts';
import { makeAddress } from './hand.ts';
import { hex, hexIndex } from './hex.ts';
import { marks as say } from './words.ts';

/** An address cut into the fields that each select an entry, and the offset that is left. */
export interface Ribbon {
  readonly cut: 'virtual' | 'physical';
  readonly tone: Tone;
  readonly levels: number;
  /** The level that maps the page: what is below it is offset. */
  readonly leaf: number;
  /** Fields of lower levels have not been used yet. */
  readonly reached: number;
  place(level: number, to?: number): Place;
  nameOf(level: number): string;
  /** A field's value, the offset's at 0; undefined where the address is not known. */
  valueAt(level: number): number | undefined;
}

/** The fields side by side, each as wide as its place allows. */
export function ribbonBoxes(ribbon: Ribbon, walk: Walk, sheet: Sheet): Box[] {
  const made = makeAddress(walk);
  const levels = Array.from({ length: ribbon.levels - ribbon.leaf + 1 }, (_, i) => ribbon.levels - i);
  return [...levels, 0].map((level) => {
    const value = ribbon.valueAt(level);
    const place = level ? ribbon.place(level) : ribbon.place(ribbon.leaf - 1, 0);
    return {
      kind: 'box',
      key: `${ribbon.cut}-${level}`,
      place,
      tone: ribbon.tone,
      mono: true,
      size: sheet === 'wide' ? 'm' : 's',
      ...(value !== undefined && { text: level ? hexIndex(value) : hex(value) }),
      sub: fieldWords(ribbon, level, sheet, place),
      ghost: level < ribbon.reached || value === undefined,
      now: made?.cut === ribbon.cut && made.level === level,
      ...(value !== undefined && { about: fieldAbout(ribbon, level, value) }),
    };
  });
}

/** What a field is called, and where there is room, which bits it is. */
function fieldWords({ leaf, nameOf }: Ribbon, level: number, sheet: Sheet, { w }: Place): Text {
  const bits = level ? `${shiftOf(level) + 8}:${shiftOf(level)}` : `${shiftOf(leaf) - 1}:0`;
  const names = level ? [same(nameOf(level))] : [say.offset, say.offsetShort];
  const withBits = names.map((name) => ({ en: `${name.en} ${bits}`, 'zh-CN': `${name['zh-CN']} ${bits}` }));
  const [shortest] = names.slice(-1);
  return (
    [...withBits.slice(0, 1), ...names].find((words) => letters(words) * smallLetter[sheet] + 8 < w) ??
    shortest ??
    say.offset
  );
}

function fieldAbout({ cut, leaf, nameOf }: Ribbon, level: number, value: number): Text {
  const bits = level ? `${shiftOf(level) + 8}:${shiftOf(level)}` : `${shiftOf(leaf) - 1}:0`;
  const whole = cut === 'virtual' ? say.virtualAddress : say.guestPhysical;
  const use = level
    ? both(`the index into ${nameOf(level)}`, `${nameOf(level)} 的索引`)
    : both('the offset into the page', '页内偏移');
  return both(
    `Bits ${bits} of the ${whole.en}, ${hex(value)}: ${use.en}.`,
    `${whole['zh-CN']}第 ${bits} 位，${hex(value)}：${use['zh-CN']}。`,
  );
}

const same = (word: string): Text => ({ en: word, 'zh-CN': word });
/** The stylesheet's small letters, in units of the sheet. */
const smallLetter: Readonly<Record<Sheet, number>> = { wide: 19, tall: 12.5 };
/** The width of the wider language in letters, monospaced: a Chinese character takes a whole em. */
const letters = (words: Text): number =>
  Math.max(
    ...Object.values(words).map((word) => [...word].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : 0.6), 0)),
  );
