import type { GuestRun } from '#sim/vmm/run.ts';
import { stepRun } from '#sim/vmm/stepRun.ts';
import { changesIn, goesOn, type Handled, otherChanges, type Path, textAt } from './path.ts';
import { type Registers, registersOf } from './registers.ts';
import { isSettled, type State } from './state.ts';

/** Whether this is the first third of a crossing that only fills the monitor's own tables. */
const fills = (run: GuestRun): GuestRun | undefined => {
  if (run.deed.kind !== 'leave' || run.deed.reason !== '#PF') return undefined;
  const handled = stepRun(run);
  return handled.deed.kind === 'handle' && handled.deed.work.key === 'fill' ? stepRun(handled) : undefined;
};

/** The next deed that the guest could know of: what fills the shadow tables is passed over. */
function nextDeed(run: GuestRun): GuestRun {
  let next = stepRun(run);
  for (let filled = fills(next); filled; filled = fills(next)) next = stepRun(filled);
  return next;
}

/** One deed further, of those that the guest could know of. */
export function stepDeed(state: State): State {
  const run = nextDeed(state.run);
  if (run === state.run) return state;
  const before = registersOf(state.run);
  const strayed = run.divergence !== undefined && state.run.divergence === undefined;
  return { ...state, run, path: followPath(state, run, before), foreign: undefined, before, strayed };
}

/** Until one event of the guest is complete and the guest has the processor again; the last trap on the way is kept. */
export function stepWhole(state: State): State {
  const before = registersOf(state.run);
  let now = stepDeed(state);
  let { path, strayed } = now;
  while (now.run.end === undefined && (now.run.events === state.run.events || !isSettled(now.run))) {
    now = stepDeed(now);
    path = now.path ?? path;
    strayed ||= now.strayed;
  }
  return now === state ? state : { ...now, path, before, strayed };
}

/** The trap that this deed begins, or goes on with. */
function followPath({ path, run: was }: State, run: GuestRun, before: Registers): Path | undefined {
  const { deed } = run;
  switch (deed.kind) {
    case 'leave':
      return {
        text: textAt(run, deed.address),
        ring: Number(before.real.cpl),
        crossing: deed,
        foreign: false,
        handled: undefined,
        back: undefined,
      };
    case 'handle':
      return path && { ...path, handled: handledBy(was, run, before) };
    case 'enter':
      return path && { ...path, back: goesOn(run, Number(registersOf(run).real.cpl), deed.inject) };
    default:
      return undefined;
  }
}

function handledBy(was: GuestRun, run: GuestRun, before: Registers): Handled | undefined {
  if (run.deed.kind !== 'handle') return undefined;
  const changes = changesIn(before, registersOf(run));
  return {
    work: run.deed.work,
    changes: changes.length ? changes : otherChanges(was.guest, run.guest),
    sent: run.guest.devices.uart.sent.slice(was.guest.devices.uart.sent.length),
    asleep: run.guest.cpu.halted && !was.guest.cpu.halted,
    behindSti: run.guest.cpu.shadowed && before.virtual?.if === '1',
  };
}
