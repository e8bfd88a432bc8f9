/** What questions of this lab are made of. */
import type { Ask } from '#kit/lab.ts';
import type { Text } from '#kit/text.ts';
import type { Hop } from '#sim/net/network.ts';
import type { State } from './state.ts';

export type Options = Ask<State>['options'];
/** Something to bet on, and what is to be said to whoever believes it. */
export const option = (text: Text, why: Text): Options[string] => ({ text, why });

/** What became of a frame at the place that the question is about. */
export const hopAt = (next: State, node: string): Hop | undefined => next.hops.find(({ to }) => to.node === node);
