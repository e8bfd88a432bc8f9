import type { Machine } from '../x86/machine.ts';
import type { Program } from '../x86/program.ts';
import type { Crossing, Deed } from './deed.ts';
import type { Monitor } from './monitor.ts';
import type { Settings } from './technique.ts';
import type { Vmm } from './vmm.ts';

/** How a run came to its end. `refused`: a program that this technique cannot run at all; `budget` is said by who counts the steps. */
export type End = 'debug-exit' | 'halted' | 'triple-fault' | 'diverged' | 'refused';

/** The first place at which the guest is not what it would be on bare metal. */
export interface Divergence {
  /** The instruction's linear address, its line in the source (0 where there is none), and its text. */
  readonly address: number;
  readonly line: number;
  readonly instruction: string;
  /** What differs: `eax`, `eflags.IF`, `memory`, …, there and on bare metal. */
  readonly what: string;
  readonly here: number;
  readonly bare: number;
}

/**
 * A guest under a technique, which `monitor` carries out. `guest` is the machine as the guest believes it to
 * be; under `bare` and `interpreter` it is all there is. `vmm` is what the
 * technique keeps beside it: the processor as it really stands, shadow tables, a
 * translation cache, a VMCS. `twin` runs the same program on bare metal, one
 * guest event for one, to say where the guest first differs.
 * It is changed in place by `stepRun`, on a fork.
 */
export interface GuestRun {
  readonly program: Program;
  readonly settings: Settings;
  readonly monitor: Monitor;
  readonly guest: Machine;
  readonly twin: Machine | undefined;
  readonly vmm: Vmm;
  /** Why the monitor has the processor; undefined while the guest has it. */
  pending: Crossing | undefined;
  /** Guest instructions completed, guest events completed (with interrupts, exceptions and waits), and crossings by reason. */
  instructions: number;
  events: number;
  readonly crossings: Map<string, number>;
  /** Cycles spent, by who had the processor. */
  readonly cycles: { guest: number; vmm: number };
  deed: Deed;
  divergence: Divergence | undefined;
  end: End | undefined;
  /** The refused instruction or the exit code, where the end has one. */
  endDetail: string | number | undefined;
}
