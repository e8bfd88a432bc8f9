/**
 * The hypervisor's side: 64 frames, for each guest a map from guest-physical
 * pages to frames (its memory slots), and the EPT that says the same to the
 * processor; Intel SDM vol. 3C, "The Extended Page Table Mechanism (EPT)".
 */
import { hasBit, makeEntry } from '#sim/paging/entry.ts';
import { EPT_RIGHTS, eptBits } from '#sim/paging/ept.ts';
import { type Memory, readEntry, writeEntry } from '#sim/paging/memory.ts';
import { isSamePage, type Page, pageOf, readPage, writePage } from '#sim/paging/page.ts';
import { FRAME, type GuestName, guestNames } from './guests.ts';

export const FRAMES = 64;

export interface Host {
  readonly memory: Memory;
  /** The frame behind each guest-physical page. */
  readonly slots: Readonly<Record<GuestName, readonly (number | undefined)[]>>;
  /** What was in pages that have no frame now, by `A5`. */
  readonly kept: Readonly<Record<string, Page>>;
}

/** One guest-physical page of one guest. */
export interface Place {
  readonly guest: GuestName;
  readonly page: number;
}

/** Free frames are seldom neighbours: this order meets each of the 64 once, far apart. */
const order: readonly number[] = Array.from({ length: FRAMES }, (_, n) => {
  const step = (n * 27 + 19) % FRAMES;
  return step ^ (step >> 3);
});
export const eptFrames: Readonly<Record<GuestName, readonly number[]>> = { A: order.slice(0, 4), B: order.slice(4, 8) };

/** The frame that holds the root of a guest's EPT, times its size. */
export const eptRoot = (guest: GuestName): number => (eptFrames[guest][0] ?? 0) * FRAME;
/** Whose EPT table this frame holds, and of which level. */
export const tableIn = (frame: number): { guest: GuestName; level: number } | undefined => {
  const guest = guestNames.find((name) => eptFrames[name].includes(frame));
  return guest && { guest, level: 4 - eptFrames[guest].indexOf(frame) };
};

export const nameOf = ({ guest, page }: Place): string => `${guest}${page}`;
export const frameOf = ({ slots }: Host, { guest, page }: Place): number | undefined => slots[guest][page];

/** Every guest-physical page that this frame stands behind. */
export const ownersOf = ({ slots }: Host, frame: number): readonly Place[] =>
  guestNames.flatMap((guest) => slots[guest].flatMap((held, page) => (held === frame ? [{ guest, page }] : [])));

const freeFrame = (host: Host): number =>
  order.find((frame) => !tableIn(frame) && ownersOf(host, frame).length === 0) ?? 0;

/** Frames behind guest memory; the hypervisor's own tables are not counted. */
export const framesUsed = ({ slots }: Host): number =>
  new Set(guestNames.flatMap((guest) => slots[guest].filter((frame) => frame !== undefined))).size;

/** Says in slot map and EPT alike which frame is behind a page. A shared frame may only be read. */
export function setSlot(host: Host, place: Place, frame: number | undefined, isWritable = true): Host {
  const { guest, page } = place;
  const rights = isWritable ? EPT_RIGHTS : EPT_RIGHTS & ~eptBits.write;
  const entry = makeEntry((frame ?? 0) * FRAME, frame === undefined ? 0 : rights | eptBits.writeBack);
  const slots = { ...host.slots, [guest]: host.slots[guest].with(page, frame) };
  return { ...host, slots, memory: writeEntry(host.memory, eptLeafAt(place), entry) };
}

/** Where the EPT entry of a page stands. */
export const eptLeafAt = ({ guest, page }: Place): number => (eptFrames[guest][3] ?? 0) * FRAME + 8 * page;

/** Whether the EPT lets the guest write a page. */
export const isWritable = (host: Host, place: Place): boolean => hasBit(readEntry(host.memory, eptLeafAt(place)), 1);

/** What the guest has in a page, wherever the hypervisor keeps it. */
export function contentOf(host: Host, place: Place): Page {
  const frame = frameOf(host, place);
  return frame === undefined ? (host.kept[nameOf(place)] ?? pageOf(0)) : readPage(host.memory, frame * FRAME);
}

/** Gives a page a free frame and puts back what was in it; zeros where nothing was. */
export function backPage(host: Host, place: Place): Host {
  const frame = freeFrame(host);
  const { [nameOf(place)]: kept = pageOf(0), ...rest } = host.kept;
  const backed = setSlot({ ...host, kept: rest }, place, frame);
  return { ...backed, memory: writePage(backed.memory, frame * FRAME, kept) };
}

/** Takes a page's frame away. `keep` says whether its content must outlive it. */
export function takeFrame(host: Host, place: Place, keep: boolean): Host {
  const kept = keep ? { ...host.kept, [nameOf(place)]: contentOf(host, place) } : host.kept;
  return setSlot({ ...host, kept }, place, undefined);
}

/** Pages with a frame of their own whose content equals this one's. */
export function twinsOf(host: Host, place: Place): readonly Place[] {
  const frame = frameOf(host, place);
  if (frame === undefined) return [];
  const content = contentOf(host, place);
  const isTwin = (other: Place): boolean => {
    const its = frameOf(host, other);
    return its !== undefined && its !== frame && isSamePage(contentOf(host, other), content);
  };
  return guestNames.flatMap((guest) => host.slots[guest].map((_, page) => ({ guest, page }))).filter(isTwin);
}

/** Puts one frame, read-only, behind all pages that are alike; Linux does so as "Kernel Samepage Merging". */
export function sharePage(host: Host, place: Place): Host {
  const frame = frameOf(host, place);
  if (frame === undefined) return host;
  const owners = [
    ...ownersOf(host, frame),
    ...twinsOf(host, place).flatMap((twin) => ownersOf(host, frameOf(host, twin) ?? 0)),
  ];
  return owners.reduce((now, owner) => setSlot(now, owner, frame, false), host);
}

/** Gives the writer of a shared frame a copy of its own; the last owner just gets its right to write back. */
export function breakShare(host: Host, place: Place): Host {
  const frame = frameOf(host, place);
  if (frame === undefined || ownersOf(host, frame).length < 2) return setSlot(host, place, frame);
  const content = contentOf(host, place);
  const copy = freeFrame(host);
  const split = setSlot(host, place, copy);
  return { ...split, memory: writePage(split.memory, copy * FRAME, content) };
}

/** Exchanges what is in two frames, and mends the slot maps and EPTs of whoever had them. */
export function swapFrames(host: Host, one: number, two: number): Host {
  const [first, second] = [readPage(host.memory, one * FRAME), readPage(host.memory, two * FRAME)];
  const moves = [
    ...ownersOf(host, one).map((place) => ({ place, to: two })),
    ...ownersOf(host, two).map((place) => ({ place, to: one })),
  ];
  const memory = writePage(writePage(host.memory, one * FRAME, second), two * FRAME, first);
  return moves.reduce((now, { place, to }) => setSlot(now, place, to, isWritable(host, place)), { ...host, memory });
}
