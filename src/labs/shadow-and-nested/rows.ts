import { frameOf, ownFrame, realPage } from '#sim/mmu/frames.ts';
import { frameIn, leafRights } from '#sim/mmu/leaf.ts';
import type { Machine } from '#sim/mmu/machine.ts';
import { eptLeaf } from '#sim/mmu/nested.ts';
import { shadowSlot } from '#sim/mmu/shadow.ts';
import { type Trace, verbs } from '#sim/mmu/trace.ts';
import { indexIn } from '#sim/mmu/walkTables.ts';
import { hasBit } from '#sim/paging/entry.ts';
import { readEntry } from '#sim/paging/memory.ts';
import type { State } from './model.ts';
import { runningProcess } from './step.ts';

/** Rows of the picture. */
export const ROWS = 4;

/** What an entry says. */
export interface Leaf {
  readonly frame: number;
  readonly rights: number;
  readonly accessed: boolean;
  readonly dirty: boolean;
}

/** One page of the running process: what the guest's table, the VMM's map and the VMM's table say of it. */
export interface Row {
  readonly key: string;
  readonly va: number;
  /** Whether the last line was about it. */
  readonly isNow: boolean;
  readonly guest: Leaf | undefined;
  /** The frame in the VMM's map, or -1. */
  readonly frame: number;
  readonly isWrong: boolean;
  /** In the shadow, or in EPT. */
  readonly walked: Leaf | undefined;
}

/** Pages that the lines of a process name, in the order of their first mention, with the line that did. */
type Pages = ReadonlyMap<number, number>;
const known = new WeakMap<Trace, ReadonlyMap<number, Pages>>();
const addressed: ReadonlySet<number> = new Set(
  ['map', 'unmap', 'invlpg', 'read', 'write', 'exec'].map((verb) => verbs.indexOf(verb as 'map')),
);

function pagesOf(trace: Trace, vm: number, process: number): Pages {
  const all = known.get(trace) ?? readPages(trace);
  known.set(trace, all);
  return all.get(vm * 4096 + process) ?? new Map();
}

function readPages(trace: Trace): ReadonlyMap<number, Pages> {
  const all = new Map<number, Map<number, number>>();
  for (let i = 0; i < trace.length; i++) {
    if (!addressed.has(trace.verb[i] ?? 0)) continue;
    const tag = (trace.vm[i] ?? 0) * 4096 + (trace.process[i] ?? 0);
    const pages = all.get(tag) ?? new Map<number, number>();
    all.set(tag, pages);
    const page = Math.floor((trace.va[i] ?? 0) / 4096);
    if (!pages.has(page)) pages.set(page, pages.size);
  }
  return all;
}

/** The page that the last line of this process named, or -1. */
function latestPage({ trace, at }: State, vm: number, process: number): number {
  for (let i = Math.min(at, trace.length) - 1; i >= 0; i--)
    if (trace.vm[i] === vm && trace.process[i] === process && addressed.has(trace.verb[i] ?? 0))
      return Math.floor((trace.va[i] ?? 0) / 4096);
  return -1;
}

/** The rows in view: the four that the page of the last line stands among. */
export function rowsIn(state: State): readonly Row[] {
  const vm = state.machine.current;
  const process = runningProcess(state);
  const root = state.machine.vms[vm]?.processes[process]?.root;
  if (root === undefined) return [];
  const pages = pagesOf(state.trace, vm, process);
  const latest = latestPage(state, vm, process);
  const block = Math.floor((pages.get(latest) ?? 0) / ROWS) * ROWS;
  const isAddressed = state.at > 0 && addressed.has(state.trace.verb[state.at - 1] ?? 0);
  return [...pages.keys()].slice(block, block + ROWS).map((page) => ({
    ...readRow(state.machine, vm, root, page * 4096),
    key: `${vm}-${process}-${page.toString(16)}`,
    isNow: page === latest && (isAddressed || state.act !== undefined),
  }));
}

function readRow(machine: Machine, vm: number, root: number, va: number): Omit<Row, 'key' | 'isNow'> {
  const guest = guestLeaf(machine, vm, root, va);
  const frame = guest && machine.setup.vmm !== 'native' ? frameOf(machine, vm, guest.frame) : -1;
  const isWrong = guest !== undefined && frame >= 0 && frame !== ownFrame(machine, vm, guest.frame);
  return { va, guest, frame, isWrong, walked: walkedLeaf(machine, vm, root, va, guest) };
}

/** The guest's own lowest entry, if it is present. */
function guestLeaf(machine: Machine, vm: number, root: number, va: number): Leaf | undefined {
  let page = root;
  for (let level = 4; ; level--) {
    const entry = readEntry(machine.memory, realPage(machine, vm, page) + 8 * indexIn(va, level));
    if (!hasBit(entry, 0)) return undefined;
    if (level === 1) return toLeaf(entry);
    page = frameIn(entry);
  }
}

const toLeaf = (entry: ReturnType<typeof readEntry>): Leaf => ({
  frame: frameIn(entry),
  rights: leafRights(entry),
  accessed: hasBit(entry, 5),
  dirty: hasBit(entry, 6),
});

function walkedLeaf(machine: Machine, vm: number, root: number, va: number, guest: Leaf | undefined): Leaf | undefined {
  if (machine.setup.vmm === 'shadow') {
    const entry = shadowSlot(machine, vm, root, va)?.entry;
    return entry && hasBit(entry, 0) ? toLeaf(entry) : undefined;
  }
  const entry = machine.setup.vmm === 'nested' && guest ? eptLeaf(machine, vm, guest.frame) : undefined;
  return entry && entry.lo & 7
    ? { frame: frameIn(entry), rights: entry.lo & 7, accessed: false, dirty: false }
    : undefined;
}
