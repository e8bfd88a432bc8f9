import type { Model } from '#kit/model.ts';
import { type Bill, billOf, type Engine, type EnginePrices } from '#sim/vmm/engines/bill.ts';
import { advanceEngines, type Counts, type EngineRun, startEngines } from '#sim/vmm/engines/engines.ts';
import { type BasicBlock, readBlock } from '#sim/vmm/engines/readBlock.ts';
import { breakEvenIn, countWholeRun, type Point, surveyLoops } from '#sim/vmm/engines/survey.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import type { Program } from '#sim/x86/program.ts';
import type { Params } from './controls.ts';

/** One execution of the guest on `#sim/x86`, its basic blocks found as they are entered, and what three engines are paid for it. */
export interface State {
  readonly params: Params;
  readonly program: Program;
  readonly run: EngineRun;
  /** The block at which the program is entered: there is something to look at before the first step. */
  readonly first: BasicBlock | undefined;
  /** The program run to its end for other loop counts; empty where it knows no LOOPS. */
  readonly points: readonly Point[];
  readonly breakEven: number | null;
}

export const pricesOf = ({ isa, interpret, translate, translated, foreign, trap }: Params): EnginePrices => ({
  interpret,
  translate,
  translated: isa === 'same' ? translated : foreign,
  trap,
  sameIsa: isa === 'same',
});

/** What was made of the last text: prices and caches change more often than programs. It says again what would be said anew. */
interface Known {
  readonly text: string;
  readonly programs: Map<number, Program>;
  /** By room in the cache and loop count. */
  readonly counts: Map<string, Counts | undefined>;
}
const knowing = (text: string): Known => ({ text, programs: new Map(), counts: new Map() });
let known = knowing('');

function makeProgram(text: string, loops: number): Program {
  if (known.text !== text) known = knowing(text);
  const program = known.programs.get(loops) ?? programOf(text, { LOOPS: String(loops) });
  known.programs.set(loops, program);
  return program;
}

function countLoops(text: string, room: number, loops: number): Counts | undefined {
  const program = makeProgram(text, loops);
  const key = `${room} ${loops}`;
  if (!known.counts.has(key)) known.counts.set(key, countWholeRun(program, room));
  return known.counts.get(key);
}

/** Whether the program asks how often its loop is to run. */
const knowsLoops = ({ program }: Params): boolean => /\bLOOPS\b/.test(program);

function init(params: Params): State {
  const { program: text, loops } = params;
  const program = makeProgram(text, loops);
  const prices = pricesOf(params);
  const count = (n: number): Counts | undefined => countLoops(text, Number(params.cacheBlocks), n);
  const points = knowsLoops(params) ? surveyLoops(count) : [];
  const run = startEngines(program);
  const breakEven = breakEvenIn(points, count, prices);
  return { params, program, run, first: readBlock(run.machine), points, breakEven };
}

function advance(state: State, times: number): { readonly state: State; readonly made: number } {
  const { run, made } = advanceEngines(state.run, times, Number(state.params.cacheBlocks));
  return made === 0 ? { state, made } : { state: { ...state, run }, made };
}

const step = (state: State): State => advance(state, 1).state;

export const model: Model<Params, State> = { init, step, advance };

/** What the engines have been paid so far. */
export const paidIn = ({ params, run }: State): Bill => billOf(run.counts, pricesOf(params));

/** What the last step added to it. */
export function addedIn({ params, run }: State): Bill {
  const [now, before] = [billOf(run.counts, pricesOf(params)), billOf(run.before, pricesOf(params))];
  const more = (engine: Engine): number | null => {
    const amount = now[engine];
    return amount === null ? null : amount - (before[engine] ?? 0);
  };
  return { interpreter: more('interpreter'), translator: more('translator'), direct: more('direct') };
}
