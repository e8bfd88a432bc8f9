import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import { readRun } from '#kit/link.ts';
import { replay, replayToEnd } from '#kit/replay.ts';
import type { Params } from '../../src/labs/tlb-owners/controls.ts';
import lab from '../../src/labs/tlb-owners/lab.ts';
import { checkTrace, type Deed } from '../../src/labs/tlb-owners/schedule.ts';
import type { State } from '../../src/labs/tlb-owners/state.ts';

const tell = (moves: string, settings: Record<string, string> = {}): State => {
  const { run, dropped } = readRun(lab.controls, { ...settings, moves });
  expect(dropped).toEqual([]);
  return replay(lab, run.params, run.moves);
};
const toEnd = (settings: Partial<Params>): State =>
  replayToEnd(lab, { params: { ...initialParams(lab.controls), ...settings }, moves: [] });
const read = (state: State) =>
  Object.fromEntries(Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value]));
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((a, b) => a + b, 0);
const missesOf = ({ misses }: State): number => sum(Object.values(misses));

const settings = fc.record({
  guestPages: fc.integer({ min: 1, max: 16 }),
  hostPages: fc.integer({ min: 1, max: 8 }),
  slice: fc.integer({ min: 2, max: 40 }),
  exits: fc.integer({ min: 0, max: 6 }),
  cr3Writes: fc.integer({ min: 0, max: 4 }),
});

type Access = Extract<Deed, { kind: 'access' }>;
const pageName = ({ who, process, page }: Access): string => `${who} ${process} ${page}`;
const accessesOf = ({ plan }: State): Access[] => plan.filter((deed) => deed.kind === 'access');

/** Mattson et al., 1970: under LRU an access misses where more distinct pages than there are entries lie since its last use. */
function missesByStackDistance(pages: readonly string[], entries: number): number {
  return pages.filter((page, i) => {
    const last = pages.lastIndexOf(page, i - 1);
    return i === 0 || last < 0 || new Set(pages.slice(last + 1, i)).size >= entries;
  }).length;
}

describe('closed forms', () => {
  test('with all tags and one set the misses are those of LRU’s stack distances', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const end = toEnd({ ...chosen, tags: true, pcid: true, ways: '16' });
        expect(missesOf(end)).toBe(missesByStackDistance(accessesOf(end).map(pageName), 16));
        expect([end.misses.exit, end.misses.switch, end.misses.cr3]).toEqual([0, 0, 0]);
      }),
      { numRuns: 60 },
    );
  });
  test('in four sets each set is such a buffer of its own', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const end = toEnd({ ...chosen, tags: true, pcid: true });
        const bySet = [0, 1, 2, 3].map((set) =>
          accessesOf(end)
            .filter(({ page }) => page % 4 === set)
            .map(pageName),
        );
        expect(missesOf(end)).toBe(sum(bySet.map((pages) => missesByStackDistance(pages, 4))));
      }),
      { numRuns: 60 },
    );
  });
  test('without tags every stay on the core begins empty: it misses once for each page it uses', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        const end = toEnd({ ...chosen, cr3Writes: 0, ways: '16' });
        const stays: string[][] = [[]];
        for (const deed of end.plan) {
          if (deed.kind === 'access') stays.at(-1)?.push(pageName(deed));
          else stays.push([]);
        }
        expect(missesOf(end)).toBe(sum(stays.map((pages) => new Set(pages).size)));
        expect(end.misses.noRoom).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
  test('tags never cost a hit where everything fits', () => {
    fc.assert(
      fc.property(settings, (chosen) => {
        fc.pre(4 * chosen.guestPages + chosen.hostPages <= 16);
        const end = toEnd({ ...chosen, tags: true, pcid: true, ways: '16' });
        expect(missesOf(end)).toBe(end.misses.cold);
      }),
    );
  });
});

test('every access hits or misses, and every miss has one cause', () => {
  fc.assert(
    fc.property(settings, fc.boolean(), fc.boolean(), (chosen, tags, pcid) => {
      const end = toEnd({ ...chosen, tags, pcid });
      expect(end.hits + missesOf(end)).toBe(accessesOf(end).length);
      expect(end.misses.cold).toBe(new Set(accessesOf(end).map(pageName)).size);
      expect(end.stale).toBe(0);
    }),
    { numRuns: 60 },
  );
});

