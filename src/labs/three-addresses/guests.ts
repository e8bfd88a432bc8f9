/**
 * Two guests of eight guest-physical pages each; Intel SDM vol. 3A, "4-Level
 * Paging and 5-Level Paging". Page 0 is the guest kernel's, 1 to 4 are the
 * tables of its one process, 5 to 7 hold data. The process's pages stand in
 * another order than its guest-physical ones, as they do in any system.
 */
import { makeEntry } from '#sim/paging/entry.ts';
import { guestBits } from '#sim/paging/guest.ts';
import { openLink, type Tree } from '#sim/paging/plant.ts';

export const guestNames = ['A', 'B'] as const;
export type GuestName = (typeof guestNames)[number];

export const FRAME = 4096;
/** Guest-physical pages of a guest, and guest-virtual pages that are drawn. */
export const PAGES = 8;
export const VIRTUAL_PAGES = 5;
/** The virtual page that only the guest's kernel may use. */
export const KERNEL_PAGE = 4;
/** The root table's guest-physical address, the same in both guests. */
export const CR3 = 0x1000;

/** What a guest-physical page is for. */
export const pageUses: readonly string[] = ['', 'PML4', 'PDPT', 'PD', 'PT', '', '', ''];

/** Where the guest's kernel has put each of the process's pages; page 0 stays unmapped, to catch null pointers. */
export const homes: readonly (number | undefined)[] = [undefined, 5, 7, 6, 0];
/** What each guest has mapped when it is first seen: B's third page has not been used yet. */
export const mappedAtFirst: Readonly<Record<GuestName, readonly number[]>> = { A: [1, 2, 3, 4], B: [1, 2, 4] };

const none = undefined;
/** The letter that fills each page; undefined where nothing was ever written. The kernels are alike, and so are the libraries in page 7. */
export const letters: Readonly<Record<GuestName, readonly (string | undefined)[]>> = {
  A: ['K', none, none, none, none, 'x', 'z', 'L'],
  B: ['K', none, none, none, none, 'y', none, 'L'],
};

const { present, write, user } = guestBits;
/** The PTE of one of the process's pages; the kernel's is closed to CPL 3. */
export const leafOf = (virtual: number, isPresent: boolean) =>
  makeEntry((homes[virtual] ?? 0) * FRAME, (isPresent ? present : 0) | write | (virtual === KERNEL_PAGE ? 0 : user));

/** The guest's tree of tables; `real` says where the hypervisor has put its pages. */
export const guestTree = (real: (address: number) => number): Tree => ({
  root: CR3,
  levels: 4,
  link: openLink.guest,
  frame: (n) => (n + 1) * FRAME,
  real,
});

/** Where the PTE of a virtual page stands in guest-physical memory. */
export const pteAt = (virtual: number): number => 4 * FRAME + 8 * virtual;
