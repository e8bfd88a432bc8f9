/**
 * A small TLB that two guests and the hypervisor use in turn; Intel SDM vol.
 * 3C, "Caching Translation Information". Without VPIDs every VM entry and VM
 * exit invalidates all linear and combined mappings; with them they stay. A
 * page-table walk on a miss may use a cached guest-physical mapping, which
 * only INVEPT removes.
 */
import type { Model } from '#kit/model.ts';
import {
  dropTranslations,
  emptyTlb,
  findTranslation,
  insertTranslation,
  setOf,
  type Translation,
  touchTranslation,
} from '#sim/mmu/tlb.ts';
import type { Params } from './controls.ts';
import { planTrace } from './plan.ts';
import { traceOf } from './roundRobin.ts';
import type { Deed, GuestName } from './schedule.ts';
import { type Cause, causes, type State, type TlbMove, type Told } from './state.ts';
import { entriesOf, frameNow, guestPhysical, isStale, keyOf, nameOf, ownerOf, pcidOf, tagOf, vpidOf } from './tags.ts';

export const ENTRIES = 16;

function init(params: Params): State {
  return {
    params,
    plan: planTrace(params.trace.trim() ? params.trace : traceOf(params), params),
    at: 0,
    running: 'host',
    process: { A: 0, B: 0 },
    tlb: emptyTlb(ENTRIES, Number(params.ways)),
    eptCache: {},
    moved: {},
    gone: {},
    hits: 0,
    misses: { cold: 0, noRoom: 0, exit: 0, switch: 0, cr3: 0, invalidated: 0 },
    flushes: 0,
    transitions: { exits: 0, switches: 0 },
    stale: 0,
    outcomes: [],
    told: { kind: 'begin' },
    looking: false,
    repair: 'none',
  };
}

function step(state: State): State {
  const deed = state.plan[state.at];
  if (!deed) return state;
  const made = deed.kind === 'access' ? access(state, deed) : happen(state, deed);
  const next = { ...made, looking: false };
  const { told } = next;
  const outcome = told.kind === 'hit' || told.kind === 'miss' ? (told.isStale ? 'stale' : told.kind) : 'other';
  return { ...next, at: state.at + 1, outcomes: [...state.outcomes, outcome] };
}

type Access = Extract<Deed, { kind: 'access' }>;

function access(state: State, { who, process, page }: Access): State {
  const key = keyOf(state, who, process, page);
  const found = findTranslation(state.tlb, key);
  if (!found) return miss(state, { kind: 'access', who, process, page }, key);
  const stale = isStale(state, found);
  const told: Told = { kind: 'hit', who, page, frame: found.frame, key, isStale: stale };
  const tlb = touchTranslation(state.tlb, found);
  return noteFrame({ ...state, tlb, hits: state.hits + 1, told }, who, process, page, stale);
}

/** The tables are walked. Behind the guest's own they may be remembered, and remembered wrongly. */
function miss(state: State, { who, process, page }: Access, key: number): State {
  const physical = guestPhysical(process, page);
  const now = frameNow(state, who, process, page);
  const frame = who === 'host' ? now : (state.eptCache[nameOf(who, physical)] ?? now);
  const eptCache = who === 'host' ? state.eptCache : { ...state.eptCache, [nameOf(who, physical)]: frame };
  const tlb = insertTranslation(state.tlb, key, physical, frame, 7);
  const out = evicted(state, tlb, key);
  const name = pageName(who, physical);
  const cause = state.gone[name] ?? 'cold';
  const gone = out ? { ...state.gone, [entryName(state, out)]: 'noRoom' as const } : state.gone;
  const told: Told = {
    kind: 'miss',
    who,
    page,
    frame,
    key,
    isStale: frame !== now,
    cause,
    out: out && ownerOf(state, out),
  };
  const misses = { ...state.misses, [cause]: state.misses[cause] + 1 };
  return noteFrame({ ...state, tlb, eptCache, gone, misses, told }, who, process, page, frame !== now);
}

const pageName = (who: string, physical: number): string => `${who}:${physical}`;
const entryName = (state: State, entry: Translation): string => pageName(ownerOf(state, entry), entry.page);

function evicted(state: State, after: State['tlb'], key: number): Translation | undefined {
  const place = setOf(state.tlb, key);
  return state.tlb.sets[place]?.find((entry) => !after.sets[place]?.some((kept) => kept.key === entry.key));
}

