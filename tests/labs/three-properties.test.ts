import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import { readRun } from '#kit/link.ts';
import { offers, replay, replayToEnd } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales, say } from '#kit/text.ts';
import type { Params } from '#labs/three-properties/controls.ts';
import lab from '#labs/three-properties/lab.ts';
import type { State } from '#labs/three-properties/model.ts';
import { type Instruction, isSensitive } from '#sim/monitor/instruction.ts';
import { HORIZON, SWITCH } from '#sim/monitor/machine.ts';
import { fetch } from '#sim/monitor/program.ts';
import { runs } from '../runs.ts';

type Link = Record<string, string>;

/** The state that a link tells. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
/** The state at the end of a link's story. */
function tellAll(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replayToEnd(lab, run);
}
const read = (state: State, name: string) => lab.readings(state)[name]?.value;
const lampsIn = (state: State) => ['equivalence', 'efficiency', 'control'].map((name) => read(state, name));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The instructions as the little computer's manual has them, run on nothing but an array: the oracle for equivalence. */
function oracle(instructions: readonly Instruction[], words: number[], first: number) {
  let [accumulator, left, interrupts, faults] = [first, 0, 0, 0];
  const out: number[] = [];
  for (const [now, { verb, operand }] of instructions.entries()) {
    if (left > 0 && --left === 0) interrupts++;
    const isInside = operand < words.length;
    if (verb === 'add') accumulator = (accumulator + operand) % 1000;
    else if (verb === 'timer') left = operand;
    else if (verb === 'clock') accumulator = now % 1000;
    else if (verb === 'out') out.push(accumulator);
    else if (!isInside) faults++;
    else if (verb === 'load') accumulator = words[operand] ?? Number.NaN;
    else words[operand] = accumulator;
  }
  return { accumulator, out, interrupts, faults, words };
}

const line = fc.oneof(
  fc.tuple(fc.constantFrom('add', 'load', 'store', 'timer'), fc.nat(40)).map(([verb, n]) => `${verb} ${n}`),
  fc.constantFrom('clock', 'out'),
);
const anyProgram = fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\n'));
const anySetting = fc.record({
  guests: fc.integer({ min: 1, max: 4 }),
  sensitive: fc.integer({ min: 0, max: 100 }),
  slice: fc.integer({ min: 10, max: 60 }),
  weights: fc.constantFrom('1 1 1 1', '3 2 1', '9 1 1 1', '1 2 3 4'),
  grants: fc.constantFrom('4 4 4 2', '1 1 1 1', '11 1 1 1', '2 3 4 5'),
  trapCost: fc.integer({ min: 5, max: 60 }),
  interpretCost: fc.integer({ min: 5, max: 40 }),
  program: anyProgram,
});
const toEnd = (settings: Partial<Params>, moves: readonly (readonly [string, string] | number)[] = []): State =>
  replayToEnd(lab, { params: { ...initialParams(lab.controls), ...settings }, moves: moves as never });

