import type { Machine } from '../machine.ts';
import { checkWritable, readMemory, writeMemory } from './access.ts';
import { readControl, writeControl, writeStatusWord } from './controlRegisters.ts';
import type { Group, Opcodes } from './entry.ts';
import { fault, UD } from './fault.ts';
import type { Execute, Instruction } from './instruction.ts';
import { addressOf, readRm } from './operand.ts';
import { privileged, telling } from './privilege.ts';
import { readRegister, writeRegister } from './register.ts';
import { loadLdt, loadTask } from './segmentation.ts';
import { type Segment, type TableRegister, TS } from './state.ts';
import { inspect } from './systemInspect.ts';
import { flushTlbPage } from './tlb.ts';

/** SGDT and SIDT: two bytes of limit, then four of base. With a register they are VMCALL and its like: #UD outside VMX. */
const storeTable = (which: 'gdtr' | 'idtr'): Execute =>
  telling((machine, i) => {
    if (i.mod === 3) throw fault(UD);
    const { base, limit } = machine.cpu[which];
    const offset = addressOf(machine.cpu, i);
    checkWritable(machine, i.segment, (offset + 2) >>> 0, 4);
    writeMemory(machine, i.segment, offset, 2, limit);
    writeMemory(machine, i.segment, (offset + 2) >>> 0, 4, base);
  });

function readTable(machine: Machine, i: Instruction): TableRegister {
  if (i.mod === 3) throw fault(UD);
  const offset = addressOf(machine.cpu, i);
  const limit = readMemory(machine, i.segment, offset, 2);
  const base = readMemory(machine, i.segment, (offset + 2) >>> 0, 4);
  return { limit, base: i.size === 2 ? base & 0x00ff_ffff : base };
}

const loadTable = (which: 'gdtr' | 'idtr'): Execute =>
  privileged((machine, i) => {
    machine.cpu[which] = readTable(machine, i);
  });

/** To memory always a word; to a register zero-extended to the operand's size. */
export function storeWord(machine: Machine, i: Instruction, value: number): void {
  if (i.mod === 3) writeRegister(machine.cpu.regs, i.rm, i.size, value);
  else writeMemory(machine, i.segment, addressOf(machine.cpu, i), 2, value & 0xffff);
}

const storeSelector = (which: 'ldtr' | 'tr'): Execute =>
  telling((machine, i) => {
    const segment: Segment = machine.cpu[which];
    storeWord(machine, i, segment.selector);
  });

const storeStatusWord = telling((machine, i) => storeWord(machine, i, machine.cpu.cr0));

const invalidate = privileged((machine, i) => {
  if (i.mod === 3) throw fault(UD);
  flushTlbPage(machine.tlb, ((machine.cpu.segments[i.segment]?.base ?? 0) + addressOf(machine.cpu, i)) >>> 0);
});

const selectors: Group = [
  { execute: storeSelector('ldtr') },
  { execute: storeSelector('tr') },
  { execute: privileged((machine, i) => loadLdt(machine, readRm(machine, i))), size: 'word' },
  { execute: privileged((machine, i) => loadTask(machine, readRm(machine, i))), size: 'word' },
  { execute: inspect.verr, size: 'word' },
  { execute: inspect.verw, size: 'word' },
];

const tables: Group = [
  { execute: storeTable('gdtr') },
  { execute: storeTable('idtr') },
  { execute: loadTable('gdtr') },
  { execute: loadTable('idtr') },
  { execute: storeStatusWord },
  undefined,
  { execute: privileged((machine, i) => writeStatusWord(machine, readRm(machine, i))), size: 'word' },
  { execute: invalidate },
];

const readCr = privileged((machine, i) => {
  machine.cpu.regs[i.rm] = readControl(machine, i.reg);
});
const writeCr = privileged((machine, i) => writeControl(machine, i.reg, readRegister(machine.cpu.regs, i.rm, 4)));
const clearTaskSwitched = privileged(({ cpu }) => {
  cpu.cr0 &= ~TS;
  cpu.cr0 >>>= 0;
});

/** Descriptor-table registers, control registers and the TLB: SDM vol. 3A, "System Instructions". */
export const tableOpcodes: Opcodes = {
  3840: selectors,
  3841: tables,
  99: { execute: inspect.arpl, modrm: 'any', size: 'word' },
  3842: { execute: inspect.lar, modrm: 'any' },
  3843: { execute: inspect.lsl, modrm: 'any' },
  3846: { execute: clearTaskSwitched },
  3872: { execute: readCr, size: 'dword', modrm: 'register' },
  3874: { execute: writeCr, size: 'dword', modrm: 'register' },
};
