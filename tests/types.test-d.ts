import { defineLab } from '#kit/lab.ts';
import type { Mark } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import { counter } from './machine.ts';

// What must not compile. `npm run types` fails when one of these begins to compile.

// @ts-expect-error a phrase in one language only
export const half: Text = { en: 'half' };

// @ts-expect-error a role that the stylesheet does not know
export const toned: Mark = { kind: 'dot', key: 'd', place: { x: 0, y: 0, r: 1 }, tone: 'purple' };

// @ts-expect-error an option that the control does not have
counter.model.init({ limit: 1, pace: 'three', loud: false, words: '' });

// @ts-expect-error a verb that the machine does not know
counter.model.act?.({ n: 0, limit: 1, by: 1, touched: [] }, ['push', 1]);

// @ts-expect-error a lab without its readings
export const blind = defineLab({ ...counter, readings: undefined });
