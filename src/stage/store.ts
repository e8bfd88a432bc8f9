import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Controls, ParamsOf, Value } from '#kit/controls.ts';
import type { Ask, Lab } from '#kit/lab.ts';
import type { Move } from '#kit/model.ts';
import { joinSteps, type Run, takeMoves } from '#kit/run.ts';
import { createTimeline, type Tick, type Timeline } from './timeline.ts';

/** What the reader bet on a question of the machine's, and what the step then showed. */
export interface Verdict {
  readonly ask: Ask<unknown>;
  readonly picked: string;
  readonly right: string;
}

export interface LabState extends Run<ParamsOf<Controls>> {
  /** One picture a lane: the run itself, then the same moves on the machines beside it. */
  readonly states: readonly unknown[];
  /** Positions worked out so far: the length of the story once `ended` is said. */
  readonly known: number;
  readonly ended: 'finished' | 'budget' | undefined;
  readonly ticks: readonly Tick[];
  /** Moves of this run that the machine, as it is set now, does not offer. */
  readonly skipped: number;
  readonly playing: boolean;
  /** The machine's question, waiting for a bet. */
  readonly question: Ask<unknown> | undefined;
  readonly verdict: Verdict | undefined;
  /** Whether questions are asked at all. */
  readonly asking: boolean;
  /** It stands still for the reader: a bet on its next step is made outside of it, and comes first. */
  readonly held: boolean;

  /** What the lanes show one move on, as far as that is known: for whoever wants to be ready. */
  ahead(): readonly unknown[];
  /** Onward by one change; the question first, where one is due. A second call skips the question. */
  step(): void;
  stepBack(): void;
  /** To the next (1) or the previous (-1) event worth seeing. */
  stepEvent(direction: 1 | -1): void;
  /** From here on, another story. */
  act(move: Move): void;
  /** Back, scrub, reset and end. */
  seek(at: number): void;
  /** The same story on a different machine. */
  tune(params: Readonly<Record<string, Value>>): void;
  /** A link, a moment, a goal's beginning. */
  open(run: Run<ParamsOf<Controls>>): void;
  play(playing: boolean): void;
  bet(option: string): void;
  ask(asking: boolean): void;
  hold(held: boolean): void;
}
export type LabStore = StoreApi<LabState>;

/** Positions worked out before the first picture: a fixed number, so that a served page and a live one say the same. */
const AT_ONCE = 2_000;
/** Then the rest, for so many milliseconds at a time, leaving the rest of each frame to the page. */
const SLICE = 6;

/**
 * One per lab on the page. `besides` are settings that the machines beside
 * the first one hold on to, whatever the reader sets: one clock, several lanes.
 */
