import type { Controls, ParamsOf } from '#kit/controls.ts';
import { controlWords as say } from './words.ts';

export const controls = {
  road: { kind: 'choice', label: say.road, options: say.roads, initial: 'emulated' },
  request: { kind: 'choice', label: say.request, options: say.requests, initial: 'send' },
  packets: { kind: 'range', label: say.packets, min: 1, max: 1000, initial: 16 },
  batch: { kind: 'range', label: say.batch, min: 1, max: 64, initial: 1 },
  suppression: { kind: 'choice', label: say.suppression, options: say.suppressions, initial: 'event' },
  backend: { kind: 'choice', label: say.backend, options: say.backends, initial: 'faster' },
  iommu: { kind: 'switch', label: say.iommu, initial: true },
  postedInterrupts: { kind: 'switch', label: say.posted, initial: true },
  blockMode: { kind: 'choice', label: say.blockMode, options: say.blockModes, initial: 'dma' },
  port: { kind: 'choice', label: say.port, options: say.ports, initial: '32' },
  block: { kind: 'choice', label: say.block, options: say.blocks, initial: '4' },
  size: { kind: 'range', label: say.size, min: 60, max: 1514, initial: 1514 },
  exit: { kind: 'range', label: say.exit, min: 100, max: 20_000, initial: 2000 },
  userReturn: { kind: 'range', label: say.userReturn, min: 0, max: 20_000, initial: 6000 },
  contextSwitch: { kind: 'range', label: say.contextSwitch, min: 0, max: 20_000, initial: 6000 },
  interrupt: { kind: 'range', label: say.interrupt, min: 0, max: 10_000, initial: 1000 },
  copy: { kind: 'range', label: say.copy, min: 0, max: 4000, initial: 250 },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
