/** What a run of the I/O machine has come to. Each is counted where it happens, none is worked out from another. */
export interface Counts {
  /** Times a guest was left. */
  readonly exits: number;
  /** Times KVM returned to its user-space process, because of an exit. */
  readonly userReturns: number;
  /** Times the driver told the device of new work: a doorbell register, a command register, a virtqueue notification. */
  readonly kicks: number;
  /** Notifications that the driver left out, because the device had said it needs none. */
  readonly keptKicks: number;
  /** Interrupts that reached a guest, and those that the device left out. */
  readonly interrupts: number;
  readonly keptInterrupts: number;
  /** Times the contents of a packet or block were copied by a processor, and the bytes of it. */
  readonly copies: number;
  readonly copiedBytes: number;
  /** Times a thread of the host was woken to do the work. */
  readonly contextSwitches: number;
  /** Bytes of whole packets and blocks that arrived. */
  readonly bytes: number;
  readonly delivered: number;
  /** DMA accesses that the IOMMU translated, and table entries it read for them. */
  readonly translations: number;
  readonly tableReads: number;
  readonly dmaFaults: number;
  /** Accesses to memory outside the guest's own that a VMM's device refused, and that went through. */
  readonly refused: number;
  readonly breaches: number;
}

export const noCounts: Counts = {
  exits: 0,
  userReturns: 0,
  kicks: 0,
  keptKicks: 0,
  interrupts: 0,
  keptInterrupts: 0,
  copies: 0,
  copiedBytes: 0,
  contextSwitches: 0,
  bytes: 0,
  delivered: 0,
  translations: 0,
  tableReads: 0,
  dmaFaults: 0,
  refused: 0,
  breaches: 0,
};

export const addCounts = (counts: Counts, more: Partial<Counts>): Counts => {
  const sum: Record<string, number> = { ...counts };
  for (const [name, n] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + n;
  return sum as unknown as Counts;
};

/** What each of them costs, in cycles; the reader's to set. */
export interface Prices {
  /** A VM exit that the kernel handles, with the entry after it. */
  readonly exit: number;
  /** What is added where it goes on to user space and back. */
  readonly userReturn: number;
  /** A thread of the host is woken. */
  readonly contextSwitch: number;
  /** An interrupt taken in the guest. */
  readonly interrupt: number;
  /** Copying 1,024 bytes. */
  readonly copy: number;
}

export const billOf = (counts: Counts, prices: Prices): number =>
  counts.exits * prices.exit +
  counts.userReturns * prices.userReturn +
  counts.contextSwitches * prices.contextSwitch +
  counts.interrupts * prices.interrupt +
  (counts.copiedBytes * prices.copy) / 1024;
