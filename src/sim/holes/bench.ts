import { assemble } from '../x86/asm/assemble.ts';
import type { Program } from '../x86/program.ts';
import type { Case } from './specimen.ts';

/** Cases in one program: `places` says where each begins, and where the instruction stands that matters. */
export interface Bench {
  readonly program: Program;
  readonly places: ReadonlyMap<Case, Place>;
}
export interface Place {
  readonly start: number;
  readonly probe: number;
  readonly masked: boolean;
}

const header = `bits 32
org 0x100000
head:
    dd 0x1badb002, 0x10000, -(0x1badb002 + 0x10000), head, head, 0, 0, start
start:
`;

/** A program that holds all of these cases. Throws where one is no program: they are ours. */
export function benchOf(cases: readonly Case[]): Bench {
  const text = cases.map(
    ({ setup = '', instruction }, i) => `case${i}:\n${setup}\n.probe: ${instruction}\n.end: nop\n`,
  );
  const made = assemble(header + text.join(''));
  if ('faults' in made) throw new Error(`the bench does not assemble: ${made.faults[0]?.message.en}`);
  const { symbols } = made.program;
  const places = cases.map((each, i): [Case, Place] => [
    each,
    {
      start: symbols.get(`case${i}`) ?? 0,
      probe: symbols.get(`case${i}.probe`) ?? 0,
      masked: each.masked ?? false,
    },
  ]);
  return { program: made.program, places: new Map(places) };
}
