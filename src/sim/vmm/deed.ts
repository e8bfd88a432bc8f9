/**
 * What one step of a run was. A crossing takes three steps, so that each can be
 * looked at: the guest is left, the monitor does its work, the guest goes on.
 */
export type Deed =
  | { readonly kind: 'boot' }
  /** One guest instruction ran to its end without the monitor. `address` is its linear address in the guest. */
  | { readonly kind: 'run'; readonly address: number; readonly where: 'direct' | 'translated' | 'interpreted' }
  /** The guest's own tables delivered it, without the monitor. */
  | {
      readonly kind: 'deliver';
      readonly address: number;
      readonly vector: number;
      readonly errorCode: number | undefined;
    }
  /** The processor waits in HLT until the next event. */
  | { readonly kind: 'sleep' }
  /** It is over. */
  | { readonly kind: 'end' }
  /** The processor leaves the guest for the monitor. */
  | ({ readonly kind: 'leave' } & Crossing)
  /** The monitor did what the crossing asked for. `retires` says whether the guest's instruction is thereby complete. */
  | { readonly kind: 'handle'; readonly address: number; readonly work: Work; readonly retires: boolean }
  /** Back into the guest, with an event for it or without. `upcall`: into a paravirtual guest's event handler. */
  | { readonly kind: 'enter'; readonly address: number; readonly inject: number | undefined; readonly upcall?: true }
  /** A block of the guest's code is translated. */
  | { readonly kind: 'translate'; readonly address: number };

/** Why the monitor has the processor. */
export interface Crossing {
  readonly address: number;
  /** The key under which it is counted: '#GP', '#PF', 'int 80', 'timer', 'callout lgdt', 'hypercall mmu_update', 'exit 28 CR access' … */
  readonly reason: string;
  /** Of the exception or interrupt, where it was one. */
  readonly vector?: number;
  readonly errorCode?: number;
  /** VT-x: basic exit reason and qualification (SDM vol. 3C, "Basic VM-Exit Information"). */
  readonly exitReason?: number;
  readonly qualification?: number;
  /** VT-x: the guest-physical address of an EPT violation. */
  readonly physical?: number;
  /** Xen: the hypercall's number. */
  readonly hypercall?: number;
}

/** What the monitor did, as a key for captions, and what it did it with. */
export interface Work {
  readonly key: string;
  readonly operands: Readonly<Record<string, number | string>>;
}
