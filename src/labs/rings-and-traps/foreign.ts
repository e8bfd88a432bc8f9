import { addressOf } from '#sim/vmm/guestEvent.ts';
import { count, spend } from '#sim/vmm/settle.ts';
import { forkRun } from '#sim/vmm/startRun.ts';
import { goesOn, textAt } from './path.ts';
import { outerOf, registersOf } from './registers.ts';
import { isSettled, registersIn, type State } from './state.ts';

/** The vector at which the other guest's disk interrupts. */
const DISK = 0x2e;

/** Another guest's disk: whether it can interrupt now. */
export const canInterrupt = ({ run, foreign }: State): boolean =>
  run.end === undefined && foreign === undefined && outerOf(run) !== undefined && isSettled(run);

/** The real processor takes the interrupt; nothing of it touches this guest. */
export function interrupt(state: State): State {
  const { run } = state;
  if (!canInterrupt(state)) return state;
  const before = registersOf(run);
  const address = addressOf(run.guest);
  return {
    ...state,
    foreign: 'leave',
    before,
    strayed: false,
    path: {
      text: textAt(run, address),
      ring: Number(before.real.cpl),
      crossing: { address, reason: 'interrupt 2e', vector: DISK },
      foreign: true,
      handled: undefined,
      back: undefined,
    },
  };
}

/** The second and the last third of that; undefined where it is over. */
export function serveForeign(state: State): State | undefined {
  const { path, foreign } = state;
  const before = registersIn(state);
  if (!foreign || foreign === 'enter' || !path) return undefined;
  if (foreign === 'handle')
    return { ...state, before, foreign: 'enter', path: { ...path, back: goesOn(state.run, path.ring, undefined) } };
  const run = forkRun(state.run);
  count(run, 'other guest');
  spend(run, 'vmm', run.settings.prices.trap);
  const handled = { work: { key: 'foreign', operands: {} }, changes: [], sent: '', asleep: false, behindSti: false };
  return { ...state, run, before, foreign: 'handle', path: { ...path, handled } };
}
