import { type CrossingKind, crossingKinds, type Hop, type HopKind, isCrossing } from './hop.ts';
import type { StackPrices } from './prices.ts';
import type { Request } from './requests.ts';
import type { Trace } from './traceRequest.ts';
import { monitorOf } from './tracer.ts';

/** What the hops of a request came to. */
export interface Bill {
  readonly crossings: number;
  readonly kinds: Readonly<Record<CrossingKind, number>>;
  /** What a program and its guest’s own kernel settled between them: bare metal has as many. */
  readonly own: number;
  /** How often the hypervisor on the hardware was entered; 0 where there is none. */
  readonly outerExits: number;
  readonly switches: number;
  readonly copies: number;
  readonly cycles: number;
}

/** How much a request writes or sends, in bytes: a block, and a full Ethernet frame. */
export const bytesOf = (request: Request): number =>
  request === 'disk-write' ? 4096 : request === 'packet' ? 1514 : 0;

export function billOf(trace: Trace, hops: readonly Hop[], request: Request, prices: StackPrices): Bill {
  const counted = hops.filter(({ counted }) => counted);
  const count = (kind: CrossingKind): number => counted.filter((hop) => hop.kind === kind).length;
  const outermost = trace.site.outer ?? trace.site;
  const monitor = outermost.system.monitor === undefined ? undefined : monitorOf(outermost);
  return {
    crossings: counted.length,
    kinds: Object.fromEntries(crossingKinds.map((kind) => [kind, count(kind)])) as Record<CrossingKind, number>,
    own: hops.filter((hop) => isCrossing(hop.kind) && !hop.counted).length,
    outerExits: counted.filter(({ to, kind }) => to === monitor && kind !== 'interrupt').length,
    switches: hops.filter(({ switches }) => switches).length,
    copies: hops.filter(({ copies }) => copies).length,
    cycles: hops.reduce((sum, hop) => sum + cyclesOf(hop, trace, request, prices), 0),
  };
}

/** What one hop costs, in cycles. */
export function cyclesOf(hop: Hop, trace: Trace, request: Request, prices: StackPrices): number {
  const switching = hop.switches ? (hop.kind === 'world-switch' ? prices.worldSwitch : prices.contextSwitch) : 0;
  const copying = hop.copies ? Math.round((prices.copy * bytesOf(request)) / 1024) : 0;
  return crossingCycles(hop.kind, prices) + switching + copying + (isToUser(hop, trace) ? prices.userReturn : 0);
}

function crossingCycles(kind: HopKind, prices: StackPrices): number {
  switch (kind) {
    case 'syscall':
    case 'fault':
    case 'trap':
    case 'exit':
    case 'hypercall':
    case 'interrupt':
    case 'emulated':
      return prices[kind];
    case 'entry':
    case 'return':
    case 'world-switch':
    case 'call':
    case 'doorbell':
      return 0;
  }
}

/** A kick goes on from a kernel to the process that plays the device. */
const isToUser = ({ kind, why, to }: Hop, { layers }: Trace): boolean =>
  kind === 'return' && why === 'kick' && layers.some(({ id, is }) => id === to && is === 'device-model');
