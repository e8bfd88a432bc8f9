import type { Instruction } from '../../x86/cpu/instruction.ts';

/**
 * What the translator makes of an instruction of the guest's kernel (Adams and
 * Agesen 2006, section 3.2): the same instruction; a jump to another block of the
 * cache, or to whichever a register or the stack names; a few instructions on the
 * virtual processor's variables; or a call out into the monitor.
 */
export type Form = 'ident' | 'branch' | 'indirect' | 'inCache' | 'callout';

/** PUSH and POP of a segment register, one byte each: odd ones pop, but 0F is no instruction. */
const pushesSegment = (opcode: number): boolean => [0x06, 0x0e, 0x16, 0x1e, 0x0fa0, 0x0fa8].includes(opcode);
const popsSegment = (opcode: number): boolean => [0x07, 0x17, 0x1f, 0x0fa1, 0x0fa9].includes(opcode);

/** Reads that tell the real processor's state, and what is cheap on variables: IF, flags, IDT base, CR0, ports, CPUID, TSC. */
const inCache = new Set([
  0xfa, 0xfb, 0x9c, 0x9d, 0x8c, 0xe4, 0xe5, 0xe6, 0xe7, 0xec, 0xed, 0xee, 0xef, 0x0fa2, 0x0f31, 0x0f02, 0x0f03, 0x0f06,
  0x0f20,
]);

/** What changes tables, address spaces, segments or the ring, or waits. */
const callouts = new Set([
  0x8e, 0x9a, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xea, 0xf4, 0x0f08, 0x0f09, 0x0f22, 0x0f30, 0x0f32, 0x6c, 0x6d, 0x6e,
  0x6f, 0xc4, 0xc5,
]);

/** How this instruction is translated. */
export function formOf(instruction: Instruction): Form {
  const { opcode, reg, mod } = instruction;
  if (inCache.has(opcode) || pushesSegment(opcode)) return 'inCache';
  if (callouts.has(opcode) || popsSegment(opcode)) return 'callout';
  switch (opcode) {
    case 0x0f00:
      // SLDT, STR, VERR and VERW read; LLDT and LTR load.
      return reg === 2 || reg === 3 ? 'callout' : 'inCache';
    case 0x0f01:
      // SGDT, SIDT and SMSW read; LGDT, LIDT, LMSW, INVLPG and VMCALL do something.
      return (mod !== 3 && reg < 2) || reg === 4 ? 'inCache' : 'callout';
    case 0xff:
      return reg === 3 || reg === 5 ? 'callout' : reg === 2 || reg === 4 ? 'indirect' : 'ident';
    case 0xc2:
    case 0xc3:
      return 'indirect';
    default:
      return endsBlock(instruction) ? 'branch' : 'ident';
  }
}

/** Whether a block ends with this instruction: what comes next is known only when it has run. */
export function endsBlock({ opcode, reg }: Instruction): boolean {
  if ((opcode & 0xf0) === 0x70 || (opcode >= 0x0f80 && opcode <= 0x0f8f)) return true;
  if (opcode === 0xff) return reg >= 2 && reg <= 5;
  return blockEnds.has(opcode);
}

const blockEnds = new Set([
  0xc2, 0xc3, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xe0, 0xe1, 0xe2, 0xe3, 0xe8, 0xe9, 0xea, 0xeb, 0x9a, 0xf4, 0x0f22,
]);
