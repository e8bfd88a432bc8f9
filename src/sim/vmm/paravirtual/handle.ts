import { readLinear } from '../../x86/cpu/access.ts';
import { identify } from '../../x86/cpu/cpuid.ts';
import { GP, isFault, PAGE_FAULT, UD } from '../../x86/cpu/fault.ts';
import { EAX, EBX, ECX, EDX, ESI } from '../../x86/cpu/state.ts';
import type { Machine } from '../../x86/machine.ts';
import type { Crossing, Deed, Work } from '../deed.ts';
import { addressOf } from '../guestEvent.ts';
import { hypercalls, shared } from '../hypercalls.ts';
import { lineAt } from '../lineAt.ts';
import type { GuestRun } from '../run.ts';
import { completed, count, spend } from '../settle.ts';
import { bounce } from './bounce.ts';
import { setTimerEvent, showTime } from './events.ts';
import { writeShared } from './guestMemory.ts';
import { hypervisorReturn } from './ownCalls.ts';
import { perform } from './perform.ts';
import type { Paravirtual } from './state.ts';
import { emulateStore } from './storeToTable.ts';

/** Entries looked at in one step, at most: 256 page tables. */
const BUDGET = 1 << 18;
const IRET = 23;

interface Served {
  readonly work: Work;
  readonly retires: boolean;
}

/** The hypervisor does what it was entered for. */
export function handle(run: GuestRun, vmm: Paravirtual): Deed {
  const crossing = run.pending as Crossing;
  run.pending = undefined;
  vmm.phase = 'entering';
  vmm.injected = undefined;
  vmm.budget = BUDGET;
  showTime(run.guest);
  const { work, retires } = serve(run, vmm, crossing);
  return { kind: 'handle', address: crossing.address, work, retires };
}

function serve(run: GuestRun, vmm: Paravirtual, crossing: Crossing): Served {
  const { reason, hypercall, vector = 0, errorCode } = crossing;
  if (hypercall !== undefined) return serveHypercall(run, vmm, hypercall, reason);
  if (reason === 'timer') {
    count(run, reason);
    vmm.timerAt = Number.POSITIVE_INFINITY;
    spend(run, 'vmm', run.settings.prices.trap);
    setTimerEvent(run.guest);
    return { work: { key: 'event', operands: { channel: shared.timerChannel } }, retires: false };
  }
  if (vector === UD && asksForCpuid(run.guest)) return serveCpuid(run);
  return serveException(run, vmm, crossing, vector, errorCode);
}

/** EIP is past the INT before anything is done, as the processor leaves it; a hypercall that starts over does not exist here. */
function serveHypercall(run: GuestRun, vmm: Paravirtual, hypercall: number, reason: string): Served {
  const { guest, settings } = run;
  const { regs } = guest.cpu;
  const [ebx = 0, ecx = 0, edx = 0, esi = 0] = [EBX, ECX, EDX, ESI].map((register) => regs[register]);
  const updates = vmm.tally.updates + vmm.tally.refused;
  count(run, reason);
  complete(run, vmm.length);
  const { name = 'unknown' } = hypercalls[hypercall] ?? {};
  if (hypercall === IRET) return serveReturn(run);
  const result = perform(hypercall, { run, machine: guest, vmm, args: [ebx, ecx, edx, esi] });
  regs[EAX] = result;
  const made = vmm.tally.updates + vmm.tally.refused - updates;
  spend(run, 'vmm', settings.prices.hypercall + made * settings.prices.update);
  return { work: { key: name, operands: { result, updates: made, list: ebx, count: ecx } }, retires: true };
}

function complete(run: GuestRun, length: number): void {
  const { guest } = run;
  completed(run, addressOf(guest));
  guest.cpu.eip = (guest.cpu.eip + length) >>> 0;
  guest.cpu.shadowed = false;
  guest.retired++;
  run.instructions++;
}

function serveReturn(run: GuestRun): Served {
  spend(run, 'vmm', run.settings.prices.hypercall);
  try {
    hypervisorReturn(run.guest);
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    run.end = 'triple-fault';
  }
  return { work: { key: 'iret', operands: {} }, retires: true };
}