export function createLabStore(
  lab: Lab,
  first: Run<ParamsOf<Controls>>,
  besides: readonly Readonly<Record<string, Value>>[] = [],
): LabStore {
  let lanes: Timeline<unknown>[] = [];
  let wanted = 0;
  let slicing = false;
  let answered = new Set<string>();
  let ticks: readonly Tick[] = [];

  return createStore<LabState>((set, get) => {
    const main = () => lanes[0] as Timeline<unknown>;
    const picture = (at: number) => {
      for (const lane of lanes) lane.advance(at, Number.POSITIVE_INFINITY);
      return { at, states: lanes.map((lane) => lane.stateAt(at)) };
    };
    /** The very same list while nothing is added to it. */
    const ticksNow = () => {
      const { length } = main().ticks();
      if (ticks.length !== length) ticks = [...main().ticks()];
      return ticks;
    };
    /** The clock goes on until the last of its machines has ended. */
    const known = () => Math.max(...lanes.map((lane) => lane.known()));
    const ended = (): LabState['ended'] => {
      const ends = lanes.map((lane) => lane.ended());
      return ends.includes(undefined) ? undefined : ends.includes('budget') ? 'budget' : 'finished';
    };
    const advanceAll = (most: number) => {
      for (const lane of lanes) lane.advance(Number.POSITIVE_INFINITY, most);
    };
    const story = () => ({
      known: known(),
      ended: ended(),
      ticks: ticksNow(),
      skipped: main().skipped(),
    });

    /** Goes to `wanted` as soon as the story reaches it, and works out the rest in slices. */
    function settle(also: Partial<LabState> = {}): void {
      const reached = Math.min(wanted, known());
      const there = known() >= wanted || ended();
      set({ ...also, ...(there ? picture(reached) : {}), ...story() });
      if (!ended()) slice();
    }
    function slice(): void {
      if (slicing || typeof window === 'undefined') return;
      slicing = true;
      setTimeout(() => {
        slicing = false;
        const until = performance.now() + SLICE;
        while (!ended() && performance.now() < until) advanceAll(200);
        settle();
      });
    }
    function tell(
      run: Run<ParamsOf<Controls>>,
    ): Pick<LabState, 'params' | 'moves' | 'at' | 'states'> & ReturnType<typeof story> {
      lanes = [{}, ...besides].map((fixed) =>
        createTimeline(lab as never, { params: { ...run.params, ...fixed }, moves: run.moves }),
      );
      wanted = run.at;
      ticks = [];
      advanceAll(AT_ONCE);
      const at = Math.min(run.at, known());
      return { params: run.params, moves: run.moves, ...picture(at), ...story() };
    }
    function retell(run: Run<ParamsOf<Controls>>): void {
      set({ ...tell(run), question: undefined, verdict: undefined });
      settle();
    }
    function goTo(at: number): void {
      wanted = Math.max(0, at);
      settle({ question: undefined, verdict: undefined });
    }
    /** The next place that looks different; steps that change nothing are passed over. */
    function onward(): void {
      const { at, states } = get();
      let next = at + 1;
      while (next < known() && lanes.every((lane, i) => lane.stateAt(next) === states[i])) next++;
      goTo(next);
    }
    function due(): Ask<unknown> | undefined {
      const { at, states, asking } = get();
      if (!asking || !lab.asks || !main().stepsNext(at) || at >= main().known()) return undefined;
      const ask = lab.asks(states[0]);
      return ask && !answered.has(ask.key) ? ask : undefined;
    }

    /** What the reader does by hand does nothing while the lab is held. */
    const unlessHeld =
      <A extends readonly unknown[]>(deed: (...args: A) => void) =>
      (...args: A): void => {
        if (!get().held) deed(...args);
      };

    return {
      ...tell(first),
      playing: false,
      question: undefined,
      verdict: undefined,
      asking: true,
      held: false,
      ahead: () => lanes.map((lane) => lane.stateAt(get().at + 1)),
      step: unlessHeld(() => {
        const skipped = get().question;
        const question = skipped ? undefined : due();
        if (skipped) answered.add(skipped.key);
        if (question) set({ question, verdict: undefined, playing: false });
        else onward();
      }),
      stepBack: unlessHeld(() => {
        const { at, states } = get();
        let before = at - 1;
        while (before > 0 && lanes.every((lane, i) => lane.stateAt(before) === states[i])) before--;
        goTo(before);
      }),
      stepEvent: unlessHeld((direction) => {
        const { at, ticks, known } = get();
        const next =
          direction > 0 ? ticks.find((tick) => tick.at > at)?.at : ticks.findLast((tick) => tick.at < at)?.at;
        goTo(next ?? (direction > 0 ? known : 0));
      }),
      act: unlessHeld((move) => {
        const { params, moves, at } = get();
        retell({ params, moves: joinSteps([...takeMoves(moves, at), move]), at: at + 1 });
      }),
      seek: unlessHeld(goTo),
      tune: unlessHeld((params) => {
        const { moves, at } = get();
        retell({ params: { ...get().params, ...params } as ParamsOf<Controls>, moves, at });
      }),
      open(run) {
        answered = new Set();
        set({ playing: false });
        retell(run);
      },
      play: unlessHeld((playing) => set({ playing })),
      bet(option) {
        const { question: ask, at } = get();
        if (!ask) return;
        answered.add(ask.key);
        onward();
        set({ verdict: { ask, picked: option, right: ask.right(main().stateAt(at + 1)) } });
      },
      ask: (asking) => set({ asking, question: undefined }),
      hold: (held) => set({ held, playing: false }),
    };
  });
}
