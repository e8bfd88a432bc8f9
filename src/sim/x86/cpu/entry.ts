import type { Execute } from './instruction.ts';

/**
 * What follows the opcode and its ModR/M, and where it is put:
 * - `byte` one byte, zero-extended (INT n, IN AL,n, shift counts)
 * - `signed` one byte, sign-extended (83 /r, PUSH imm8, short jumps)
 * - `word` two bytes, zero-extended (RET n)
 * - `operand` as many bytes as the operand has, sign-extended (near jumps too)
 * - `far` an offset of the operand's size in `immediate`, then two bytes in `selector`
 * - `enter` two bytes in `immediate`, then one byte in `selector`
 * - `address` a bare offset of the address size: the memory operand of A0-A3, in `displacement`
 */
export type Immediate = 'byte' | 'signed' | 'word' | 'operand' | 'far' | 'enter' | 'address';

/** How one opcode is decoded and carried out. */
export interface Entry {
  readonly execute: Execute;
  /** What `Instruction.size` becomes. `operand` (as if absent): 4 or 2 bytes by the code segment and prefix 66. */
  readonly size?: 'byte' | 'word' | 'dword' | 'operand';
  /**
   * A ModR/M byte follows (it always does in a group, where absent means `any`). `memory`: a
   * register there is #UD. `register`: the field is a register whatever `mod` says (MOV to and from CRn).
   */
  readonly modrm?: 'any' | 'memory' | 'register';
  readonly immediate?: Immediate;
  /** LOCK is allowed if the destination is in memory; elsewhere it is #UD. */
  readonly lockable?: true;
}

/** Eight entries selected by the `reg` field of ModR/M; a hole is #UD. */
export type Group = readonly (Entry | undefined)[];

/** Opcodes 00-ff, and 0f00-0fff for the two-byte map. What is not in a table is #UD. */
export type Opcodes = Readonly<Record<number, Entry | Group>>;
