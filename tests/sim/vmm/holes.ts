import { bootMachine } from '#sim/x86/bootMachine.ts';
import { readMemory, readSystem } from '#sim/x86/cpu/access.ts';
import { isFault } from '#sim/x86/cpu/fault.ts';
import { fetch } from '#sim/x86/cpu/fetch.ts';
import type { Instruction } from '#sim/x86/cpu/instruction.ts';
import { addressOf as offsetOf } from '#sim/x86/cpu/operand.ts';
import { type Cpu, CS, ESP, IF, IOPL, SS } from '#sim/x86/cpu/state.ts';
import { forkMachine, type Machine } from '#sim/x86/machine.ts';
import type { Program } from '#sim/x86/program.ts';
import { stepMachine } from '#sim/x86/stepMachine.ts';

/**
 * Where a guest uses a hole, found by watching it on bare metal alone; no monitor has a part in it. An instruction counts if
 * it completes on bare metal and, with the guest's kernel in ring 1 instead of 0, neither traps nor does the same. By the
 * manual's pages of the instructions, and Robin and Irvine 2000, section 4:
 *
 * - PUSHF tells the real IF (1) and IOPL (0): it counts where the guest's own are others.
 * - POPF, and IRET to ring 3, drop a change of IF or IOPL: they count where bare metal makes one. (IRET to ring 0 is #GP: its RPL
 *   is less than 1.) POPF and IRET in user code count likewise, where the guest's IOPL of 3 lets them change IF.
 * - SGDT and SIDT tell the monitor's tables; SLDT, STR and SMSW count where the monitor's values are others.
 * - PUSH CS, MOV from CS or SS, PUSH SS and a direct far CALL show a selector with RPL 1.
 * - A far transfer, or MOV to a segment register, whose selector has RPL 1 or whose segment has DPL 1: bare metal refuses it or
 *   goes to another ring, and in ring 1 it goes through. It counts though it does not complete on bare metal.
 * - LAR, LSL, VERR and VERW read the monitor's copy of the GDT: see `copyOf`.
 */
interface HoleUse {
  /** The guest event at which it happens; the first is 1. */
  readonly event: number;
  readonly address: number;
  readonly name: string;
}

/** The monitor's processor, as its documentation says: CR0, no LDT, a TSS at the very end of its GDT. */
const REAL_CR0 = 0x8001_0033;
const REAL_TR = 0xfff8;
const MONITOR_LIMIT = 0xffbf_ffff;

const closed = ({ eflags }: Cpu): boolean => (eflags & IF) === 0 || (eflags & IOPL) !== 0;

const ALIAS = 'ring 1';

/** The selector that a far transfer or MOV to a segment register takes from a program at CPL 0. */
function selectorTaken(machine: Machine, i: Instruction): number {
  switch (i.opcode) {
    case 0x9a:
    case 0xea:
      return i.selector;
    case 0xff:
      return i.reg === 3 || i.reg === 5 ? farSelector(machine, i) : 0;
    case 0xca:
    case 0xcb:
    case 0xcf:
      return readMemory(machine, SS, ((machine.cpu.regs[ESP] ?? 0) + i.size) >>> 0, 2);
    case 0x8e:
      return i.mod === 3
        ? (machine.cpu.regs[i.rm] ?? 0) & 0xffff
        : readMemory(machine, i.segment, offsetOf(machine.cpu, i), 2);
    default:
      return 0;
  }
}

/** SDM vol. 3A, chapter "Protection": whether a program at this level may have the segment in the way that this instruction wants it. */
function isAllowed(i: Instruction, level: number, dpl: number, rpl: number, type: number): boolean {
  const isConforming = (type & 0xc) === 0xc;
  switch (i.opcode) {
    case 0x8e:
      if (i.reg === SS) return (type & 0xa) === 2 && dpl === level && rpl === level;
      return isConforming || ((type & 0xa) !== 8 && dpl >= Math.max(level, rpl));
    case 0xca:
    case 0xcb:
    case 0xcf:
      return (type & 8) !== 0 && rpl >= level && (isConforming ? dpl <= rpl : dpl === rpl);
    default:
      return (type & 8) !== 0 && (isConforming ? dpl <= level : dpl === level && rpl <= level);
  }
}

/** Where a far transfer goes to in its code segment. */
function offsetTaken(machine: Machine, i: Instruction): number {
  if (i.opcode === 0x9a || i.opcode === 0xea) return i.immediate >>> 0;
  if (i.opcode === 0xff) return readMemory(machine, i.segment, offsetOf(machine.cpu, i), i.size);
  return readMemory(machine, SS, (machine.cpu.regs[ESP] ?? 0) >>> 0, i.size);
}

