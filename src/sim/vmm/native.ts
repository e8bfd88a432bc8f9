import type { Prices } from './technique.ts';

/** IN and OUT. */
const isPort = (opcode: number): boolean => (opcode & 0xfff4) === 0xe4;
/** INT n, INT3 and INTO: with the return a system call. */
const isCall = (opcode: number): boolean => opcode >= 0xcc && opcode <= 0xce;

/** What an instruction costs that the processor carries out by itself. */
export function nativeCycles(prices: Prices, opcode: number): number {
  if (isPort(opcode)) return prices.port;
  return isCall(opcode) ? prices.syscall : prices.instruction;
}
