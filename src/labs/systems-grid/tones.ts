import type { Tone } from '#kit/mark.ts';
import type { LayerKind } from '#sim/systems/system.ts';

/** The role of each kind of layer in the machine. Neither a library nor a language has one of the machine’s roles. */
export const tones: Readonly<Record<LayerKind, Tone>> = {
  programs: 'guestUser',
  container: 'guestUser',
  'guest-kernel': 'guestKernel',
  'service-os': 'host',
  'device-model': 'host',
  vmm: 'vmm',
  firmware: 'vmm',
  emulator: 'vmm',
  library: 'plain',
  'language-vm': 'plain',
  tool: 'plain',
  'host-kernel': 'host',
  hardware: 'hw',
};
