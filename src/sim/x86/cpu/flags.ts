import { AF, CF, type Cpu, OF, PF, SF, ZF } from './state.ts';

/** The six status flags: SDM vol. 1, "EFLAGS Register". */
export const STATUS = CF | PF | AF | ZF | SF | OF;

/** PF where a byte has an even number of ones. */
const parity = Uint8Array.from({ length: 256 }, (_, byte) => {
  let ones = 0;
  for (let rest = byte; rest; rest >>= 1) ones += rest & 1;
  return ones % 2 ? 0 : PF;
});

/** PF, ZF and SF of a result of `size` bytes. */
export function resultFlags(value: number, size: number): number {
  const top = value << (32 - (size << 3));
  return (parity[value & 0xff] ?? 0) | (top === 0 ? ZF : 0) | (top < 0 ? SF : 0);
}

/** Replaces all six status flags. */
export function setStatus(cpu: Cpu, status: number): void {
  cpu.eflags = (cpu.eflags & ~STATUS) | status;
}
