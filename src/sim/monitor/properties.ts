import type { Machine } from './machine.ts';

export const properties = ['equivalence', 'efficiency', 'control'] as const;
export type Property = (typeof properties)[number];
/** `unseen` as long as nothing has happened by which to tell. */
export type Lamp = 'lit' | 'dark' | 'unseen';
export type Lamps = Readonly<Record<Property, Lamp>>;

export const instructionsOf = ({ guests }: Machine): number => guests.reduce((sum, { done }) => sum + done, 0);
export const touchedOf = ({ guests }: Machine): number => guests.reduce((sum, { touched }) => sum + touched, 0);

const lampOf = (isSeen: boolean, holds: boolean): Lamp => (isSeen ? (holds ? 'lit' : 'dark') : 'unseen');

/**
 * The three properties of Popek & Goldberg (1974), read off what the machine has done so far, never off its settings:
 * every guest’s results are the bare machine’s; more than half of all instructions ran without the monitor (the paper
 * says “statistically dominant” and gives no number); and no guest kept the core past its slice or reached a frame
 * outside its grant.
 */
export function lampsOf(machine: Machine): Lamps {
  const instructions = instructionsOf(machine);
  return {
    equivalence: lampOf(
      instructions > 0,
      machine.guests.every(({ difference }) => difference === undefined),
    ),
    efficiency: lampOf(instructions > 0, 2 * touchedOf(machine) < instructions),
    control: lampOf(
      machine.slices > 1 || machine.overrun + machine.foreign + machine.caught > 0,
      machine.overrun + machine.foreign === 0,
    ),
  };
}

export type System =
  | 'unseen'
  | 'vmm'
  | 'emulator'
  | 'paravirtual'
  | 'dual-boot'
  | 'language-vm'
  | 'cooperative'
  | 'nameless';

/** The familiar system that behaves like this machine so far. */
export function systemOf(machine: Machine): System {
  const lamps = lampsOf(machine);
  if (lamps.equivalence === 'unseen') return 'unseen';
  const isCalled = machine.guests.some(({ difference }) => difference === 'called');
  const [isEfficient, isControlled] = [lamps.efficiency === 'lit', lamps.control !== 'dark'];
  if (!isControlled) {
    if (!isEfficient) return 'nameless';
    return isCalled ? 'cooperative' : 'dual-boot';
  }
  if (isEfficient) return isCalled ? 'paravirtual' : 'vmm';
  return isCalled ? 'language-vm' : 'emulator';
}
