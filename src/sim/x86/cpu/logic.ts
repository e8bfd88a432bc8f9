import { resultFlags, setStatus } from './flags.ts';
import type { Operation } from './operand.ts';

/** CF and OF are cleared; AF, which the manual leaves undefined, as QEMU clears it. */
export const and: Operation = (cpu, a, b, size) => {
  setStatus(cpu, resultFlags(a & b, size));
  return a & b;
};
export const or: Operation = (cpu, a, b, size) => {
  setStatus(cpu, resultFlags(a | b, size));
  return a | b;
};
export const xor: Operation = (cpu, a, b, size) => {
  setStatus(cpu, resultFlags(a ^ b, size));
  return a ^ b;
};

/** NOT changes no flag. */
export const not: Operation = (_, a) => ~a;
