import { criticalSection } from './criticalSection.ts';
import { hello } from './hello.ts';
import { ioplAndPorts } from './ioplAndPorts.ts';
import { outOfBounds } from './outOfBounds.ts';
import { pageFault } from './pageFault.ts';
import { popfAndInterrupts } from './popfAndInterrupts.ts';
import type { GuestProgram } from './program.ts';
import { selfModifying } from './selfModifying.ts';
import { sieve } from './sieve.ts';
import { strayWrite } from './strayWrite.ts';
import { systemCall } from './systemCall.ts';
import { tableUpdates } from './tableUpdates.ts';
import { timerTick } from './timerTick.ts';
import { tracedKernel } from './tracedKernel.ts';
import { twoTasks } from './twoTasks.ts';
import { whichRing } from './whichRing.ts';

/** The guest programs, in the order a learner meets them. */
export const gallery: readonly GuestProgram[] = [
  hello,
  systemCall,
  sieve,
  popfAndInterrupts,
  criticalSection,
  timerTick,
  twoTasks,
  pageFault,
  tableUpdates,
  outOfBounds,
  ioplAndPorts,
  whichRing,
  selfModifying,
  strayWrite,
  tracedKernel,
];
