import { makeEntry } from '#sim/paging/entry.ts';
import { EPT_RIGHTS, eptBits } from '#sim/paging/ept.ts';
import { guestBits } from '#sim/paging/guest.ts';
import { indexAt, type Levels, type PageLevel, spanOf } from '#sim/paging/level.ts';
import { cutLinear, indexOf, type LinearAddress, offsetIn, parseLinear } from '#sim/paging/linear.ts';
import { emptyMemory, type Memory, writeByte } from '#sim/paging/memory.ts';
import { openLink, type Plot, plantPage, type Tree } from '#sim/paging/plant.ts';
import { startWalk, type Walk } from '#sim/paging/walk.ts';
import type { Params } from './controls.ts';

const GiB = 2 ** 30;
const FRAME = 4096;
/** The host has 32 GiB: tables of the hypervisor's in 4 to 8, the guest's 8 GiB in 16 to 24. */
const HOST_SIZE = 32 * GiB;
const GUEST_SIZE = 8 * GiB;
const [eptTables, guestMemory] = [4 * GiB, 16 * GiB];
/** The guest keeps its tables in its lowest 2 GiB; the page of the access is in its sixth. */
const guestData = 5 * GiB;
/** The byte that waits at the address: `H`. */
const BYTE = 0x48;

const pageLevels: Readonly<Record<Params['guestPage'], PageLevel>> = { '4K': 1, '2M': 2, '1G': 3 };

/** How the tables were laid out, before anyone flipped a bit. */
export interface Plan {
  readonly guestLevels: Levels;
  readonly eptLevels: Levels;
  readonly guestLeaf: PageLevel;
  readonly eptLeaf: PageLevel;
  readonly isNested: boolean;
}

export const planOf = (params: Params): Plan => ({
  guestLevels: params.guestLevels === '5' ? 5 : 4,
  eptLevels: params.eptLevels === '5' ? 5 : 4,
  guestLeaf: pageLevels[params.guestPage],
  eptLeaf: pageLevels[params.eptPage],
  isNested: params.paging === 'nested',
});

/** A walk through `n` numbers below a power of two that meets each of them once, far apart: free frames are seldom neighbours. */
const scatter = (n: number, step: number, start: number, below: number): number =>
  (Math.imul(n, step) + start) & (below - 1);

const guestFrame = (n: number): number => scatter(n, 0x2b7d1, 0x1a37, 2 ** 19) * FRAME;
const eptFrame = (n: number): number => eptTables + scatter(n, 0x3d4e5, 0x4c1e9, 2 ** 20) * FRAME;

/** Where a guest-physical address is in the host: page by page, as the hypervisor had them free. */
function hostOf(physical: number, size: number): number {
  const page = scatter(Math.floor(physical / size), 0x5b2f5, 0x180511, GUEST_SIZE / size);
  return guestMemory + page * size + (physical % size);
}

/** The guest's page: aligned to its size, at the same frame whatever the address is. */
const guestPageOf = (level: PageLevel): number => {
  const within = guestData + 0x7b13 * FRAME;
  return within - (within % spanOf(level));
};

/** The address that the reader wrote. `check` has seen the text, so that 0 is never meant. */
export function addressOf(text: string): LinearAddress {
  const read = parseLinear(text);
  return 'kind' in read ? cutLinear(0n) : read;
}

/** Memory with both trees of tables in it, as an operating system and a hypervisor would have left them, and the access not begun. */
export function buildWalk(params: Params): Walk {
  const plan = planOf(params);
  const address = addressOf(params.address);
  const size = spanOf(plan.eptLeaf);
  const real = (physical: number): number => (plan.isNested ? hostOf(physical, size) : physical);
  const page = guestPageOf(plan.guestLeaf);
  const data = page + offsetIn(address, plan.guestLeaf);
  const tree: Tree = { root: guestFrame(0), levels: plan.guestLevels, link: openLink.guest, frame: guestFrame, real };
  const empty: Plot = { memory: writeByte(emptyMemory(HOST_SIZE), real(data), BYTE), taken: 1 };
  const leaf = makeEntry(page, guestLeafFlags(params, plan));
  const guest = plantPage(empty, tree, (level) => indexOf(address, level), plan.guestLeaf, leaf);

  const machine = { levels: plan.guestLevels, cr3: tree.root };
  const access = { address, kind: params.access, user: params.user };
  if (!plan.isNested) return startWalk(guest.memory, machine, access);
  const ept = { levels: plan.eptLevels, root: eptFrame(0), accessedDirty: params.eptAD };
  return startWalk(plantEpt(guest, plan, data, params.obstacle), { ...machine, ept }, access);
}

/** The EPT maps what the guest uses and no more: the pages of its tables, and that of the data. */
function plantEpt({ memory, taken }: Plot, plan: Plan, data: number, obstacle: Params['obstacle']): Memory {
  const size = spanOf(plan.eptLeaf);
  const tree: Tree = {
    root: eptFrame(0),
    levels: plan.eptLevels,
    link: openLink.ept,
    frame: eptFrame,
    real: (host) => host,
  };
  const tables = Array.from({ length: taken }, (_, n) => guestFrame(n));
  let plot: Plot = { memory, taken: 1 };
  for (const physical of [...tables, data]) {
    const page = physical - (physical % size);
    const leaf = makeEntry(hostOf(page, size), eptLeafFlags(plan, physical === data ? obstacle : 'none'));
    plot = plantPage(plot, tree, (level) => indexAt(page, level), plan.eptLeaf, leaf);
  }
  return plot.memory;
}

function guestLeafFlags({ obstacle }: Params, { guestLeaf }: Plan): number {
  const { present, write, user, large } = guestBits;
  const open = present | write | user | (guestLeaf > 1 ? large : 0);
  if (obstacle === 'guestNotPresent') return open & ~present;
  return obstacle === 'guestReadOnly' ? open & ~write : open;
}

function eptLeafFlags({ eptLeaf }: Plan, obstacle: Params['obstacle']): number {
  const open = EPT_RIGHTS | eptBits.writeBack | (eptLeaf > 1 ? eptBits.large : 0);
  if (obstacle === 'eptNotPresent') return open & ~EPT_RIGHTS;
  return obstacle === 'eptReadOnly' ? open & ~eptBits.write : open;
}
