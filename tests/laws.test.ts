import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import { type Mark, type Sheet, sheets } from '#kit/mark.ts';
import type { Move } from '#kit/model.ts';
import { perform, replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales, type Text } from '#kit/text.ts';
import { breaches } from './breaches.ts';
import { type Count, counter } from './machine.ts';
import { runs } from './runs.ts';

const load = import.meta.glob<Lab>('/src/labs/*/lab.ts', { import: 'default', eager: true });
const labs = Object.entries(load).map(([path, lab]) => [path.split('/').at(-2) ?? '', lab] as const);

test('every folder in labs holds a lab', () => {
  expect(labs.map(([id]) => id).sort()).toEqual(readdirSync('src/labs').sort());
});

/** The state that a link tells. */
const stateOf = (lab: Lab, link: Record<string, string>) => {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  const moves = takeMoves(run.moves, run.at);
  return { state: replay(lab, run.params, moves), run };
};

describe.each(labs)('%s', (_id, lab) => {
  test('keeps every law over random turns through what its scenes offer', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.nat(999), { minLength: 1, maxLength: 25 }), fc.nat(), (turns, seed) => {
        expect(breaches(lab, turns, seed)).toEqual([]);
      }),
      { numRuns: runs(60), ...(runs(1) === 1 && { seed: 7 }) },
    );
  });

  test.each(Object.entries(lab.moments))('moment %s can be told in full', (_name, link) => {
    const { run, dropped } = readRun(lab.controls, link);
    expect(dropped).toEqual([]);
    let state = lab.model.init(run.params);
    for (const move of run.moves) {
      const next = typeof move === 'number' ? stepTimes(lab, state, move) : perform(lab, state, move);
      expect(next, `${String(move)} does something`).not.toBe(state);
      state = next;
    }
  });

  test.each(Object.entries(lab.goals))(
    'goal %s is reached by its solution, and not reached at the start',
    (_name, goal) => {
      expect(goal.reached(lab.model.init(initialParams(lab.controls)))).toBe(false);
      expect(goal.reached(stateOf(lab, goal.solution).state)).toBe(true);
    },
  );

  test('says everything in both languages, and says what it leaves out', () => {
    const texts: Text[] = [
      lab.title,
      lab.question,
      ...lab.omits,
      ...Object.values(lab.goals).flatMap((goal) => [goal.text, goal.done]),
    ];
    for (const text of texts) for (const locale of locales) expect(text[locale].trim()).not.toBe('');
    expect(lab.omits.length).toBeGreaterThan(0);
  });

  test('asks three or more questions in a told run, each with a right answer and its reason among its options', {
    timeout: 30_000,
  }, () => {
    const asked = new Map<string, string>();
    for (const link of Object.values(lab.moments)) {
      const { run } = readRun(lab.controls, link);
      let state = replay(
        lab,
        run.params,
        run.moves.filter((move) => typeof move !== 'number'),
      );
      for (let i = 0; i < 300; i++) {
        const next = lab.model.step(state);
        if (next === state) break;
        const ask = lab.asks?.(state);
        if (ask) {
          expect(Object.keys(ask.options)).toContain(ask.right(next));
          const why = ask.options[ask.right(next)]?.why;
          for (const locale of locales) {
            expect(why?.[locale].trim(), ask.key).not.toBe('');
            expect(why?.[locale], ask.key).not.toMatch(/^right[:,;.]|^对[：，；。]/i);
          }
          asked.set(ask.key, ask.right(next));
        }
        state = next;
      }
    }
    expect(asked.size).toBeGreaterThanOrEqual(3);
  });
});

describe('the law test bites', () => {
  const planted = (change: Partial<Lab>): readonly string[] =>
    breaches({ ...(counter as unknown as Lab), ...change }, [3, 4, 5], 1);
  const { model, scene } = counter;
  test('a state that is changed in place', () => {
    const step = (state: Count) => {
      (state as { n: number }).n++;
      return { ...state };
    };
    expect(planted({ model: { ...model, step } as never })).toContain('a state was changed in place');
  });
  test('a map that is changed in place', () => {
    const held = new Map([['n', 0]]);
    const mapped = {
      model: { init: () => held, step: () => held.set('n', (held.get('n') ?? 0) + 1) },
      scene: () => [{ kind: 'label', key: 'n', place: { x: 9, y: 9 }, text: String(held.get('n')) }],
    };
    expect(planted({ ...mapped, caption: () => ({ en: 'n', 'zh-CN': 'n' }), readings: () => ({}) } as never)).toContain(
      'a state was changed in place',
    );
  });
  test('two marks with one key', () => {
    expect(
      planted({ scene: (state: unknown) => [...scene(state as Count, 'wide'), ...scene(state as Count, 'wide')] }),
    ).toContain('wide: two marks are called box count');
  });
  test('a mark that is off the sheet', () => {
    const off: Mark = { kind: 'dot', key: 'far', place: { x: 2000, y: 0, r: 3 } };
    expect(planted({ scene: () => [off] })).toContain('wide: dot far is off the sheet');
  });
  test('sheets that offer different moves', () => {
    const move: Move = ['touch', 1];
    const uneven = (_state: unknown, sheet: Sheet): readonly Mark[] => [
      {
        kind: 'dot',
        key: 'd',
        place: { x: 9, y: 9, r: sheets[sheet].w > 500 ? 3 : 2 },
        ...(sheet === 'wide' && { move }),
      },
    ];
    expect(planted({ scene: uneven })).toContain('the sheets offer different moves');
  });
  test('an empty caption', () => {
    expect(planted({ caption: () => ({ en: '', 'zh-CN': '空' }) })).toContain('the caption is empty in en');
  });
  test('a text that a program’s value slipped into', () => {
    const caption = () => ({ en: `It is ${{}}.`, 'zh-CN': '是它。' });
    expect(planted({ caption })).toContain('a text says [object ');
  });
  test('a reading that is not a number', () => {
    expect(planted({ readings: () => ({ n: { label: { en: 'n', 'zh-CN': 'n' }, value: Number.NaN } }) })).toContain(
      'reading n is not a finite number',
    );
  });
  test('a source that Chinese readers are told in English', () => {
    const reading = { label: { en: 'n', 'zh-CN': '数' }, value: 1, source: { en: 'model', 'zh-CN': 'model' } };
    expect(planted({ readings: () => ({ n: reading }) })).toContain('the source of reading n is not in Chinese');
  });
  test('many steps at once that are not as many steps', () => {
    const advance = (state: unknown, times: number) => ({ state, made: times });
    expect(planted({ model: { ...model, advance } as never })).toContain('many steps at once differ from one by one');
  });
  test('a machine that keeps the laws breaks none', () => {
    expect(planted({})).toEqual([]);
  });
});
