import type { Link } from '#kit/run.ts';

const hostOnly = { hostAddress: 'true' } as const;
const routed = { ...hostOnly, forwarding: 'true', gateway: 'true' } as const;
const nat = { ...routed, nat: 'true' } as const;
const bridged = { uplink: 'true', hostAddress: 'true' } as const;

/** The places a lesson points to: a network, a ping, and how far it has come. */
export const moments: Readonly<Record<string, Link>> = {
  start: {},
  bridged: { ...bridged, moves: 'ping.g1.out', at: '14' },
  flood: { ...bridged, moves: 'ping.g1.out', at: '3' },
  isolated: { moves: 'ping.g1.g2', at: '10' },
  unanswered: { moves: 'ping.g1.host', at: '5' },
  'host-only': { ...hostOnly, moves: 'ping.g1.host', at: '10' },
  'host-only-gateway': { ...hostOnly, gateway: 'true', moves: 'ping.g1.hostLan', at: '8' },
  'forwarding-off': { ...hostOnly, gateway: 'true', moves: 'ping.g1.out', at: '8' },
  'routed-lost-reply': { ...routed, moves: 'ping.g1.out', at: '14' },
  routed: { ...routed, returnRoute: 'true', moves: 'ping.g1.out', at: '18' },
  rewrite: { ...nat, moves: 'ping.g1.out', at: '8' },
  nat: { ...nat, moves: 'ping.g1.out', at: '16' },
  'nat-outsider-adds-route': { ...nat, returnRoute: 'true', moves: 'ping.out.g1', at: '18' },
  connection: { ...nat, moves: 'connect.g1', at: '22' },
  matrix: { ...nat, moves: 'fill', at: '1' },
};
