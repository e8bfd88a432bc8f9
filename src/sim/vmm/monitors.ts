import { bare } from './bare.ts';
import { deprivileged } from './deprivileged/deprivileged.ts';
import { hardware } from './hardware/hardware.ts';
import { interpreter } from './interpreter.ts';
import type { Monitor } from './monitor.ts';
import { paravirtual } from './paravirtual/paravirtual.ts';
import type { Technique } from './technique.ts';
import { translation } from './translation/translation.ts';

/** Every technique by its name, for whoever runs a guest under all of them; a lab of one technique brings that one alone. */
export const monitors: Readonly<Record<Technique, Monitor>> = {
  bare,
  interpreter,
  deprivileged,
  'binary-translation': translation,
  paravirtual,
  hardware,
};
