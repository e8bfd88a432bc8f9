import { bootMachine } from '../x86/bootMachine.ts';
import { forkMachine } from '../x86/machine.ts';
import type { Program } from '../x86/program.ts';
import { type Monitor, monitors } from './monitors.ts';
import type { GuestRun } from './run.ts';
import type { Settings } from './technique.ts';

/** A program in the machine's memory, about to run its first instruction. */
export function startRun(program: Program, settings: Settings): GuestRun {
  const guest = bootMachine(program);
  const alone = ['bare', 'interpreter', 'paravirtual'].includes(settings.technique);
  const twin = alone ? undefined : forkMachine(guest);
  const monitor: Monitor = monitors[settings.technique];
  return {
    program,
    settings,
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
  const monitor: Monitor = monitors[run.settings.technique];
  return {
    ...run,
    guest,
    twin: run.twin && forkMachine(run.twin),
    vmm: monitor.fork(run.vmm, guest),
    crossings: new Map(run.crossings),
    cycles: { ...run.cycles },
  };
}
