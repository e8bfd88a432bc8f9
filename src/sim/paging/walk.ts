import type { Entry } from './entry.ts';
import type { AccessKind, Fault } from './fault.ts';
import { allRights, type GuestRights } from './guest.ts';
import type { Levels } from './level.ts';
import { indexOf, type LinearAddress } from './linear.ts';
import { type Memory, writeEntry } from './memory.ts';

/** Where the processor's registers point. Without EPT a guest-physical address is the physical one. */
export interface Machine {
  readonly levels: Levels;
  /** The root table's physical address, as the guest knows it. */
  readonly cr3: number;
  readonly ept?: { readonly levels: Levels; readonly root: number; readonly accessedDirty: boolean } | undefined;
}

export interface Access {
  readonly address: LinearAddress;
  readonly kind: AccessKind;
  /** Whether it is made at CPL 3. */
  readonly user: boolean;
}

/** One entry that was read. */
export interface Reference {
  readonly by: 'ept' | 'guest';
  /** Of the table it stands in. */
  readonly level: number;
  /** What it was read for: the guest's table at this level, or 0 for the data. */
  readonly target: number;
  readonly index: number;
  /** Where it stands in physical memory. */
  readonly address: number;
  readonly before: Entry;
  /** As the walk left it: accessed and dirty may have been set. */
  readonly after: Entry;
  /** Whether it maps a page, so that no further table of its tree is read. */
  readonly isLeaf: boolean;
  /** The table or page it leads to. */
  readonly gives?: number | undefined;
}

/** What comes next. Addresses named `real` are those on the bus: host-physical under EPT. */
export type Next =
  | { readonly by: 'fault' }
  | {
      readonly by: 'ept';
      readonly level: number;
      readonly target: number;
      readonly physical: number;
      readonly table: number;
      readonly allowed: number;
    }
  | {
      readonly by: 'guest';
      readonly level: number;
      readonly physical: number;
      readonly real: number;
      readonly allowed: number;
    }
  | { readonly by: 'data'; readonly physical: number; readonly real: number };

/** A walk under way. It has ended when nothing comes next. */
export interface Walk {
  readonly machine: Machine;
  readonly access: Access;
  readonly memory: Memory;
  readonly references: readonly Reference[];
  readonly rights: GuestRights;
  readonly next?: Next | undefined;
  readonly fault?: Fault | undefined;
  /** What the guest's tables translate the address to, once they have. */
  readonly guestPhysical?: number | undefined;
  /** What it all translates to, once it has. */
  readonly hostPhysical?: number | undefined;
  /** The byte that was read or written at last. */
  readonly byte?: number | undefined;
}

/** To read the guest's table at level `target`, or at 0 the data, which the guest says are at `physical`. */
export const seek = ({ ept }: Machine, target: number, physical: number): Next => {
  if (ept) return { by: 'ept', level: ept.levels, target, physical, table: ept.root, allowed: 7 };
  return target === 0
    ? { by: 'data', physical, real: physical }
    : { by: 'guest', level: target, physical, real: physical, allowed: 7 };
};

/** The walk before its first reference. An address that is not canonical has none: it faults. */
export function startWalk(memory: Memory, machine: Machine, access: Access): Walk {
  const { levels, cr3 } = machine;
  const next: Next = access.address.canonical[levels]
    ? seek(machine, levels, cr3 + 8 * indexOf(access.address, levels))
    : { by: 'fault' };
  return { machine, access, memory, references: [], rights: allRights, next };
}

/** The walk with this entry read, and written back where its flags changed. */
export const record = (walk: Walk, reference: Omit<Reference, 'after'>, after: Entry = reference.before): Walk => ({
  ...walk,
  memory: writeEntry(walk.memory, reference.address, after),
  references: [...walk.references, { ...reference, after }],
  next: undefined,
});
