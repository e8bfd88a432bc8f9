import { describe, expect, test } from 'vitest';
import { sheets } from '#kit/mark.ts';
import type { Link } from '#kit/run.ts';
import { type Locale, locales, say } from '#kit/text.ts';
import { partsOf } from '#stage/parts.ts';
import lab from '../../src/labs/two-dimensional-walk/lab.ts';
import { moment, open, type State } from './two-dimensional-walk.tell.ts';

describe('the picture', () => {
  const extremes: Link[] = [
    ...Object.values(lab.moments),
    ...['1', '7', '17', '34', '35'].map((at) => ({ guestLevels: '5', eptLevels: '5', at })),
    { guestLevels: '5', eptLevels: '5', eptAD: 'true', moves: '31 inspect.e5.data flip.e5.data.6', at: '34' },
    { guestPage: '1G', eptPage: '1G', at: '8' },
    { guestLevels: '5', eptLevels: '5', guestPage: '1G', eptPage: '1G', at: '15' },
    { guestPage: '2M', moves: '15 inspect.g2 flip.g2.7 30', at: '60' },
  ];
  /** Letters in ems, a little wider than the fonts are. */
  const widthOf = (words: string, mono: boolean): number =>
    [...words].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : mono ? 0.6 : 0.56), 0);
  const sizes = { wide: { s: 19, m: 21, l: 26 }, tall: { s: 12.5, m: 14, l: 18 } } as const;

  function overflows(state: State, sheet: 'wide' | 'tall', locale: Locale): string[] {
    return lab.scene(state, sheet).flatMap((mark) =>
      partsOf(mark, locale).flatMap(({ tag, name, at, words = '' }) => {
        if (tag !== 'text') return [];
        const size = sizes[sheet][name === 'sub' || name === 'corner' ? 's' : (mark.size ?? 'm')];
        // A space at the start of a text is read, not drawn.
        const width = widthOf(words.trimStart(), mark.mono === true || name === 'corner') * size;
        const align = mark.kind === 'label' ? (mark.align ?? 'middle') : name === 'corner' ? 'start' : 'middle';
        const left = Number(at.x) - width * { start: 0, middle: 0.5, end: 1 }[align];
        const room = mark.kind === 'box' ? [mark.place.x + 2, mark.place.x + mark.place.w - 2] : [0, sheets[sheet].w];
        return left < (room[0] ?? 0) - 0.01 || left + width > (room[1] ?? 0) + 0.01
          ? [`${mark.key} ${words} ${width.toFixed(0)}`]
          : [];
      }),
    );
  }
  test.each(['wide', 'tall'] as const)('has every word inside its box on the %s sheet, in both languages', (sheet) => {
    for (const link of extremes)
      for (const locale of locales) expect(overflows(open(link), sheet, locale), JSON.stringify(link)).toEqual([]);
  });
  test.each(['wide', 'tall'] as const)('has no step number touching the index beside it on the %s sheet', (sheet) => {
    const { s: size } = sizes[sheet];
    for (const link of extremes) {
      for (const mark of lab.scene(open(link), sheet)) {
        if (mark.kind !== 'box' || !mark.corner) continue;
        const [text, corner] = [say(mark.text ?? '', 'en').length, mark.corner.length].map((n) => n * 0.6 * size);
        const isBeside = mark.place.w / 2 - (text ?? 0) / 2 > 7 + (corner ?? 0) + 1;
        const isBelow = mark.place.h / 2 - 0.37 * size > 5 + 0.5 * size + 0.37 * size;
        expect([mark.key, isBeside || isBelow]).toEqual([mark.key, true]);
      }
    }
  });
  test('has the same marks under the same keys on both sheets, and at most 150', () => {
    for (const link of extremes) {
      const keys = (sheet: 'wide' | 'tall') => lab.scene(open(link), sheet).map(({ kind, key }) => `${kind} ${key}`);
      expect(keys('tall')).toEqual(keys('wide'));
      expect(new Set(keys('wide')).size).toBe(keys('wide').length);
      expect(keys('wide').length).toBeLessThanOrEqual(150);
    }
  });
  test('outlines the cell that was just read', () => {
    const now = (state: State) =>
      lab.scene(state, 'wide').flatMap(({ key, now }) => (now && key.startsWith('cell') ? [key] : []));
    expect(now(moment('nine'))).toEqual(['cell-e1.g3']);
    expect(now(moment('byte'))).toEqual(['cell-data']);
  });
  test('puts the next address together so that it is the address that is read next', () => {
    const state = moment('nine');
    const made = lab.scene(state, 'wide').find(({ key }) => key === 'made');
    const next = lab.model.step(state).walk.references.at(-1)?.address ?? 0;
    expect(String(made?.text).replaceAll(' ', '')).toBe(`0x${next.toString(16).padStart(12, '0')}`);
  });
});
