import type { Frames } from './frames.ts';

/** A handler that the guest has registered: ring 1 code. */
export interface Handler {
  readonly selector: number;
  readonly offset: number;
}

/** An entry of the trap table: Xen's `struct trap_info`. */
export interface Trap extends Handler {
  /** The outermost ring that may reach it by INT. */
  readonly dpl: number;
  /** Events are masked on entry. */
  readonly masks: boolean;
}

/** What the hypervisor keeps of a guest that knows of it. The guest's machine is the processor as it really stands. */
export interface Paravirtual {
  readonly kind: 'paravirtual';
  /** Who has the processor; `asleep` is the hypervisor, with nothing to run until an event. */
  phase: 'guest' | 'handling' | 'entering' | 'asleep';
  /** Replaced as a whole, never changed; so is `frames`, by whoever is about to change it. */
  traps: ReadonlyMap<number, Trap>;
  frames: Frames;
  /** Whether a plain store into a page table is checked and made for the guest, instead of a page fault: VMASST_TYPE_writable_pagetables. */
  storesAllowed: boolean;
  /** Where events are delivered. */
  callback: Handler | undefined;
  /** When the timer event is due, on the clock of `clockOf`; `Infinity` for never. */
  timerAt: number;
  /** The frame of the guest's page directory in use; undefined while it runs on the tables it was started on. */
  root: number | undefined;
  /** The vector whose handler the guest finds itself in when it goes on. */
  injected: number | undefined;
  /** The length of the INT that the guest has left by. */
  length: number;
  /** What the call being carried out may still look at, in entries: what keeps a step bounded. */
  budget: number;
  readonly tally: Tally;
}

/** What has been done for the guest. */
export interface Tally {
  /** Page-table entries checked and written, and those refused. */
  updates: number;
  refused: number;
  /** Events and exceptions for which the guest's handler was called, and INTs that reached theirs without the hypervisor. */
  upcalls: number;
  reflected: number;
  direct: number;
}
