import { DEFAULT_TTL, type Packet } from '#sim/net/frame.ts';
import { flightsFrom, withStack } from '#sim/net/network.ts';
import { type Fate, sendOwn } from '#sim/net/send.ts';
import { ownsAddress, sourceTowards } from '#sim/net/stack.ts';
import { type Attempt, noted, type Outcome, pairKey, type Result, type State } from './state.ts';
import { type Machine, OUT_ADDRESS, OUT_PORT, pairs, stackOf, targetAddress } from './wiring.ts';

type Wish = Pick<Attempt, 'kind' | 'from' | 'address'> & Partial<Pick<Attempt, 'ttl' | 'port'>>;

/** The port a guest's connection begins at: the same in both guests, so that NAT has to tell them apart. */
const FIRST_PORT = 40_000;

/** A ping or a connection that is to begin with the next step. */
export function prepare(state: State, { kind, from, address, ttl = DEFAULT_TTL, port = OUT_PORT }: Wish): State {
  const attempts = state.attempts + 1;
  // ping takes one identifier per process; counted on every machine by itself, so that two machines may choose the same.
  const counter = `${from} ${kind}`;
  const before = state.idents[counter] ?? 0;
  const ident = kind === 'ping' ? before + 1 : FIRST_PORT + before;
  const attempt: Attempt = { kind, from, address, ttl, port, id: `p${attempts}`, ident, stage: 'ready' };
  const idents = { ...state.idents, [counter]: before + 1 };
  return { ...noted(state, { kind: 'ready' }), attempt, attempts, idents };
}

/** Notes what came of the attempt in every cell of the matrix that this address stands for. */
export function conclude(state: State, attempt: Attempt, outcome: Outcome, by?: string): State {
  const { kind, from, address, loss, ttl, port } = attempt;
  const result: Result = { kind, from, address, outcome, ...(by !== undefined && { by }), ...(loss && { loss }) };
  const done: State = { ...state, attempt: undefined, last: result };
  if (kind === 'connect') {
    const counts = from === 'g1' && address === OUT_ADDRESS && port === OUT_PORT;
    const accepted = stackOf(state.network, 'out').accepted.at(-1);
    return counts ? { ...done, seen: outcome === 'accepted' && accepted ? accepted : 'none' } : done;
  }
  if (ttl !== DEFAULT_TTL) return done;
  const cells = pairs.filter(([source, to]) => source === from && targetAddress(state.network, to) === address);
  const results = Object.fromEntries(cells.map(([source, to]) => [pairKey(source, to), result]));
  return { ...done, results: { ...state.results, ...results } };
}

function firstPacket({ network }: State, { kind, from, address, ttl, port, id, ident }: Attempt): Packet {
  const src = sourceTowards(stackOf(network, from), address) ?? '0.0.0.0';
  const body: Packet['body'] =
    kind === 'ping' ? { kind: 'echo-request', ident } : { kind: 'syn', srcPort: ident, dstPort: port };
  return { kind: 'ip', id, src, dst: address, ttl, body };
}

/** A connection is known to its own machine from the first packet on. */
const opening = (state: State, from: Machine, { src, dst, body }: Packet): readonly string[] => {
  const { opening } = stackOf(state.network, from);
  return body.kind === 'syn' ? [...opening, `${src}:${body.srcPort} ${dst}:${body.dstPort}`] : opening;
};

const failures: Readonly<Partial<Record<Fate['kind'], Outcome>>> = { 'no-route': 'no-route', broadcast: 'broadcast' };

/** The sender's own decision: where to, by which interface, and to whose MAC. */
export function start(state: State, attempt: Attempt): State {
  const { from, address } = attempt;
  const stack = stackOf(state.network, from);
  if (ownsAddress(stack, address)) {
    const outcome = attempt.kind === 'ping' ? 'reply' : 'reset';
    return conclude(noted(state, { kind: 'self' }), attempt, outcome);
  }
  const packet = firstPacket(state, attempt);
  const sent = sendOwn({ ...stack, opening: opening(state, from, packet) }, packet);
  const { fate } = sent;
  const started: State = {
    ...noted(state, { kind: 'started', fate }),
    network: withStack(state.network, from, sent.stack),
    flights: [...state.flights, ...flightsFrom(from, sent.leaving)],
    arpRequests: state.arpRequests + (fate.kind === 'asked' ? sent.leaving.length : 0),
    attempt: { ...attempt, stage: 'away' },
  };
  const failure = failures[fate.kind];
  return failure ? conclude(started, attempt, failure) : started;
}