describe('laws of the machine', () => {
  test('with equivalence and control each guest has the results of the bare machine, interpreted or not', () => {
    fc.assert(
      fc.property(anySetting, fc.boolean(), (settings, efficiency) => {
        for (const [i, guest] of toEnd({ ...settings, efficiency }).guests.entries()) {
          const stream = Array.from({ length: guest.done }, (_, at) => fetch(guest.program, at));
          const memory = Array.from({ length: guest.size }, (_, address) => 100 * (i + 1) + address);
          const { accumulator, out, interrupts, faults } = guest;
          const words = toWords({ ...settings, efficiency }, i);
          expect({ accumulator, out, interrupts, faults, words }).toEqual(oracle(stream, memory, 10 * (i + 1)));
        }
      }),
      { numRuns: runs(40) },
    );
    function toWords(settings: Partial<Params>, i: number): number[] {
      const { frames, guests } = toEnd(settings);
      const { base = 0, size = 0 } = guests[i] ?? {};
      return frames.slice(base, base + size);
    }
  });

  test('a port changes who does it and what it costs, not what comes out', () => {
    fc.assert(
      fc.property(anySetting, (settings) => {
        for (const [i, { program, done, size, out, ring }] of toEnd({
          ...settings,
          equivalence: false,
        }).guests.entries()) {
          const stream = Array.from({ length: done }, (_, at) => fetch(program, at));
          const memory = Array.from({ length: size }, (_, address) => 100 * (i + 1) + address);
          expect([...out, ...ring]).toEqual(oracle(stream, memory, 10 * (i + 1)).out);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  test('with control nothing that is executed reaches a foreign frame or keeps the core, whatever is attempted', () => {
    const attempts = fc.array(fc.tuple(fc.constantFrom('timer', 'wild'), fc.constantFrom('A', 'B', 'C', 'D')), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(anySetting, attempts, fc.boolean(), fc.boolean(), (settings, moves, equivalence, efficiency) => {
        const told = moves.flatMap((move) => [3, move] as const);
        const end = toEnd({ ...settings, equivalence, efficiency }, told);
        expect([end.foreign, end.overrun, end.spoilt]).toEqual([0, 0, []]);
        expect(read(end, 'control')).not.toBe('dark');
      }),
      { numRuns: runs(60) },
    );
  });

  test('every tick is somebody’s: a guest’s, the VMM’s for it, or a change of guests', () => {
    fc.assert(
      fc.property(
        anySetting,
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (settings, equivalence, efficiency, control) => {
          const end = toEnd({ ...settings, equivalence, efficiency, control });
          expect(sum(end.guests.map(({ direct, served }) => direct + served)) + end.slices * SWITCH).toBe(end.clock);
          end.stretches.forEach(({ from }, i) => void expect(from).toBe(end.stretches[i - 1]?.to ?? 0));
          expect(end.stretches.at(-1)?.to).toBe(end.clock);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test('stride scheduling: no guest is further from its share than one slice with the trap that ends it', () => {
    fc.assert(
      fc.property(anySetting, (settings) => {
        const { guests, setup } = toEnd(settings);
        const most = setup.slice + setup.trap;
        for (const a of guests)
          for (const b of guests)
            expect(Math.abs((a.direct + a.served) / a.weight - (b.direct + b.served) / b.weight)).toBeLessThanOrEqual(
              most / a.weight + most / b.weight,
            );
      }),
      { numRuns: runs(60) },
    );
  });

  test('of any hundred instructions of a mix exactly as many are sensitive as was asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(3), fc.nat(500), (sensitive, seed, from) => {
        const hundred = Array.from({ length: 100 }, (_, i) =>
          fetch({ kind: 'mix', sensitive, seed, size: 4 }, from + i),
        );
        expect(hundred.filter(isSensitive)).toHaveLength(sensitive);
      }),
    );
  });
});

describe('three lamps, and the system they make', () => {
  test.each([
    ['vmm', {}, ['lit', 'lit', 'lit']],
    ['emulator', { efficiency: 'false' }, ['lit', 'dark', 'lit']],
    ['paravirtual', { equivalence: 'false' }, ['dark', 'lit', 'lit']],
    ['dual-boot', { control: 'false' }, ['lit', 'lit', 'dark']],
    ['language-vm', { equivalence: 'false', efficiency: 'false', sensitive: '30' }, ['dark', 'dark', 'lit']],
    ['cooperative', { equivalence: 'false', control: 'false' }, ['dark', 'lit', 'dark']],
    ['nameless', { efficiency: 'false', control: 'false', moves: 'timer.A' }, ['lit', 'dark', 'dark']],
  ] as const)('%s', (system, link, lamps) => {
    const end = tellAll(link);
    expect([read(end, 'system'), lampsIn(end)]).toEqual([system, lamps]);
  });
  test('a lamp tells what was done, not what is set: control switched off and never used is not lost', () => {
    expect(lampsIn(tellAll({ control: 'false', sensitive: '0' }))).toEqual(['lit', 'lit', 'lit']);
  });
  test('run directly, but most instructions sensitive: the efficiency lamp is dark all the same', () => {
    expect(lampsIn(tellAll({ sensitive: '70' }))).toEqual(['lit', 'dark', 'lit']);
  });
  test('before anything has run no lamp tells anything', () => {
    expect([lampsIn(tell({})), read(tell({}), 'system')]).toEqual([['unseen', 'unseen', 'unseen'], 'unseen']);
  });
  test('a port to the monitor does at 40 % what trapping cannot: more than twice the work, with less than half of the calls', () => {
    const [trapping, ported] = [tellAll({ sensitive: '40' }), tellAll({ sensitive: '40', equivalence: 'false' })];
    expect(Number(read(ported, 'instructions'))).toBeGreaterThan(2 * Number(read(trapping, 'instructions')));
    expect(Number(read(ported, 'touchedShare'))).toBeLessThan(Number(read(trapping, 'touchedShare')) / 2);
  });
});

describe('one guest takes the timer', () => {
  test('without control the others wait to the end of time, and no result is wrong', () => {
    const end = tellAll({ control: 'false', moves: '5 timer.A' });
    expect(read(end, 'instructionsOf')).toMatchObject({ B: 0, C: 0 });
    expect([lampsIn(end), end.slices]).toEqual([['lit', 'lit', 'dark'], 1]);
  });
  test('with control it gets a virtual timer, and the VMM the core at the end of the slice', () => {
    const state = tell({ moves: '5 timer.A', at: '7' });
    expect([state.deed, state.alarm, state.guests[0]?.timer]).toMatchObject([
      { how: 'trap', tookTimer: false },
      state.due,
      999,
    ]);
    const end = tellAll({ moves: '5 timer.A' });
    expect(Number(read(end, 'overrun'))).toBe(0);
    expect(lampsIn(end)).toEqual(['lit', 'lit', 'lit']);
  });
});

describe('one guest writes outside its memory', () => {
  test('without control it overwrites the next guest, whose results are from then on not those of the bare machine', () => {
    const state = tell({ control: 'false', moves: '5 wild.A', at: '7' });
    expect([state.deed, state.spoilt]).toMatchObject([{ isForeign: true, frame: 6 }, [6]]);
    expect(state.guests.map(({ difference }) => difference)).toEqual([undefined, 'overwritten', undefined]);
    expect(lampsIn(state)).toEqual(['dark', 'lit', 'dark']);
  });
  test('with control it traps before anything is touched, and has the fault it would have alone', () => {
    const before = tell({ moves: '5 wild.A', at: '6' });
    const state = lab.model.step(before);
    expect([state.frames, state.caught]).toEqual([before.frames, 1]);
    expect(state.guests[0]).toMatchObject({ faults: 1, alone: { faults: 1 }, difference: undefined });
  });
  test('where there is no other guest it is the VMM that is overwritten', () => {
    const state = tell({ guests: '1', control: 'false', moves: '5 wild.A', at: '7' });
    expect(state.deed).toMatchObject({ isForeign: true, frame: 1 });
  });
  test('what the last guest owns reaches the first, for addresses wrap', () => {
    expect(tellAll({ control: 'false', moves: 'wild.C' }).spoilt).toEqual([2]);
  });
});

test('prices add up: 20 instructions of the mix take 19 ticks and a trap', () => {
  const { guests } = tellAll({ guests: '1' });
  const [a] = guests;
  expect(a?.direct).toBe((a?.done ?? 0) - (a?.touched ?? 0));
  expect(a?.served).toBe(10 * Math.floor((a?.done ?? 0) / 20));
});

test('a program of the reader’s own is run as written', () => {
  const end = tellAll({ program: 'load 1\nadd 7   # a comment\nstore 0\nout', guests: '1', at: '0' });
  expect(end.guests[0]?.out.slice(0, 3)).toEqual([108, 108, 108]);
  expect(end.frames[2]).toBe(108);
});

test.each([
  ['program', 'add 1\nhalt', 2, 1, 'add, load, store'],
  ['program', 'load', 1, 5, 'missing'],
  ['program', 'store 1000', 1, 7, '0 to 999'],
  ['program', 'out 5', 1, 5, 'too many'],
  ['weights', '1 x', 1, 3, '1 to 9'],
  ['weights', '1 1 1 1 1', 1, 9, 'four guests'],
  ['weights', '', 1, 1, 'such as'],
  ['grants', '9 9', 1, 1, 'add up to 20'],
] as const)('%s “%s” is refused at %i:%i, in both languages', (name, words, row, column, part) => {
  const [fault] = lab.controls[name].check(words);
  expect(fault).toMatchObject({ line: row, column });
  expect(fault?.message.en).toContain(part);
  expect(fault?.message['zh-CN']).toMatch(/\p{Script=Han}/u);
});

test('a run ends, and then offers nothing any more', () => {
  const end = tellAll({});
  expect(end.clock).toBeGreaterThanOrEqual(HORIZON);
  expect(lab.model.step(end)).toBe(end);
  expect(offers(lab as never, end, ['timer', 'A'])).toBe(false);
});

test('the questions answer what was bet: right reasons for the right, a belief for each wrong one', () => {
  for (const link of Object.values(lab.moments)) {
    const { run } = readRun(lab.controls, link);
    let state = replay(lab as never, run.params, run.moves) as State;
    for (let i = 0; i < 80; i++) {
      const next = lab.model.step(state);
      const ask = next === state ? undefined : lab.asks?.(state);
      for (const option of Object.values(ask?.options ?? {}))
        for (const locale of locales) expect(option.why[locale], `${ask?.key}`).not.toBe('');
      state = next;
    }
  }
});

/** Units that a text takes at a letter size: sans .55 em and mono .6 em a letter, 1 em a Chinese one. */
const widthOf = (words: string, size: number, mono: boolean): number =>
  [...words].reduce((all, c) => all + (c > '⺀' ? 1 : mono ? 0.6 : 0.55) * size, 0);

test.each(Object.entries(lab.moments))(
  'the words of %s fit their boxes, on both sheets, in both languages, and the marks are not too many',
  (_name, link) => {
    const { run } = readRun(lab.controls, link);
    let state = tell({ ...link, at: '0' });
    for (const steps of [0, ...Array.from({ length: 40 }, (_, i) => i * 3 + 1)]) {
      state = replay(lab as never, run.params, takeMoves(run.moves, steps));
      for (const sheet of ['wide', 'tall'] as const) {
        const marks = lab.scene(state, sheet);
        expect(marks.length).toBeLessThanOrEqual(115);
        const size = sheet === 'wide' ? 19 : 12.5;
        for (const mark of marks) {
          if (mark.kind !== 'box') continue;
          const letters = mark.size === 's' ? size : size * 1.12;
          for (const [words = '', each] of [
            [mark.text, letters],
            [mark.sub, size],
          ] as const)
            for (const locale of locales)
              expect(
                widthOf(say(words, locale), each, mark.mono ?? false),
                `${sheet} ${mark.key}: ${say(words, locale)}`,
              ).toBeLessThanOrEqual(mark.place.w);
        }
      }
    }
  },
);

describe('the machine’s questions', () => {
  const askedAt = (link: Link) => {
    const state = tell(link);
    const ask = lab.asks?.(state);
    return { ask, right: ask?.right(lab.model.step(state)) };
  };
  test('an address that comes round to the guest’s own memory is not asked about: it neither faults nor harms', () => {
    const round = { control: 'false', program: 'store 16' };
    expect(lab.model.step(tell({ ...round, at: '1' })).deed).toMatchObject({ how: 'direct', isForeign: false });
    expect(askedAt({ ...round, at: '1' }).ask).toBeUndefined();
    expect(askedAt({ control: 'true', program: 'store 16', at: '1' })).toMatchObject({ right: 'fault' });
  });
  test('a timer left to the guest does not trap, and that is not called what makes it fast', () => {
    const { ask, right } = askedAt({ control: 'false', program: 'timer 5', at: '1' });
    expect([ask?.key, right]).toEqual(['carries-sensitive', 'core']);
    expect(ask?.options.vmm?.why.en).toContain('Control is off');
  });
  test('where two guests have had as little, the one not taken is told why', () => {
    // After A’s slice and B’s, C and D have had nothing yet, and C comes first by its letter.
    let state = tell({ guests: '4', sensitive: '0' });
    while (state.slices < 2 || state.clock < state.alarm) state = lab.model.step(state);
    const ask = lab.asks?.(state);
    expect(ask?.right(lab.model.step(state))).toBe('C');
    expect(ask?.options.C?.why.en).toContain('comes first');
    expect(ask?.options.D?.why.en).toContain('first letter');
    expect(ask?.options.A?.why.en).toContain('someone else has had less');
  });
});

test('who waits long because traps are dear has not been starved', () => {
  // Each time A keeps the core for a few ticks more than its slice of ten, and then for one trap.
  const program = ['timer 12', ...Array.from({ length: 11 }, () => 'add 1'), 'out'].join('\n');
  let state = tell({ control: 'false', guests: '4', trapCost: '200', slice: '10', sensitive: '100', program });
  let longest = 0;
  for (let next = state; ; state = next) {
    expect(lab.goals.starve?.reached(state)).toBe(false);
    longest = Math.max(longest, ...state.guests.map(({ lastRan }) => state.clock - lastRan));
    next = lab.model.step(state);
    if (next === state) break;
  }
  expect([state.overrun > 0, longest >= 500]).toEqual([true, true]);
});

test('to withstand both attempts takes both: a read outside is caught too, but is no write', () => {
  const withstood = (link: Link): boolean | undefined => lab.goals.withstand?.reached(tellAll(link));
  const ordinary = 'add 1\n'.repeat(7);
  const reads = { program: `${ordinary}load 900` };
  expect(read(tellAll({ ...reads, moves: 'timer.B' }), 'caught')).toBeGreaterThan(0);
  expect(lampsIn(tellAll({ ...reads, moves: 'timer.B' }))).toEqual(['lit', 'lit', 'lit']);
  expect(withstood({ ...reads, moves: 'timer.B' })).toBe(false);
  expect(withstood({ moves: 'wild.B' })).toBe(false);
  expect(withstood({ moves: 'timer.A wild.B' })).toBe(true);
  expect(withstood({ program: `${ordinary}${ordinary}timer 999\nstore 900` })).toBe(true);
});
