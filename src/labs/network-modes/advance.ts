import type { Ip } from '#sim/net/address.ts';
import { type Frame, isIcmpError, type Packet } from '#sim/net/frame.ts';
import { ARP_TRIES, askAgain, type GivenUp, giveUp, unanswered } from '#sim/net/giveUp.ts';
import { crossFlight, type Flight, flightsFrom, type Hop, withStack } from '#sim/net/network.ts';
import { conclude } from './attempt.ts';
import { type Attempt, belongsTo, type Loss, mainHop, noted, type Outcome, type State } from './state.ts';

const packetOf = ({ frame }: Hop): Packet | undefined => (frame.load.kind === 'ip' ? frame.load : undefined);

/** Why a packet of the attempt goes no further here, if it does not. */
function lossAt({ to, done }: Hop, { dst, src }: Packet): Loss | undefined {
  const at = (why: Loss['why'], missed: Ip): Loss => ({ node: to.node, why, to: missed });
  if (done.by === 'bridge') return done.bridged.how === 'filtered' ? at('filtered', dst) : undefined;
  const { deed } = done;
  switch (deed.did) {
    case 'dropped':
      return at('forwarding-off', dst);
    case 'answered':
    case 'tcp':
      return deed.fate.kind === 'no-route' ? at('no-route-back', src) : undefined;
    case 'refused':
      return deed.fate.kind === 'no-route' ? at('no-route-back', src) : undefined;
    case 'ignored':
      return deed.why === 'other-mac' || deed.why === 'other-address' ? undefined : at(deed.why, dst);
    default:
      return undefined;
  }
}

/** Whether this is the end of the attempt: what it waited for, at the machine that waited. */
function outcomeAt({ to, done }: Hop, attempt: Attempt): Outcome | undefined {
  if (done.by === 'bridge') return undefined;
  const { deed } = done;
  if (deed.did === 'accepted') return 'accepted';
  if (to.node !== attempt.from) return undefined;
  if (deed.did === 'got-reply') return 'reply';
  if (deed.did === 'reset') return 'reset';
  return deed.did === 'got-error' ? deed.kind : undefined;
}

/** Draws the attempt's consequences from what one receiver did. */
function digest(state: State, hop: Hop): State {
  const { attempt } = state;
  const packet = packetOf(hop);
  if (!attempt || !packet || !belongsTo(attempt, packet.id)) return state;
  const outcome = outcomeAt(hop, attempt);
  if (outcome) return conclude(state, attempt, outcome, isIcmpError(packet.body) ? packet.src : undefined);
  const loss = lossAt(hop, packet);
  return loss ? { ...state, attempt: { ...attempt, loss } } : state;
}

const asksIn = (flights: readonly Flight[]): number =>
  flights.filter(([copy]) => copy?.frame.load.kind === 'arp' && copy.frame.load.op === 'request').length;

/** The frame that was shown last, if it held the packet that is shown now. */
function frameBefore(state: State, hop: Hop | undefined): Frame | undefined {
  const before = mainHop(state.hops)?.frame;
  return before && hop && before.load.id === hop.frame.load.id ? before : undefined;
}

/** The first flight's copies cross their cables. */
export function fly(state: State): State {
  const [flight, ...rest] = state.flights;
  if (!flight) return state;
  const { network, hops, flights } = crossFlight(state.network, flight);
  const asked = asksIn(flights.filter(([copy]) => copy !== undefined && network.stacks[copy.from.node] !== undefined));
  const crossed: State = {
    ...state,
    network,
    flights: [...rest, ...flights],
    hops,
    before: frameBefore(state, mainHop(hops)),
    frames: state.frames + hops.length,
    arpRequests: state.arpRequests + asked,
  };
  return hops.reduce(digest, crossed);
}

/** No loop of cables and a TTL in every packet: frames always run out. */
const flyAll = (state: State): State => {
  let now = state;
  while (now.flights.length > 0) now = fly(now);
  return now;
};

const machinesThatWait = (state: State): readonly string[] =>
  Object.entries(state.network.stacks).flatMap(([node, stack]) => (unanswered(stack).length > 0 ? [node] : []));

/** Nothing moves, and somebody still asks for a MAC: it asks twice more, then gives its packets up. */
export function waitInVain(state: State): State {
  let now = state;
  for (let tries = 1; tries < ARP_TRIES; tries++)
    for (const [node, stack] of Object.entries(now.network.stacks)) {
      const flights = flightsFrom(node, askAgain(stack));
      now = flyAll({ ...now, flights, arpRequests: now.arpRequests + flights.length });
    }
  return machinesThatWait(now).reduce(resign, noted(now, now.note));
}

function resign(state: State, node: string): State {
  const stack = state.network.stacks[node];
  if (!stack) return state;
  const { stack: after, leaving, lost } = giveUp(stack);
  const [first] = lost;
  const flights = [...state.flights, ...flightsFrom(node, leaving)];
  const quiet: State = { ...state, network: withStack(state.network, node, after), flights };
  const told: State = first ? { ...quiet, note: { kind: 'silence', node, hop: first.hop } } : quiet;
  return lost.reduce((now, each) => mourn(now, node, each), told);
}

/** What a packet that was given up means for the attempt. */
function mourn(state: State, node: string, { packet, hop, own }: GivenUp['lost'][number]): State {
  const { attempt } = state;
  if (!attempt || !belongsTo(attempt, packet.id)) return state;
  const isFirst = packet.body.kind === 'echo-request' || packet.body.kind === 'syn';
  if (own && isFirst) return conclude(state, attempt, 'host-unreachable', packet.src);
  return { ...state, attempt: { ...attempt, loss: { node, why: 'no-answer', to: hop } } };
}

/** Nothing moves and nobody waits: the sender's patience ends. */
export const timeOut = (state: State, attempt: Attempt): State =>
  conclude(noted(state, { kind: 'timeout' }), attempt, 'timeout');

/** Whether somebody still asks for a MAC. */
export const someoneWaits = (state: State): boolean => machinesThatWait(state).length > 0;
