import { hasOperand, type Instruction, MODULUS, type Verb, verbs } from './instruction.ts';

export const MOST_LINES = 200;

export type ProgramFaultKind = 'verb' | 'missing' | 'operand' | 'extra' | 'long';
/** Lines and columns count from 1. */
export interface ProgramFault {
  readonly line: number;
  readonly column: number;
  readonly kind: ProgramFaultKind;
  readonly word: string;
}

/** The instructions of a text, one a line, `#` beginning a comment; and everything that is wrong in it. */
export function parseProgram(text: string): {
  readonly lines: readonly Instruction[];
  readonly faults: readonly ProgramFault[];
} {
  const lines: Instruction[] = [];
  const faults: ProgramFault[] = [];
  for (const [i, whole] of text.split('\n').entries()) {
    const words = [...whole.replace(/#.*/, '').matchAll(/\S+/g)];
    if (words.length === 0) continue;
    const read = readLine(words.map(([word]) => word));
    if ('verb' in read) lines.push(read);
    else
      faults.push({
        line: i + 1,
        column: (words[read.place]?.index ?? whole.replace(/#.*/, '').trimEnd().length) + 1,
        kind: read.kind,
        word: (words[read.place]?.[0] ?? '').slice(0, 20),
      });
    if (lines.length > MOST_LINES) {
      faults.push({ line: i + 1, column: 1, kind: 'long', word: '' });
      break;
    }
  }
  return { lines, faults };
}

interface Wrong {
  readonly place: number;
  readonly kind: ProgramFaultKind;
}

function readLine([name = '', operand, ...rest]: readonly string[]): Instruction | Wrong {
  const verb = verbs.find((each): each is Verb => each === name);
  if (!verb) return { place: 0, kind: 'verb' };
  if (!hasOperand(verb)) return operand === undefined ? { verb, operand: 0 } : { place: 1, kind: 'extra' };
  if (operand === undefined) return { place: 1, kind: 'missing' };
  if (!/^\d{1,3}$/.test(operand) || Number(operand) >= MODULUS) return { place: 1, kind: 'operand' };
  return rest.length ? { place: 2, kind: 'extra' } : { verb, operand: Number(operand) };
}
