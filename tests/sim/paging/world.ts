import { makeEntry } from '#sim/paging/entry.ts';
import { EPT_RIGHTS, eptBits } from '#sim/paging/ept.ts';
import { guestBits } from '#sim/paging/guest.ts';
import { indexAt, type Levels, type PageLevel, spanOf } from '#sim/paging/level.ts';
import { cutLinear, indexOf } from '#sim/paging/linear.ts';
import { emptyMemory, type Memory } from '#sim/paging/memory.ts';
import { openLink, type Plot, plantPage, type Tree } from '#sim/paging/plant.ts';
import { finishWalk } from '#sim/paging/stepWalk.ts';
import { type Access, type Machine, startWalk, type Walk } from '#sim/paging/walk.ts';

export const GiB = 2 ** 30;

/** A machine with several pages mapped, and the two maps it was made from, kept apart from it. */
export interface World {
  readonly memory: Memory;
  readonly machine: Machine;
  /** Guest-virtual page number to guest-physical page number, in guest pages. */
  readonly guestMap: ReadonlyMap<bigint, number>;
  /** Guest-physical page number to host-physical page number, in EPT pages. */
  readonly eptMap: ReadonlyMap<number, number>;
  readonly guestLeaf: PageLevel;
  readonly eptLeaf: PageLevel;
}

export interface Wish {
  readonly guestLevels: Levels;
  readonly eptLevels: Levels;
  readonly guestLeaf: PageLevel;
  readonly eptLeaf: PageLevel;
  readonly pages: readonly bigint[];
  readonly identity?: boolean;
  readonly accessedDirty?: boolean;
}

/** The guest's tables are in its lowest GiB, its data in the 15 above; hosts' frames from 32 GiB on, its EPT from 60 GiB on. */
export function makeWorld(wish: Wish): World {
  const { guestLevels, eptLevels, guestLeaf, eptLeaf, pages, identity = false, accessedDirty = false } = wish;
  const [guestSize, eptSize] = [spanOf(guestLeaf), spanOf(eptLeaf)];
  const count = (16 * GiB) / eptSize;
  const hostPage = (page: number): number => (identity ? page : (32 * GiB) / eptSize + ((page * 7 + 3) % count));
  const real = (physical: number): number => hostPage(Math.floor(physical / eptSize)) * eptSize + (physical % eptSize);

  const guestTree: Tree = {
    root: 0x5000,
    levels: guestLevels,
    link: openLink.guest,
    frame: (n) => 0x10_0000 + n * 0x3000,
    real,
  };
  const guestMap = new Map(pages.map((page, i) => [page, GiB / guestSize + ((i * 5 + 2) % ((15 * GiB) / guestSize))]));
  let guest: Plot = { memory: emptyMemory(64 * GiB), taken: 0 };
  for (const [page, to] of guestMap) {
    const address = cutLinear(BigInt.asUintN(64, page * BigInt(guestSize)));
    const leaf = makeEntry(to * guestSize, openLink.guest | (guestLeaf > 1 ? guestBits.large : 0));
    guest = plantPage(guest, guestTree, (level) => indexOf(address, level), guestLeaf, leaf);
  }

  const tables = [0x5000, ...Array.from({ length: guest.taken }, (_, n) => guestTree.frame(n))];
  const data = [...guestMap.values()].flatMap((to) => piecesOf(to * guestSize, guestSize, eptSize));
  const eptMap = new Map(
    [...tables, ...data].map((physical) => Math.floor(physical / eptSize)).map((page) => [page, hostPage(page)]),
  );
  const eptTree: Tree = {
    root: 60 * GiB,
    levels: eptLevels,
    link: EPT_RIGHTS,
    frame: (n) => 60 * GiB + (n + 1) * 0x2000,
    real: (host) => host,
  };
  const eptFlags = EPT_RIGHTS | eptBits.writeBack | (eptLeaf > 1 ? eptBits.large : 0);
  let ept: Plot = { memory: guest.memory, taken: 0 };
  for (const [page, to] of eptMap)
    ept = plantPage(
      ept,
      eptTree,
      (level) => indexAt(page * eptSize, level),
      eptLeaf,
      makeEntry(to * eptSize, eptFlags),
    );
  const machine = { levels: guestLevels, cr3: 0x5000, ept: { levels: eptLevels, root: 60 * GiB, accessedDirty } };
  return { memory: ept.memory, machine, guestMap, eptMap, guestLeaf, eptLeaf };
}

/** A guest page larger than an EPT page is backed by its first and its last piece only. */
const piecesOf = (start: number, size: number, piece: number): number[] =>
  size > piece ? [start, start + size - piece] : [start];

export const walkTo = ({ memory, machine }: World, address: bigint, access: Partial<Access> = {}): Walk =>
  finishWalk(startWalk(memory, machine, { address: cutLinear(address), kind: 'read', user: true, ...access }));
