import { emptyMemory, type Memory } from '#sim/paging/memory.ts';
import { type Caches, noCaches } from './caches.ts';
import { type Chunks, noChunks } from './chunks.ts';
import { type Counts, noCounts } from './counts.ts';
import { emptyTlb, type Tlb } from './tlb.ts';

/** Whose tables the processor walks. */
export type Vmm = 'shadow' | 'nested' | 'native';

/** What is settled before the machine starts. */
export interface Setup {
  readonly vmm: Vmm;
  /** When shadow paging takes over a store to a guest's lowest tables: at once, or at CR3 loads and INVLPG. */
  readonly sync: 'eager' | 'lazy';
  /** Entries of the TLB, and how many of them a page may stand in: powers of two. */
  readonly entries: number;
  readonly ways: number;
  readonly vpid: boolean;
  readonly pcid: boolean;
  /** Whether there are paging-structure caches. */
  readonly caches: boolean;
  /** Whether pages that were never written share one frame of zeros. */
  readonly merge: boolean;
}

export interface Process {
  /** Guest-physical page of its root table. */
  readonly root: number;
  /** Its lowest tables that may differ from their shadows, by number. */
  readonly unsync: readonly number[];
}

/** A virtual machine: what its guest kernel has set up, and what the VMM keeps about it. */
export interface Vm {
  readonly processes: readonly Process[];
  /** The one that CR3 stands for; -1 before the first. */
  readonly current: number;
  /** How many tables its kernel has. */
  readonly tables: number;
  /** The VMM's own map: by guest page, 1 + the host frame; 0 where there is none. */
  readonly frames: Chunks;
  /** By number of the guest's table: 0 not shadowed, 1 shadowed and write-protected, 2 shadowed and left writable. */
  readonly traced: Chunks;
  /** How many tables its EPT has. */
  readonly ept: number;
}

/** Host frames given back, the last one first. */
export interface Free {
  readonly frame: number;
  readonly rest: Free | undefined;
}

/** An access and what came of it, before it the earlier ones. */
export interface Result {
  /** Which line of the trace, counted among those that do something. */
  readonly op: number;
  /** Guest page and host frame; both -1 where it faulted. */
  readonly page: number;
  readonly frame: number;
  readonly fault: PageFault | undefined;
  readonly before: Result | undefined;
  readonly count: number;
}
export type PageFault = 'not-present' | 'write-protected' | 'no-execute';

/** A guest page that the VMM maps to a frame which is not this VM's: a planted bug. */
export interface Wrong {
  readonly vm: number;
  readonly page: number;
  readonly frame: number;
}

/**
 * A processor, its memory and the VMM on it; Intel SDM vol. 3A, "Paging", and
 * vol. 3C, "VMX Support for Address Translation"; shadow paging after Adams and
 * Agesen, "A Comparison of Software and Hardware Techniques for x86
 * Virtualization" (2006), and Linux, Documentation/virt/kvm/x86/mmu.rst.
 */
export interface Machine {
  readonly setup: Setup;
  readonly memory: Memory;
  readonly vms: readonly Vm[];
  /** The VM that runs; -1 before the first. */
  readonly current: number;
  /** Frames handed out for the first time so far. */
  readonly handed: number;
  readonly free: Free | undefined;
  readonly tlb: Tlb;
  readonly caches: Caches;
  readonly counts: Counts;
  readonly results: Result | undefined;
  readonly wrong: Wrong | undefined;
  /** The guest page whose map was mended last. */
  readonly mended: Wrong | undefined;
}

export const emptyMachine = (setup: Setup): Machine => ({
  setup,
  memory: emptyMemory(2 ** 34),
  vms: [],
  current: -1,
  handed: 1,
  free: undefined,
  tlb: emptyTlb(setup.entries, setup.ways),
  caches: noCaches,
  counts: noCounts,
  results: undefined,
  wrong: undefined,
  mended: undefined,
});

export const emptyVm: Vm = { processes: [], current: -1, tables: 0, frames: noChunks, traced: noChunks, ept: 0 };

export const vmAt = (machine: Machine, vm: number): Vm => machine.vms[vm] ?? emptyVm;

export const withVm = (machine: Machine, vm: number, change: Partial<Vm>): Machine => {
  const vms = machine.vms.slice();
  vms[vm] = { ...vmAt(machine, vm), ...change };
  return { ...machine, vms };
};

/** The tag of a translation: VPID and PCID side by side. */
export const tagOf = (vm: number, process: number): number => vm * 4096 + process;
