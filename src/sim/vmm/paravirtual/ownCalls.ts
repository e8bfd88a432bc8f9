import { interruptReturn } from '../../x86/cpu/interruptReturn.ts';
import { EAX, ESP, IF } from '../../x86/cpu/state.ts';
import { writePort } from '../../x86/devices/devices.ts';
import { clockOf, type Machine } from '../../x86/machine.ts';
import type { Perform } from './context.ts';
import { setStack, takeGdt, writeGate } from './descriptors.ts';
import { INVALID, NO_SUCH_CALL, TOO_BIG } from './errors.ts';
import { setMask, setTimerEvent, timeToClock } from './events.ts';
import { FRAMES } from './frames.ts';
import { readGuest } from './guestMemory.ts';
import type { Trap } from './state.ts';

const COM1 = 0x3f8;
const MOST_BYTES = 4096;
const FIRST_VECTOR_OF_OURS = 32;
const VECTORS = 256;

/** Every handler runs at ring 1, whatever RPL its selector came with: Xen's `fixup_guest_code_selector`. */
const atRing1 = (selector: number): number => (selector & 0xfffc) | 1;

/** HYPERVISOR_set_trap_table. */
export const setTrapTable: Perform = ({ machine, vmm, args: [list] }) => {
  const traps = new Map(vmm.traps);
  for (let at = list, left = VECTORS; ; at += 8, left--) {
    const words = readGuest(machine, at);
    const offset = readGuest(machine, at + 4);
    if (offset === 0) break;
    if (left === 0) return TOO_BIG;
    const flags = (words >>> 8) & 0xff;
    traps.set(words & 0xff, { selector: atRing1(words >>> 16), offset, dpl: flags & 3, masks: (flags & 4) !== 0 });
  }
  vmm.traps = traps;
  for (const [vector, trap] of traps)
    if (vector !== 0x82) writeGate(machine, vector, isDirect(vector, trap) ? trap : undefined);
  return 0;
};

/** Whether the processor enters this handler by itself on INT: Xen's `init_int80_direct_trap`, for every vector that is no exception. */
const isDirect = (vector: number, { dpl, masks }: Trap): boolean => vector >= FIRST_VECTOR_OF_OURS && dpl > 0 && !masks;

/** HYPERVISOR_set_gdt. */
export const setGdt: Perform = ({ machine, args: [list, entries] }) => {
  const count = entries >>> 0;
  if (count > 14 * 512) return INVALID;
  const frames = Array.from({ length: Math.ceil(count / 512) }, (_, i) => readGuest(machine, list + i * 4));
  return frames.some((frame) => frame >= FRAMES) ? INVALID : takeGdt(machine, frames, count);
};

/** HYPERVISOR_stack_switch. */
export const stackSwitch: Perform = ({ machine, args: [selector, pointer] }) => {
  setStack(machine, selector & 0xffff, pointer);
  return 0;
};

/** HYPERVISOR_set_callbacks. */
export const setCallbacks: Perform = ({ vmm, args: [selector, offset] }) => {
  vmm.callback = { selector: atRing1(selector), offset: offset >>> 0 };
  return 0;
};

/** HYPERVISOR_set_timer_op. */
export const setTimer: Perform = ({ machine, vmm, args: [low, high] }) => {
  const time = (high >>> 0) * 2 ** 32 + (low >>> 0);
  const at = timeToClock(time);
  vmm.timerAt = time === 0 || at <= clockOf(machine) ? Number.POSITIVE_INFINITY : at;
  if (time !== 0 && at <= clockOf(machine)) setTimerEvent(machine);
  return 0;
};

/** HYPERVISOR_xen_version: 3.0. */
export const xenVersion: Perform = ({ args: [command] }) => (command === 0 ? 0x3_0000 : NO_SUCH_CALL);

/** HYPERVISOR_console_io. A write answers 0, however long: Xen’s `guest_console_write`. */
export const consoleIo: Perform = ({ machine, args: [command, count, at] }) => {
  if (command !== 0) return NO_SUCH_CALL;
  if (count >>> 0 > MOST_BYTES) return TOO_BIG;
  const bytes = Array.from({ length: count >>> 0 }, (_, i) => readGuest(machine, at + i, 1));
  for (const byte of bytes) writePort(machine.devices, COM1, 1, byte, clockOf(machine));
  return 0;
};

const WRITABLE_PAGE_TABLES = 2;

/** HYPERVISOR_vm_assist. */
export const vmAssist: Perform = ({ vmm, args: [command, type] }) => {
  if (type !== WRITABLE_PAGE_TABLES || (command !== 0 && command !== 1)) return NO_SUCH_CALL;
  vmm.storesAllowed = command === 0;
  return 0;
};

/** HYPERVISOR_sched_op. */
export const schedOp: Perform = ({ run, machine, vmm, args: [command, argument] }) => {
  switch (command) {
    case 0:
      return 0;
    case 1:
      setMask(machine, false);
      vmm.phase = 'asleep';
      return 0;
    case 2:
      // What isa-debug-exit would have answered to 0 for a poweroff, and to 1 for a crash.
      run.endDetail = readGuest(machine, argument) === 0 ? 1 : 3;
      run.end = 'debug-exit';
      return 0;
    default:
      return NO_SUCH_CALL;
  }
};

/** HYPERVISOR_iret. It throws where the frame is not one to return to. */
export function hypervisorReturn(machine: Machine): void {
  const { cpu } = machine;
  const top = cpu.regs[ESP] ?? 0;
  const eax = readGuest(machine, top);
  const flags = readGuest(machine, top + 12);
  cpu.regs[ESP] = top + 4;
  try {
    interruptReturn(machine, 4);
  } catch (thrown) {
    cpu.regs[ESP] = top;
    throw thrown;
  }
  cpu.regs[EAX] = eax;
  setMask(machine, (flags & IF) === 0);
}
