import { clockOf, type Machine } from '../machine.ts';
import { fault, GP } from './fault.ts';

/** Numbers of model-specific registers: SDM vol. 4. */
const TSC = 0x10;
const SYSENTER_CS = 0x174;
const SYSENTER_EIP = 0x176;

/** The time-stamp counter: it counts the machine's time from what was last written to it. */
export const timeStamp = (machine: Machine): number => clockOf(machine) + (machine.cpu.msrs.get(TSC) ?? 0);

/** RDMSR: a whole number of up to 53 bits. Throws #GP(0) for one that this processor does not have. */
export function readModelRegister(machine: Machine, number: number): number {
  if (number === TSC) return timeStamp(machine);
  if (number < SYSENTER_CS || number > SYSENTER_EIP) throw fault(GP, 0);
  return machine.cpu.msrs.get(number) ?? 0;
}

/** WRMSR of the low half; the high half of the time stamp is cleared, as the P6 family does, and the others have none. */
export function writeModelRegister(machine: Machine, number: number, low: number): void {
  if (number === TSC) machine.cpu.msrs.set(TSC, (low >>> 0) - clockOf(machine));
  else if (number >= SYSENTER_CS && number <= SYSENTER_EIP) machine.cpu.msrs.set(number, low >>> 0);
  else throw fault(GP, 0);
}
