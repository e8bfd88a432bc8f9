/**
 * What a guest's own kernel does to its tables. It reaches them by
 * guest-physical addresses, so that a write to a table whose frame is shared
 * or gone takes the hypervisor's help, as any other write does.
 */
import { type Entry, hasBit } from '#sim/paging/entry.ts';
import { decodeGuest } from '#sim/paging/guest.ts';
import { writeEntry } from '#sim/paging/memory.ts';
import { FRAME, type GuestName, leafOf, pteAt, VIRTUAL_PAGES } from './guests.ts';
import { backPage, breakShare, contentOf, frameOf, type Host, isWritable, type Place } from './host.ts';

const placeOf = (guest: GuestName, address: number): Place => ({ guest, page: Math.floor(address / FRAME) });

/** A table's entry as the guest would read it, wherever the hypervisor keeps the page. */
function entryAt(host: Host, guest: GuestName, address: number): Entry {
  const content = contentOf(host, placeOf(guest, address));
  const word = Math.floor((address % FRAME) / 4);
  return { lo: content[word] ?? 0, hi: content[word + 1] ?? 0 };
}

/** Whether the guest's table maps a virtual page, and where: the PTE as it stands in guest-physical memory. */
export const pteOf = (host: Host, guest: GuestName, virtual: number): Entry => entryAt(host, guest, pteAt(virtual));
export const isMapped = (host: Host, guest: GuestName, virtual: number): boolean =>
  virtual < VIRTUAL_PAGES && hasBit(pteOf(host, guest, virtual), 0);

/** The guest-physical page of a virtual one, by the guest's table alone. */
export function guestPage(host: Host, guest: GuestName, virtual: number): number | undefined {
  const found = decodeGuest(pteOf(host, guest, virtual), 1);
  return found.kind === 'page' ? found.address / FRAME : undefined;
}

/** A page made fit to be written, and whether that took a VM exit. */
export function makeWritable(host: Host, place: Place): { host: Host; exits: number } {
  const backed = frameOf(host, place) === undefined ? backPage(host, place) : host;
  if (isWritable(backed, place)) return { host: backed, exits: backed === host ? 0 : 1 };
  return { host: breakShare(backed, place), exits: 1 };
}

/** The kernel maps or unmaps one of its process's pages: one bit of a PTE. Counts the exits that its write took. */
export function setMapped(
  host: Host,
  guest: GuestName,
  virtual: number,
  isPresent: boolean,
): { host: Host; exits: number } {
  const place = placeOf(guest, pteAt(virtual));
  const ready = makeWritable(host, place);
  const address = (frameOf(ready.host, place) ?? 0) * FRAME + (pteAt(virtual) % FRAME);
  const memory = writeEntry(ready.host.memory, address, leafOf(virtual, isPresent));
  return { host: { ...ready.host, memory }, exits: ready.exits };
}

/** The byte at the start of each virtual page from 1 on, as the guest finds it: a letter, hexadecimal where it is none, or a dash. */
export function viewOf(host: Host, guest: GuestName): string {
  const seen = Array.from({ length: VIRTUAL_PAGES - 1 }, (_, i) => {
    const page = isMapped(host, guest, i + 1) ? guestPage(host, guest, i + 1) : undefined;
    return page === undefined ? '–' : byteWord((contentOf(host, { guest, page })[0] ?? 0) & 255);
  });
  return seen.join(' ');
}

/** `A` for a printable character, else `00`. */
export const byteWord = (byte: number): string =>
  byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte.toString(16).padStart(2, '0');
