// @vitest-environment node
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DE } from '#sim/x86/cpu/fault.ts';
import { fetch } from '#sim/x86/cpu/fetch.ts';
import { STATUS } from '#sim/x86/cpu/flags.ts';
import { EAX, EBX, ECX, EDX } from '#sim/x86/cpu/state.ts';
import { undefinedFlags } from '#sim/x86/cpu/undefinedFlags.ts';
import { bare, step } from './bare.ts';

/**
 * What an AMD EPYC (family 19h, model 11h) did, made by `record.c`: see there
 * for the format. It is no Intel, but the flags that the manual defines are the
 * same on both; the others are masked.
 */
const text = readFileSync(new URL('./recorded.txt', import.meta.url), 'utf8');

interface Block {
  readonly name: string;
  readonly hex: string;
  readonly lines: readonly string[];
}

const blocks: readonly Block[] = text
  .split('\n= ')
  .slice(1)
  .map((block) => {
    const [title = '', ...lines] = block.trimEnd().split('\n');
    const [hex = ''] = title.split(' ');
    return { name: title.slice(hex.length + 1), hex, lines };
  });

const hexOf = (word: string): number => Number.parseInt(word, 16);

/** SHLD and SHRD of a 16-bit word by more than 16 have no defined result. */
const hasResult = (hex: string, line: string): boolean =>
  !/^660fa[5d]/.test(hex) || (hexOf(line.split(' ')[2] ?? '') & 31) <= 16;

/** What the recording says and what we do, each in the recording's own words. */
function replay(hex: string, line: string): { told: string; done: string } {
  const [before = '', after = ''] = line.split(':');
  const [eax = 0, ebx = 0, ecx = 0, edx = 0, flags = 0] = before.split(' ').map(hexOf);
  const machine = bare(hex, { eax, ebx, ecx, edx }, flags);
  const { cpu } = machine;
  const mask = STATUS & ~undefinedFlags(fetch(machine), cpu);
  if (step(machine) === DE) return { told: line, done: `${before}:!` };
  const words = after.split(' ').map((word, n) => (word === '.' ? [eax, ebx, ecx, edx, flags][n] : hexOf(word)) ?? 0);
  const found = [EAX, EBX, ECX, EDX].map((number) => (cpu.regs[number] ?? 0) >>> 0);
  const say = (regs: readonly number[], status: number): string =>
    `${before}:${[...regs, status & mask].map((n) => n.toString(16)).join(' ')}`;
  return { told: after === '!' ? line : say(words.slice(0, 4), words[4] ?? 0), done: say(found, cpu.eflags) };
}

describe('results, flags and divide errors are those of a real processor', () => {
  test.each(blocks.map(({ name, hex, lines }) => [name, hex, lines] as const))('%s (%s)', (_, hex, lines) => {
    const replayed = lines.filter((line) => hasResult(hex, line)).map((line) => replay(hex, line));
    expect(replayed.map(({ done }) => done)).toEqual(replayed.map(({ told }) => told));
  });

  test('the recording is whole', () => {
    expect(blocks.length).toBeGreaterThan(150);
    expect(blocks.flatMap(({ lines }) => lines).length).toBeGreaterThan(4500);
  });
});
