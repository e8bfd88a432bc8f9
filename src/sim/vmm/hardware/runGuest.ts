import { DB, type Fault, fault, isFault, PAGE_FAULT } from '../../x86/cpu/fault.ts';
import { fetch } from '../../x86/cpu/fetch.ts';
import type { Instruction } from '../../x86/cpu/instruction.ts';
import { checkPort } from '../../x86/cpu/privilege.ts';
import { raise } from '../../x86/cpu/raise.ts';
import { EDX, IF, TF } from '../../x86/cpu/state.ts';
import { acknowledgeInterrupt, mayInterrupt, pendingInterrupt, tickDevices } from '../../x86/devices/devices.ts';
import { clockOf, type Machine } from '../../x86/machine.ts';
import { execute } from '../../x86/stepMachine.ts';
import { deedOf } from '../alone.ts';
import type { Deed } from '../deed.ts';
import { addressOf, makeGuestEvent } from '../guestEvent.ts';
import { nativeCycles } from '../native.ts';
import type { GuestRun } from '../run.ts';
import { completed, spend } from '../settle.ts';
import type { Hardware } from './hardware.ts';
import { exitOnViolation, leave } from './leave.ts';
import { EXCEPTION, exitOf, INTERRUPT, portExit, TRIPLE_FAULT, trapOf, WINDOW } from './vmx.ts';
import { carryBack, carryOver, processorOf, readsShadow } from './withoutEpt.ts';

/** Non-root mode: an event that is due, or one instruction, or a VM exit. */
export function runGuest(run: GuestRun, vmm: Hardware): Deed {
  const { guest } = run;
  tickDevices(guest.devices, clockOf(guest));
  if (guest.devices.exit !== undefined) return deedOf(makeGuestEvent(run), addressOf(guest), 'direct');
  return interrupted(run, vmm) ?? (guest.cpu.halted ? sleep(run) : runInstruction(run, vmm));
}

/** An interrupt exits whatever the guest's IF says; one that is held exits by the interrupt window, as soon as the guest could take it. */
function interrupted(run: GuestRun, vmm: Hardware): Deed | undefined {
  const { devices, cpu } = run.guest;
  const open = (cpu.eflags & IF) !== 0 && !cpu.shadowed;
  if (vmm.hostInterrupt !== undefined) return hostInterrupted(run, vmm, vmm.hostInterrupt, open);
  if (!run.settings.controls.interrupts)
    return devices.interrupting && open ? deliverOwn(run, vmm, acknowledgeInterrupt(devices)) : undefined;
  if (!devices.interrupting) vmm.held = false;
  if (vmm.held) return open ? leave(run, vmm, WINDOW, vectorOf(run)) : undefined;
  return devices.interrupting ? leave(run, vmm, INTERRUPT, vectorOf(run)) : undefined;
}

/** With external-interrupt exiting the host has the processor at once; without it the guest's IF and IDT decide about the host's interrupt too. */
function hostInterrupted(run: GuestRun, vmm: Hardware, vector: number, open: boolean): Deed | undefined {
  if (run.settings.controls.interrupts) return leave(run, vmm, INTERRUPT, { vector });
  if (!open) return undefined;
  vmm.hostInterrupt = undefined;
  return deliverOwn(run, vmm, vector);
}

function vectorOf({ guest }: GuestRun): { vector?: number } {
  const vector = pendingInterrupt(guest.devices);
  return vector === undefined ? {} : { vector };
}

/**
 * Without external-interrupt exiting the guest's own IDT is entered, and nobody asks the monitor. An EPT violation on
 * the way there leaves the event in the IDT-vectoring information, from which the monitor injects it again.
 */
function deliverOwn(run: GuestRun, vmm: Hardware, vector: number): Deed {
  const { guest } = run;
  const address = addressOf(guest);
  const { halted } = guest.cpu;
  try {
    guest.cpu.halted = false;
    if (!raise(guest, fault(vector), 'external')) return leave(run, vmm, TRIPLE_FAULT);
  } catch (thrown) {
    guest.cpu.halted = halted;
    vmm.injection = { vector, errorCode: undefined, cause: 'external' };
    return exitOnViolation(run, vmm, thrown);
  }
  spend(run, 'guest', run.settings.prices.fault);
  completed(run, address);
  return { kind: 'deliver', address, vector, errorCode: undefined };
}

