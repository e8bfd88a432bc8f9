import type { Program } from '../../x86/program.ts';
import { billOf, type EnginePrices } from './bill.ts';
import { advanceEngines, type Counts, startEngines } from './engines.ts';

/** What a run of the program to its end is counted at, with so many loops. */
export interface Point {
  readonly loops: number;
  readonly counts: Counts;
}

export const MOST_LOOPS = 1000;
/** Where the program is tried: three to a decade look even on a scale of powers. */
const stops = [1, 3, 10, 30, 100, 300, MOST_LOOPS];
/** Blocks after which a program that does not end is left. */
const MOST_BLOCKS = 40_000;

/** Runs a program to its end; undefined where it has none within 40,000 blocks. */
export function countWholeRun(program: Program, cacheBlocks: number): Counts | undefined {
  const { run } = advanceEngines(startEngines(program), MOST_BLOCKS, cacheBlocks);
  return run.end && run.counts;
}

/** A program's whole run with so many loops. It may remember what it was asked before. */
export type CountLoops = (loops: number) => Counts | undefined;

/** The program run anew for a few loop counts; nothing where one of the runs has no end. */
export function surveyLoops(count: CountLoops): readonly Point[] {
  const points: Point[] = [];
  for (const loops of stops) {
    const counts = count(loops);
    if (!counts) return [];
    points.push({ loops, counts });
  }
  return points;
}

/**
 * The least loop count from which translating costs no more than interpreting, found by running the program between two
 * stops again and again. Null where that does not happen within a thousand loops.
 */
export function breakEvenIn(points: readonly Point[], count: CountLoops, prices: EnginePrices): number | null {
  const isAhead = (counts: Counts | undefined): boolean => {
    if (!counts) return false;
    const { interpreter, translator } = billOf(counts, prices);
    return (translator ?? 0) <= (interpreter ?? 0);
  };
  const i = points.findIndex(({ counts }) => isAhead(counts));
  if (i < 0) return null;
  let [low, high] = [points[i - 1]?.loops ?? 0, points[i]?.loops ?? 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isAhead(count(middle))) high = middle;
    else low = middle;
  }
  return high;
}
