import { billOf } from './bill.ts';
import type { State } from './model.ts';
import type { PlatformId } from './platforms.ts';

/** What a technique comes to on the state's workload, in per cent of native. */
export const percentOf = ({ params, events }: State, id: PlatformId): number => billOf(params, id, events).percent;