/** HLT that does not exit: the processor itself waits. */
function sleep(run: GuestRun): Deed {
  const { cpu, devices } = run.guest;
  const wakes = (cpu.eflags & IF) !== 0 && mayInterrupt(devices);
  if (!wakes) run.end = 'halted';
  return wakes ? deedOf(makeGuestEvent(run), addressOf(run.guest), 'direct') : { kind: 'end' };
}

function runInstruction(run: GuestRun, vmm: Hardware): Deed {
  const { guest } = run;
  const address = addressOf(guest);
  const { stores, lastStored } = guest;
  const traced = (guest.cpu.eflags & TF) !== 0;
  try {
    const instruction = fetchGuest(vmm, guest);
    const exit = exitBefore(run, vmm, instruction);
    if (exit) return exit;
    executeGuest(vmm, guest, instruction);
    spend(run, 'guest', nativeCycles(run.settings.prices, instruction.opcode));
    // INT n, INT3 and INTO clear TF before it could trap.
    if (traced && (instruction.opcode < 0xcc || instruction.opcode > 0xce))
      return faulted(run, vmm, fault(DB), address);
  } catch (thrown) {
    if (isFault(thrown)) return faulted(run, vmm, thrown, address);
    // What it stored before the violation it will store again.
    guest.stores = stores;
    guest.lastStored = lastStored;
    return exitOnViolation(run, vmm, thrown);
  }
  run.instructions++;
  completed(run, address);
  return { kind: 'run', address, where: 'direct' };
}

function fetchGuest(vmm: Hardware, guest: Machine): Instruction {
  const processor = processorOf(vmm, guest);
  if (processor !== guest) carryOver(vmm.real, guest);
  return fetch(processor);
}

function executeGuest(vmm: Hardware, guest: Machine, instruction: Instruction): void {
  const processor = processorOf(vmm, guest);
  if (processor === guest || readsShadow(instruction)) {
    execute(guest, instruction);
    return;
  }
  execute(processor, instruction);
  carryBack(vmm.real, guest);
}

/** The VM exit that takes the place of this instruction, if one does. */
function exitBefore(run: GuestRun, vmm: Hardware, instruction: Instruction): Deed | undefined {
  const { guest, settings } = run;
  const vector = trapOf(guest, instruction);
  if (vector !== undefined && settings.controls.exceptions.includes(vector))
    return leave(run, vmm, EXCEPTION, { vector });
  const exit = exitOf(guest, instruction, settings.controls) ?? allowedPortExit(run, instruction);
  return exit && leave(run, vmm, exit.reason, { qualification: exit.qualification });
}

/** The guest's own IOPL and bitmap are asked before the monitor's: SDM vol. 3C, "Relative Priority of Faults and VM Exits". */
function allowedPortExit({ guest, settings }: GuestRun, instruction: Instruction) {
  const exit = portExit(guest, instruction, settings.controls);
  if (!exit) return undefined;
  const port = (instruction.opcode & 8) !== 0 ? (guest.cpu.regs[EDX] ?? 0) & 0xffff : instruction.immediate & 0xff;
  checkPort(guest, port, instruction.size);
  return exit;
}

/** An exception exits if its bit in the exception bitmap is set; without EPT that of #PF is. Else the guest's IDT delivers it. */
function faulted(run: GuestRun, vmm: Hardware, thrown: Fault, address: number): Deed {
  const { controls, prices } = run.settings;
  const { vector, errorCode } = thrown;
  const detail = errorCode === undefined ? { vector } : { vector, errorCode };
  if (controls.exceptions.includes(vector) || (vector === PAGE_FAULT && !controls.ept))
    return leave(run, vmm, EXCEPTION, {
      ...detail,
      ...(vector === PAGE_FAULT && { qualification: faultAddress(run, vmm) }),
    });
  try {
    if (!raise(run.guest, fault(vector, errorCode), 'fault')) return leave(run, vmm, TRIPLE_FAULT);
  } catch (other) {
    vmm.injection = { vector, errorCode, cause: 'fault' };
    return exitOnViolation(run, vmm, other);
  }
  spend(run, 'guest', prices.fault);
  completed(run, address);
  return { kind: 'deliver', address, vector, errorCode };
}

const faultAddress = ({ guest }: GuestRun, vmm: Hardware): number => processorOf(vmm, guest).cpu.cr2;