describe('who pays', () => {
  test('a VM exit empties an untagged TLB, though the same guest runs on afterwards', () => {
    expect(read(tell('9')).entriesByOwner).toEqual({ A: 4, B: 0, host: 0 });
    expect(read(tell('10')).entriesByOwner).toEqual({ A: 0, B: 0, host: 0 });
    expect(tell('16').told).toMatchObject({ kind: 'miss', cause: 'exit' });
  });
  test('without tags exits cost more than switches, for they are more', () => {
    expect(read(toEnd({}))).toMatchObject({
      exits: 17,
      switches: 5,
      missesByCause: { exit: 92, switch: 36, noRoom: 0 },
    });
  });
  test('with tags A, B and the host stand side by side under the same page numbers', () => {
    expect(read(tell('47', { tags: 'true' })).entriesByOwner).toEqual({ A: 4, B: 4, host: 4 });
  });
  test('tags bring the miss rate down to first use where all fits, and stop helping where nothing does', () => {
    expect(read(toEnd({ tags: true })).missesByCause).toMatchObject({ cold: 12, noRoom: 0, exit: 0, switch: 0 });
    const large = { guestPages: 16, slice: 40, exits: 1 };
    const [tagged, untagged] = [true, false].map((tags) => missesOf(toEnd({ ...large, tags })));
    expect(tagged).toBe(untagged);
  });
  test('a guest’s CR3 write reaches no other VPID, and with PCIDs not even its own', () => {
    const before = read(tell('19', { tags: 'true', cr3Writes: '1' })).entriesByOwner;
    expect(before).toEqual({ A: 4, B: 0, host: 4 });
    expect(read(tell('20', { tags: 'true', cr3Writes: '1' })).entriesByOwner).toEqual({ A: 0, B: 0, host: 4 });
    expect(read(tell('20', { tags: 'true', cr3Writes: '1', pcid: 'true' })).entriesByOwner).toEqual(before);
  });
});

describe('the machine’s questions', () => {
  const asked = (settings: Record<string, string>, moves: string): string | undefined =>
    lab.asks?.(tell(moves, settings))?.key;
  test('after an exit ask for hit or miss only of a page that was used before', () => {
    expect(asked({ trace: 'run A 4\nexit\nrun A 4' }, '11')).toBe('back-false');
    expect(asked({ trace: 'run A 3\nexit\nrun A 4' }, '10')).toBeUndefined();
    expect(asked({ trace: 'run A 4\nexit\ninvept\nrun A 4', tags: 'true' }, '12')).toBeUndefined();
  });
  test('speak of a page that A has just used only where A has used it', () => {
    expect(asked({ trace: 'run A 4\nswitch B\nrun B 1' }, '11')).toBe('same-page-false');
    expect(asked({ trace: 'run B 4' }, '1')).toBeUndefined();
  });
  test('ask whose entries a CR3 write takes only where the guest’s are not all there are', () => {
    const trace = 'run A 4\nexit\nrun A 4\ncr3';
    expect(asked({ trace, tags: 'true' }, '15')).toBe('cr3');
    expect(asked({ trace }, '15')).toBeUndefined();
    expect(asked({ trace: 'run A 4\ncr3', tags: 'true' }, '5')).toBeUndefined();
  });
});

describe('a changed EPT', () => {
  test('leaves a tagged entry that leads to the old frame, until INVEPT', () => {
    expect(read(tell('10 remap.A 6', { tags: 'true' }))).toMatchObject({ staleEntries: 1, staleReads: 1 });
    expect(read(tell('10 remap.A invept 6', { tags: 'true' }))).toMatchObject({ staleEntries: 0, staleReads: 0 });
  });
  test('is not found by flushing at VM entry, nor by INVVPID: guest-physical mappings stay cached', () => {
    expect(read(tell('10 remap.A 6'))).toMatchObject({ staleReads: 1 });
    expect(tell('10 remap.A invvpid.A 6', { tags: 'true' }).told).toMatchObject({ kind: 'miss', isStale: true });
  });
  test('after any INVEPT no old frame is read, whatever else was done', () => {
    const line = fc.constantFrom('run A 5', 'run B 3', 'exit\nremap A', 'exit\ninvvpid A', 'exit\nremap B', 'cr3');
    const traces = fc
      .array(line, { maxLength: 12 })
      .map((lines) =>
        ['run A 4', ...lines].join('\n').replaceAll('exit\n', 'run A 1\nexit\n').replaceAll('cr3', 'run B 1\ncr3'),
      );
    fc.assert(
      fc.property(traces, fc.boolean(), fc.boolean(), (trace, tags, pcid) => {
        const before = toEnd({ trace: `${trace}\nrun A 1\nexit`, tags, pcid });
        const after = toEnd({ trace: `${trace}\nrun A 1\nexit\ninvept\nrun A 40\nrun B 40`, tags, pcid });
        expect(after.stale).toBe(before.stale);
      }),
      { numRuns: 60 },
    );
  });
});

describe('an own schedule', () => {
  test('says which line cannot stand where it is, and what would be right', () => {
    expect(checkTrace('run A 4\n\n  switch  B # the other\ncr3\nexit\ninvept')).toEqual([]);
    expect(checkTrace('run A 4\ninvept')[0]).toMatchObject({ line: 2, column: 1 });
    expect(checkTrace('cr3')[0]).toMatchObject({ line: 1 });
    expect(checkTrace('run C 4')[0]?.message.en).toContain('run A 20');
    expect(checkTrace(Array(11).fill('run A 200').join('\n'))[0]).toMatchObject({ line: 11 });
  });
  test('runs as it is written', () => {
    const { plan } = toEnd({ trace: 'run A 2\nexit\nrun A 1\nswitch B', hostPages: 1 });
    expect(
      plan.map((deed) => (deed.kind === 'access' ? deed.who : 'why' in deed ? `${deed.kind} ${deed.why}` : deed.kind)),
    ).toEqual([
      'enter switch',
      'A',
      'A',
      'exit handled',
      'host',
      'enter handled',
      'A',
      'exit switch',
      'host',
      'enter switch',
    ]);
  });
});
