import type { Ip } from '#sim/net/address.ts';
import type { Frame, Packet } from '#sim/net/frame.ts';
import type { Flight, Hop, Network } from '#sim/net/network.ts';
import type { Fate } from '#sim/net/send.ts';
import type { Settings } from './controls.ts';
import type { ScriptLine } from './script.ts';
import type { Machine, Target } from './wiring.ts';

export type NetworkMove =
  | readonly ['ping', Machine, Target]
  | readonly ['connect', 'g1']
  | readonly ['from', Machine | 'none']
  | readonly ['fill']
  | readonly ['clear'];

/** A ping or a TCP connection under way. */
export interface Attempt {
  readonly kind: 'ping' | 'connect';
  readonly from: Machine;
  readonly address: Ip;
  readonly ttl: number;
  readonly port: number;
  /** Every packet of this attempt has an id that begins with it. */
  readonly id: string;
  /** The ICMP identifier, or the TCP source port. */
  readonly ident: number;
  readonly stage: 'ready' | 'away';
  /** Where and why a packet of it was lost, as far as has been seen. */
  readonly loss?: Loss;
}
export interface Loss {
  readonly node: string;
  readonly why:
    | 'forwarding-off'
    | 'no-route-back'
    | 'no-answer'
    | 'broadcast'
    | 'filtered'
    | 'own-source'
    | 'unexpected';
  /** The destination that was not reached, or the neighbour that did not answer. */
  readonly to: Ip;
}

export type Outcome =
  | 'reply'
  | 'accepted'
  | 'reset'
  | 'host-unreachable'
  | 'net-unreachable'
  | 'ttl-exceeded'
  | 'no-route'
  | 'broadcast'
  | 'timeout';

export interface Result {
  readonly kind: Attempt['kind'];
  readonly from: Machine;
  readonly address: Ip;
  readonly outcome: Outcome;
  /** Who reported the failure. */
  readonly by?: Ip;
  readonly loss?: Loss;
}

/** What the last step was, where it was not a frame crossing a cable. */
export type Note =
  | { readonly kind: 'begin' | 'filled' | 'cleared' | 'ready' | 'self' | 'timeout' }
  | { readonly kind: 'started'; readonly fate: Fate }
  | { readonly kind: 'silence'; readonly node: string; readonly hop: Ip }
  | { readonly kind: 'typed'; readonly line: ScriptLine; readonly refused?: Refusal };
/** Why a typed command changes nothing, in the words of the kernel's own message. */
export type Refusal = 'no-device' | 'port-of-bridge' | 'exists' | 'no-such-address' | 'bad-gateway' | 'no-such-route';

export interface State {
  readonly settings: Settings;
  readonly network: Network;
  /** Frames about to cross their cables, first come first served. */
  readonly flights: readonly Flight[];
  /** What the last step was about: frames that crossed, or else the note. */
  readonly hops: readonly Hop[];
  readonly note: Note;
  /** The frame shown before this one, where it held the same packet: what differs was rewritten. */
  readonly before: Frame | undefined;
  readonly attempt: Attempt | undefined;
  /** `g1.out` → what came of trying. */
  readonly results: Readonly<Record<string, Result>>;
  readonly last: Result | undefined;
  /** The source address of guest 1's TCP connection as the outside machine sees it; null before any attempt. */
  readonly seen: Ip | 'none' | null;
  /** The machine that the reader has chosen to ping from. */
  readonly picked: Machine | undefined;
  readonly script: readonly ScriptLine[];
  /** How many of the script's lines have been taken, and how many attempts were made. */
  readonly taken: number;
  readonly attempts: number;
  /** How many identifiers or ports each machine has used up: `g1 ping` → 2. */
  readonly idents: Readonly<Record<string, number>>;
  readonly frames: number;
  readonly arpRequests: number;
}

export const pairKey = (from: Machine, to: Target): string => `${from}.${to}`;

/** A step that is not about frames crossing cables. */
export const noted = (state: State, note: Note): State => ({ ...state, hops: [], before: undefined, note });

/** The hop that the step is about: the one that goes furthest, not the copies that nobody wants. */
export function mainHop(hops: readonly Hop[]): Hop | undefined {
  const weight = ({ done }: Hop) => (done.by === 'bridge' ? 1 : done.deed.did === 'ignored' ? 0 : 2);
  return hops.reduce<Hop | undefined>((best, hop) => (best && weight(best) >= weight(hop) ? best : hop), undefined);
}

/** Whether a thing under way belongs to the attempt. */
export const belongsTo = (attempt: Attempt, id: string): boolean =>
  id === attempt.id || id.startsWith(`${attempt.id}-`);

/** What a router made of the packet that it has just received. */
export function rewritten({ hops }: State): Packet | undefined {
  const done = mainHop(hops)?.done;
  return done?.by === 'stack' && done.deed.did === 'forwarded' ? done.deed.fate.packet : undefined;
}
