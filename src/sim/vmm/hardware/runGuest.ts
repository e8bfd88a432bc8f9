import { type Fault, fault, isFault, PAGE_FAULT } from '../../x86/cpu/fault.ts';
import { fetch } from '../../x86/cpu/fetch.ts';
import type { Instruction } from '../../x86/cpu/instruction.ts';
import { checkPort } from '../../x86/cpu/privilege.ts';
import { raise } from '../../x86/cpu/raise.ts';
import { EDX, IF } from '../../x86/cpu/state.ts';
import { mayInterrupt, pendingInterrupt, tickDevices } from '../../x86/devices/devices.ts';
import { clockOf } from '../../x86/machine.ts';
import { execute } from '../../x86/stepMachine.ts';
import { deedOf } from '../alone.ts';
import type { Deed } from '../deed.ts';
import { addressOf, makeGuestEvent } from '../guestEvent.ts';
import { nativeCycles } from '../native.ts';
import type { GuestRun } from '../run.ts';
import { completed, spend } from '../settle.ts';
import type { Hardware } from './hardware.ts';
import { exitOnViolation, leave } from './leave.ts';
import { EXCEPTION, exitOf, INTERRUPT, portExit, TRIPLE_FAULT, WINDOW } from './vmx.ts';
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
  if (!run.settings.controls.interrupts) return devices.interrupting && open ? deliverOwn(run, vmm) : undefined;
  if (!devices.interrupting) vmm.held = false;
  if (vmm.held) return open ? leave(run, vmm, WINDOW, vectorOf(run)) : undefined;
  return devices.interrupting ? leave(run, vmm, INTERRUPT, vectorOf(run)) : undefined;
}

function vectorOf({ guest }: GuestRun): { vector?: number } {
  const vector = pendingInterrupt(guest.devices);
  return vector === undefined ? {} : { vector };
}

/** Without external-interrupt exiting the guest's own IDT is entered, and nobody asks the monitor. */
function deliverOwn(run: GuestRun, vmm: Hardware): Deed {
  const address = addressOf(run.guest);
  try {
    return deedOf(makeGuestEvent(run), address, 'direct');
  } catch (thrown) {
    return exitOnViolation(run, vmm, thrown);
  }
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
  const processor = processorOf(vmm, guest);
  try {
    if (processor !== guest) carryOver(vmm.real, guest);
    const instruction = fetch(processor);
    const exit = exitOf(guest, instruction, run.settings.controls) ?? allowedPortExit(run, instruction);
    if (exit) return leave(run, vmm, exit.reason, { qualification: exit.qualification });
    execute(processor === guest || readsShadow(instruction) ? guest : processor, instruction);
    if (processor !== guest && !readsShadow(instruction)) carryBack(vmm.real, guest);
    spend(run, 'guest', nativeCycles(run.settings.prices, instruction.opcode));
  } catch (thrown) {
    return isFault(thrown) ? faulted(run, vmm, thrown, address) : exitOnViolation(run, vmm, thrown);
  }
  run.instructions++;
  completed(run, address);
  return { kind: 'run', address, where: 'direct' };
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
    return exitOnViolation(run, vmm, other);
  }
  spend(run, 'guest', prices.fault);
  completed(run, address);
  return { kind: 'deliver', address, vector, errorCode };
}

const faultAddress = ({ guest }: GuestRun, vmm: Hardware): number => processorOf(vmm, guest).cpu.cr2;
