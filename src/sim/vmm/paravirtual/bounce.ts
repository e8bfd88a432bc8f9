import { enterCode } from '../../x86/cpu/codeSegment.ts';
import { dplOf, isCode, isPresent, readDescriptor } from '../../x86/cpu/descriptors.ts';
import { fault, GP, isFault } from '../../x86/cpu/fault.ts';
import { CS, IF, NT, TF } from '../../x86/cpu/state.ts';
import { commit, currentStack, innerStack, pushTo } from '../../x86/cpu/systemStack.ts';
import type { Machine } from '../../x86/machine.ts';
import { isMasked, setMask } from './events.ts';
import type { Handler } from './state.ts';

const RING = 1;

/**
 * Calls one of the guest's handlers at ring 1, as the processor would have
 * through a gate, the event mask in the place of IF: Xen's
 * `create_bounce_frame`. False where its stack or its code segment will not do: then nothing more can be done for the guest.
 */
export function bounce(machine: Machine, handler: Handler, errorCode: number | undefined, masks: boolean): boolean {
  const { cr2 } = machine.cpu;
  try {
    pushFrame(machine, handler, errorCode);
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    machine.cpu.cr2 = cr2;
    return false;
  }
  if (masks) setMask(machine, true);
  return true;
}

function pushFrame(machine: Machine, { selector, offset }: Handler, errorCode: number | undefined): void {
  const { cpu } = machine;
  const code = readDescriptor(machine, selector);
  if (!isCode(code) || !isPresent(code) || dplOf(code) !== RING) throw fault(GP, 0);
  const masked = isMasked(machine);
  const inward = cpu.cpl === 3;
  const stack = inward ? innerStack(machine, RING) : currentStack(machine);
  if (inward) {
    const caller = currentStack(machine);
    pushTo(machine, stack, caller.segment.selector, 4);
    pushTo(machine, stack, caller.pointer >>> 0, 4);
  }
  pushTo(machine, stack, (cpu.eflags & ~IF) | (masked ? 0 : IF), 4);
  pushTo(machine, stack, (cpu.segments[CS]?.selector ?? 0) | (masked ? 1 << 16 : 0), 4);
  pushTo(machine, stack, cpu.eip, 4);
  if (errorCode !== undefined) pushTo(machine, stack, errorCode, 4);
  enterCode(machine, code, offset, RING);
  commit(machine, stack);
  cpu.eflags &= ~(TF | NT);
}
