import type { Privilege } from '../systems/system.ts';
import type { HopKind, Why } from './hop.ts';
import type { StackLayer, StackSystem } from './layer.ts';
import { groundOf } from './route.ts';

const nonRoot: readonly (Privilege | undefined)[] = ['nonroot0', 'nonroot3'];
export const isNonRoot = (layer: StackLayer): boolean => nonRoot.includes(layer.in);

/** The ring of a layer that runs in one; a user process is in ring 3. */
export function ringOf({ in: privilege }: StackLayer): number {
  const digit = privilege?.match(/\d/)?.[0];
  return digit === undefined ? (privilege === 'user' ? 3 : 0) : Number(digit);
}

const isKernel = ({ is }: StackLayer): boolean => is === 'guest-kernel' || is === 'service-os';

/** How control gets from one layer to the next, by what the two are and where they run. */
export function kindOf(system: StackSystem, from: StackLayer, to: StackLayer, why: Why): HopKind {
  if (from.space === to.space) return system.way === 'translate' ? 'emulated' : 'call';
  if (isOwn(from, to)) return why === 'fault' ? 'fault' : 'syscall';
  if (isOwn(to, from)) return 'return';
  if (groundOf(system.layers, from.id).includes(to.id)) return downward(system, from, to, why);
  if (!groundOf(system.layers, to.id).includes(from.id)) return 'world-switch';
  return isNonRoot(to) && !isNonRoot(from) ? 'entry' : 'return';
}

/** From a program into its guest’s own kernel. */
export const isOwn = (from: StackLayer, to: StackLayer): boolean => from.is === 'programs' && to.is === 'guest-kernel';

function downward(system: StackSystem, from: StackLayer, to: StackLayer, why: Why): HopKind {
  if (isNonRoot(from) && !isNonRoot(to)) return 'exit';
  if (system.way === 'trap' && to.is === 'vmm') return 'trap';
  if (why === 'fault') return 'fault';
  if (why === 'privileged' && !isKernel(from)) return 'trap';
  return isKernel(from) && to.is === 'vmm' ? 'hypercall' : 'syscall';
}
