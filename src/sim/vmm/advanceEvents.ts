import type { Deed } from './deed.ts';
import type { Monitor } from './monitor.ts';
import type { GuestRun } from './run.ts';
import { forkRun } from './startRun.ts';

/** One event of the guest (an instruction, an interrupt or exception, a wait) and all that was done for it. */
export interface GuestEvent {
  readonly deeds: readonly Deed[];
  /** Which one it was: the first is 1. */
  readonly number: number;
  /** The guest's CPL before it, and after. */
  readonly level: number;
  readonly after: number;
  /** Its general registers before it. */
  readonly registers: Int32Array;
}

/** Deeds for one guest event at most: an instruction touches few pages, and each may take a crossing or two. */
const MOST_DEEDS = 1000;

/** The monitor has done what it was entered for, and the way back holds nothing more for the guest than that. */
function isReturning({ vmm, guest }: GuestRun): boolean {
  const injects = 'injection' in vmm && vmm.injection !== undefined;
  return 'phase' in vmm && vmm.phase === 'entering' && !injects && !guest.cpu.halted;
}

function makeEvent(run: GuestRun, monitor: Monitor): GuestEvent {
  const { events } = run;
  const { cpl, regs } = run.guest.cpu;
  const registers = regs.slice();
  const deeds: Deed[] = [];
  do {
    run.deed = monitor.step(run);
    deeds.push(run.deed);
  } while (run.end === undefined && (run.events === events || isReturning(run)) && deeds.length < MOST_DEEDS);
  return { deeds, number: run.events, level: cpl, after: run.guest.cpu.cpl, registers };
}

/**
 * The run so many guest events further, or as far as it goes, and how many were made. Counted in guest events a run goes
 * on under every technique alike, so that two of them stand at the same instruction after as many. `note` is told of the last event, and of each
 * before it for which something was done besides running it.
 */
export function advanceEvents(
  run: GuestRun,
  times: number,
  note: (event: GuestEvent) => void,
): { readonly run: GuestRun; readonly made: number } {
  if (run.end !== undefined || times <= 0) return { run, made: 0 };
  const next = forkRun(run);
  const { monitor } = run;
  let made = 0;
  while (made < times && next.end === undefined) {
    made += monitor.runQuietly?.(next, times - made - 1) ?? 0;
    const event = makeEvent(next, monitor);
    made++;
    if (made === times || next.end !== undefined || event.deeds.length > 1 || event.deeds[0]?.kind !== 'run')
      note(event);
  }
  return { run: next, made };
}
