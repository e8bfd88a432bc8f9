import { ignoredBy, type Pair } from './judge.ts';

/** What became of an instruction, in the words of the measurements. */
export type Outcome =
  | { readonly kind: 'trapped'; readonly vector: number; readonly errorCode: number }
  | { readonly kind: 'passed' | 'ignored' };

/** INT n and INT3 pass through a gate, which counts as passing. An exception without an error code has 0, as Linux reports it. */
export function outcomeOf(pair: Pair): Outcome {
  const { fault } = pair.here;
  if (fault) return { kind: 'trapped', vector: fault.vector, errorCode: fault.errorCode ?? 0 };
  const isIgnored = ignoredBy(pair).some((name) => name === 'IF' || name === 'IOPL');
  return { kind: isIgnored ? 'ignored' : 'passed' };
}
