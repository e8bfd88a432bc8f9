// The computer is a small one of the third generation: Popek & Goldberg, “Formal Requirements for Virtualizable Third
// Generation Architectures”, CACM 17(7), 1974: an accumulator, memory behind a relocation-bounds register, a timer, traps.

export const verbs = ['add', 'load', 'store', 'timer', 'clock', 'out'] as const;
export type Verb = (typeof verbs)[number];

/** `clock` and `out` have no operand; theirs is 0. */
export interface Instruction {
  readonly verb: Verb;
  readonly operand: number;
}

/** Numbers and addresses in an instruction are below this, and so is what a frame or the accumulator holds. */
export const MODULUS = 1000;

export const hasOperand = (verb: Verb): boolean => verb !== 'clock' && verb !== 'out';

/** Whether it changes or shows what all guests share: the timer, the time, a device. The rest is innocuous. */
export const isSensitive = ({ verb }: Instruction): boolean => verb === 'timer' || verb === 'clock' || verb === 'out';

export const instructionToWord = ({ verb, operand }: Instruction): string =>
  hasOperand(verb) ? `${verb} ${operand}` : verb;
