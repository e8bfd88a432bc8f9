/** Vectors of exceptions: SDM vol. 3A, "Exception and Interrupt Reference". */
export const DE = 0;
export const DB = 1;
export const BP = 3;
export const OVERFLOW = 4;
export const UD = 6;
export const DOUBLE_FAULT = 8;
export const INVALID_TSS = 10;
export const NP = 11;
export const STACK = 12;
export const GP = 13;
export const PAGE_FAULT = 14;

/**
 * What an instruction throws when it cannot complete: nothing of it has
 * happened but what the manual says has (page-fault address, repetitions of a
 * string instruction already made). It is thrown, caught in `stepMachine`, and never leaves `sim`.
 */
export interface Fault {
  readonly vector: number;
  /** Undefined for vectors that push none. */
  readonly errorCode: number | undefined;
}

export const fault = (vector: number, errorCode?: number): Fault => ({ vector, errorCode });

/** Whether what was thrown is a fault of the program's, not an error of ours or a monitor's exit. */
export const isFault = (thrown: unknown): thrown is Fault =>
  typeof thrown === 'object' && thrown !== null && 'vector' in thrown && 'errorCode' in thrown;
