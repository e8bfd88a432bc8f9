import type { LinearAddress } from '#sim/paging/linear.ts';
import { startWalk, type Walk } from '#sim/paging/walk.ts';
import { CR3, FRAME, type GuestName, KERNEL_PAGE, VIRTUAL_PAGES } from './guests.ts';
import { eptRoot, type Host, type Place } from './host.ts';

export interface Access {
  readonly guest: GuestName;
  readonly address: LinearAddress;
  readonly kind: 'read' | 'write';
}

/** What happened last, for whoever tells it. */
export type Deed =
  | { readonly kind: 'begin' | 'gpa' | 'hpa' | 'byte' | 'guest-fault' | 'violation' | 'killed' }
  | { readonly kind: 'mapped'; readonly virtual: number }
  | {
      readonly kind: 'picked-page' | 'supplied' | 'copied' | 'reopened' | 'shared' | 'paged-out' | 'ballooned';
      readonly place: Place;
    }
  | { readonly kind: 'unmapped'; readonly guest: GuestName; readonly virtual: number }
  | { readonly kind: 'picked-frame'; readonly frame: number }
  | { readonly kind: 'swapped'; readonly one: number; readonly two: number };

/** An access that went through. */
export interface Done extends Access {
  readonly gpa: number;
  readonly hpa: number;
  readonly byte: number;
}

/** What the reader has chosen, for the buttons at the foot to act on. */
export type Picked =
  | { readonly at: 'virtual'; readonly guest: GuestName; readonly page: number }
  | { readonly at: 'physical'; readonly guest: GuestName; readonly page: number }
  | { readonly at: 'frame'; readonly frame: number };

export interface State {
  readonly host: Host;
  readonly access: Access;
  readonly walk: Walk;
  readonly deed: Deed;
  readonly picked: Picked;
  readonly done: readonly Done[];
  readonly counts: Readonly<Record<'exits' | 'guestFaults' | 'swaps' | 'copies', number>>;
}

export type AccessMove = readonly ['read' | 'write', GuestName, number];
export type EditMove = readonly ['unmap' | 'pick' | 'unback' | 'share', GuestName, number] | readonly ['frame', number];
export type ThreeMove = AccessMove | EditMove;

/** The virtual page of an address, if it is one of those drawn. */
export function pageIn(address: LinearAddress): number | undefined {
  const page = Math.floor(Number(BigInt(address.hex) / BigInt(FRAME)));
  return page < VIRTUAL_PAGES ? page : undefined;
}

/** The walk before its first reference. The kernel's page is used by the guest's kernel, everything else by its process. */
export const begin = (host: Host, { guest, address, kind }: Access): Walk =>
  startWalk(
    host.memory,
    { levels: 4, cr3: CR3, ept: { levels: 4, root: eptRoot(guest), accessedDirty: false } },
    { address, kind, user: pageIn(address) !== KERNEL_PAGE },
  );

/** Another access, or the same from its beginning. */
export const restart = (state: State, host: Host, access: Access, deed: Deed): State => ({
  ...state,
  host,
  access,
  walk: begin(host, access),
  deed,
});

/** How far a walk has come: its virtual address, its guest-physical one, its host-physical one, its byte. */
export const stageOf = ({ guestPhysical, hostPhysical, byte }: Walk): 0 | 1 | 2 | 3 => {
  if (byte !== undefined) return 3;
  if (hostPhysical !== undefined) return 2;
  return guestPhysical === undefined ? 0 : 1;
};

/** Whether the last thing that happened was a change of a map, or a choice, and not a step of the access. */
export const isEdit = ({ deed }: State): boolean => 'place' in deed || 'frame' in deed || deed.kind === 'swapped';
