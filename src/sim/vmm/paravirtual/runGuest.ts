import { isFault } from '../../x86/cpu/fault.ts';
import { fetch } from '../../x86/cpu/fetch.ts';
import type { Instruction } from '../../x86/cpu/instruction.ts';
import { EAX, OF, TF } from '../../x86/cpu/state.ts';
import { clockOf, type Machine } from '../../x86/machine.ts';
import { execute } from '../../x86/stepMachine.ts';
import type { Crossing, Deed } from '../deed.ts';
import { vectorToHex } from '../direct/names.ts';
import { crossingOf } from '../direct/runDirectly.ts';
import { addressOf } from '../guestEvent.ts';
import { hypercalls } from '../hypercalls.ts';
import { nativeCycles } from '../native.ts';
import type { GuestRun } from '../run.ts';
import { completed, spend } from '../settle.ts';
import { HYPERCALL } from './descriptors.ts';
import type { Paravirtual } from './state.ts';

const INT3 = 0xcc;
const INT = 0xcd;
const INTO = 0xce;
const DEBUG = 1;

/** The guest has the processor: the timer interrupts it, or it runs one instruction, or it leaves for the hypervisor. */
export function runGuest(run: GuestRun, vmm: Paravirtual): Deed {
  const { guest } = run;
  const address = addressOf(guest);
  if (clockOf(guest) >= vmm.timerAt && !guest.cpu.shadowed) return leave(run, vmm, { address, reason: 'timer' });
  const traced = (guest.cpu.eflags & TF) !== 0;
  try {
    const instruction = fetch(guest);
    const crossing = crossingBy(guest, vmm, instruction, address);
    if (crossing) {
      vmm.length = instruction.length;
      return leave(run, vmm, crossing);
    }
    retire(run, vmm, instruction);
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    return leave(run, vmm, crossingOf(thrown, address));
  }
  return traced
    ? leave(run, vmm, { address, reason: '#DB', vector: DEBUG })
    : { kind: 'run', address, where: 'direct' };
}

function leave(run: GuestRun, vmm: Paravirtual, crossing: Crossing): Deed {
  run.pending = crossing;
  vmm.phase = 'handling';
  return { kind: 'leave', ...crossing };
}

function retire(run: GuestRun, vmm: Paravirtual, instruction: Instruction): void {
  const address = addressOf(run.guest);
  execute(run.guest, instruction);
  run.instructions++;
  completed(run, address);
  if (instruction.opcode === INT) vmm.tally.direct++;
  spend(run, 'guest', nativeCycles(run.settings.prices, instruction.opcode));
}

/** The crossing that an INT makes; undefined where the processor goes through the guest's own gate, or refuses. */
function crossingBy(guest: Machine, vmm: Paravirtual, i: Instruction, address: number): Crossing | undefined {
  const { cpl, eflags, regs } = guest.cpu;
  if (i.opcode < INT3 || i.opcode > INTO || (i.opcode === INTO && (eflags & OF) === 0)) return undefined;
  const vector = i.opcode === INT ? i.immediate : i.opcode === INT3 ? 3 : 4;
  if (vector === HYPERCALL) {
    const hypercall = (regs[EAX] ?? 0) >>> 0;
    const { name = 'unknown' } = hypercalls[hypercall] ?? {};
    return cpl === 1 ? { address, reason: `hypercall ${name}`, hypercall } : undefined;
  }
  const trap = vmm.traps.get(vector);
  const isBounced = trap !== undefined && trap.dpl >= cpl && (vector < 32 || trap.masks);
  return isBounced ? { address, reason: `int ${vectorToHex(vector)}`, vector } : undefined;
}

/** Instructions for as long as the hypervisor has no part in it; whatever it has a part in is left for `runGuest`. */
export function runQuietly(run: GuestRun & { readonly vmm: Paravirtual }, most: number): number {
  const { guest, vmm } = run;
  if (vmm.phase !== 'guest') return 0;
  const before = guest.retired;
  try {
    while (guest.retired - before < most && clockOf(guest) < vmm.timerAt && (guest.cpu.eflags & TF) === 0) {
      const instruction = fetch(guest);
      if (instruction.opcode >= INT3 && instruction.opcode <= INTO && crossingBy(guest, vmm, instruction, 0)) break;
      retire(run, vmm, instruction);
    }
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
  }
  return guest.retired - before;
}
