import type { Machine } from '../machine.ts';

/** Carries out a decoded instruction. `cpu.eip` already points past it; a throw of a `Fault` means that it did not happen. */
export type Execute = (machine: Machine, instruction: Instruction) => void;

/** A decoded instruction (SDM vol. 2A, "Instruction Format"). It is the same wherever it stands, so it can be kept with its bytes. */
export interface Instruction {
  /** 00-ff, or 0f00-0fff for the two-byte map. */
  readonly opcode: number;
  /** Bytes in all, prefixes included. */
  readonly length: number;
  /** The operand's size in bytes: 1, 2 or 4. */
  readonly size: 1 | 2 | 4;
  /** Fields of ModR/M; `mod` 3 is a register. 0 where there is none. */
  readonly mod: number;
  readonly reg: number;
  readonly rm: number;
  /** The memory operand: registers by number or -1, scale as a shift, displacement, and the segment it is in. */
  readonly base: number;
  readonly index: number;
  readonly scale: number;
  readonly displacement: number;
  readonly segment: number;
  /** 16-bit addressing, by prefix. */
  readonly short: boolean;
  /** Sign- or zero-extended as the opcode says; a far pointer's offset. */
  readonly immediate: number;
  /** A far pointer's selector; the second immediate of ENTER. */
  readonly selector: number;
  readonly repeat: 'none' | 'rep' | 'repne';
  readonly lock: boolean;
  readonly execute: Execute;
}
