import { keyPage, keyTag, setOf, type Translation, tlbKey } from '#sim/mmu/tlb.ts';
import type { State } from './model.ts';
import { doneIn } from './step.ts';

/** Places of the TLB that the picture shows. */
export const SLOTS = 8;

export interface Slot {
  readonly key: string;
  readonly entry: Translation | undefined;
  readonly va: number;
  readonly vm: number;
  readonly process: number;
  /** Whether the last line used it or put it there. */
  readonly isNow: boolean;
}
export interface Slots {
  readonly slots: readonly Slot[];
  readonly firstSet: number;
  readonly lastSet: number;
  readonly sets: number;
}

/** The sets around the one that the last line's page stands in. */
export function slotsIn(state: State): Slots {
  const { tlb } = state.machine;
  const sets = tlb.sets.length;
  const shown = Math.min(sets, SLOTS / tlb.ways);
  const { va, result } = doneIn(state);
  const key = tlbKey(0, Math.floor(va / 4096));
  const firstSet = Math.floor(setOf(tlb, key) / shown) * shown;
  const slots: Slot[] = [];
  for (let set = firstSet; set < firstSet + shown; set++)
    for (let way = 0; way < tlb.ways; way++) {
      const entry = tlb.sets[set]?.find((other) => other.way === way);
      const tag = entry ? keyTag(entry.key) : 0;
      slots.push({
        key: `${set}-${way}`,
        entry,
        va: entry ? keyPage(entry.key) * 4096 : 0,
        vm: tag >> 12,
        process: tag & 4095,
        isNow:
          entry !== undefined &&
          result !== undefined &&
          entry === tlb.sets[set]?.[0] &&
          keyPage(entry.key) === Math.floor(va / 4096) &&
          tag >> 12 === state.machine.current,
      });
    }
  return { slots, firstSet, lastSet: firstSet + shown - 1, sets };
}
