import type { Instruction, Verb } from './instruction.ts';

/** Made from a stated mix, without end, or written, and then begun anew after its last line. */
export type Program =
  | { readonly kind: 'mix'; readonly sensitive: number; readonly seed: number; readonly size: number }
  | { readonly kind: 'written'; readonly lines: readonly Instruction[] };

/** How long an ordinary guest sets its timer for, in ticks. */
export const USUAL_TIMER = 40;

const innocuous: readonly Verb[] = ['load', 'add', 'store', 'add'];
const sensitive: readonly Verb[] = ['out', 'timer', 'out', 'clock'];

/** The instruction at a place of the stream. Of any hundred in a row, exactly `sensitive` are sensitive. */
export function fetch(program: Program, at: number): Instruction {
  if (program.kind === 'written') return program.lines[at % program.lines.length] ?? { verb: 'add', operand: 0 };
  const { sensitive: percent, seed, size } = program;
  const i = at + 3 * seed;
  const nth = Math.floor((i * percent) / 100);
  if (Math.floor(((i + 1) * percent) / 100) > nth) return withOperand(sensitive[nth % 4] ?? 'out', i, seed, size);
  return withOperand(innocuous[i % 4] ?? 'add', i, seed, size);
}

function withOperand(verb: Verb, i: number, seed: number, size: number): Instruction {
  switch (verb) {
    case 'add':
      return { verb, operand: 1 + ((i * 5 + seed * 7) % 9) };
    case 'load':
      return { verb, operand: Math.floor(i / 4) % size };
    case 'store':
      return { verb, operand: (Math.floor(i / 4) + 1) % size };
    case 'timer':
      return { verb, operand: USUAL_TIMER };
    case 'clock':
    case 'out':
      return { verb, operand: 0 };
  }
}
