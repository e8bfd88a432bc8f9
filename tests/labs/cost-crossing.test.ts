import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import { readRun } from '#kit/link.ts';
import { replay, replayToEnd } from '#kit/replay.ts';
import { billOf, sumOf } from '#sim/mmu/cost.ts';
import { countExits, countsSince } from '#sim/mmu/counts.ts';
import { emptyMachine, type Setup } from '#sim/mmu/machine.ts';
import { parseTrace } from '#sim/mmu/parseTrace.ts';
import { runLines } from '#sim/mmu/runLine.ts';
import type { Params } from '../../src/labs/cost-crossing/controls.ts';
import lab from '../../src/labs/cost-crossing/lab.ts';
import type { State } from '../../src/labs/cost-crossing/model.ts';
import { ACCESSES, ratesAt, stops, workloadOf } from '../../src/labs/cost-crossing/workload.ts';
import { runs } from '../runs.ts';

const tell = (moves: string, settings: Record<string, string> = {}): State => {
  const { run, dropped } = readRun(lab.controls, { ...settings, moves });
  expect(dropped).toEqual([]);
  return replay(lab, run.params, run.moves);
};
const toEnd = (settings: Partial<Params> = {}): State =>
  replayToEnd(lab, { params: { ...initialParams(lab.controls), ...settings }, moves: [] });
const read = (state: State) =>
  Object.fromEntries(Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value]));

const settings: fc.Arbitrary<Params> = fc.record({
  axis: fc.constantFrom('writes', 'pages', 'switches'),
  writes: fc.integer({ min: 0, max: 110 }),
  pages: fc.integer({ min: 2, max: 48 }),
  switches: fc.integer({ min: 0, max: 55 }),
  entries: fc.constantFrom('8', '16', '32', '64'),
  tags: fc.boolean(),
  caches: fc.boolean(),
  exit: fc.integer({ min: 100, max: 20_000 }),
  reference: fc.integer({ min: 1, max: 300 }),
});
const numRuns = runs(5);

describe('every point is a run', () => {
  /** The machine told directly: no lab between. */
  const told = (params: Params, x: number, vmm: Setup['vmm']) => {
    const { text, warm } = workloadOf(ratesAt(params, x));
    const parsed = parseTrace(text);
    if (!('trace' in parsed)) throw new Error(JSON.stringify(parsed.faults));
    const setup: Setup = {
      vmm,
      sync: 'eager',
      entries: Number(params.entries),
      ways: 4,
      vpid: params.tags,
      pcid: params.tags,
      caches: params.caches,
      merge: false,
    };
    const ready = runLines(emptyMachine(setup), parsed.trace, 0, warm);
    const end = runLines(ready, parsed.trace, warm, parsed.trace.length);
    return { end, counts: countsSince(end.counts, ready.counts) };
  };
  test('of the machine on the trace that the settings write, under either technique', () => {
    fc.assert(
      fc.property(settings, fc.integer({ min: 1, max: 12 }), (params, at) => {
        const state = replay(lab, params, [at]);
        const x = stops[params.axis][at - 1] ?? -1;
        expect(read(state).x).toBe(x);
        for (const vmm of ['shadow', 'nested'] as const) {
          const { counts } = told(params, x, vmm);
          expect(read(state)).toMatchObject({
            [`${vmm}Cycles`]: sumOf(billOf(counts, params)),
            [`${vmm}Exits`]: countExits(counts),
            [`${vmm}References`]: counts.references,
            [`${vmm}Misses`]: counts.misses,
          });
        }
      }),
      { numRuns },
    );
  });
  test('that makes every access, has no fault, needs no frame, and reads the same under both', () => {
    fc.assert(
      fc.property(settings, (params) => {
        const x = stops[params.axis].at(-1) ?? 0;
        const [shadow, nested] = [told(params, x, 'shadow'), told(params, x, 'nested')];
        for (const { counts } of [shadow, nested])
          expect([counts.delivered, counts.supplied, counts.exits['ept-violation']]).toEqual([0, 0, 0]);
        expect(nested.counts.hits + nested.counts.misses).toBe(ACCESSES);
        expect(shadow.counts.exits['vm-switch']).toBe(nested.counts.exits['vm-switch']);
        expect(countExits(nested.counts)).toBe(nested.counts.exits['vm-switch']);
      }),
      { numRuns },
    );
  });
  test('and the same settings draw the same lines again', () => {
    expect(toEnd({ axis: 'switches', tags: false })).toEqual(toEnd({ axis: 'switches', tags: false }));
  });
});

