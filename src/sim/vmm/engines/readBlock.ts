import { isFault } from '../../x86/cpu/fault.ts';
import { fetch } from '../../x86/cpu/fetch.ts';
import type { Instruction } from '../../x86/cpu/instruction.ts';
import type { Machine } from '../../x86/machine.ts';
import { addressOf } from '../guestEvent.ts';
import { endsBlock } from '../translation/form.ts';

/** A stretch of the guest's code that is entered at its first instruction only and left after its last. */
export interface BasicBlock {
  /** Linear address of the first instruction. */
  readonly address: number;
  readonly instructions: readonly Instruction[];
}

/** Adams and Agesen 2006, section 3.2: a translation unit has at most twelve instructions. */
const MOST_INSTRUCTIONS = 12;

/** The basic block that begins where the guest stands, which is only looked at. Undefined where not even its first instruction can be fetched. */
export function readBlock(guest: Machine): BasicBlock | undefined {
  const { cpu } = guest;
  const { eip, cr2 } = cpu;
  const instructions: Instruction[] = [];
  try {
    while (instructions.length < MOST_INSTRUCTIONS) {
      const instruction = fetch(guest);
      instructions.push(instruction);
      cpu.eip = (cpu.eip + instruction.length) >>> 0;
      if (endsBlock(instruction)) break;
    }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    cpu.cr2 = cr2;
  }
  cpu.eip = eip;
  return instructions.length === 0 ? undefined : { address: addressOf(guest), instructions };
}

/** Whether two blocks of one address are the same code. */
export const isSameCode = (a: BasicBlock, b: BasicBlock): boolean =>
  a.instructions.length === b.instructions.length &&
  a.instructions.every((instruction, i) => isSameInstruction(instruction, b.instructions[i]));

const isSameInstruction = (a: Instruction, b: Instruction | undefined): boolean =>
  a === b || (b !== undefined && fieldsOf(a).every((field, i) => field === fieldsOf(b)[i]));

const fieldsOf = ({
  opcode,
  length,
  size,
  mod,
  reg,
  rm,
  base,
  index,
  scale,
  displacement,
  segment,
  immediate,
  selector,
  repeat,
}: Instruction) =>
  [opcode, length, size, mod, reg, rm, base, index, scale, displacement, segment, immediate, selector, repeat] as const;