/** UD2, then "xen", then CPUID: Xen public header arch-x86/xen.h, XEN_CPUID. */
const PREFIXED = [0x0f, 0x0b, 0x78, 0x65, 0x6e, 0x0f, 0xa2];

function asksForCpuid(guest: Machine): boolean {
  const { cpu } = guest;
  const { cr2 } = cpu;
  try {
    return PREFIXED.every(
      (byte, i) => readLinear(guest, (addressOf(guest) + i) >>> 0, 1, cpu.cpl === 3 ? 1 : 0) === byte,
    );
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    cpu.cr2 = cr2;
    return false;
  }
}

const HYPERVISOR_LEAF = 0x4000_0000;
/** "XenVMMXenVMM" in EBX, ECX and EDX: Xen public header arch-x86/cpuid.h. */
const XEN: readonly [number, number, number, number] = [0x4000_0002, 0x566e_6558, 0x6558_4d4d, 0x4d4d_566e];
/** CPUID.1:ECX bit 31: a hypervisor is there. */
const HYPERVISOR_BIT = 0x8000_0000;

function serveCpuid(run: GuestRun): Served {
  const { regs } = run.guest.cpu;
  const leaf = (regs[EAX] ?? 0) >>> 0;
  const [eax, ebx, ecx, edx] = leaf === HYPERVISOR_LEAF ? XEN : identify(leaf, regs[ECX] ?? 0);
  regs[EAX] = eax;
  regs[EBX] = ebx;
  regs[ECX] = leaf === 1 ? ecx | HYPERVISOR_BIT : ecx;
  regs[EDX] = edx;
  count(run, 'cpuid');
  spend(run, 'vmm', run.settings.prices.trap);
  complete(run, PREFIXED.length);
  return { work: { key: 'cpuid', operands: { leaf } }, retires: true };
}

/** Into the handler that the guest has named. Without one an unmodified kernel has given itself away: it did what ring 1 may not do. */
function serveException(
  run: GuestRun,
  vmm: Paravirtual,
  { reason, address }: Crossing,
  vector: number,
  errorCode: number | undefined,
): Served {
  const { guest } = run;
  const length = vector === PAGE_FAULT ? emulateStore(run, vmm, errorCode ?? 0) : 0;
  if (length > 0) return serveStore(run, address, length);
  const trap = vmm.traps.get(vector);
  const isRefused = !trap && vector === GP && guest.cpu.cpl === 1;
  count(run, reason);
  spend(run, 'vmm', run.settings.prices.reflect);
  if (isRefused) return refuse(run, address);
  const isInt = reason.startsWith('int');
  if (isInt) complete(run, vmm.length);
  if (vector === PAGE_FAULT) writeShared(guest, shared.faultAt, 4, guest.cpu.cr2);
  if (!trap || !bounce(guest, trap, errorCode, trap.masks)) {
    run.end = 'triple-fault';
    return { work: { key: 'crash', operands: { vector } }, retires: false };
  }
  vmm.tally.reflected++;
  if (!isInt) completed(run, address);
  vmm.injected = vector;
  return { work: { key: 'reflect', operands: { vector } }, retires: isInt };
}

/** A store into a page table, checked and made for a guest that has asked for this. */
function serveStore(run: GuestRun, address: number, length: number): Served {
  const { prices } = run.settings;
  count(run, '#PF page table');
  spend(run, 'vmm', prices.trap + prices.update);
  complete(run, length);
  return { work: { key: 'checked store', operands: { address, linear: run.guest.cpu.cr2 } }, retires: true };
}

function refuse(run: GuestRun, address: number): Served {
  const line = lineAt(run.program, address);
  run.end = 'refused';
  run.endDetail = line
    ? `${line.text} (${line.prelude ? 'prelude.inc ' : ''}line ${line.line})`
    : `instruction at ${address.toString(16)}h`;
  return { work: { key: 'refuse', operands: { address } }, retires: false };
}
