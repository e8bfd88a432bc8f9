import { makeEntry } from '#sim/paging/entry.ts';
import { eptBits } from '#sim/paging/ept.ts';
import { indexAt } from '#sim/paging/level.ts';
import { readEntry } from '#sim/paging/memory.ts';
import { openLink, plantPage } from '#sim/paging/plant.ts';
import { eptTable, frameOf, ZEROS } from './frames.ts';
import { type Machine, vmAt, withVm } from './machine.ts';

/** Writes the EPT entry of a guest page as the VMM's map says now: all rights, but the shared frame of zeros is read-only. */
export function plantEpt(machine: Machine, vm: number, page: number): Machine {
  const frame = frameOf(machine, vm, page);
  const rights = frame === ZEROS ? eptBits.read | eptBits.execute : eptBits.read | eptBits.write | eptBits.execute;
  const leaf = frame < 0 ? makeEntry(0, 0) : makeEntry(frame * 4096, rights | eptBits.writeBack);
  const { ept } = vmAt(machine, vm);
  const tree = {
    root: eptTable(vm, 0),
    levels: 4,
    link: openLink.ept,
    frame: (n: number) => eptTable(vm, n),
    real: (address: number) => address,
  };
  const plot = { memory: machine.memory, taken: Math.max(1, ept) };
  const { memory, taken } = plantPage(plot, tree, (level) => indexAt(page * 4096, level), 1, leaf);
  return withVm({ ...machine, memory }, vm, { ept: taken });
}

/** The entry of EPT's lowest table for a guest page, as it stands in memory; undefined where there is no such table. */
export function eptLeaf({ memory }: Machine, vm: number, page: number) {
  let table = eptTable(vm, 0);
  for (let level = 4; level > 1; level--) {
    const { lo, hi } = readEntry(memory, table + 8 * indexAt(page * 4096, level));
    if (!(lo & 7)) return undefined;
    table = ((lo >>> 12) + (hi & 0xfff) * 2 ** 20) * 4096;
  }
  return readEntry(memory, table + 8 * indexAt(page * 4096, 1));
}
