import type { Hop } from './hop.ts';
import type { Nesting, StackLayer, StackSystem } from './layer.ts';
import { perform, type Request, startOf } from './requests.ts';
import { layersOf, nestIn, type Site } from './site.ts';
import { type Conditions, isEmulated, type Tracer } from './tracer.ts';

/** A request’s way through a system. */
export interface Trace {
  readonly site: Site;
  readonly layers: readonly StackLayer[];
  readonly start: string;
  readonly hops: readonly Hop[];
  /** Why there is none: the outer system gives its guest nothing to be a hypervisor with. */
  readonly refused?: Exclude<Nesting, 'yes'>;
}

/** Without shadowing, and as many accesses as nobody has published. */
export const usualConditions: Conditions = { shadowVmcs: false, vmcsAccesses: 10 };

/** The way of a request through a system, or through `inner` inside a guest of the system. */
export function traceRequest(
  system: StackSystem,
  request: Request,
  { inner, ...conditions }: Partial<Conditions> & { readonly inner?: StackSystem } = {},
): Trace {
  const refused = inner && !isEmulated(system) && system.nesting !== 'yes' ? system.nesting : undefined;
  const site: Site = inner && !refused ? nestIn(inner, system) : { system, level: 0 };
  const start = startOf(site, request);
  const t: Tracer = {
    hops: [],
    conditions: { ...usualConditions, ...conditions },
    threads: startThreads(site, start),
  };
  if (!refused) perform(t, site, request);
  return { site, layers: layersOf(site), start, hops: t.hops, ...(refused && { refused }) };
}

function startThreads({ system, outer }: Site, start: string): Tracer['threads'] {
  const own = system.layers.find(({ id }) => id === start)?.thread;
  const guests = outer?.system.layers.find(({ id }) => id === outer.system.kernel)?.thread;
  return outer ? [guests, own] : [own, undefined];
}

/** The layers in the order in which the request comes through them. */
export const pathOf = ({ start, hops }: Pick<Trace, 'start' | 'hops'>): readonly string[] => [
  start,
  ...hops.map(({ to }) => to),
];
