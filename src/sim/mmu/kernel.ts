import { type Entry, hasBit, makeEntry } from '#sim/paging/entry.ts';
import { readEntry, writeEntry } from '#sim/paging/memory.ts';
import { openLink } from '#sim/paging/plant.ts';
import { readChunk, writeChunk } from './chunks.ts';
import { flushPage, flushVm, leaveGuest } from './flush.ts';
import { handOut, realPage, tableOfPage, tablePage } from './frames.ts';
import { frameIn, makeLeaf } from './leaf.ts';
import { emptyVm, type Machine, type Process, tagOf, vmAt, withVm } from './machine.ts';
import { dropShadow, dropShadowEntry, syncTable } from './shadow.ts';
import { mapPage } from './supply.ts';
import { tlbKey } from './tlb.ts';
import { indexIn } from './walkTables.ts';

/** What the guest's kernel does, and what its VMM makes of it. */

const processAt = (machine: Machine, vm: number, process: number): Process =>
  vmAt(machine, vm).processes[process] ?? { root: 0, unsync: [] };

/** Another VM runs: the host's timer ended the turn of the one before. */
export function enterVm(machine: Machine, vm: number): Machine {
  if (machine.current === vm) return machine;
  const isSwitch = machine.current >= 0 && machine.setup.vmm !== 'native';
  const left = isSwitch ? leaveGuest(machine, 'vm-switch') : machine;
  const there = left.vms[vm] ? left : withVm(left, vm, emptyVm);
  return { ...there, current: vm };
}

/** The kernel loads CR3 with another process's root. Without PCID the TLB loses what it has of this VM. */
export function enterProcess(machine: Machine, process: number): Machine {
  const vm = machine.current;
  if (vmAt(machine, vm).current === process) return machine;
  const known = vmAt(machine, vm).processes[process] ? machine : makeProcess(machine, vm, process);
  const loaded = withVm(known, vm, { current: process });
  const seen = machine.setup.vmm === 'shadow' ? switchShadow(leaveGuest(loaded, 'cr3-load'), vm, process) : loaded;
  return machine.setup.pcid ? seen : flushVm(seen, vm);
}

function makeProcess(machine: Machine, vm: number, process: number): Machine {
  const [taken, root] = takeTable(machine, vm);
  const processes = vmAt(taken, vm).processes.slice();
  processes[process] = { root, unsync: [] };
  return withVm(taken, vm, { processes });
}

/** The kernel takes an empty page for a table. The host backs its tables beforehand, so this leaves the guest never. */
function takeTable(machine: Machine, vm: number): readonly [Machine, number] {
  const { tables } = vmAt(machine, vm);
  const page = tablePage(tables);
  const counted = withVm(machine, vm, { tables: tables + 1 });
  return [machine.setup.vmm === 'native' ? counted : mapPage(handOut(counted, vm, page), vm, page), page];
}

/** The root's shadow becomes the real one; what was left writable is brought up to date and protected again. */
function switchShadow(machine: Machine, vm: number, process: number): Machine {
  const { root, unsync } = processAt(machine, vm, process);
  let now = machine;
  for (const table of unsync) now = syncTable(now, vm, table);
  let { traced } = vmAt(now, vm);
  for (const table of [tableOfPage(root), ...unsync]) traced = writeChunk(traced, table, 1);
  return withUnsync(withVm(now, vm, { traced }), vm, process, []);
}

function withUnsync(machine: Machine, vm: number, process: number, unsync: readonly number[]): Machine {
  const processes = vmAt(machine, vm).processes.slice();
  processes[process] = { ...processAt(machine, vm, process), unsync };
  return withVm(machine, vm, { processes });
}

