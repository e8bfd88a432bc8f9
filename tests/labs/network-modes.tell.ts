import { initialParams } from '#kit/controls.ts';
import { readRun } from '#kit/link.ts';
import { replay, replayToEnd, stepTimes } from '#kit/replay.ts';
import { type Link, takeMoves } from '#kit/run.ts';
import lab from '../../src/labs/network-modes/lab.ts';
import type { Result } from '../../src/labs/network-modes/state.ts';

export type State = ReturnType<typeof lab.model.init>;

const runOf = (link: Link) => {
  const { run, dropped } = readRun(lab.controls, link);
  if (dropped.length) throw new Error(`dropped: ${JSON.stringify(dropped)}`);
  return run;
};
/** The state a link opens at. */
export const open = (link: Link): State => {
  const { params, moves, at } = runOf(link);
  return replay(lab as never, params, takeMoves(moves, at));
};
/** The state in which a link's story ends. */
export const tell = (link: Link): State => replayToEnd(lab as never, runOf(link));
/** Every state of a link's story, from the beginning. */
export function story(link: Link): State[] {
  const { params, moves } = runOf(link);
  const states = [lab.model.init(params)];
  for (const move of moves) {
    const now = states.at(-1) as State;
    states.push(
      typeof move === 'number' ? stepTimes(lab as never, now, move) : (lab.model.act?.(now, move as never) ?? now),
    );
  }
  for (;;) {
    const now = states.at(-1) as State;
    const next = lab.model.step(now);
    if (next === now) return states;
    states.push(next);
  }
}
/** What typed lines come to. */
export const type = (script: string, link: Link = {}): State =>
  stepTimes(lab as never, lab.model.init({ ...initialParams(lab.controls), ...runOf(link).params, script }), 5_000);

/** Every reading by its name. */
export const read = (state: State) =>
  Object.fromEntries(Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value]));

/** A result as the measuring script writes it: `reply`, `host-unreachable 10.0.0.1`, … */
export const resultToWord = (result: Result | undefined): string =>
  result === undefined ? 'nothing' : [result.outcome, result.by].filter(Boolean).join(' ');

export const hostOnly = { hostAddress: 'true' } as const;
export const routed = { ...hostOnly, forwarding: 'true', gateway: 'true' } as const;
export const nat = { ...routed, nat: 'true' } as const;
export const bridged = { uplink: 'true', hostAddress: 'true' } as const;
export const returnRoute = { returnRoute: 'true' } as const;
