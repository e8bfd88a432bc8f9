import type { Privilege } from '../systems/system.ts';
import { HARDWARE, PROGRAM, type StackLayer } from './layer.ts';

/** Parts that many systems have alike. */
export const hardware = (name: string): StackLayer => ({ id: HARDWARE, is: 'hardware', name, space: 'hardware' });

/** Programs of a guest: each guest has its own, in an address space that its kernel keeps. */
export const programs = (on: string, mode: Privilege): StackLayer => ({
  id: PROGRAM,
  is: 'programs',
  in: mode,
  on,
  space: 'program',
  thread: 'vcpu',
  dependsOn: 'guest-kernel',
  perGuest: true,
});

export const guestKernel = (on: string, mode: Privilege, more: Partial<StackLayer> = {}): StackLayer => ({
  id: 'guest-kernel',
  is: 'guest-kernel',
  in: mode,
  on,
  space: 'guest-kernel',
  thread: 'vcpu',
  perGuest: true,
  ...more,
});

/** Programs and kernel of a hardware-assisted guest: non-root mode, in their own rings. */
export const assisted = (on: string, more: Partial<StackLayer> = {}): readonly [StackLayer, StackLayer] => [
  programs('guest-kernel', 'nonroot3'),
  guestKernel(on, 'nonroot0', more),
];

/** A process of a host that holds a virtual machine: its threads are the virtual processors, its memory the machine’s. */
export const process = (id: string, name: string, more: Partial<StackLayer> = {}): StackLayer => ({
  id,
  is: 'device-model',
  name,
  in: 'root3',
  on: 'host-kernel',
  space: id,
  thread: 'vcpu',
  maps: ['guest-kernel'],
  perGuest: true,
  ...more,
});

/** An operating system’s kernel on the hardware, with the drivers. */
export const hostKernel = (name: string | undefined, mode: Privilege): StackLayer => ({
  id: 'host-kernel',
  is: 'host-kernel',
  ...(name && { name }),
  in: mode,
  on: HARDWARE,
  space: 'host-kernel',
});

export const x86 = 'x86-64';
export const assistedHardware = 'VT-x / AMD-V';
