export interface Pace {
  readonly slice: number;
  readonly exits: number;
  readonly cr3Writes: number;
}
/** Time slices in a schedule made from the settings. */
export const SLICES = 6;

/** The trace of a round robin: six slices in turn, each cut evenly by its exits and its writes to CR3. */
export function traceOf({ slice, exits, cr3Writes }: Pace): string {
  const cuts = (times: number, word: string, offset: number) =>
    Array.from({ length: times }, (_, i) => ({
      at: Math.round(((i + offset) * slice) / (times + 2 * offset - 1)),
      word,
    }));
  const marks = [...cuts(exits, 'exit', 1), ...cuts(cr3Writes, 'cr3', 0.5)].sort((a, b) => a.at - b.at);
  const lines = Array.from({ length: SLICES }, (_, i) => {
    const guest = i % 2 ? 'B' : 'A';
    const inside = marks.map(({ at, word }, j) => `run ${guest} ${at - (marks[j - 1]?.at ?? 0)}\n${word}`);
    return [...inside, `run ${guest} ${slice - (marks.at(-1)?.at ?? 0)}`].join('\n');
  });
  return lines.join('\n');
}
