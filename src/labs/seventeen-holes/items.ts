import { benchOf } from '#sim/holes/bench.ts';
import { judge, type Region, type Verdict } from '#sim/holes/judge.ts';
import { measured } from '#sim/holes/measured.ts';
import { judgeNonRoot } from '#sim/holes/nonRoot.ts';
import { isAsMeasured } from '#sim/holes/outcome.ts';
import { type Specimen, specimens } from '#sim/holes/specimen.ts';
import type { CpuName, Params } from './controls.ts';
import { type Fact, type Reported, reported } from './facts.ts';

/** An instruction in its place, what the reader had bet, and how it is known: by running it, or from a manual. */
export interface Placed {
  readonly region: Region;
  readonly guess: Region | undefined;
  readonly verdict: (Verdict & { readonly exit?: number | undefined }) | undefined;
  readonly fact: Fact | undefined;
  /** Whether ours in ring 3 did what a real processor did there; undefined where that was not measured. */
  readonly agrees?: boolean | undefined;
}
export interface Item {
  readonly id: string;
  readonly name: string;
}

const bench = benchOf(specimens.flatMap(({ cases }) => cases));

/** The manual’s list where the processor is one that we only read about. */
export const reportedOf = (cpu: CpuName): Reported | undefined =>
  cpu === 's370' || cpu === 'riscv' || cpu === 'arm' ? reported[cpu] : undefined;

/** The instructions of a processor, in the order in which they are tried. */
export const itemsOf = (cpu: CpuName): readonly Item[] => reportedOf(cpu)?.rows ?? specimens;

/** The cases of an instruction that is really run. */
export const specimenOf = (id: string): Specimen | undefined => specimens.find((each) => each.id === id);

/** Runs an instruction and says where it belongs; undefined where there is none of this name. */
export function placeItem(
  { cpu, ring }: Pick<Params, 'cpu' | 'ring'>,
  id: string,
  guess: Region | undefined,
): Placed | undefined {
  const list = reportedOf(cpu);
  if (list) {
    const fact = list.rows.find((each) => each.id === id);
    return fact && { region: fact.region, guess, verdict: undefined, fact };
  }
  const specimen = specimenOf(id);
  if (!specimen) return undefined;
  const verdict = cpu === 'vtx' ? judgeNonRoot(bench, specimen) : judge(bench, specimen, standOf(cpu, ring));
  const [first] = measured[id] ?? [];
  const agrees = first && isAsMeasured(bench, specimen, first, cpu === 'umip');
  return { region: verdict.region, guess, verdict, fact: undefined, agrees };
}

const standOf = (cpu: CpuName, ring: Params['ring']) => ({
  ring: ring === '1' ? (1 as const) : (3 as const),
  owner: 'monitor' as const,
  umip: cpu === 'umip',
});
