import { type Fault, isFault, PAGE_FAULT } from '../../x86/cpu/fault.ts';
import { fetch } from '../../x86/cpu/fetch.ts';
import { IF, OF, TF } from '../../x86/cpu/state.ts';
import { pendingInterrupt, tickDevices } from '../../x86/devices/devices.ts';
import { clockOf } from '../../x86/machine.ts';
import { execute } from '../../x86/stepMachine.ts';
import { deedOf } from '../alone.ts';
import type { Crossing, Deed } from '../deed.ts';
import { addressOf, makeGuestEvent } from '../guestEvent.ts';
import { nativeCycles } from '../native.ts';
import type { GuestRun } from '../run.ts';
import { completed, spend } from '../settle.ts';
import { toGuest } from './carry.ts';
import { carryAccessed, mirrorGdt } from './mirror.ts';
import { exceptionName, vectorToHex } from './names.ts';
import { leave, noteBreach, type Outer } from './outer.ts';

/** What comes before the guest's next instruction, if anything does: its exit, an interrupt, a wait in HLT. */
export function beforeInstruction(run: GuestRun, vmm: Outer): Deed | undefined {
  const { guest } = run;
  tickDevices(guest.devices, clockOf(guest));
  if (guest.devices.exit !== undefined) return leave(run, vmm, { address: addressOf(guest), reason: 'exit' });
  const interrupt = interruptFor(run, vmm);
  if (interrupt) return leave(run, vmm, interrupt);
  return guest.cpu.halted ? deedOf(makeGuestEvent(run), addressOf(guest), 'direct') : undefined;
}

/** The real interrupt flag is always on: an interrupt enters the monitor at once. One that it holds is given as soon as the guest's virtual IF allows. */
function interruptFor({ guest }: GuestRun, vmm: Outer): Crossing | undefined {
  const { devices, cpu } = guest;
  if (!devices.interrupting) vmm.held = false;
  const deliverable = (cpu.eflags & IF) !== 0 && !cpu.shadowed;
  if (!devices.interrupting || (vmm.held && !deliverable)) return undefined;
  const vector = pendingInterrupt(devices) ?? 0;
  const reason = vmm.held ? 'window' : `interrupt ${vectorToHex(vector)}`;
  return { address: addressOf(guest), reason, vector };
}

/** INT n and INT3 enter the monitor's gates; so does INTO where OF is 1. */
const isCall = (opcode: number, eflags: number): boolean =>
  opcode === 0xcc || opcode === 0xcd || (opcode === 0xce && (eflags & OF) !== 0);

/** Loads of segment registers, far transfers, and LAR, LSL, VERR and VERW: they read descriptors. */
const readers = new Set([
  0x07, 0x17, 0x1f, 0x0fa1, 0x0fa9, 0x8e, 0x9a, 0xca, 0xcb, 0xcf, 0xea, 0xff, 0xc4, 0xc5, 0x0f00, 0x0f02, 0x0f03,
  0x0fb2, 0x0fb4, 0x0fb5,
]);

/** The guest's next instruction on the processor itself; where that refuses, the monitor has it. */
export function runDirectly(run: GuestRun, vmm: Outer): Deed {
  const { guest } = run;
  const { machine } = vmm.real;
  const address = addressOf(guest);
  const { stores } = machine;
  try {
    const instruction = fetch(machine);
    if (isCall(instruction.opcode, guest.cpu.eflags)) {
      const vector = instruction.opcode === 0xcd ? instruction.immediate : instruction.opcode === 0xcc ? 3 : 4;
      return leave(run, vmm, { address, reason: `int ${vectorToHex(vector)}`, vector });
    }
    if ((guest.cpu.eflags & TF) !== 0) return leave(run, vmm, { address, reason: '#DB', vector: 1 });
    const reads = readers.has(instruction.opcode);
    if (reads) mirrorGdt(vmm.real, guest);
    execute(machine, instruction);
    if (reads) carryAccessed(vmm.real, guest);
    spend(run, 'guest', nativeCycles(run.settings.prices, instruction.opcode));
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    return leave(run, vmm, crossingOf(thrown, address));
  }
  noteBreach(vmm, stores);
  toGuest(vmm.real, guest);
  guest.retired = machine.retired;
  run.instructions++;
  completed(run, address);
  return { kind: 'run', address, where: 'direct' };
}

/** The crossing that an exception makes. */
export function crossingOf({ vector, errorCode }: Fault, address: number): Crossing {
  const reason = vector === PAGE_FAULT ? '#PF' : exceptionName(vector);
  return { address, reason, vector, ...(errorCode !== undefined && { errorCode }) };
}
