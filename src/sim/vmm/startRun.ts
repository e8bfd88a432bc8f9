import { bootMachine } from '../x86/bootMachine.ts';
import { forkMachine } from '../x86/machine.ts';
import type { Program } from '../x86/program.ts';
import type { Monitor } from './monitor.ts';
import type { GuestRun } from './run.ts';
import type { Settings } from './technique.ts';

/** A program in the machine's memory, about to run its first instruction under the monitor. */
export function startRun(program: Program, settings: Settings, monitor: Monitor): GuestRun {
  const guest = bootMachine(program);
  const twin = monitor.hasTwin ? forkMachine(guest) : undefined;
  return {
    program,
    settings,
    monitor,
    guest,
    twin,
    vmm: monitor.start(guest, settings),
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
