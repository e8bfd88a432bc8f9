import { type Hop, type HopKind, isCrossing, type Why } from './hop.ts';
import { isOwn, kindOf } from './kindOf.ts';
import { HARDWARE, layerOf, type StackLayer, type StackSystem } from './layer.ts';
import { routeBetween } from './route.ts';
import type { Site } from './site.ts';

/** What a request needs to know besides the systems. */
export interface Conditions {
  /** VMREAD and VMWRITE of L1 go to a shadow VMCS and do not exit (SDM vol. 3C, "VMCS Shadowing"). */
  readonly shadowVmcs: boolean;
  /** How many of them L1 makes for one exit of L2. */
  readonly vmcsAccesses: number;
}

/** A request under way: its hops so far, and whose thread each level is on. It is changed in place until it is handed out. */
export interface Tracer {
  readonly hops: Hop[];
  readonly conditions: Conditions;
  readonly threads: [string | undefined, string | undefined];
}

/** The layer of a site, or of the one it is in. */
function find(site: Site, id: string): StackLayer | undefined {
  return site.system.layers.find((layer) => layer.id === id) ?? (site.outer && find(site.outer, id));
}
const findAt = (site: Site, id: string): StackLayer => find(site, id) ?? layerOf(site.system.layers, id);

/** Whether entering a layer takes the processor from another thread of its level; the outer level sees one thread only, the guest’s. */
function switchTo(t: Tracer, site: Site, to: StackLayer): boolean {
  const isHere = site.system.layers.includes(to);
  const at = isHere ? site : site.outer;
  if (!at) return false;
  const guest = isHere && site.outer ? layerOf(site.outer.system.layers, site.outer.system.kernel).thread : undefined;
  const before = t.threads[at.level];
  const outerBefore = t.threads[0];
  if (guest !== undefined) t.threads[0] = guest;
  if (to.thread !== undefined) t.threads[at.level] = to.thread;
  const isChanged = to.thread !== undefined && before !== undefined && before !== to.thread;
  return isChanged || (guest !== undefined && outerBefore !== undefined && outerBefore !== guest);
}

interface Extra {
  readonly copies?: boolean;
}

/** Writes one hop down, of whatever kind. */
export function emit(
  t: Tracer,
  site: Site,
  from: string,
  to: string,
  kind: HopKind,
  why: Why,
  extra: Extra = {},
): void {
  const [source, target] = [find(site, from), findAt(site, to)];
  const isGuests = source !== undefined && isOwn(source, target);
  const isSwitch = switchTo(t, site, target) || kind === 'world-switch';
  t.hops.push({
    from,
    to,
    kind,
    why,
    counted: isCrossing(kind) && !isGuests,
    switches: isSwitch,
    copies: extra.copies === true,
  });
}

export const monitorOf = ({ system }: Site): string => system.monitor ?? system.kernel;

/** From one layer of a system to another, by whatever lies between. Data is copied, if at all, by whom it reaches. */
export function go(t: Tracer, site: Site, from: string, to: string, why: Why, extra: Extra = {}): void {
  let at = from;
  for (const next of routeBetween(site.system.layers, from, to)) {
    pass(t, site, at, next, why, next === to ? extra : {});
    at = next;
  }
}

/** One hop inside a system; inside a nested one, what it takes of the outer. */
export function pass(t: Tracer, site: Site, from: string, to: string, why: Why, extra: Extra = {}): void {
  const { system, outer } = site;
  const kind = kindOf(system, layerOf(system.layers, from), layerOf(system.layers, to), why);
  if (outer && isEmulated(outer.system)) emit(t, site, from, to, kind === 'call' ? 'call' : 'emulated', why, extra);
  else if (outer && kind === 'exit') reflect(t, site, outer, from, to, why, extra);
  else if (outer && kind === 'entry') resume(t, site, outer, from, to, why);
  else emit(t, site, from, to, kind, why, extra);
}

export const isEmulated = ({ way }: StackSystem): boolean => way === 'translate';

/**
 * An exit of L2. There is one root mode, and L0 is in it: the exit goes to L0, which writes it into the VMCS that L1 keeps
 * for L2 and lets L1 run on as if it had been entered (Ben-Yehuda et al., "The Turtles Project", OSDI 2010, section 3).
 */
function reflect(t: Tracer, site: Site, outer: Site, from: string, to: string, why: Why, extra: Extra): void {
  const l0 = monitorOf(outer);
  emit(t, site, from, l0, 'exit', why, extra);
  emit(t, site, l0, to, 'entry', 'reflect');
  const { shadowVmcs, vmcsAccesses } = t.conditions;
  for (let i = 0; i < (shadowVmcs ? 0 : vmcsAccesses); i++) {
    emit(t, site, to, l0, 'exit', 'vmcs');
    emit(t, site, l0, to, 'entry', 'vmcs');
  }
}

/** L1’s VMRESUME exits: it is L0 that enters L2. */
function resume(t: Tracer, site: Site, outer: Site, from: string, to: string, why: Why): void {
  const l0 = monitorOf(outer);
  emit(t, site, from, l0, 'exit', 'resume');
  emit(t, site, l0, to, 'entry', why);
}

/** The layer under a layer that stands on the hardware: it takes its interrupts. */
export function rootOf(layers: readonly StackLayer[], id: string): string {
  const { on } = layerOf(layers, id);
  return on === undefined || on === HARDWARE ? id : rootOf(layers, on);
}