/** What ring 1 lets through and ring 0 does not; and a return to ring 1, which is none from there. */
function isAlias(machine: Machine, i: Instruction): boolean {
  const selector = machine.cpu.cpl === 0 ? selectorTaken(machine, i) : 0;
  const found = (selector & 4) === 0 ? descriptorOf(machine, selector) : undefined;
  if (!found || (found.high & 0x9000) !== 0x9000) return false;
  const [dpl, rpl, type] = [(found.high >>> 13) & 3, selector & 3, (found.high >>> 8) & 15];
  const isInside = i.opcode === 0x8e || offsetTaken(machine, i) <= limitOf(found);
  if (!isInside || !isAllowed(i, 1, Math.max(dpl, 1), rpl, type)) return false;
  const isReturn = i.opcode === 0xca || i.opcode === 0xcb || i.opcode === 0xcf;
  return isReturn ? rpl === 1 : !isAllowed(i, 0, dpl, rpl, type);
}

/** What the instruction would show of the real processor, if that is not what bare metal shows. Asked before it runs. */
function leak(machine: Machine, i: Instruction): string | undefined {
  const { cpu } = machine;
  const isKernel = cpu.cpl === 0;
  if (isAlias(machine, i)) return ALIAS;
  switch (i.opcode) {
    case 0x9c:
      return closed(cpu) ? 'pushf' : undefined;
    case 0x0e:
    case 0x16:
      return isKernel ? 'push cs' : undefined;
    case 0x8c:
      return isKernel && (i.reg === CS || i.reg === SS) ? 'mov from cs' : undefined;
    case 0x9a:
      return isKernel && isCode(machine, i.selector) ? 'call far' : undefined;
    case 0xff:
      return isKernel && i.reg === 3 && isCode(machine, farSelector(machine, i)) ? 'call far' : undefined;
    case 0x0f00:
      return leakOfGroup6(machine, i);
    case 0x0f01:
      return leakOfGroup7(machine, i);
    case 0x0f02:
      return showsMirror(machine, i, 'lar') ? 'lar' : undefined;
    case 0x0f03:
      return showsMirror(machine, i, 'lsl') ? 'lsl' : undefined;
    default:
      return undefined;
  }
}

function leakOfGroup6(machine: Machine, i: Instruction): string | undefined {
  const { ldtr, tr } = machine.cpu;
  if (i.reg === 0) return ldtr.selector === 0 ? undefined : 'sldt';
  if (i.reg === 1) return tr.selector === REAL_TR ? undefined : 'str';
  if (i.reg === 4) return showsMirror(machine, i, 'verr') ? 'verr' : undefined;
  if (i.reg === 5) return showsMirror(machine, i, 'verw') ? 'verw' : undefined;
  return undefined;
}

function leakOfGroup7({ cpu }: Machine, { reg, mod, size }: Instruction): string | undefined {
  if (mod !== 3 && reg === 0) return 'sgdt';
  if (mod !== 3 && reg === 1) return 'sidt';
  const told = mod === 3 && size === 4 ? 0xffff_ffff : 0xffff;
  return reg === 4 && ((cpu.cr0 ^ REAL_CR0) & told) !== 0 ? 'smsw' : undefined;
}

/** The guest's own descriptor, whole, or undefined where its table has none. */
function descriptorOf(machine: Machine, selector: number): Descriptor | undefined {
  const { gdtr, ldtr } = machine.cpu;
  const table = (selector & 4) === 0 ? gdtr : { base: ldtr.base, limit: ldtr.access === 0 ? -1 : ldtr.limit };
  if ((selector & ~3) === 0 || (selector | 7) > table.limit) return undefined;
  const at = table.base + (selector & ~7);
  return { low: readSystem(machine, at, 4), high: readSystem(machine, at + 4, 4) };
}

const isCode = (machine: Machine, selector: number): boolean =>
  (selector & 4) === 0 && ((descriptorOf(machine, selector)?.high ?? 0) & 0x1800) === 0x1800;

const farSelector = (machine: Machine, i: Instruction): number =>
  readMemory(machine, i.segment, (offsetOf(machine.cpu, i) + i.size) >>> 0, 2);

interface Descriptor {
  readonly low: number;
  readonly high: number;
}

/**
 * The monitor's copy of a descriptor: a segment's DPL is 1 at least, and a flat one ends below the monitor; a system
 * descriptor is not present. An LDT it has not.
 */
