/** What a machine did with a frame, said so that a picture, a caption and a test can all read it. */
import type { Standing } from './conntrack.ts';
import type { Packet } from './frame.ts';
import type { Fate } from './send.ts';

export type Deed =
  /** Not for this MAC, or asks for an address that is not here. */
  | { readonly did: 'ignored'; readonly why: 'other-mac' | 'other-address' | 'own-source' | 'broadcast' | 'unexpected' }
  | { readonly did: 'arp-answered' }
  /** The reply tells a neighbour's MAC, and these packets need wait no more. */
  | { readonly did: 'arp-resolved'; readonly released: readonly Packet[] }
  /** Passed on; `translated` where an address was rewritten on the way through. */
  | {
      readonly did: 'forwarded';
      readonly before: Packet;
      readonly standing: Standing;
      readonly fate: Fate;
      readonly translated?: 'source' | 'destination';
    }
  | { readonly did: 'dropped'; readonly why: 'forwarding-off' }
  /** Not passed on, and the sender is told so, if it can be reached. */
  | { readonly did: 'refused'; readonly why: 'net-unreachable' | 'ttl-exceeded'; readonly fate: Fate }
  | { readonly did: 'answered'; readonly fate: Fate }
  /** The reply or the bad news that somebody here waited for. */
  | { readonly did: 'got-reply' }
  | { readonly did: 'got-error'; readonly kind: 'net-unreachable' | 'host-unreachable' | 'ttl-exceeded' }
  /** A step of a TCP handshake: what came, and what was sent in return. */
  | {
      readonly did: 'tcp';
      readonly got: 'syn' | 'syn-ack';
      readonly sends: 'syn-ack' | 'ack' | 'rst';
      readonly fate: Fate;
    }
  | { readonly did: 'accepted' }
  | { readonly did: 'reset' };
