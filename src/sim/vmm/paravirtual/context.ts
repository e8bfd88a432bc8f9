import type { Machine } from '../../x86/machine.ts';
import type { GuestRun } from '../run.ts';
import type { Paravirtual } from './state.ts';

/** What a hypercall works on, and its four arguments: EBX, ECX, EDX, ESI. */
export interface Call {
  readonly run: GuestRun;
  readonly machine: Machine;
  readonly vmm: Paravirtual;
  readonly args: readonly [number, number, number, number];
}

/** Carries a hypercall out; the result is what EAX becomes. It may throw a fault of reading its arguments. */
export type Perform = (call: Call) => number;

/** The domain that every call must name: DOMID_SELF. */
export const MYSELF = 0x7ff0;
