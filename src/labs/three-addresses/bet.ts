import { askAbout } from '#kit/bet.ts';
import { model } from './model.ts';

/** A question about this machine's next step. */
export const ask = askAbout(model);
