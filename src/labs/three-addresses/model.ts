/**
 * One access at a time by one of two guests, translated by the guest's own
 * tables and then by the EPT; Intel SDM vol. 3A, "4-Level Paging and 5-Level
 * Paging", vol. 3C, "The Extended Page Table Mechanism (EPT)". The walk is the
 * real one, but told in three steps: what the guest's tables give, what the
 * EPT gives, the byte. Each access walks afresh, since there is no TLB here.
 */
import type { Model } from '#kit/model.ts';
import { cutLinear } from '#sim/paging/linear.ts';
import { stepWalk } from '#sim/paging/stepWalk.ts';
import { type Params, readAddress } from './controls.ts';
import { edit } from './edit.ts';
import { FRAME, homes } from './guests.ts';
import { backPage, breakShare, frameOf, ownersOf, type Place } from './host.ts';
import { setMapped } from './kernel.ts';
import { loadHost } from './load.ts';
import { begin, pageIn, restart, type State, stageOf, type ThreeMove } from './state.ts';

function init(params: Params): State {
  const { guest, address } = readAddress(params.address);
  const access = { guest, address, kind: params.access };
  const host = loadHost();
  return {
    host,
    access,
    walk: begin(host, access),
    deed: { kind: 'begin' },
    picked: { at: 'virtual', guest, page: pageIn(address) ?? -1 },
    done: [],
    counts: { exits: 0, guestFaults: 0, swaps: 0, copies: 0 },
  };
}

function step(state: State): State {
  if (state.deed.kind === 'killed' || state.walk.byte !== undefined) return state;
  if (state.walk.fault) return handleFault(state);
  let walk = stepWalk(state.walk);
  while (!walk.fault && stageOf(walk) === stageOf(state.walk)) walk = stepWalk(walk);
  return record({ ...state, walk, host: { ...state.host, memory: walk.memory } });
}

/** Counts what the walk has come to. */
function record(state: State): State {
  const { walk, access, counts, done } = state;
  if (walk.fault?.handledBy === 'hypervisor')
    return { ...state, deed: { kind: 'violation' }, counts: { ...counts, exits: counts.exits + 1 } };
  if (walk.fault)
    return { ...state, deed: { kind: 'guest-fault' }, counts: { ...counts, guestFaults: counts.guestFaults + 1 } };
  if (walk.byte === undefined) return { ...state, deed: { kind: stageOf(walk) === 1 ? 'gpa' : 'hpa' } };
  const { guestPhysical: gpa = 0, hostPhysical: hpa = 0, byte } = walk;
  return { ...state, deed: { kind: 'byte' }, done: [...done.slice(-7), { ...access, gpa, hpa, byte }] };
}

/** The guest's kernel, or the hypervisor, does its part; then the same instruction runs again. */
function handleFault(state: State): State {
  const { walk, host, access, counts } = state;
  if (walk.fault && 'guestPhysicalAddress' in walk.fault)
    return supply(state, { guest: access.guest, page: Math.floor(walk.fault.guestPhysicalAddress / FRAME) });
  const virtual = pageIn(access.address) ?? 0;
  const isAbsent = walk.fault?.kind === 'guest-page-fault' && (walk.fault.errorCode & 1) === 0;
  if (!isAbsent || homes[virtual] === undefined) return { ...state, deed: { kind: 'killed' } };
  const mapped = setMapped(host, access.guest, virtual, true);
  const after = restart(state, mapped.host, access, { kind: 'mapped', virtual });
  return { ...after, counts: { ...counts, exits: counts.exits + mapped.exits } };
}

function supply(state: State, place: Place): State {
  const { host, access, counts } = state;
  const frame = frameOf(host, place);
  if (frame === undefined) return restart(state, backPage(host, place), access, { kind: 'supplied', place });
  const isShared = ownersOf(host, frame).length > 1;
  const after = restart(state, breakShare(host, place), access, { kind: isShared ? 'copied' : 'reopened', place });
  return isShared ? { ...after, counts: { ...counts, copies: counts.copies + 1 } } : after;
}

/** What a click does: another access, or an edit of a map. */
function act(state: State, move: ThreeMove): State {
  switch (move[0]) {
    case 'read':
    case 'write': {
      const [kind, guest, page] = move;
      const access = { guest, kind, address: cutLinear(BigInt(page * FRAME)) };
      return { ...restart(state, state.host, access, { kind: 'begin' }), picked: { at: 'virtual', guest, page } };
    }
    default:
      return edit(state, move);
  }
}

export const model: Model<Params, State, ThreeMove> = { init, step, act };
