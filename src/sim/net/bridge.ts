/**
 * A learning bridge. IEEE 802.1D, "The Forwarding Process" and "The Learning
 * Process"; Linux, Documentation/networking/bridge.rst. Entries here do not
 * age, and there is no spanning tree: the wires have no loop.
 */
import { BROADCAST, type Mac } from './address.ts';
import type { Frame } from './frame.ts';

export interface Bridge {
  readonly ports: readonly string[];
  /** The port behind which the machine's own IP stack sits, and its MAC: known from the start, never learned. */
  readonly own?: { readonly port: string; readonly mac: Mac };
  /** Which source address was seen on which port. */
  readonly fdb: Readonly<Record<Mac, string>>;
}

export interface Bridged {
  readonly bridge: Bridge;
  /** The ports that the frame leaves by. */
  readonly out: readonly string[];
  readonly how: 'flooded-broadcast' | 'flooded-unknown' | 'forwarded' | 'filtered';
  /** Whether it has just noted where the sender is. */
  readonly learned: boolean;
}

function learn(bridge: Bridge, port: string, source: Mac): Bridge {
  if (source === bridge.own?.mac || bridge.fdb[source] === port) return bridge;
  return { ...bridge, fdb: { ...bridge.fdb, [source]: port } };
}

/** What a bridge does with a frame that comes in by a port. It never sends it back out of that port. */
export function bridgeFrame(before: Bridge, port: string, frame: Frame): Bridged {
  const bridge = learn(before, port, frame.src);
  const learned = bridge !== before;
  const others = bridge.ports.filter((other) => other !== port);
  if (frame.dst === BROADCAST) return { bridge, learned, out: others, how: 'flooded-broadcast' };
  const known = frame.dst === bridge.own?.mac ? bridge.own.port : bridge.fdb[frame.dst];
  if (known === port) return { bridge, learned, out: [], how: 'filtered' };
  if (known !== undefined) return { bridge, learned, out: [known], how: 'forwarded' };
  // Linux keeps unknown unicast from its own stack (br_handle_frame_finish): the bridge knows its own address.
  return { bridge, learned, out: others.filter((other) => other !== bridge.own?.port), how: 'flooded-unknown' };
}

/** `bridge fdb flush`: what was learned is forgotten. */
export const flushBridge = (bridge: Bridge): Bridge => ({ ...bridge, fdb: {} });
