import type { Machine } from '../machine.ts';
import { readMemory } from './access.ts';
import { identify } from './cpuid.ts';
import type { Opcodes } from './entry.ts';
import { farCall, farJump, farReturn } from './far.ts';
import { BP, fault, GP, OVERFLOW, UD } from './fault.ts';
import type { Execute, Instruction } from './instruction.ts';
import { interruptReturn } from './interruptReturn.ts';
import { deliver } from './interrupts.ts';
import { readModelRegister, timeStamp, writeModelRegister } from './modelRegisters.ts';
import { addressOf } from './operand.ts';
import { privileged } from './privilege.ts';
import { EAX, EBX, ECX, EDX, OF, TSD } from './state.ts';
import { portOpcodes } from './systemPorts.ts';
import { segmentOpcodes } from './systemSegments.ts';
import { tableOpcodes } from './systemTables.ts';

const interrupt: Execute = (machine, i) => deliver(machine, i.immediate, undefined, 'software');
const breakpoint: Execute = (machine) => deliver(machine, BP, undefined, 'software');
const overflow: Execute = (machine) => {
  if ((machine.cpu.eflags & OF) !== 0) deliver(machine, OVERFLOW, undefined, 'software');
};

/** FF /3 and /5: an offset and a selector in memory. */
const throughPointer =
  (transfer: typeof farJump): Execute =>
  (machine, i) => {
    const at = addressOf(machine.cpu, i);
    const offset = readMemory(machine, i.segment, at, i.size);
    transfer(machine, readMemory(machine, i.segment, (at + i.size) >>> 0, 2), offset, i.size);
  };

const halt = privileged(({ cpu }) => {
  cpu.halted = true;
});

const identifyProcessor: Execute = ({ cpu: { regs } }) => {
  const [eax, ebx, ecx, edx] = identify(regs[EAX] ?? 0, regs[ECX] ?? 0);
  regs[EAX] = eax;
  regs[EBX] = ebx;
  regs[ECX] = ecx;
  regs[EDX] = edx;
};

/** A 64-bit counter goes to EDX:EAX. */
function setPair({ cpu: { regs } }: Machine, value: number): void {
  regs[EAX] = value % 2 ** 32;
  regs[EDX] = Math.floor(value / 2 ** 32);
}

const readTimeStamp: Execute = (machine) => {
  if (machine.cpu.cpl !== 0 && (machine.cpu.cr4 & TSD) !== 0) throw fault(GP, 0);
  setPair(machine, timeStamp(machine));
};
const readMsr = privileged((machine) =>
  setPair(machine, readModelRegister(machine, (machine.cpu.regs[ECX] ?? 0) >>> 0)),
);
const writeMsr = privileged((machine) =>
  writeModelRegister(machine, (machine.cpu.regs[ECX] ?? 0) >>> 0, machine.cpu.regs[EAX] ?? 0),
);

const undefinedOpcode: Execute = () => {
  throw fault(UD);
};
/** There are no caches to write back. */
const nothing = privileged(() => {});

const farReturnOf: Execute = (machine, i: Instruction) => farReturn(machine, i.size, i.immediate);

/** Instructions that transfer control far or between levels, or that touch what an operating system keeps for itself. */
export const systemOpcodes: Opcodes = {
  ...portOpcodes,
  ...segmentOpcodes,
  ...tableOpcodes,
  154: { execute: (machine, i) => farCall(machine, i.selector, i.immediate, i.size), immediate: 'far' },
  202: { execute: farReturnOf, immediate: 'word' },
  203: { execute: farReturnOf },
  204: { execute: breakpoint },
  205: { execute: interrupt, immediate: 'byte' },
  206: { execute: overflow },
  207: { execute: (machine, i) => interruptReturn(machine, i.size) },
  234: { execute: (machine, i) => farJump(machine, i.selector, i.immediate, i.size), immediate: 'far' },
  244: { execute: halt },
  255: [
    undefined,
    undefined,
    undefined,
    { execute: throughPointer(farCall), modrm: 'memory' },
    undefined,
    { execute: throughPointer(farJump), modrm: 'memory' },
  ],
  3848: { execute: nothing },
  3849: { execute: nothing },
  3851: { execute: undefinedOpcode },
  3888: { execute: writeMsr },
  3889: { execute: readTimeStamp },
  3890: { execute: readMsr },
  4002: { execute: identifyProcessor },
};
