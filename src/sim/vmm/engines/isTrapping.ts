import type { Instruction } from '../../x86/cpu/instruction.ts';

/** What only ring 0 may do, or only with enough IOPL: SDM vol. 3A, "Privileged Instructions", and vol. 1, "I/O Protection". */
const privileged = new Set([
  0xf4, 0xfa, 0xfb, 0xe4, 0xe5, 0xe6, 0xe7, 0xec, 0xed, 0xee, 0xef, 0x6c, 0x6d, 0x6e, 0x6f, 0x0f06, 0x0f08, 0x0f09,
  0x0f20, 0x0f21, 0x0f22, 0x0f23, 0x0f30, 0x0f32,
]);

/** Whether this instruction of a kernel's traps when the kernel is run in an outer ring. */
export function isTrapping({ opcode, mod, reg }: Instruction): boolean {
  if (opcode === 0x0f00) return reg === 2 || reg === 3;
  if (opcode === 0x0f01) return reg === 6 || (mod !== 3 && (reg === 2 || reg === 3 || reg === 7));
  return privileged.has(opcode);
}
