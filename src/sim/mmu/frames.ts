import { type Chunks, readChunk, writeChunk } from './chunks.ts';
import { type Machine, vmAt, withVm } from './machine.ts';
import { GUEST_PAGES } from './trace.ts';

/** Host memory for guests: 4 GiB. What the VMM keeps for itself lies above. */
const FRAMES = 2 ** 20;

/** The n-th frame that is handed out: an odd factor visits every frame once, neighbours far apart. */
export const scatter = (n: number): number => (Math.imul(n, 0x5bd15) + 0x3a7c5) & (FRAMES - 1);

/** The frame of zeros that pages never written share where same-page merging is on. */
export const ZEROS = scatter(0);

/** Host-physical addresses of what is not handed out. */
export const shadowTable = (vm: number, table: number): number => 2 ** 32 + (vm * 2 ** 16 + table) * 4096;
export const eptTable = (vm: number, table: number): number => 2 ** 33 + (vm * 2 ** 10 + table) * 4096;

/** The guest page in which the kernel's n-th table lies: above all that a trace may map. */
export const tablePage = (table: number): number => GUEST_PAGES + table;
export const tableOfPage = (page: number): number => page - GUEST_PAGES;

/** The frame in the VMM's map, or -1; as it is mapped now, wrong or right. */
export function frameOf({ vms, wrong }: Machine, vm: number, page: number): number {
  if (wrong !== undefined && wrong.vm === vm && wrong.page === page) return wrong.frame;
  return readChunk(vms[vm]?.frames ?? [], page) - 1;
}

/** The frame that is this page's own, or -1. */
export const ownFrame = ({ vms }: Machine, vm: number, page: number): number =>
  readChunk(vms[vm]?.frames ?? [], page) - 1;

/** Where a guest-physical page really is. Natively each VM is a machine with a memory of its own, kept in a bank of this one. */
export const realPage = (machine: Machine, vm: number, page: number): number =>
  machine.setup.vmm === 'native' ? vm * 2 ** 28 + page * 4096 : frameOf(machine, vm, page) * 4096;

/** Takes the frame given back last, or else the next that was never handed out. */
export function handOut(machine: Machine, vm: number, page: number): Machine {
  const { free, handed } = machine;
  const frame = free ? free.frame : scatter(handed);
  const taken = free ? { ...machine, free: free.rest } : { ...machine, handed: handed + 1 };
  return withVm(taken, vm, { frames: mapFrame(machine, vm, page, frame) });
}

const mapFrame = (machine: Machine, vm: number, page: number, frame: number): Chunks =>
  writeChunk(vmAt(machine, vm).frames, page, frame + 1);

/** Lets a page that is only read share the frame of zeros. */
export const shareZeros = (machine: Machine, vm: number, page: number): Machine =>
  withVm(machine, vm, { frames: mapFrame(machine, vm, page, ZEROS) });

/** Gives a page's frame back to the host. */
export function giveBack(machine: Machine, vm: number, page: number): Machine {
  const frame = ownFrame(machine, vm, page);
  const without = withVm(machine, vm, { frames: writeChunk(vmAt(machine, vm).frames, page, 0) });
  return frame < 0 || frame === ZEROS ? without : { ...without, free: { frame, rest: machine.free } };
}

/** The `count` highest pages of a VM that have a frame and may be mapped by a trace. */
export function backedPages(machine: Machine, vm: number, count: number): readonly number[] {
  const { frames } = vmAt(machine, vm);
  const pages: number[] = [];
  for (let page = GUEST_PAGES - 1; page >= 0 && pages.length < count; page--)
    if (readChunk(frames, page)) pages.push(page);
  return pages;
}
