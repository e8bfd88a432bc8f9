/**
 * What a translation is tagged with; Intel SDM vol. 3C, "Virtual Processor
 * Identifiers (VPIDs)" and "Caching Translation Information". The host has
 * VPID 0. Without VPIDs everybody has it, which is why entries and exits must
 * then invalidate. AMD's ASID does the same.
 */
import { keyPage, keyTag, type Tlb, type Translation, tlbKey } from '#sim/mmu/tlb.ts';
import type { GuestName, Owner } from './schedule.ts';
import type { State } from './state.ts';

const vpids: Readonly<Record<Owner, number>> = { host: 0, A: 1, B: 2 };
const PCIDS = 4096;

/** VPID and PCID in one number. Without PCIDs every process has PCID 0. */
export const tagOf = ({ params }: Pick<State, 'params'>, who: Owner, process: number): number =>
  (params.tags ? vpids[who] : 0) * PCIDS + (params.pcid ? process : 0);

export const keyOf = (state: Pick<State, 'params'>, who: Owner, process: number, page: number): number =>
  tlbKey(tagOf(state, who, process), page);

export const vpidOf = (entry: Translation): number => Math.floor(keyTag(entry.key) / PCIDS);
export const pcidOf = (entry: Translation): number => keyTag(entry.key) % PCIDS;
export const pageOf = (entry: Translation): number => keyPage(entry.key);

/** Whose translation it is. Without tags all that is here belongs to whoever runs: the rest was flushed. */
export function ownerOf({ params, running }: Pick<State, 'params' | 'running'>, entry: Translation): Owner {
  if (!params.tags) return running;
  return (['host', 'A', 'B'] as const)[vpidOf(entry)] ?? 'host';
}

export const entriesOf = ({ sets }: Tlb): readonly Translation[] => sets.flat();

/** The guest-physical page behind a guest's virtual one: each process has 16 of its own. */
export const guestPhysical = (process: number, page: number): number => process * 16 + page;
export const nameOf = (guest: GuestName, physical: number): string => `${guest}${physical}`;

/** Frames of 128, far apart, before anything is moved. */
const firstFrame = (owner: number, page: number): number => (((owner * 32 + page) * 45 + 23) % 128) + 128;

/** The frame that a page lies in by the tables as they stand in memory. */
export function frameNow({ moved }: Pick<State, 'moved'>, who: Owner, process: number, page: number): number {
  if (who === 'host') return firstFrame(0, page);
  const physical = guestPhysical(process, page);
  return moved[nameOf(who, physical)] ?? firstFrame(vpids[who], physical);
}

/** Whether an entry leads to a frame that the tables no longer name. A page in the TLB is that of the process it was read for. */
export function isStale(state: State, entry: Translation): boolean {
  const who = ownerOf(state, entry);
  return entry.frame !== frameNow(state, who, entry.page >> 4, entry.page & 15);
}