/** One store of the kernel's to an entry of its tables. */
function storeEntry(machine: Machine, page: number, index: number, level: number, entry: Entry): Machine {
  const vm = machine.current;
  const at = realPage(machine, vm, page) + 8 * index;
  const table = tableOfPage(page);
  const isTraced = readChunk(vmAt(machine, vm).traced, table) === 1;
  const left = isTraced ? leaveGuest(machine, 'page-table-write') : machine;
  const stored: Machine = { ...left, memory: writeEntry(left.memory, at, entry) };
  if (!isTraced) return stored;
  if (level > 1 || machine.setup.sync === 'eager')
    return level > 1 ? stored : dropShadowEntry(stored, vm, table, index);
  return leaveUnsync(stored, vm, table);
}

/** The table is left writable until the next synchronisation. */
function leaveUnsync(machine: Machine, vm: number, table: number): Machine {
  const { traced, current } = vmAt(machine, vm);
  const { unsync } = processAt(machine, vm, current);
  return withUnsync(withVm(machine, vm, { traced: writeChunk(traced, table, 2) }), vm, current, [...unsync, table]);
}

/** The page of the table at `level` that maps an address, or -1. */
function findTable(machine: Machine, va: number): number {
  const vm = machine.current;
  let page = processAt(machine, vm, vmAt(machine, vm).current).root;
  for (let level = 4; level > 1; level--) {
    const entry = readEntry(machine.memory, realPage(machine, vm, page) + 8 * indexIn(va, level));
    if (!hasBit(entry, 0)) return -1;
    page = frameIn(entry);
  }
  return page;
}

/** The kernel maps a page: it links the tables that are missing, from the root down, then stores the entry. */
export function mapGuestPage(
  machine: Machine,
  va: number,
  guestPage: number,
  rights: number,
  isFlushedNext: boolean,
): Machine {
  const vm = machine.current;
  let now = machine;
  let page = processAt(now, vm, vmAt(now, vm).current).root;
  for (let level = 4; level > 1; level--) {
    const entry = readEntry(now.memory, realPage(now, vm, page) + 8 * indexIn(va, level));
    if (hasBit(entry, 0)) page = frameIn(entry);
    else {
      const [taken, table] = takeTable(now, vm);
      now = storeEntry(taken, page, indexIn(va, level), level, makeEntry(table * 4096, openLink.guest));
      page = table;
    }
  }
  return changeLeaf(now, page, va, makeLeaf(guestPage * 4096, rights), isFlushedNext);
}

/** The kernel clears the entry of a page, if there is one. */
export function unmapGuestPage(machine: Machine, va: number, isFlushedNext: boolean): Machine {
  const page = findTable(machine, va);
  return page < 0 ? machine : changeLeaf(machine, page, va, makeEntry(0, 0), isFlushedNext);
}

/**
 * Stores the lowest entry. The rule of this model: where a present entry was
 * changed the kernel executes INVLPG before anything else happens, as a correct
 * kernel must; it leaves that to the trace where the next line says it.
 */
function changeLeaf(machine: Machine, page: number, va: number, entry: Entry, isFlushedNext: boolean): Machine {
  const vm = machine.current;
  const index = indexIn(va, 1);
  const before = readEntry(machine.memory, realPage(machine, vm, page) + 8 * index);
  if (!hasBit(before, 0) && !hasBit(entry, 0)) return machine;
  const stored = storeEntry(machine, page, index, 1, entry);
  return hasBit(before, 0) && !isFlushedNext ? invalidatePage(stored, va) : stored;
}

/** INVLPG. Under shadow paging it exits, and the VMM drops its own entry too. */
export function invalidatePage(machine: Machine, va: number): Machine {
  const vm = machine.current;
  const process = vmAt(machine, vm).current;
  const isShadow = machine.setup.vmm === 'shadow';
  const left = isShadow ? leaveGuest(machine, 'invlpg') : machine;
  const dropped = isShadow ? dropShadow(left, vm, processAt(left, vm, process).root, va) : left;
  const tag = tagOf(vm, process);
  return flushPage(dropped, tag, tlbKey(tag, Math.floor(va / 4096)));
}
