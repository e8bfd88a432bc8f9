import { leaveGuest } from './flush.ts';
import { ownFrame, shadowTable, tableOfPage } from './frames.ts';
import { frameIn } from './leaf.ts';
import { type Machine, type PageFault, type Result, tagOf } from './machine.ts';
import { fillShadow, guestPageAt, readGuestTables, type Seen } from './shadow.ts';
import { supplyFrame } from './supply.ts';
import { dropTranslation, findTranslation, insertTranslation, tlbKey, touchTranslation } from './tlb.ts';
import { rightBits } from './trace.ts';
import { walkNested } from './walkNested.ts';
import { type Walked, type Wish, walkTables } from './walkTables.ts';

/** A user access of the running process, made until it goes through or the guest gets a fault. */
export function access(machine: Machine, op: number, va: number, wish: Wish): Machine {
  const vm = machine.current;
  const { current, processes } = machine.vms[vm] ?? { current: 0, processes: [] };
  const tag = tagOf(vm, current);
  const key = tlbKey(tag, Math.floor(va / 4096));
  const entry = findTranslation(machine.tlb, key);
  if (!entry || !(entry.rights & wish))
    return miss(machine, { op, vm, root: processes[current]?.root ?? 0, tag, key, va, wish });
  const { counts } = machine;
  const intrusions = counts.intrusions + countStray(machine, entry.page, entry.frame);
  return {
    ...machine,
    tlb: touchTranslation(machine.tlb, entry),
    counts: { ...counts, hits: counts.hits + 1, intrusions },
    results: resultOf(machine, op, entry.page, entry.frame, undefined),
  };
}

interface Missed {
  readonly op: number;
  readonly vm: number;
  /** Guest page of the root table. */
  readonly root: number;
  readonly tag: number;
  readonly key: number;
  readonly va: number;
  readonly wish: Wish;
}

/** Walks, and walks again after each fault that is the VMM's to cure. */
function miss(machine: Machine, missed: Missed): Machine {
  let now = machine;
  let references = 0;
  for (;;) {
    const walked = walk(now, missed);
    references += walked.references;
    if (!walked.violation && walked.fault === undefined) return remember(now, missed, walked, references);
    now = { ...now, memory: walked.memory, caches: walked.caches };
    if (walked.violation) now = cureViolation(now, missed);
    else {
      // A page fault makes the processor forget what it knew of the page; Intel SDM vol. 3A, "Operations that Invalidate TLBs and Paging-Structure Caches".
      now = { ...now, tlb: dropTranslation(now.tlb, missed.key) };
      if (now.setup.vmm !== 'shadow') return deliver(now, missed.op, walked.fault ?? 'not-present', references);
      const seen = readGuestTables(now, missed.vm, missed.root, missed.va, missed.wish);
      now = { ...leaveGuest(now, 'page-fault'), memory: seen.memory };
      if (seen.fault) return deliver(now, missed.op, seen.fault, references);
      now = cureHidden(now, missed, seen);
    }
  }
}

/** A hidden fault: the guest's tables allow it, so the VMM fills the shadow, with a frame where there is none. */
function cureHidden(machine: Machine, { vm, va, wish }: Missed, seen: Seen): Machine {
  const supplied = supplyFrame(machine, vm, frameIn(seen.leaf), wish === rightBits.write);
  const counts = { ...supplied.counts, hidden: supplied.counts.hidden + 1 };
  return fillShadow({ ...supplied, counts }, vm, { ...seen, memory: supplied.memory }, va);
}

/** Which tables the processor walks is all that tells the three apart. */
function walk({ setup, memory, caches }: Machine, { vm, root, tag, va, wish }: Missed): Walked {
  switch (setup.vmm) {
    case 'shadow':
      return walkTables(
        memory,
        caches,
        setup.caches,
        { root: shadowTable(vm, tableOfPage(root)), base: 0, tag },
        va,
        wish,
      );
    case 'nested':
      return walkNested(memory, caches, setup.caches, vm, root, tag, va, wish);
    case 'native':
      return walkTables(memory, caches, setup.caches, { root: root * 4096, base: vm * 2 ** 28, tag }, va, wish);
  }
}

/** EPT has no frame for the page: the VMM supplies one, and the guest notices only time. */
function cureViolation(machine: Machine, { vm, root, va, wish }: Missed): Machine {
  const page = guestPageAt(machine, vm, root, va);
  return supplyFrame(leaveGuest(machine, 'ept-violation'), vm, page, wish === rightBits.write);
}

/** The access goes through, and the TLB remembers where. */
function remember(machine: Machine, { op, vm, root, key, va }: Missed, walked: Walked, references: number): Machine {
  const { counts, setup } = machine;
  const { frame, rights, memory, caches } = walked;
  const page = setup.vmm === 'shadow' ? guestPageAt(machine, vm, root, va) : walked.page;
  const intrusions = counts.intrusions + countStray(machine, page, frame);
  return {
    ...machine,
    memory,
    caches,
    tlb: insertTranslation(machine.tlb, key, page, frame, rights),
    counts: { ...counts, misses: counts.misses + 1, references: counts.references + references, intrusions },
    results: resultOf(machine, op, page, frame, undefined),
  };
}

/** The guest gets the page fault. Its handler is not modelled: the trace goes on. */
function deliver(machine: Machine, op: number, fault: PageFault, references: number): Machine {
  const { counts } = machine;
  const { misses, delivered } = counts;
  return {
    ...machine,
    counts: { ...counts, misses: misses + 1, references: counts.references + references, delivered: delivered + 1 },
    results: resultOf(machine, op, -1, -1, fault),
  };
}

const resultOf = (
  { results: before }: Machine,
  op: number,
  page: number,
  frame: number,
  fault: PageFault | undefined,
): Result => ({ op, page, frame, fault, before, count: (before?.count ?? 0) + 1 });

/** 1 where a wrong entry has led to a frame that is not the VM's own. */
function countStray(machine: Machine, page: number, frame: number): number {
  const { wrong, current } = machine;
  if (wrong === undefined || wrong.page !== page || wrong.vm !== current) return 0;
  return frame === ownFrame(machine, current, page) ? 0 : 1;
}
