import type { Machine } from '../machine.ts';
import { DE, DOUBLE_FAULT, type Fault, fault, GP, INVALID_TSS, isFault, PAGE_FAULT } from './fault.ts';
import { type Cause, deliver } from './interrupts.ts';

/** #DE, #TS, #NP, #SS and #GP: SDM vol. 3A, "Interrupt 8—Double Fault Exception (#DF)". */
const isContributory = (vector: number): boolean => vector === DE || (vector >= INVALID_TSS && vector <= GP);

/**
 * Delivers an exception or interrupt, and what goes wrong in delivering it,
 * until a handler is entered: of which exception, it tells. Undefined where there is none left to
 * try: a fault while a double fault is delivered shuts the processor down (triple fault).
 */
export function raise(machine: Machine, first: Fault, cause: Cause): Fault | undefined {
  let now: Fault | undefined = first;
  let why = cause;
  while (now) {
    const second = attempt(machine, now, why);
    if (!second) return now;
    now = combine(now, second, why);
    why = 'fault';
  }
  return undefined;
}

function attempt(machine: Machine, { vector, errorCode }: Fault, cause: Cause): Fault | undefined {
  try {
    deliver(machine, vector, errorCode, cause);
    return undefined;
  } catch (thrown) {
    if (isFault(thrown)) return thrown;
    throw thrown;
  }
}

/** What two exceptions make: they are served one after the other, or become a double fault, or the end (undefined). */
export function combine(first: Fault, second: Fault, cause: Cause): Fault | undefined {
  if (cause !== 'fault') return second;
  if (first.vector === DOUBLE_FAULT) return undefined;
  const both = isContributory(first.vector) && isContributory(second.vector);
  const afterPageFault = first.vector === PAGE_FAULT && (second.vector === PAGE_FAULT || isContributory(second.vector));
  return both || afterPageFault ? fault(DOUBLE_FAULT, 0) : second;
}
