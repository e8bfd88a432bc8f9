import { type Instruction, isSensitive, MODULUS } from './instruction.ts';

/** What a program can find out about its computer, memory left out. */
export interface Computer {
  readonly accumulator: number;
  /** What was written to the console. */
  readonly out: readonly number[];
  /** Ticks until its timer interrupts; 0 where it is off. */
  readonly timer: number;
  readonly interrupts: number;
  /** Accesses beyond its memory: each traps, has no effect, and is counted. */
  readonly faults: number;
  /** Instructions it has executed. This is its clock, for alone each takes one tick. */
  readonly done: number;
}

/** The bare machine, with one program on it and as much memory as the guest was granted. */
export interface Alone extends Computer {
  readonly words: readonly number[];
  /** Instructions it does not know: calls to a monitor that is not there. */
  readonly unknown: number;
}

/** The timer's part of an instruction. */
export const tickTimer = (timer: number): { readonly timer: number; readonly rang: number } => ({
  timer: Math.max(0, timer - 1),
  rang: timer === 1 ? 1 : 0,
});

/** One instruction on the bare machine. One that was rewritten to call a monitor is unknown there and has no effect. */
export function runAlone(machine: Alone, instruction: Instruction, isPorted: boolean): Alone {
  const { timer, rang } = tickTimer(machine.timer);
  const next = { ...machine, timer, interrupts: machine.interrupts + rang, done: machine.done + 1 };
  if (isPorted && isSensitive(instruction)) return { ...next, unknown: machine.unknown + 1 };
  const { accumulator, words } = machine;
  const { verb, operand } = instruction;
  switch (verb) {
    case 'add':
      return { ...next, accumulator: (accumulator + operand) % MODULUS };
    case 'load':
      return operand < words.length
        ? { ...next, accumulator: words[operand] ?? 0 }
        : { ...next, faults: machine.faults + 1 };
    case 'store':
      return operand < words.length
        ? { ...next, words: words.with(operand, accumulator) }
        : { ...next, faults: machine.faults + 1 };
    case 'timer':
      return { ...next, timer: operand };
    case 'clock':
      return { ...next, accumulator: machine.done % MODULUS };
    case 'out':
      return { ...next, out: [...machine.out, accumulator] };
  }
}
