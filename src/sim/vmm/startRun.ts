import { bootMachine } from '../x86/bootMachine.ts';
import { forkMachine } from '../x86/machine.ts';
import type { Program } from '../x86/program.ts';
import type { Monitor } from './monitor.ts';
import type { GuestRun } from './run.ts';
import type { Settings, Technique } from './technique.ts';

/** Techniques with no twin on bare metal to be held against: that itself, an interpreter, which is the same code, and a kernel that was changed. */
const alone: readonly Technique[] = ['bare', 'interpreter', 'paravirtual'];

/** A program in the machine's memory, about to run its first instruction under the monitor. */
export function startRun(program: Program, settings: Settings, monitor: Monitor): GuestRun {
  const guest = bootMachine(program);
  const booted = forkMachine(guest);
  const vmm = monitor.start(guest, settings);
  return {
    program,
    settings,
    monitor,
    guest,
    twin: alone.includes(vmm.kind) ? undefined : booted,
    vmm,
    pending: undefined,
    instructions: 0,
    events: 0,
    crossings: new Map(),
    cycles: { guest: 0, vmm: 0 },
    deed: { kind: 'boot' },
    divergence: undefined,
    end: undefined,
    endDetail: undefined,
  };
}

/** A run in the same state that can go on by itself. From here on the origin is only read. */
export function forkRun(run: GuestRun): GuestRun {
  const guest = forkMachine(run.guest);
  return {
    ...run,
    guest,
    twin: run.twin && forkMachine(run.twin),
    vmm: run.monitor.fork(run.vmm, guest),
    crossings: new Map(run.crossings),
    cycles: { ...run.cycles },
  };
}
