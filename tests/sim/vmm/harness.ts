import { advanceEvents, type GuestEvent } from '#sim/vmm/advanceEvents.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import type { ExecutionControls, Settings, Technique } from '#sim/vmm/technique.ts';
import { assemble } from '#sim/x86/asm/assemble.ts';
import type { Program } from '#sim/x86/program.ts';
import { startRun } from './startRun.ts';

/** What KVM asks for on a processor with EPT, but for the CR3 load, which it leaves to the guest. */
export const usual: ExecutionControls = {
  hlt: true,
  cr3: false,
  invlpg: false,
  io: true,
  exceptions: [],
  interrupts: true,
  msr: true,
  tables: false,
  rdtsc: false,
  ept: true,
};

export const allExceptions = [0, 1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 17];

type Changes = Partial<Omit<Settings, 'controls'>> & { readonly controls?: Partial<ExecutionControls> };

export const settingsFor = ({ controls, ...changes }: Changes = {}): Settings => ({
  kernelRing: 1,
  segmentLimits: true,
  cacheBlocks: 64,
  adaptive: true,
  batched: false,
  stopAtDivergence: true,
  prices: cyclesOf(priceLists.p4),
  ...changes,
  controls: { ...usual, ...controls },
});

/** The program of a source that must assemble. `defines` as NASM's -d: NAME or NAME=VALUE. */
export function programOf(source: string, defines: readonly string[] = []): Program {
  const named = Object.fromEntries(
    defines.map((define) => define.split('=')).map(([name = '', value = '']) => [name, value]),
  );
  const made = assemble(source, named);
  if ('program' in made) return made.program;
  throw new Error(made.faults.map(({ line, message }) => `line ${line}: ${message.en}`).join('; '));
}

/** Guest events that no program of ours needs. */
export const MOST = 2_000_000;

export interface Told {
  readonly run: GuestRun;
  /** Every event that was more than an instruction, and the last. */
  readonly events: readonly GuestEvent[];
}

/** A program under a technique, to its end or for so many guest events. */
export function tell(program: Program, technique: Technique, changes: Changes = {}, most = MOST): Told {
  const events: GuestEvent[] = [];
  const { run } = advanceEvents(startRun(program, technique, settingsFor(changes)), most, (event) =>
    events.push(event),
  );
  return { run, events };
}

/** What is seen of a run from outside. */
export const seen = ({ guest, end, endDetail, instructions, events }: GuestRun) => ({
  serial: guest.devices.uart.sent,
  end,
  code: end === 'debug-exit' ? endDetail : undefined,
  instructions,
  events,
});