describe('page-table writes', () => {
  test('with none, no exit: shadow paging reads 4 entries at a miss and nested paging 24', () => {
    const { shadowExits, nestedExits, shadowReferences, nestedReferences, shadowMisses } = read(tell('1'));
    expect([shadowExits, nestedExits]).toEqual([0, 0]);
    expect([shadowReferences, nestedReferences]).toEqual([Number(shadowMisses) * 4, Number(shadowMisses) * 24]);
  });
  test('raise only the line of shadow paging, which crosses the other at about 50 in 1,000 accesses', () => {
    const { crossing, crossings, cheaper, nestedExits } = read(toEnd());
    expect(crossings).toEqual([crossing]);
    expect(crossing).toBeGreaterThan(50);
    expect(crossing).toBeLessThan(60);
    expect([cheaper, nestedExits]).toEqual(['nested', 0]);
  });
  test('cross far earlier with paging-structure caches, which spare most of a walk through EPT', () => {
    expect(Number(read(toEnd({ caches: true })).crossing)).toBeLessThan(10);
  });
  test('are free where exits are cheap enough: the lines do not cross', () => {
    expect(read(toEnd({ exit: 400 }))).toMatchObject({ crossing: null, cheaper: 'shadow' });
  });
});

describe('pages in use', () => {
  test('cost neither anything while they fit the TLB; beyond it nested paging climbs past shadow paging', () => {
    const [four, sixteen] = [read(tell('1', { axis: 'pages' })), read(tell('4', { axis: 'pages' }))];
    expect(sixteen.nestedCycles).toBe(four.nestedCycles);
    const end = read(toEnd({ axis: 'pages' }));
    expect(end).toMatchObject({ cheaper: 'shadow' });
    expect(end.crossing).toBeGreaterThan(16);
  });
});

describe('VM switches', () => {
  const two = { axis: 'switches', pages: 12, entries: '64' } as const;
  test('with tags cost both the same exit, and the lines run side by side', () => {
    const end = toEnd(two);
    expect(read(end)).toMatchObject({ crossing: null, cheaper: 'nested' });
    const extra = end.points.map(({ shadow, nested }) => shadow.exits - nested.exits);
    expect(Math.max(...extra) - Math.min(...extra)).toBeLessThan(5);
  });
  test('without tags empty the TLB each time, and whoever pays more for a miss loses', () => {
    const end = read(toEnd({ ...two, tags: false }));
    expect(end.crossing).not.toBeNull();
    expect(end.cheaper).toBe('shadow');
    expect(end.nestedFlushes).toBe(end.nestedExits);
  });
});

describe('the bet', () => {
  test('is laid before the first run, and can be changed until then', () => {
    expect(tell('bet.50 bet.none').bet).toBe('none');
    expect(tell('bet.50 1 bet.none').bet).toBe(50);
  });
  test('is right within one point of the crossing', () => {
    expect(read(tell('bet.50 13'))).toMatchObject({ bet: 50, betRight: true });
    expect(read(tell('bet.50 12')).betRight).toBeNull();
    expect(read(tell('bet.80 13'))).toMatchObject({ bet: 80, betRight: false });
    expect(read(tell('bet.none 13'))).toMatchObject({ betRight: false });
    expect(read(tell('bet.none 13', { exit: '400' }))).toMatchObject({ betRight: true });
  });
  test('is named an event, as the crossing is', () => {
    const events = Array.from({ length: 13 }, (_, i) => lab.event?.(tell(`${i}`), tell(`${i + 1}`))?.en);
    expect(events.filter(Boolean)).toHaveLength(2);
  });
});

test('the picture holds at most 150 marks on either sheet', () => {
  fc.assert(
    fc.property(settings, (params) => {
      const state = replay(lab, params, [13]);
      for (const sheet of ['wide', 'tall'] as const) expect(lab.scene(state, sheet).length).toBeLessThanOrEqual(150);
    }),
    { numRuns },
  );
});
