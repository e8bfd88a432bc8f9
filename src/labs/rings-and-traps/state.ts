import type { GuestRun } from '#sim/vmm/run.ts';
import type { Path } from './path.ts';
import { outerOf, type Registers, registersOf } from './registers.ts';

export interface State {
  readonly run: GuestRun;
  /** The trap under way; undefined while the guest runs. */
  readonly path: Path | undefined;
  /** What the last step was, where it was not the guest's: an interrupt for another guest. */
  readonly foreign: 'leave' | 'handle' | 'enter' | undefined;
  /** Both processors before the last step. */
  readonly before: Registers;
  /** Whether the guest first differed from bare metal in the last step. */
  readonly strayed: boolean;
  /** Whether a step goes on until the guest has got one event further, trap included: in step with bare metal. */
  readonly whole: boolean;
}
export type LabMove = readonly ['disk'];

/** Both processors; while the monitor serves another guest, the real one is in ring 0. */
export function registersIn({ run, foreign }: State): Registers {
  const registers = registersOf(run);
  const isAway = foreign === 'leave' || foreign === 'handle';
  return isAway ? { ...registers, real: { ...registers.real, cpl: '0' } } : registers;
}

/** Whether the guest has the processor. */
export const isSettled = (run: GuestRun): boolean => (outerOf(run)?.phase ?? 'guest') === 'guest';
