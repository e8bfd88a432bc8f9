import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { addressIn, type Entry, entryToHex, hasBit, PHYSICAL_BITS } from '#sim/paging/entry.ts';
import { isInstalled, readEntry } from '#sim/paging/memory.ts';
import { bitWord, flippable, openedWord } from './bits.ts';
import { hex, hexAddress, hexLong } from './hex.ts';
import type { Layout } from './layout.ts';
import type { Opened, Walker } from './model.ts';
import { marks as say } from './words.ts';

/** The entry under the glass: all its bits in fields, and those that can be flipped one by one. */
export function glassMarks(state: Walker, open: Opened, { glass }: Layout): Mark[] {
  const entry = readEntry(state.walk.memory, open.address);
  const value = `${hexAddress(open.address)}: ${hexLong(entryToHex(entry))}`;
  return [
    { kind: 'label', key: 'glass-title', place: glass.title, align: 'start', size: 's', text: openedWord(open) },
    {
      kind: 'label',
      key: 'glass-value',
      place: glass.value,
      align: glass.valueAlign,
      size: 's',
      mono: true,
      text: value,
    },
    { kind: 'box', key: 'glass-close', place: glass.close, size: 's', text: say.close, move: ['close'] },
    ...flippable.flatMap((bit, i) => bitMarks(state, open, entry, bit, glass.bits[i])),
    ...fieldsOf(entry).flatMap(([key, words, about], i): Mark[] => {
      const place = glass.fields[i];
      return place ? [{ kind: 'box', key: `glass-${key}`, place, size: 's', mono: true, text: words, about }] : [];
    }),
  ];
}

function bitMarks(
  { walk, flipped }: Walker,
  open: Opened,
  entry: Entry,
  bit: number,
  place: Layout['glass']['close'] | undefined,
): Mark[] {
  if (!place) return [];
  const isSet = hasBit(entry, bit);
  const word = bitWord(walk.memory, open, bit);
  const value = isSet ? '1' : '0';
  return [
    {
      kind: 'label',
      key: `bit-number-${bit}`,
      place: { x: place.x + place.w / 2, y: place.y - place.h * 0.2 },
      size: 's',
      mono: true,
      text: String(bit),
    },
    {
      kind: 'box',
      key: `bit-${bit}`,
      place,
      tone: open.by === 'ept' ? 'vmm' : 'guestKernel',
      text: value,
      sub: word,
      ghost: !isSet,
      now: flipped === bit,
      about: both(`Bit ${bit}, ${word.en}: ${value}. Flip it.`, `第 ${bit} 位，${word['zh-CN']}：${value}。翻转它。`),
      ...(isInstalled(walk.memory, open.address) && { move: ['flip', ...open.name.split('.'), bit] as const }),
    },
  ];
}

/** The 64 bits by what they are for; XD or its like, bit 63, stands among the flags. */
const fieldsOf = (entry: Entry): readonly (readonly [key: string, words: string, about: Text])[] => [
  [
    'ignored',
    `62:52 ${hex((entry.hi >>> 20) & 0x7ff)}`,
    both('Bits 62:52 are ignored by the walk.', '第 62:52 位，遍历时忽略。'),
  ],
  [
    'reserved',
    `51:${PHYSICAL_BITS} ${hex((entry.hi >>> (PHYSICAL_BITS - 32)) & 63)}`,
    both(`Bits 51:${PHYSICAL_BITS} are reserved and must be 0.`, `第 51:${PHYSICAL_BITS} 位为保留位，必须为 0。`),
  ],
  [
    'frame',
    `45:12 ${hex(addressIn(entry, 12) / 4096)}`,
    both('Bits 45:12 hold the frame of the next table or of the page.', '第 45:12 位是下一级表或页所在的页框。'),
  ],
  ['flags', `11:0 ${hex(entry.lo & 0xfff)}`, both('Bits 11:0 are flags.', '第 11:0 位是标志。')],
];
