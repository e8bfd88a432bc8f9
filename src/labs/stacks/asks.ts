import { askAbout } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import type { Hop } from '#sim/stacks/hop.ts';
import { enterBets } from './askEnter.ts';
import { askWords as say } from './askWords.ts';
import { lastHop, model, type State } from './model.ts';

const ask = askAbout(model);

/** Who is entered, in words that fit every system. */
function entered(state: State): string {
  const hop = lastHop(state);
  const layer = state.trace.layers.find(({ id }) => id === hop?.to);
  if (hop?.kind === 'call' || hop?.kind === 'emulated') return 'same';
  switch (layer?.is) {
    case 'guest-kernel':
      return 'guest';
    case 'host-kernel':
      return 'host';
    default:
      return 'monitor';
  }
}

/** In whose layer the driver is. */
function driver(state: State): string {
  const hop = lastHop(state);
  const layer = state.trace.layers.find(({ id }) => id === hop?.from);
  return layer?.is === 'service-os' ? 'service' : layer?.is === 'vmm' ? 'monitor' : 'host';
}

const hasMonitor = ({ trace: { site } }: State): boolean =>
  (site.outer ?? site).system.layers.some(({ is }) => is === 'vmm');

/** Questions about the next hop, where there is a belief to be tested. */
export function asks(state: State): Ask<State> | undefined {
  const { trace, at } = state;
  const next = state.crashed === undefined ? trace.hops[at] : undefined;
  if (!next) return undefined;
  if (trace.site.outer && next.from.startsWith('l2-') && next.kind === 'exit')
    return ask(state, 'l2-exit', say.l2Exit, say.l2Bets, (after) =>
      lastHop(after)?.to.startsWith('l1-') ? 'l1' : 'l0',
    );
  return at === 0 ? aboutFirst(state, next) : aboutLater(state, next);
}

function aboutFirst(state: State, next: Hop): Ask<State> | undefined {
  const bets = enterBets(state.trace, next);
  switch (next.why) {
    case 'system-call':
      return ask(state, 'system-call', say.call, bets, entered);
    case 'privileged':
      return ask(state, 'privileged', say.privileged, bets, entered);
    case 'fault':
      return ask(state, 'fault', say.fault, bets, entered);
    default:
      return undefined;
  }
}

function aboutLater(state: State, next: Hop): Ask<State> | undefined {
  const { kind, why } = next;
  const bets = enterBets(state.trace, next);
  if (kind === 'doorbell') return ask(state, 'driver', say.driver, say.driverBets(hasMonitor(state)), driver);
  if (kind === 'interrupt') return ask(state, 'interrupt', say.interrupt, bets, entered);
  const before = lastHop(state);
  if (why === 'kick' && before?.why === 'system-call') return ask(state, 'kick', say.kick, bets, entered);
  if (why === 'resume')
    return ask(state, 'resume', say.resume, say.l2ResumeBets, (after) =>
      lastHop(after)?.to.startsWith('l2-') ? 'l2' : 'l0',
    );
  return undefined;
}
