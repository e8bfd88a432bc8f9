// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advanceEvents } from '#sim/vmm/advanceEvents.ts';
import { stepRun } from '#sim/vmm/stepRun.ts';
import { type Technique, techniques } from '#sim/vmm/technique.ts';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import type { Program } from '#sim/x86/program.ts';
import { runs } from '../../runs.ts';
import { allExceptions, seen, settingsFor } from './harness.ts';
import { startRun } from './startRun.ts';

/** Guest events that a hostile program is given. */
const SOME = 400;

type Changes = Parameters<typeof settingsFor>[0];
const setups: readonly (readonly [Technique, Changes])[] = [
  ...techniques.map((technique): (typeof setups)[number] => [technique, {}]),
  ['deprivileged', { kernelRing: 3, segmentLimits: false, stopAtDivergence: false }],
  ['deprivileged', { stopAtDivergence: false }],
  ['binary-translation', { cacheBlocks: 1, adaptive: false }],
  ['hardware', { controls: { ept: false, exceptions: allExceptions, tables: true, rdtsc: true } }],
  ['hardware', { controls: { hlt: false, io: false, interrupts: false, msr: false } }],
];

/** A run of a program stays a run: it throws nothing, ends in a known way or not at all, and goes on by itself where it stopped. */
function endure(program: Program): void {
  for (const [technique, changes] of setups) {
    const { run, made } = advanceEvents(startRun(program, technique, settingsFor(changes)), SOME, () => undefined);
    expect(made).toBeLessThanOrEqual(SOME);
    expect(['debug-exit', 'halted', 'triple-fault', 'diverged', 'refused', undefined]).toContain(run.end);
    if (run.end !== undefined) expect(stepRun(run)).toBe(run);
  }
}

/** What bare metal shows the faithful techniques show too, hostile or not. */
function agree(program: Program): void {
  const tell = (technique: Technique, changes: Changes) =>
    advanceEvents(startRun(program, technique, settingsFor(changes)), SOME, () => undefined).run;
  const bare = seen(tell('bare', {}));
  for (const [technique, changes] of [
    ['hardware', {}],
    ['hardware', { controls: { ept: false } }],
  ] as const) {
    const run = tell(technique, changes);
    expect({ technique, divergence: run.divergence, ...seen(run) }).toEqual({
      technique,
      divergence: undefined,
      ...bare,
    });
  }
}

const header = 'bits 32\norg 0x100000\ndd 0x1badb002, 0x10000, -0x1baeb002, 0x100000, 0x100000, 0, 0, 0x100020\n';
const bytesProgram = (bytes: readonly number[]): Program => {
  const made = assemble(`${header}db ${bytes.join(', ')}\n`);
  if ('faults' in made) throw new Error(made.faults[0]?.message.en);
  return made.program;
};

/** Opcodes that do something to the system, so that random bytes meet it more often than by chance. */
const telling = [
  0x0f, 0xcd, 0xcf, 0x9c, 0x9d, 0xfa, 0xfb, 0xf4, 0xe6, 0xec, 0x8e, 0x8c, 0xea, 0x9a, 0xcb, 0x0e, 0x17, 0x66, 0xf0,
  0xf2, 0xf3, 0x64,
];
const byte = fc.oneof({ weight: 3, arbitrary: fc.nat(255) }, { weight: 1, arbitrary: fc.constantFrom(...telling) });

/** A line of a gallery program left out, doubled, moved or with a word changed. */
const mutation = fc.record({
  program: fc.nat(gallery.length - 1),
  edits: fc.array(fc.tuple(fc.constantFrom('drop', 'double', 'swap', 'word', 'letter'), fc.nat(), fc.nat()), {
    minLength: 1,
    maxLength: 6,
  }),
});
const words = [
  'eax',
  'esp',
  '0',
  '0xFFFFFFFF',
  '[esp]',
  'cs',
  'cr0',
  'iret',
  'popf',
  'hlt',
  'start',
  '0x10',
  'byte',
  ',',
  '%endif',
  'times 5',
  'ss',
];

function mutate({
  program,
  edits,
}: {
  program: number;
  edits: readonly (readonly [string, number, number])[];
}): string {
  const lines = (gallery[program]?.source ?? '').split('\n');
  for (const [kind, a, b] of edits) {
    const [at, to] = [a % lines.length, b % lines.length];
    const line = lines[at] ?? '';
    if (kind === 'drop') lines.splice(at, 1);
    if (kind === 'double') lines.splice(at, 0, line);
    if (kind === 'swap') [lines[at], lines[to]] = [lines[to] ?? '', line];
    if (kind === 'word') lines[at] = line.replace(/[\w.]+(?=\W*$)/, words[b % words.length] ?? '');
    if (kind === 'letter')
      lines[at] =
        line.slice(0, b % (line.length + 1)) + String.fromCharCode(33 + (a % 90)) + line.slice(b % (line.length + 1));
  }
  return lines.join('\n');
}

const deterministic = runs(1) === 1 ? { seed: 3 } : {};

describe('a hostile program', () => {
  it('made of changed lines is a message or a bounded run under every technique', () => {
    let ran = 0;
    fc.assert(
      fc.property(mutation, (changes) => {
        const made = assemble(mutate(changes));
        if ('faults' in made) {
          const [fault] = made.faults;
          expect(fault?.line).toBeGreaterThan(0);
          expect(fault?.column).toBeGreaterThan(0);
          expect(fault?.message.en.trim() && fault.message['zh-CN'].trim()).toBeTruthy();
          return;
        }
        ran++;
        endure(made.program);
      }),
      { numRuns: runs(150), ...deterministic },
    );
    expect(ran).toBeGreaterThan(20);
  }, 3_000_000);

  it('made of random bytes is a bounded run under every technique', () => {
    fc.assert(
      fc.property(fc.array(byte, { minLength: 1, maxLength: 60 }), (bytes) => endure(bytesProgram(bytes))),
      { numRuns: runs(300), ...deterministic },
    );
  }, 3_000_000);

  it('does under VT-x what it does on bare metal', () => {
    fc.assert(
      fc.property(fc.array(byte, { minLength: 1, maxLength: 60 }), (bytes) => agree(bytesProgram(bytes))),
      { numRuns: runs(300), ...deterministic },
    );
  }, 3_000_000);
});
