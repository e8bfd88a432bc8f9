import { type Lab, usualBudget } from '#kit/lab.ts';
import { MOST_STEPS } from '#kit/link.ts';
import { offers, stepTimes } from '#kit/replay.ts';
import type { Run } from '#kit/run.ts';
import type { Text } from '#kit/text.ts';

/** A place of the story where something worth seeing has just happened. */
export interface Tick {
  readonly at: number;
  readonly text: Text;
}

/** A told run that can be opened at any place. It is worked out from the front, as far as was asked for. */
export interface Timeline<State> {
  /** How many positions are worked out; the last of them once `ended` says so. */
  known(): number;
  ended(): 'finished' | 'budget' | undefined;
  ticks(): readonly Tick[];
  /** Moves that the machine did not offer when their turn came. */
  skipped(): number;
  /** Works out at most `most` positions more, and not past `until`. */
  advance(until: number, most: number): void;
  /** The state after `at` moves, or the last one known. */
  stateAt(at: number): State;
  /** Whether the position after `at` is reached by a step of the machine's own. */
  stepsNext(at: number): boolean;
}

interface Cursor<State> {
  state: State;
  at: number;
  /** Which of the moves comes next, and how many steps of it have been made. */
  index: number;
  within: number;
}

/** More of them would cost memory, fewer would make a seek slower: 256 states, and replay from the nearest. */
const MOST_CHECKPOINTS = 256;
const MOST_TICKS = 400;

/** Tells a run. States are kept at evenly spread places and replayed between them, so a long run costs little. */
export function createTimeline<State>(
  lab: Lab<never, State>,
  { params, moves }: Omit<Run<unknown>, 'at'>,
): Timeline<State> {
  const machine = lab as unknown as Lab<Record<string, never>, State>;
  const budget = lab.budget ?? usualBudget;
  const front: Cursor<State> = { state: machine.model.init(params as never), at: 0, index: 0, within: 0 };
  let checkpoints: Cursor<State>[] = [{ ...front }];
  /** Where it was opened last: the next place asked for is most often one further. */
  let last: Cursor<State> = { ...front };
  let stride = 1;
  let end: 'finished' | 'budget' | undefined;
  let skipped = 0;
  const ticks: Tick[] = [];

  /** One position further; false at the end of the story. */
  function forward(cursor: Cursor<State>): boolean {
    const move = moves[cursor.index];
    if (move === undefined) {
      const next = machine.model.step(cursor.state);
      if (next === cursor.state) return false;
      cursor.state = next;
      cursor.within++;
    } else if (typeof move === 'number') {
      cursor.state = machine.model.step(cursor.state);
      if (++cursor.within >= move) nextMove(cursor);
    } else {
      if (machine.model.act && offers(machine, cursor.state, move))
        cursor.state = machine.model.act(cursor.state, move as never);
      else if (cursor === front) skipped++;
      nextMove(cursor);
    }
    cursor.at++;
    return true;
  }

  function nextMove(cursor: Cursor<State>): void {
    cursor.index++;
    cursor.within = 0;
  }

  function remember(): void {
    if (front.at % stride !== 0) return;
    checkpoints.push({ ...front });
    if (checkpoints.length <= MOST_CHECKPOINTS) return;
    stride *= 2;
    checkpoints = checkpoints.filter(({ at }) => at % stride === 0);
  }

  function advance(until: number, most: number): void {
    for (let i = 0; i < most && !end && front.at < until; i++) {
      const before = front.state;
      const spent = front.index >= moves.length && front.within >= budget;
      if (spent || front.at >= MOST_STEPS) end = 'budget';
      else if (!forward(front)) end = 'finished';
      else {
        const text =
          machine.event && before !== front.state && ticks.length < MOST_TICKS
            ? machine.event(before, front.state)
            : undefined;
        if (text) ticks.push({ at: front.at, text });
        remember();
      }
    }
  }

  function stateAt(at: number): State {
    if (at >= front.at) return front.state;
    const nearest = checkpoints[Math.floor(at / stride)] ?? front;
    const cursor = { ...(last.at <= at && last.at > nearest.at ? last : nearest) };
    while (cursor.at < at && cursor.index < moves.length && forward(cursor));
    last = { ...cursor, at, state: stepTimes(machine, cursor.state, at - cursor.at) };
    return last.state;
  }

  function stepsNext(at: number): boolean {
    let left = at;
    for (const move of moves) {
      const length = typeof move === 'number' ? move : 1;
      if (left < length) return typeof move === 'number';
      left -= length;
    }
    return true;
  }

  return {
    known: () => front.at,
    ended: () => end,
    ticks: () => ticks,
    skipped: () => skipped,
    advance,
    stateAt,
    stepsNext,
  };
}
