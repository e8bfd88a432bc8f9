import type { Model } from '#kit/model.ts';
import { type Fates, fatesOf } from '#sim/stacks/fate.ts';
import type { Hop } from '#sim/stacks/hop.ts';
import { systemOf } from '#sim/stacks/stackSystems.ts';
import { type Trace, traceRequest } from '#sim/stacks/traceRequest.ts';
import type { Params } from './controls.ts';

export interface State {
  readonly params: Params;
  /** The whole way of the request; steps show it one hop at a time. */
  readonly trace: Trace;
  readonly at: number;
  /** The layer that the reader has crashed. While it lies there, nothing goes on. */
  readonly crashed: string | undefined;
  /** What was last done: a hop, a crash, or its undoing. */
  readonly last: 'start' | 'hop' | 'crash' | 'mend';
}
export type StackMove = readonly ['crash', layer: string];

export const model: Model<Params, State, StackMove> = {
  init(params) {
    const ring = params.kernelRing === '1' ? 1 : 3;
    const trace = traceRequest(systemOf(params.system, ring), params.request, {
      shadowVmcs: params.shadowVmcs,
      vmcsAccesses: params.vmcsAccesses,
      ...(params.nested !== 'none' && { inner: systemOf(params.nested) }),
    });
    return { params, trace, at: 0, crashed: undefined, last: 'start' };
  },
  step: (state) =>
    state.crashed === undefined && state.at < state.trace.hops.length
      ? { ...state, at: state.at + 1, last: 'hop' }
      : state,
  act: (state, [, layer]) =>
    state.crashed === layer
      ? { ...state, crashed: undefined, last: 'mend' }
      : { ...state, crashed: layer, last: 'crash' },
};

/** The hops made so far, and the last of them. */
export const madeOf = ({ trace, at }: State): readonly Hop[] => trace.hops.slice(0, at);
export const lastHop = ({ trace, at }: State): Hop | undefined => trace.hops[at - 1];
/** The layer that the request is in. */
export const whereOf = (state: State): string => lastHop(state)?.to ?? state.trace.start;
export const isOver = ({ trace, at }: State): boolean => at === trace.hops.length;
/** What became of whom, if something has crashed. */
export const fatesIn = ({ trace, crashed }: State): Fates | undefined =>
  crashed === undefined ? undefined : fatesOf(trace.site, crashed);
