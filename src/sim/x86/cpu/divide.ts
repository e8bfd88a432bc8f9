import type { Machine } from '../machine.ts';
import { DE, fault } from './fault.ts';
import type { Instruction } from './instruction.ts';
import { readRm } from './operand.ts';
import { writeRegister } from './register.ts';
import { EAX, EDX } from './state.ts';

const AH = 4;

/** Divides high:low by a word, all unsigned, in two steps that doubles can do; the quotient may be as large as 2^32 - 1. */
function divideLong(high: number, low: number, divisor: number): { quotient: number; remainder: number } {
  const upper = high * 0x10000 + (low >>> 16);
  const lower = (upper % divisor) * 0x10000 + (low & 0xffff);
  return {
    quotient: Math.floor(upper / divisor) * 0x10000 + Math.floor(lower / divisor),
    remainder: lower % divisor,
  };
}

/** Quotient and remainder go where the dividend was: AX, DX:AX or EDX:EAX. */
function writeResults({ cpu }: Machine, size: number, quotient: number, remainder: number): void {
  writeRegister(cpu.regs, EAX, size, quotient);
  writeRegister(cpu.regs, size === 1 ? AH : EDX, size, remainder);
}

/** DIV: #DE where the divisor is zero or the quotient too large. The flags, undefined after it, stay as they were. */
export function div(machine: Machine, i: Instruction): void {
  const { regs } = machine.cpu;
  const eax = regs[EAX] ?? 0;
  const edx = regs[EDX] ?? 0;
  const divisor = readRm(machine, i) >>> 0;
  if (i.size === 4) {
    if (edx >>> 0 >= divisor) throw fault(DE);
    const { quotient, remainder } = divideLong(edx >>> 0, eax, divisor);
    writeResults(machine, 4, quotient, remainder);
    return;
  }
  const dividend = i.size === 1 ? eax & 0xffff : ((edx << 16) | (eax & 0xffff)) >>> 0;
  const quotient = Math.floor(dividend / divisor);
  if (divisor === 0 || quotient >= 1 << (i.size << 3)) throw fault(DE);
  writeResults(machine, i.size, quotient, dividend % divisor);
}

/** IDIV of EDX:EAX, by way of magnitudes: the remainder has the dividend's sign. */
function divideSignedLong(machine: Machine, divisor: number): void {
  const low = machine.cpu.regs[EAX] ?? 0;
  const high = machine.cpu.regs[EDX] ?? 0;
  const negative = high < 0;
  const magnitudeHigh = (negative ? ~high + (low === 0 ? 1 : 0) : high) >>> 0;
  const magnitude = Math.abs(divisor);
  if (magnitudeHigh >= magnitude) throw fault(DE);
  const { quotient, remainder } = divideLong(magnitudeHigh, negative ? -low | 0 : low, magnitude);
  const minus = negative !== divisor < 0;
  if (quotient > (minus ? 0x8000_0000 : 0x7fff_ffff)) throw fault(DE);
  writeResults(machine, 4, minus ? -quotient : quotient, negative ? -remainder : remainder);
}

/** IDIV: truncates towards zero; #DE where the divisor is zero or the quotient does not fit. */
export function idiv(machine: Machine, i: Instruction): void {
  const { regs } = machine.cpu;
  const eax = regs[EAX] ?? 0;
  const shift = 32 - (i.size << 3);
  const divisor = (readRm(machine, i) << shift) >> shift;
  if (i.size === 4) {
    divideSignedLong(machine, divisor);
    return;
  }
  const dividend = i.size === 1 ? (eax << 16) >> 16 : ((regs[EDX] ?? 0) << 16) | (eax & 0xffff);
  const quotient = Math.trunc(dividend / divisor);
  const least = -(1 << ((i.size << 3) - 1));
  if (divisor === 0 || quotient < least || quotient >= -least) throw fault(DE);
  writeResults(machine, i.size, quotient, dividend % divisor);
}
