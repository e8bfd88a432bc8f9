import { STATUS } from './flags.ts';
import type { Instruction } from './instruction.ts';
import { AF, CF, type Cpu, ECX, OF, PF, SF, ZF } from './state.ts';

/** Of rotates OF alone is in question; of shifts also AF, and CF where the whole word has gone. */
function afterShift({ reg, size }: Instruction, count: number): number {
  if (count === 0) return 0;
  const overflow = count === 1 ? 0 : OF;
  if (reg < 4) return overflow;
  return overflow | AF | (reg !== 7 && count >= size << 3 ? CF : 0);
}

/** 0 for what is not a shift or rotate: its count otherwise, before it is taken modulo 32. */
function countOf({ opcode, immediate }: Instruction, { regs }: Cpu): number {
  if (opcode === 0xd0 || opcode === 0xd1) return 1;
  return opcode === 0xd2 || opcode === 0xd3 || (opcode & 1 && opcode > 0xff) ? (regs[ECX] ?? 0) : immediate;
}

function afterDoubleShift({ size }: Instruction, count: number): number {
  if (count === 0) return 0;
  return count > size << 3 ? STATUS : AF | (count === 1 ? 0 : OF);
}

const logic = new Set([1, 4, 6]);

function afterOneByte(i: Instruction, cpu: Cpu): number {
  const { opcode, reg } = i;
  if (opcode < 0x40) return (opcode & 7) < 6 && logic.has(opcode >> 3) ? AF : 0;
  if (opcode >= 0x80 && opcode <= 0x83) return logic.has(reg) ? AF : 0;
  if (opcode === 0x69 || opcode === 0x6b) return SF | ZF | AF | PF;
  if (opcode === 0x84 || opcode === 0x85 || opcode === 0xa8 || opcode === 0xa9) return AF;
  if (opcode === 0xc0 || opcode === 0xc1 || (opcode >= 0xd0 && opcode <= 0xd3))
    return afterShift(i, countOf(i, cpu) & 31);
  if (opcode !== 0xf6 && opcode !== 0xf7) return 0;
  if (reg < 2) return AF;
  return reg < 4 ? 0 : reg < 6 ? SF | ZF | AF | PF : STATUS;
}

function afterTwoByte(i: Instruction, cpu: Cpu): number {
  switch (i.opcode) {
    case 0x0fa3:
    case 0x0fab:
    case 0x0fb3:
    case 0x0fbb:
    case 0x0fba:
      return OF | SF | AF | PF;
    case 0x0fbc:
    case 0x0fbd:
      return CF | OF | SF | AF | PF;
    case 0x0fa4:
    case 0x0fa5:
    case 0x0fac:
    case 0x0fad:
      return afterDoubleShift(i, countOf(i, cpu) & 31);
    case 0x0faf:
      return SF | ZF | AF | PF;
    default:
      return 0;
  }
}

/**
 * The status flags that the manual leaves undefined after this instruction,
 * executed on this processor state: SDM vol. 1, "EFLAGS Cross-Reference". Processors differ
 * in them, so a comparison of two masks them.
 */
export const undefinedFlags = (i: Instruction, cpu: Cpu): number =>
  i.opcode > 0xff ? afterTwoByte(i, cpu) : afterOneByte(i, cpu);
