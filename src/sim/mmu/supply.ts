import { flushEpt, leaveGuest } from './flush.ts';
import { backedPages, frameOf, giveBack, handOut, ownFrame, shareZeros, ZEROS } from './frames.ts';
import { type Machine, vmAt } from './machine.ts';
import { plantEpt } from './nested.ts';
import { dropFrames } from './shadow.ts';

/** Gives a guest page a frame, where it has none that serves. */
export function supplyFrame(machine: Machine, vm: number, page: number, isWrite: boolean): Machine {
  const frame = frameOf(machine, vm, page);
  if (frame >= 0 && !(isWrite && frame === ZEROS)) return machine;
  const { counts, setup } = machine;
  const counted = { ...machine, counts: { ...counts, supplied: counts.supplied + 1 } };
  if (setup.merge && !isWrite) return mapPage(shareZeros(counted, vm, page), vm, page);
  const revoked = frame === ZEROS ? revoke(counted, vm, [page]) : counted;
  return mapPage(handOut(revoked, vm, page), vm, page);
}

/** Tells EPT what the VMM's map says; shadows are filled from it on demand. */
export const mapPage = (machine: Machine, vm: number, page: number): Machine =>
  machine.setup.vmm === 'nested' ? plantEpt(machine, vm, page) : machine;

/** Takes back what was derived from the VMM's map of these pages, so that the map can change. */
export function revoke(machine: Machine, vm: number, pages: readonly number[]): Machine {
  if (machine.setup.vmm === 'native' || pages.length === 0) return machine;
  return flushEpt(machine.setup.vmm === 'shadow' ? dropFrames(machine, vm, pages) : machine, vm);
}

/** The balloon driver names pages to the VMM, which takes their frames. Natively there is no one to give them to. */
export function inflate(machine: Machine, vm: number, count: number): Machine {
  if (machine.setup.vmm === 'native') return machine;
  const pages = backedPages(machine, vm, count);
  const asked = leaveGuest(machine, 'balloon');
  let now = revoke(forget(asked, vm, pages), vm, pages);
  for (const page of pages) {
    now = giveBack(now, vm, page);
    if (now.setup.vmm === 'nested') now = plantEpt(now, vm, page);
  }
  return { ...now, counts: { ...now.counts, ballooned: now.counts.ballooned + pages.length } };
}

/** A wrong entry ends where its page, or the frame's owner, is ballooned away. */
function forget(machine: Machine, vm: number, pages: readonly number[]): Machine {
  const { wrong } = machine;
  if (!wrong) return machine;
  const isPage = wrong.vm === vm && pages.includes(wrong.page);
  const isFrame = pages.some((page) => ownFrame(machine, vm, page) === wrong.frame);
  return isPage || isFrame ? repair(machine) : machine;
}

/** Plants a bug: the VMM's map of a guest page names another VM's frame. */
export function corrupt(machine: Machine, vm: number, page: number, frame: number): Machine {
  const revoked = revoke(machine, vm, [page]);
  return mapPage({ ...revoked, wrong: { vm, page, frame }, mended: undefined }, vm, page);
}

/** The VMM's map is set right again. */
export function repair(machine: Machine): Machine {
  const { wrong } = machine;
  if (!wrong) return machine;
  const revoked = revoke(machine, wrong.vm, [wrong.page]);
  return mapPage({ ...revoked, wrong: undefined, mended: wrong }, wrong.vm, wrong.page);
}

/** A frame of another VM that a wrong entry for this page could name: of the page with the same number, or of the lowest that has one. */
export function foreignFrame(
  machine: Machine,
  vm: number,
  page: number,
): { readonly vm: number; readonly frame: number } | undefined {
  for (const other of machine.vms.keys()) {
    if (other === vm) continue;
    const near = backedPages(machine, other, vmAt(machine, other).frames.length * 256).at(-1);
    const frame = [page, near]
      .map((at) => (at === undefined ? -1 : ownFrame(machine, other, at)))
      .find((at) => at >= 0 && at !== ZEROS);
    if (frame !== undefined) return { vm: other, frame };
  }
  return undefined;
}
