import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { sheets } from '#kit/mark.ts';
import { offers, replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales, say } from '#kit/text.ts';
import lab from '#labs/shadow-and-nested/lab.ts';
import type { State } from '#labs/shadow-and-nested/model.ts';

type Link = Record<string, string>;

/** The state that a link tells. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
/** The state at the end of a link's story. */
const tellAll = (link: Link): State => stepTimes(lab as never, tell(link), 20_000);
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;
const traceOf = (moment: string): string => lab.moments[moment]?.trace ?? '';

describe('one line at a time', () => {
  test('a first touch under shadow paging exits once, and the guest is not told', () => {
    const state = tell({ at: '5' });
    expect([reading(state, 'hiddenFaults'), reading(state, 'trueFaults')]).toEqual([1, 0]);
    expect(lab.caption(state).en).toContain('the guest never knows');
  });
  test('a write to a read-only page is the guest’s own fault: it exits under shadow paging, and under EPT it does not', () => {
    const exits = (vmm: string) =>
      Number(reading(tell({ vmm, at: '9' }), 'exitCount')) - Number(reading(tell({ vmm, at: '8' }), 'exitCount'));
    expect([exits('shadow'), exits('nested'), exits('native')]).toEqual([1, 0, 0]);
  });
  test('the TLB still has what the first process used, whoever ran in between, as long as there are tags', () => {
    expect(reading(tellAll({}), 'tlbHits')).toBe(2);
    expect(reading(tellAll({ vpid: 'false', pcid: 'false' }), 'tlbHits')).toBe(1);
  });
  test('results are spelled as the issue names them', () => {
    const results = reading(
      tell({
        trace: 'map 400000 1000 r\nread 400abc\nwrite 400000\nread ffff800000000000\nexec 400000',
        vmm: 'native',
        at: '5',
      }),
      'results',
    );
    expect(results).toEqual([
      { line: 2, va: '0x400abc', gpa: '0x1abc', hpa: '0x1abc' },
      { line: 3, va: '0x400000', fault: 'write-protected' },
      { line: 4, va: '0xffff800000000000', fault: 'not-present' },
      { line: 5, va: '0x400000', fault: 'no-execute' },
    ]);
  });
  test('exits are counted by cause', () => {
    expect(reading(tellAll({ vmm: 'nested' }), 'exits')).toMatchObject({
      'ept-violation': 4,
      'vm-switch': 2,
      'page-fault': 0,
      'cr3-load': 0,
      invlpg: 0,
    });
  });
});

describe('the lines on which the two cross', () => {
  const cost = (trace: string, vmm: string) => Number(reading(tellAll({ trace, vmm }), 'cycles'));
  test('an array larger than the TLB, its tables at rest, costs shadow paging less', () => {
    expect(cost(traceOf('sweep'), 'shadow')).toBeLessThan(cost(traceOf('sweep'), 'nested'));
  });
  test.each(['compile', 'fork', 'process'])('%s changes tables, and costs nested paging less', (moment) => {
    expect(cost(traceOf(moment), 'nested')).toBeLessThan(cost(traceOf(moment), 'shadow'));
  });
  test('leaving tables writable spares shadow paging exits', () => {
    const exits = (sync: string) => Number(reading(tellAll({ trace: traceOf('compile'), sync }), 'exitCount'));
    expect(exits('lazy')).toBeLessThan(exits('eager'));
  });
  test('without VPID it is the exits that empty the TLB, more than the switches', () => {
    const flushes = Number(reading(tellAll({ trace: traceOf('process'), vpid: 'false' }), 'tlbFlushes'));
    expect(flushes).toBe(reading(tellAll({ trace: traceOf('process') }), 'exitCount'));
  });
  test('a malicious guest gets nothing that is another’s, under any of the three', () => {
    const all = ['shadow', 'nested', 'native'].map((vmm) => tellAll({ trace: traceOf('malicious'), vmm }));
    expect(all.map((state) => reading(state, 'intrusions'))).toEqual([0, 0, 0]);
    expect(reading(all[0] as State, 'results')).toEqual(reading(all[1] as State, 'results'));
  });
});

describe('a wrong entry', () => {
  const link = { trace: traceOf('two-guests'), moves: '14 corrupt 6' };
  test.each(['shadow', 'nested'])(
    'lets one guest reach the other’s frame under %s paging, and a repair gives it its own again',
    (vmm) => {
      const broken = tell({ ...link, vmm, at: '21' });
      expect(reading(broken, 'intrusions')).toBe(1);
      const mended = tell({ ...link, vmm, moves: '14 corrupt 6 repair 6', at: '28' });
      expect(reading(mended, 'intrusions')).toBe(1);
      const untouched = reading(tell({ trace: link.trace, vmm, at: '26' }), 'results') as readonly { line: number }[];
      const differing = (reading(mended, 'results') as typeof untouched).filter(
        (result, i) => JSON.stringify(result) !== JSON.stringify(untouched[i]),
      );
      expect(differing).toMatchObject([{ line: 20, va: '0x400020', gpa: '0x1a020' }]);
    },
  );
  test('is not offered natively, nor where there is one VM', () => {
    const offered = (link: Link) => offers(lab as never, tell(link), ['corrupt']);
    const two = { trace: traceOf('two-guests'), at: '14' };
    expect([offered(two), offered({ ...two, vmm: 'native' }), offered({ at: '6' })]).toEqual([true, false, false]);
  });
});

test('a fault in a trace names its line and what would be right, in both languages', () => {
  const [fault] = lab.controls.trace.check('vm a\nmap 1000 4000000 r');
  expect(fault).toMatchObject({ line: 2, column: 10 });
  expect(fault?.message.en).toContain('64 MiB');
  expect(fault?.message['zh-CN']).toContain('64 MiB');
});

/** Units that a text takes at a letter size: sans .55 em and mono .6 em a letter, 1 em a Chinese one. */
const widthOf = (words: string, size: number, mono: boolean): number =>
  [...words].reduce((sum, c) => sum + (c > '⺀' ? 1 : mono ? 0.6 : 0.55) * size, 0);

test.each(Object.entries(lab.moments))(
  'the words of %s fit their boxes all along, on both sheets, in both languages',
  (_name, link) => {
    const { run } = readRun(lab.controls, link);
    let state = lab.model.init(run.params);
    for (let i = 0; i < 60; i++) {
      for (const sheet of ['wide', 'tall'] as const) {
        const marks = lab.scene(state, sheet);
        expect(marks.length).toBeLessThanOrEqual(150);
        const size = sheet === 'wide' ? 19 : 12.5;
        for (const mark of marks) {
          if (mark.kind !== 'box') continue;
          for (const words of [mark.text, mark.sub]) {
            if (words === undefined) continue;
            for (const locale of locales)
              expect(
                widthOf(say(words, locale), mark.size === 's' ? size : size * 1.12, mark.mono ?? false),
                `${sheet} ${mark.key}: ${say(words, locale)}`,
              ).toBeLessThanOrEqual(mark.place.w);
          }
        }
        expect(sheets[sheet].w).toBeGreaterThan(0);
      }
      state = lab.model.step(state);
    }
  },
);
