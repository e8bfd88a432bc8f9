import type { Machine, Setup } from '#sim/io/machine.ts';
import type { Op } from '#sim/io/op.ts';
import { advance } from '#sim/io/perform.ts';
import { startMachine } from '#sim/io/start.ts';

export const setup: Setup = {
  road: 'emulated',
  request: 'send',
  packets: 1,
  batch: 1,
  suppression: 'event',
  backend: 'faster',
  blockMode: 'dma',
  port: 32,
  size: 1514,
  block: 4096,
  iommu: true,
  posted: true,
};

/** The machine at its end, and every event on the way. */
export function runToEnd(start: Machine): { readonly machine: Machine; readonly ops: readonly Op[] } {
  const ops: Op[] = [];
  let now = start;
  for (;;) {
    const { machine, op } = advance(now);
    if (!op) return { machine, ops };
    if (ops.length > 200_000) throw new Error('the machine does not end');
    ops.push(op);
    now = machine;
  }
}
/** The end of a run with these settings. */
export const tell = (of: Partial<Setup>): Machine => runToEnd(startMachine({ ...setup, ...of })).machine;
export const countsOf = (of: Partial<Setup>) => tell(of).counts;

/** A guest hands the device an address of its neighbour's, before anything else. */
export function tellHostile(of: Partial<Setup>): Machine {
  const machine = startMachine({ ...setup, ...of });
  return runToEnd({ ...machine, turns: [{ do: 'hostile', guest: 0 }, ...machine.turns] }).machine;
}
