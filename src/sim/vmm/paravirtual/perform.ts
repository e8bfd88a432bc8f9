import { isFault } from '../../x86/cpu/fault.ts';
import type { Call, Perform } from './context.ts';
import { BAD_ADDRESS, NO_SUCH_CALL, TOO_BIG } from './errors.ts';
import { readGuest, writeGuest } from './guestMemory.ts';
import { mmuextOp, mmuUpdate, updateVaMapping } from './mmuCalls.ts';
import {
  consoleIo,
  schedOp,
  setCallbacks,
  setGdt,
  setTimer,
  setTrapTable,
  stackSwitch,
  vmAssist,
  xenVersion,
} from './ownCalls.ts';

const SCHED_OP = 29;
const MULTICALL = 13;

/** What is done for each number of `hypercalls`, but for iret, which answers nothing. */
const calls: Readonly<Record<number, Perform>> = {
  0: setTrapTable,
  1: mmuUpdate,
  2: setGdt,
  3: stackSwitch,
  4: setCallbacks,
  14: updateVaMapping,
  15: setTimer,
  17: xenVersion,
  18: consoleIo,
  21: vmAssist,
  26: mmuextOp,
  [SCHED_OP]: schedOp,
};

/** Carries a hypercall out and gives what EAX becomes. */
export function perform(number: number, call: Call): number {
  const { cpu } = call.machine;
  const { cr2 } = cpu;
  try {
    return number === MULTICALL ? multicall(call) : (calls[number]?.(call) ?? NO_SUCH_CALL);
  } catch (thrown) {
    if (!isFault(thrown)) throw thrown;
    cpu.cr2 = cr2;
    return BAD_ADDRESS;
  }
}

/** HYPERVISOR_multicall: calls that give the processor up are not for a list. */
function multicall(call: Call): number {
  const { machine, vmm, args } = call;
  const [list, count] = args;
  for (let i = 0; i < count >>> 0; i++) {
    if (--vmm.budget < 0) return TOO_BIG;
    const at = (list + i * 32) >>> 0;
    const [number = 0, , ...rest] = Array.from({ length: 6 }, (_, field) => readGuest(machine, at + field * 4));
    const [ebx = 0, ecx = 0, edx = 0, esi = 0] = rest;
    const isPlain = number !== SCHED_OP && number !== MULTICALL;
    writeGuest(machine, at + 4, isPlain ? perform(number, { ...call, args: [ebx, ecx, edx, esi] }) : NO_SUCH_CALL);
  }
  return 0;
}
