import { monitors } from '#sim/vmm/monitors.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { startRun as startUnder } from '#sim/vmm/startRun.ts';
import type { Settings, Technique } from '#sim/vmm/technique.ts';
import type { Program } from '#sim/x86/program.ts';

/** A program under a technique by its name. */
export const startRun = (program: Program, technique: Technique, settings: Settings): GuestRun =>
  startUnder(program, settings, monitors[technique]);
