/** The machine's questions. What is right is read off the step after it has been made. */
import type { Ask } from '#kit/lab.ts';
import { BROADCAST } from '#sim/net/address.ts';
import { farEnd } from '#sim/net/network.ts';
import { askHost } from './askHost.ts';
import { askPorts } from './askPorts.ts';
import { askReply } from './askReply.ts';
import type { State } from './state.ts';
import { hasUplink } from './wiring.ts';

/** Asked where the next frame reaches a place at which beliefs differ. */
export function asks(state: State): Ask<State> | undefined {
  const copy =
    state.flights[0]?.find((each) => farEnd(state.network, each.from)?.node !== 'sw0') ?? state.flights[0]?.[0];
  const to = copy && farEnd(state.network, copy.from);
  if (!copy || !to || !state.attempt) return undefined;
  const { load } = copy.frame;
  if (to.node === 'br0' && (copy.frame.dst === BROADCAST || hasUplink(state.network)))
    return askPorts(state, copy.frame);
  if (load.kind !== 'ip' || !('ident' in load.body) || load.body.kind !== 'echo-request') return undefined;
  if (to.node === 'host' && !hasUplink(state.network)) return askHost(state, load.dst);
  return to.node === 'out' ? askReply(state, load.src) : undefined;
}