function copyOf({ low, high }: Descriptor): Descriptor {
  if ((high & 0x1000) === 0) return { low, high: high & ~0x8000 };
  const dpl = Math.max((high >>> 13) & 3, 1);
  const lowered = (high & ~0x6000) | (dpl << 13);
  return limitOf({ low, high }) > MONITOR_LIMIT
    ? { low: (low & 0xffff_0000) | 0xfbff, high: (lowered & ~0xf_0000) | 0xf_0000 }
    : { low, high: lowered };
}

function limitOf({ low, high }: Descriptor): number {
  const limit = (low & 0xffff) | (high & 0xf_0000);
  return (high & 0x80_0000) === 0 ? limit : limit * 4096 + 4095;
}

type Question = 'lar' | 'lsl' | 'verr' | 'verw';

/** What the instruction answers at a level: SDM vol. 2. Undefined is ZF = 0. */
function answer(asks: Question, found: Descriptor | undefined, level: number, rpl: number): number | undefined {
  if (!found) return undefined;
  const { high } = found;
  const type = (high >>> 8) & 15;
  const isSystem = (high & 0x1000) === 0;
  const isConforming = !isSystem && (type & 0xc) === 0xc;
  if (!isConforming && ((high >>> 13) & 3) < Math.max(level, rpl)) return undefined;
  switch (asks) {
    case 'lar':
      return isSystem && ![1, 2, 3, 4, 5, 9, 11, 12].includes(type) ? undefined : high & 0xf0_ff00;
    case 'lsl':
      return isSystem && ![1, 2, 3, 9, 11].includes(type) ? undefined : limitOf(found);
    case 'verr':
      return !isSystem && (type & 0xa) !== 8 ? 1 : undefined;
    case 'verw':
      return !isSystem && (type & 0xa) === 2 ? 1 : undefined;
  }
}

/** Whether the monitor's copy answers otherwise than the guest's table. */
function showsMirror(machine: Machine, i: Instruction, asks: Question): boolean {
  const { cpu } = machine;
  const selector = i.mod === 3 ? (cpu.regs[i.rm] ?? 0) & 0xffff : readMemory(machine, i.segment, offsetOf(cpu, i), 2);
  const found = descriptorOf(machine, selector);
  const copy = found && (selector & 4) === 0 ? copyOf(found) : undefined;
  const rpl = selector & 3;
  return answer(asks, found, cpu.cpl, rpl) !== answer(asks, copy, Math.max(cpu.cpl, 1), rpl);
}

/** A change of IF or IOPL that the real processor, with IOPL 0 and in ring 1 or 3, does not make. */
function drop(i: Instruction, before: Cpu, after: Cpu): string | undefined {
  const changed = ((before.eflags ^ after.eflags) & (IF | IOPL)) !== 0;
  if (!changed) return undefined;
  if (i.opcode === 0x9d) return 'popf';
  return i.opcode === 0xcf && after.cpl === 3 ? 'iret' : undefined;
}

function fetchNext(machine: Machine): Instruction | undefined {
  try {
    return fetch(machine);
  } catch (thrown) {
    if (isFault(thrown)) return undefined;
    throw thrown;
  }
}

function leakOf(machine: Machine, i: Instruction): string | undefined {
  try {
    return leak(forkMachine(machine), i);
  } catch (thrown) {
    if (isFault(thrown)) return undefined;
    throw thrown;
  }
}

/** Opcodes worth a closer look: all others are no holes. */
const suspects = new Set([
  0x8e, 0xea, 0xca, 0xcb, 0x9c, 0x9d, 0xcf, 0x0e, 0x16, 0x8c, 0x9a, 0xff, 0x0f00, 0x0f01, 0x0f02, 0x0f03,
]);

/** The first hole that a program uses on bare metal, within so many events. */
export function firstHole(program: Program, most: number): HoleUse | undefined {
  const machine = bootMachine(program);
  for (let event = 1; event <= most; event++) {
    const { cr2 } = machine.cpu;
    const i = machine.cpu.halted ? undefined : fetchNext(machine);
    machine.cpu.cr2 = cr2;
    const isSuspect = i !== undefined && suspects.has(i.opcode);
    const name = isSuspect ? leakOf(machine, i) : undefined;
    const before = isSuspect ? { ...machine.cpu } : machine.cpu;
    const address = ((machine.cpu.segments[CS]?.base ?? 0) + machine.cpu.eip) >>> 0;
    const happening = stepMachine(machine);
    if (happening.kind === 'end') return undefined;
    const counts = happening.kind === 'retired' || name === ALIAS;
    const use = counts && isSuspect ? (name ?? drop(i, before, machine.cpu)) : undefined;
    if (use) return { event, address, name: use };
  }
  return undefined;
}
