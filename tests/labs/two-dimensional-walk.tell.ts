import { readRun } from '#kit/link.ts';
import { replay, replayToEnd } from '#kit/replay.ts';
import { type Link, takeMoves } from '#kit/run.ts';
import lab from '../../src/labs/two-dimensional-walk/lab.ts';

export type State = ReturnType<typeof lab.model.init>;

/** The state a link opens at. */
export const open = (link: Link): State => {
  const { run, dropped } = readRun(lab.controls, link);
  if (dropped.length) throw new Error(`dropped: ${JSON.stringify(dropped)}`);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
};
/** The state in which a link's story ends. */
export const tell = (link: Link): State => replayToEnd(lab as never, readRun(lab.controls, link).run);
/** Every reading by its name. */
export const read = (state: State) =>
  Object.fromEntries(Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value]));
export const moment = (name: keyof typeof lab.moments): State => open(lab.moments[name] ?? {});
