import { makeEntry } from '#sim/paging/entry.ts';
import { indexAt } from '#sim/paging/level.ts';
import { emptyMemory } from '#sim/paging/memory.ts';
import { pageOf, writePage } from '#sim/paging/page.ts';
import { openLink, type Plot, plantPage, type Tree } from '#sim/paging/plant.ts';
import {
  FRAME,
  type GuestName,
  guestNames,
  guestTree,
  leafOf,
  letters,
  mappedAtFirst,
  PAGES,
  VIRTUAL_PAGES,
} from './guests.ts';
import { backPage, eptFrames, eptRoot, FRAMES, frameOf, type Host } from './host.ts';

const count = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);
const indexIn = (address: number) => (level: number) => indexAt(address, level);

/** The four tables of a guest's EPT, with an empty entry for each of its pages. */
function plantEpt(host: Host, guest: GuestName): Host {
  const tree: Tree = {
    root: eptRoot(guest),
    levels: 4,
    link: openLink.ept,
    frame: (n) => (eptFrames[guest][n] ?? 0) * FRAME,
    real: (address) => address,
  };
  return { ...host, memory: plantPage({ memory: host.memory, taken: 1 }, tree, indexIn(0), 1, makeEntry(0, 0)).memory };
}

/** A frame for every page but those never used, and in it what the guest has there. */
function loadPage(host: Host, guest: GuestName, page: number): Host {
  const letter = letters[guest][page];
  if (letter === undefined && (page < 1 || page > 4)) return host;
  const place = { guest, page };
  const backed = backPage(host, place);
  if (letter === undefined) return backed;
  const filled = pageOf(letter.charCodeAt(0) * 0x01010101);
  return { ...backed, memory: writePage(backed.memory, (frameOf(backed, place) ?? 0) * FRAME, filled) };
}

/** The guest's own tables, which its kernel keeps in guest-physical memory. */
function plantGuest(host: Host, guest: GuestName): Host {
  const real = (address: number) =>
    (frameOf(host, { guest, page: Math.floor(address / FRAME) }) ?? 0) * FRAME + (address % FRAME);
  const plant = (plot: Plot, page: number): Plot =>
    plantPage(plot, guestTree(real), indexIn(page * FRAME), 1, leafOf(page, mappedAtFirst[guest].includes(page)));
  const pages = count(VIRTUAL_PAGES).filter((page) => page > 0);
  return { ...host, memory: pages.reduce(plant, { memory: host.memory, taken: 1 }).memory };
}

/** Both guests as they are first seen: loaded into scattered frames, with an EPT for each. */
export function loadHost(): Host {
  const slots = { A: count(PAGES).map(() => undefined), B: count(PAGES).map(() => undefined) };
  const empty: Host = { memory: emptyMemory(FRAMES * FRAME), slots, kept: {} };
  const planted = guestNames.reduce(plantEpt, empty);
  const loaded = count(PAGES).reduce(
    (host, page) => guestNames.reduce((now, guest) => loadPage(now, guest, page), host),
    planted,
  );
  return guestNames.reduce(plantGuest, loaded);
}
