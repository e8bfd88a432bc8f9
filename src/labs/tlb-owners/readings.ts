import type { Readings } from '#kit/reading.ts';
import { totalMisses } from './model.ts';
import { causes, type State } from './state.ts';
import { entriesOf, isStale, ownerOf } from './tags.ts';
import { causeWords, owners, readingWords as say } from './words.ts';

/** Entries of each owner. */
export function entriesByOwner(state: State): Readonly<Record<'A' | 'B' | 'host', number>> {
  const found = entriesOf(state.tlb).map((entry) => ownerOf(state, entry));
  const count = (who: string): number => found.filter((owner) => owner === who).length;
  return { A: count('A'), B: count('B'), host: count('host') };
}

export function readings(state: State): Readings {
  const { hits, misses, params, transitions } = state;
  const all = totalMisses(state);
  const rate = hits + all ? Math.round((1000 * all) / (hits + all)) / 10 : 0;
  const perExit = transitions.exits ? Math.round((10 * misses.exit) / transitions.exits) / 10 : 0;
  return {
    hits: { label: say.hits, value: hits, counter: true },
    misses: { label: say.misses, value: all, counter: true },
    missRate: { label: say.missRate, value: rate, unit: { en: '%', 'zh-CN': '%' }, counter: true },
    flushes: { label: say.flushes, value: state.flushes, counter: true },
    cyclesLost: {
      label: say.cyclesLost,
      value: all * params.missCost,
      unit: say.cycles,
      source: say.assumed,
      counter: true,
    },
    exits: { label: say.exits, value: transitions.exits },
    switches: { label: say.switches, value: transitions.switches },
    missesByCause: {
      label: say.missesByCause,
      value: Object.fromEntries(causes.map((cause) => [cause, misses[cause]])),
      names: causeWords,
    },
    missesByFlush: { label: say.missesByFlush, value: misses.exit + misses.switch + misses.cr3 },
    lostPerExit: { label: say.lostPerExit, value: perExit },
    entriesByOwner: { label: say.entriesByOwner, value: entriesByOwner(state), names: owners },
    staleEntries: {
      label: say.staleEntries,
      value: entriesOf(state.tlb).filter((entry) => isStale(state, entry)).length,
    },
    staleReads: { label: say.stale, value: state.stale },
    eptCached: { label: say.eptCached, value: Object.keys(state.eptCache).length },
  };
}
