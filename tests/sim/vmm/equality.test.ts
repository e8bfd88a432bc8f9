// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import type { GuestRun } from '#sim/vmm/run.ts';
import { advanceRun } from '#sim/vmm/stepRun.ts';
import type { Technique } from '#sim/vmm/technique.ts';
import type { Program } from '#sim/x86/program.ts';
import { runs } from '../../runs.ts';
import { generate } from '../x86/generate.ts';
import { galleryGuests } from '../x86/guests.ts';
import { allExceptions, MOST, programOf, seen, settingsFor, tell } from './harness.ts';
import { firstHole } from './holes.ts';
import { startRun } from './startRun.ts';

// A busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

type Setup = readonly [name: string, technique: Technique, changes: Parameters<typeof tell>[2]];

/** Every way to run a guest that nobody has changed. */
const setups: readonly Setup[] = [
  ['interpreter', 'interpreter', {}],
  ['binary translation', 'binary-translation', {}],
  ['VT-x with EPT', 'hardware', {}],
  ['VT-x with shadow tables', 'hardware', { controls: { ept: false } }],
];

/** The same with everything the other way round: what is dear for every program is tried on a part of them. */
const others: readonly Setup[] = [
  ['binary translation, one block, no adaptation', 'binary-translation', { cacheBlocks: 1, adaptive: false }],
  [
    'VT-x with as few exits as can be',
    'hardware',
    { controls: { hlt: false, io: false, interrupts: false, msr: false } },
  ],
  [
    'VT-x with every exit there is',
    'hardware',
    { controls: { cr3: true, invlpg: true, tables: true, rdtsc: true, exceptions: allExceptions } },
  ],
  [
    'VT-x with every exit and shadow tables',
    'hardware',
    { controls: { ept: false, tables: true, rdtsc: true, exceptions: allExceptions } },
  ],
];

/** To its end, as fast as can be. */
const finish = (program: Program, technique: Technique, changes: Setup[2] = {}): GuestRun =>
  advanceRun(startRun(program, technique, settingsFor(changes)), MOST).run;

/** In lockstep nothing may differ at any event; then the serial bytes, the end and all counts are the same too. */
function expectSame(program: Program, name: string, among: readonly Setup[]): void {
  const bare = seen(finish(program, 'bare'));
  expect(bare.end, name).toBeDefined();
  for (const [setup, technique, changes] of among) {
    const run = finish(program, technique, changes);
    expect({ name, setup, divergence: run.divergence, ...seen(run) }).toEqual({
      name,
      setup,
      divergence: undefined,
      ...bare,
    });
  }
}

/** Deprivileged, a guest first differs at the very event at which, watched on bare metal, it first uses a hole; and not at all if it uses none. */
function expectHole(program: Program, name: string): boolean {
  const { run } = tell(program, 'deprivileged');
  const hole = firstHole(program, MOST);
  const { divergence, events } = run;
  expect({ name, event: divergence && events, address: divergence?.address }, hole?.name).toEqual({
    name,
    event: hole?.event,
    address: hole?.address,
  });
  if (!hole) expect({ name, ...seen(run) }).toEqual({ name, ...seen(tell(program, 'bare').run) });
  return hole !== undefined;
}

/** A generated program that lets interrupts in (every line of the PIC is masked): its PUSHFs and POPFs are no holes while IF stays 1. */
const open = (seed: number): string =>
  generate(seed)
    .replace('    cld\n', '    sti\n    cld\n')
    .replaceAll('push 0x002', 'push 0x202')
    .replaceAll('mov cl, GATE_INTERRUPT', 'mov cl, GATE_TRAP');

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed);
const unmodified = galleryGuests.filter(({ boots }) => boots);

describe('one guest, the same under every technique', () => {
  it.each(unmodified.map((guest) => [guest.name, guest] as const))('%s runs as on bare metal', (name, guest) => {
    expectSame(programOf(guest.source, guest.defines), name, [...setups, ...others]);
  });

  it('300 generated programs run as on bare metal, and deprivileged differ where they use a hole', () => {
    for (const seed of seeds(runs(300))) {
      const program = programOf(generate(seed));
      expectSame(program, `generated ${seed}`, setups);
      expectHole(program, `generated ${seed}`);
    }
  }, 3_000_000);

  it('so do some of them, with every control the other way round', () => {
    for (const seed of seeds(runs(15))) expectSame(programOf(generate(seed)), `generated ${seed}`, others);
  }, 3_000_000);
});

describe('deprivileged, a guest differs exactly where it uses a hole', () => {
  it.each(unmodified.map((guest) => [guest.name, guest] as const))('%s', (name, guest) => {
    expectHole(programOf(guest.source, guest.defines), name);
  });

  it('and generated programs, of which some use none where they keep interrupts on', () => {
    const holes = seeds(runs(40)).filter((seed) => expectHole(programOf(open(seed)), `open ${seed}`));
    expect(holes.length).toBeLessThan(runs(40));
  }, 3_000_000);

  it('which of the gallery do is no surprise', () => {
    const diverged = unmodified
      .filter(({ defines }) => defines.length === 0)
      .filter(({ source }) => tell(programOf(source), 'deprivileged').run.divergence)
      .map(({ name }) => name);
    expect(diverged).toEqual([
      'system-call',
      'popf-and-interrupts',
      'critical-section',
      'two-tasks',
      'iopl-and-ports',
      'which-ring',
      'traced-kernel',
    ]);
  });
});
