import type { Bench } from './bench.ts';
import { ignoredBy, type Pair } from './judge.ts';
import type { Measured } from './measured.ts';
import type { Specimen } from './specimen.ts';
import { BARE } from './stand.ts';
import { tryCase } from './trial.ts';

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

const GP = 13;

/** Whether our processor, in ring 3, does with an instruction what was measured there. */
export function isAsMeasured(bench: Bench, { cases }: Specimen, { at, outcome, errorCode }: Measured, umip: boolean) {
  const each = cases[at];
  if (!each) return false;
  const here = tryCase(bench, each, { ring: 3, owner: 'monitor', umip });
  const found = outcomeOf({ each, bare: tryCase(bench, each, BARE), here });
  return found.kind === 'trapped'
    ? outcome === 'trapped' && found.vector === GP && found.errorCode === errorCode
    : found.kind === outcome;
}
