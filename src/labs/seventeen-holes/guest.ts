import { usualControls } from '#sim/holes/nonRoot.ts';
import { bare } from '#sim/vmm/bare.ts';
import { deprivileged } from '#sim/vmm/deprivileged/deprivileged.ts';
import { hardware } from '#sim/vmm/hardware/hardware.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { startRun } from '#sim/vmm/startRun.ts';
import { advanceRun, stepRun } from '#sim/vmm/stepRun.ts';
import type { Settings } from '#sim/vmm/technique.ts';
import { programOf } from '#sim/vmm/tell/samples.ts';
import { UMIP } from '#sim/x86/cpu/state.ts';
import { clockOf } from '#sim/x86/machine.ts';
import type { Params } from './controls.ts';

/** How a difference that nobody saw becomes one that everybody sees. */
export interface Symptom {
  readonly kind: 'crash' | 'asleep' | 'wrong' | 'silent';
  /** Guest instructions completed when it began. */
  readonly at: number;
}
/** A guest under a monitor, and the same program on bare metal at the same time. */
export interface Guest {
  readonly source: readonly string[];
  readonly run: GuestRun;
  readonly bare: GuestRun;
  /** Guest instructions completed at the first difference. */
  readonly divergedAt: number | undefined;
  /** Since when one of the two has sent less, by the guest’s clock. */
  readonly behindSince: number | undefined;
  readonly symptom: Symptom | undefined;
}

/** A guest may be late by so many instructions before it counts as silent. */
const PATIENCE = 300;

const settingsOf = ({ ring }: Params): Settings => ({
  kernelRing: ring === '1' ? 1 : 3,
  controls: usualControls,
  segmentLimits: true,
  cacheBlocks: 64,
  adaptive: true,
  batched: false,
  stopAtDivergence: false,
  prices: cyclesOf(priceLists.p4),
});

export function startGuest(params: Params): Guest {
  const program = programOf(params.program);
  const settings = settingsOf(params);
  const run = startRun(program, settings, params.cpu === 'vtx' ? hardware : deprivileged);
  if (params.cpu === 'umip' && run.vmm.kind === 'deprivileged') run.vmm.real.machine.cpu.cr4 |= UMIP;
  return {
    source: params.program.split('\n'),
    run,
    bare: startRun(program, settings, bare),
    divergedAt: undefined,
    behindSince: undefined,
    symptom: undefined,
  };
}

/** What a machine has sent on its serial port. */
export const sentBy = ({ guest }: GuestRun): string => guest.devices.uart.sent;

/** One step of the monitored guest; bare metal keeps the same time. The story ends where the difference shows. */
export function stepGuest(guest: Guest): Guest {
  if (guest.symptom) return guest;
  const run = stepRun(guest.run);
  if (run === guest.run) return guest;
  const bare = follow(guest.bare, clockOf(run.guest));
  const divergedAt = guest.divergedAt ?? (run.divergence ? run.instructions : undefined);
  const isBehind = sentBy(run) !== sentBy(bare);
  const behindSince = isBehind ? (guest.behindSince ?? clockOf(run.guest)) : undefined;
  const next = { ...guest, run, bare, divergedAt, behindSince };
  return { ...next, symptom: symptomOf(next) };
}

/** A handler that faults for ever takes no time at all: bare metal is not waited for without end. */
const MOST_TRIES = 8;

function follow(bare: GuestRun, clock: number): GuestRun {
  let now = bare;
  for (let i = 0; i < MOST_TRIES && now.end === undefined && clockOf(now.guest) < clock; i++)
    now = advanceRun(now, clock - clockOf(now.guest)).run;
  return now;
}

function symptomOf({ run, bare, divergedAt, behindSince }: Guest): Symptom | undefined {
  if (divergedAt === undefined) return undefined;
  const at = run.instructions;
  if (run.end === 'triple-fault' && bare.end !== 'triple-fault') return { kind: 'crash', at };
  if (run.end === 'halted' && bare.end !== 'halted') return { kind: 'asleep', at };
  const [here, there] = [sentBy(run), sentBy(bare)];
  if (!here.startsWith(there) && !there.startsWith(here)) return { kind: 'wrong', at };
  const late = behindSince === undefined ? 0 : clockOf(run.guest) - behindSince;
  return late > PATIENCE && here.length < there.length ? { kind: 'silent', at: at - PATIENCE } : undefined;
}