/** What an access shows about a page whose frame was changed. */
function noteFrame(state: State, who: string, process: number, page: number, stale: boolean): State {
  if (stale) return { ...state, stale: state.stale + 1, repair: 'seen-stale' };
  const isMoved = state.moved[`${who}${guestPhysical(process, page)}`] !== undefined;
  return state.repair === 'invalidated' && isMoved ? { ...state, repair: 'fresh' } : state;
}

type Other = Exclude<Deed, { kind: 'access' }>;

/** All that is not an access. */
function happen(state: State, deed: Other): State {
  switch (deed.kind) {
    case 'exit':
    case 'enter':
      return cross(state, deed);
    case 'cr3':
      return writeCr3(state, deed);
    case 'remap':
      return remap(state, deed);
    case 'invept':
      return invept(state);
    case 'invvpid':
      return drop(state, deed, 'invalidated', (entry) => state.params.tags && ownerOf(state, entry) === deed.guest);
  }
}

/** A VM exit or entry: without VPIDs it empties the TLB, for all PCIDs. */
function cross(state: State, deed: Extract<Other, { kind: 'exit' | 'enter' }>): State {
  const { transitions, params } = state;
  const cause: Cause = deed.why === 'switch' ? 'switch' : 'exit';
  const counted = {
    exits: transitions.exits + (deed.kind === 'exit' ? 1 : 0),
    switches: transitions.switches + (deed.kind === 'enter' && deed.why === 'switch' && state.at > 0 ? 1 : 0),
  };
  const after = drop(state, deed, cause, () => !params.tags);
  return { ...after, transitions: counted, running: deed.kind === 'exit' ? 'host' : deed.guest };
}

/** MOV to CR3 invalidates the current VPID's mappings of PCID 0; with PCIDs, and bit 63 set, nothing. */
function writeCr3(state: State, deed: Extract<Other, { kind: 'cr3' }>): State {
  const vpid = Math.floor(tagOf(state, deed.guest, 0) / 4096);
  const isLost = (entry: Translation): boolean => !state.params.pcid && vpidOf(entry) === vpid && pcidOf(entry) === 0;
  return { ...drop(state, deed, 'cr3', isLost), process: { ...state.process, [deed.guest]: deed.process } };
}

/** The hypervisor moves the guest's first page to another frame, and tells its EPT, not the processor. */
function remap(state: State, deed: { readonly kind: 'remap'; readonly guest: GuestName }): State {
  const frame = 64 + ((Object.keys(state.moved).length + (state.moved[nameOf(deed.guest, 0)] ?? 0)) % 64);
  const moved = { ...state.moved, [nameOf(deed.guest, 0)]: frame };
  return { ...state, moved, repair: 'changed', told: { kind: 'moved', deed, flushed: 0 } };
}

/** INVEPT of all contexts: guest-physical mappings, and the combined ones of all guests; the host's linear mappings stay. */
function invept(state: State): State {
  const after = drop(state, { kind: 'invept' }, 'invalidated', (entry) => ownerOf(state, entry) !== 'host');
  return { ...after, eptCache: {}, repair: state.repair === 'seen-stale' ? 'invalidated' : state.repair };
}

/** Removes entries, and remembers why. */
function drop(state: State, deed: Other, cause: Cause, isLost: (entry: Translation) => boolean): State {
  const lost = entriesOf(state.tlb).filter(isLost);
  const told: Told = { kind: 'moved', deed, flushed: lost.length };
  if (lost.length === 0) return { ...state, told };
  const gone = { ...state.gone, ...Object.fromEntries(lost.map((entry) => [entryName(state, entry), cause])) };
  return { ...state, tlb: dropTranslations(state.tlb, isLost), gone, flushes: state.flushes + 1, told };
}

/** What the hypervisor does at the reader's word, or which entry is looked at. */
function act(state: State, move: TlbMove): State {
  if (move[0] === 'entry') {
    const [, set, way] = move;
    return { ...state, picked: { set, way }, looking: true };
  }
  return happen(
    { ...state, looking: false },
    move[0] === 'invept' ? { kind: 'invept' } : { kind: move[0], guest: move[1] },
  );
}

export const totalMisses = ({ misses }: State): number => causes.reduce((sum, cause) => sum + misses[cause], 0);
export const model: Model<Params, State, TlbMove> = { init, step, act };
