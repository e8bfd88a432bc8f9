import { ZF } from '../x86/cpu/state.ts';
import type { Bench } from './bench.ts';
import type { Case, Specimen } from './specimen.ts';
import { BARE, type Stand } from './stand.ts';
import { type Seen, type System, type Trial, tryCase } from './trial.ts';

/**
 * Where an instruction belongs between the two sets of Popek and Goldberg
 * (1974): sensitive without a trap is a hole; the theorem asks that there be none.
 */
export const regions = ['hole', 'caught', 'harmless', 'neither'] as const;
export type Region = (typeof regions)[number];

/** How an instruction that does not trap gives itself away. */
export type Manner = 'ignored' | 'checked' | 'leaked';

/** One way to use it, at ring 0 on bare metal and where the guest's kernel stands. */
export interface Pair {
  readonly each: Case;
  readonly bare: Trial;
  readonly here: Trial;
}
export interface Verdict {
  readonly region: Region;
  readonly manner: Manner | undefined;
  /** The pair that shows it best. */
  readonly shown: Pair;
  readonly pairs: readonly Pair[];
}

/** What the guest's own program could tell, of two states. */
const isSameTo = (a: Seen, b: Seen): boolean => visibleOf(a) === visibleOf(b);
const visibleOf = ({ regs, flags, data, memory, eip }: Seen): string =>
  JSON.stringify([regs, flags, data, memory, eip]);

/** System state that this trial changed. */
const changedBy = ({ before, after }: Trial): readonly (keyof System)[] =>
  (Object.keys(before.system) as (keyof System)[]).filter((name) => before.system[name] !== after.system[name]);

/** Completed where the kernel stands, but not with what it does on bare metal. */
function isHole({ bare, here }: Pair): boolean {
  if (here.fault) return false;
  if (bare.fault) return true;
  return !isSameTo(bare.after, here.after) || ignoredBy({ bare, here }).length > 0;
}

/** What it changes on bare metal, and left as it was here without a word. CS comes and goes with the CPL. */
export const ignoredBy = ({ bare, here }: Pick<Pair, 'bare' | 'here'>): readonly (keyof System)[] => {
  const changed = changedBy(here);
  return changedBy(bare).filter((name) => name !== 'CS' && !changed.includes(name));
};

function mannerOf(pair: Pair): Manner {
  const { bare, here } = pair;
  if (bare.fault) return 'checked';
  if (ignoredBy(pair).some((name) => name !== 'CPL')) return 'ignored';
  const [a, b] = [bare.after, here.after];
  const isChecked = ((a.flags ^ b.flags) & ZF) !== 0 || a.eip !== b.eip || ignoredBy(pair).length > 0;
  return isChecked || JSON.stringify(a.data) !== JSON.stringify(b.data) ? 'checked' : 'leaked';
}

/**
 * Sensitive: it changes what the monitor has to keep (control-sensitive), or what it gives depends on the ring or on
 * whose tables the processor has (behaviour-sensitive). Tried at ring 0 with the guest's tables and with the monitor's.
 */
export function isSensitive(bench: Bench, { each, bare }: Pair): boolean {
  const elsewhere = tryCase(bench, each, { ring: 0, owner: 'monitor' });
  return changedBy(bare).length > 0 || !isSameTo(bare.after, elsewhere.after);
}

/** Runs every case of an instruction on bare metal and at this stand, and says where it belongs. */
export function judge(bench: Bench, { cases }: Specimen, stand: Stand): Verdict {
  const pairs = cases.map((each) => ({ each, bare: tryCase(bench, each, BARE), here: tryCase(bench, each, stand) }));
  const hole = pairs.find(isHole);
  const trapped = pairs.find(({ bare, here }) => here.fault && !bare.fault);
  const shown = hole ?? trapped ?? (pairs[0] as Pair);
  if (hole) return { region: 'hole', manner: mannerOf(hole), shown, pairs };
  const sensitive = pairs.some((pair) => isSensitive(bench, pair));
  if (trapped) return { region: sensitive ? 'caught' : 'harmless', manner: undefined, shown, pairs };
  return { region: 'neither', manner: undefined, shown, pairs };
}
