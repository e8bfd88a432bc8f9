import { readHost, writeHost } from '../../x86/cpu/physical.ts';
import { flushTlb, flushTlbPage } from '../../x86/cpu/tlb.ts';
import { type Call, MYSELF, type Perform } from './context.ts';
import { INVALID, NO_SUCH_CALL, TOO_BIG } from './errors.ts';
import { copyFrames, DATA, DIRECTORY, drop, FRAMES, getType, type Kind, putType, TABLE, take } from './frames.ts';
import { readGuest, writeGuest } from './guestMemory.ts';

const OWN_SLOT = 1023;

/** What is about to change the frames' uses takes a copy: states that were handed out keep theirs. */
export function ownFrames({ vmm }: Pick<Call, 'vmm'>): void {
  vmm.frames = copyFrames(vmm.frames);
}

/** Writes an entry of a table after checking it: 0, or why not. Where the frame is no table, it is a plain store. */
function writeEntry(call: Pick<Call, 'machine' | 'vmm'>, physical: number, entry: number): number {
  const { machine, vmm } = call;
  const frame = physical >>> 12;
  if (frame >= FRAMES) return INVALID;
  const kind = vmm.frames.kinds[frame] ?? DATA;
  if (kind !== DATA) {
    if (kind === DIRECTORY && (physical & 0xfff) >>> 2 === OWN_SLOT) return INVALID;
    const old = readHost(machine.memory, physical, 4);
    const refusal = take(machine, vmm, entry, kind as Kind);
    if (refusal < 0) return refusal;
    drop(machine, vmm, old, kind as Kind);
  }
  writeHost(machine, physical, 4, entry);
  return 0;
}

/** The same, counted. */
export function updateEntry(call: Pick<Call, 'machine' | 'vmm'>, physical: number, entry: number): number {
  const { tally } = call.vmm;
  if (--call.vmm.budget < 0) return TOO_BIG;
  const result = writeEntry(call, physical, entry);
  if (result < 0) tally.refused++;
  else tally.updates++;
  return result;
}

/** Does the first `count` of a list until one is refused, and says where the caller wants it how many were done. */
function inOrder({ machine, args: [list, count, doneAt, domain] }: Call, size: number, one: (at: number) => number) {
  if (domain !== MYSELF) return INVALID;
  let result = 0;
  let done = 0;
  for (; done < count >>> 0; done++) {
    result = one((list + done * size) >>> 0);
    if (result !== 0) break;
  }
  if (doneAt !== 0) writeGuest(machine, doneAt, done);
  return result;
}

/** HYPERVISOR_mmu_update. */
export const mmuUpdate: Perform = (call) => {
  const { machine } = call;
  ownFrames(call);
  return inOrder(call, 16, (at) => {
    const physical = readGuest(machine, at);
    const isNormal = (physical & 3) === 0 && readGuest(machine, at + 4) === 0;
    return isNormal ? updateEntry(call, physical, readGuest(machine, at + 8)) : INVALID;
  });
};

/** HYPERVISOR_update_va_mapping. */
export const updateVaMapping: Perform = (call) => {
  const { machine, args } = call;
  const [linear, entry, high, flags] = args;
  const directory = readHost(machine.memory, machine.cpu.cr3 + ((linear >>> 22) << 2), 4);
  const table = directory >>> 12;
  if (high !== 0 || call.vmm.frames.kinds[table] !== TABLE || (directory & 1) === 0) return INVALID;
  ownFrames(call);
  const result = updateEntry(call, table * 4096 + ((linear >>> 10) & 0xffc), entry >>> 0);
  if ((flags & 3) === 1) flushTlb(machine.tlb, 'all');
  if ((flags & 3) === 2) flushTlbPage(machine.tlb, linear >>> 0);
  return result;
};

/** HYPERVISOR_mmuext_op. */
export const mmuextOp: Perform = (call) => {
  const { machine } = call;
  ownFrames(call);
  return inOrder(call, 12, (at) => operate(call, readGuest(machine, at), readGuest(machine, at + 4)));
};

function operate(call: Call, command: number, argument: number): number {
  const { machine, vmm } = call;
  if (--vmm.budget < 0) return TOO_BIG;
  switch (command) {
    case 0:
      return pin(call, argument, TABLE);
    case 1:
      return pin(call, argument, DIRECTORY);
    case 4:
      return unpin(call, argument);
    case 5:
      return walkFrom(call, argument);
    case 6:
      flushTlb(machine.tlb, 'all');
      return 0;
    case 7:
      flushTlbPage(machine.tlb, argument);
      return 0;
    default:
      return NO_SUCH_CALL;
  }
}

function pin({ machine, vmm }: Call, frame: number, kind: Kind): number {
  if (vmm.frames.pinned[frame] === 1) return INVALID;
  const refusal = getType(machine, vmm, frame, kind);
  if (refusal === 0) vmm.frames.pinned[frame] = 1;
  return refusal;
}

function unpin({ machine, vmm }: Call, frame: number): number {
  if (vmm.frames.pinned[frame] !== 1) return INVALID;
  vmm.frames.pinned[frame] = 0;
  putType(machine, vmm, frame);
  return 0;
}

/** MMUEXT_NEW_BASEPTR: what CR3 was given before is used once less. */
function walkFrom({ machine, vmm }: Call, frame: number): number {
  const refusal = getType(machine, vmm, frame, DIRECTORY);
  if (refusal < 0) return refusal;
  const { root } = vmm;
  vmm.root = frame;
  machine.cpu.cr3 = frame * 4096;
  flushTlb(machine.tlb, 'all');
  if (root !== undefined) putType(machine, vmm, root);
  return 0;
}
