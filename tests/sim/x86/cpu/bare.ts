import { isFault } from '#sim/x86/cpu/fault.ts';
import { fetch } from '#sim/x86/cpu/fetch.ts';
import { type Cpu, CS, EAX, EBP, EBX, ECX, EDI, EDX, ESI, ESP, type Segment, SS } from '#sim/x86/cpu/state.ts';
import { emptyTlb } from '#sim/x86/cpu/tlb.ts';
import { firmwareDevices } from '#sim/x86/devices/devices.ts';
import type { Machine } from '#sim/x86/machine.ts';
import { emptyMemory, readByte, writeByte } from '#sim/x86/memory.ts';

/** Where the tests' code begins. */
export const START = 0x1000;

export const flat = (access: number): Segment => ({ selector: 8, base: 0, limit: 0xffff_ffff, access });
const code = flat(0xc09b);
const data = flat(0xc093);

const bareCpu = (): Cpu => ({
  regs: new Int32Array(8),
  eip: START,
  eflags: 2,
  segments: [data, code, data, data, data, data],
  cpl: 0,
  ldtr: flat(0),
  tr: flat(0),
  gdtr: { base: 0, limit: 0 },
  idtr: { base: 0, limit: 0 },
  cr0: 1,
  cr2: 0,
  cr3: 0,
  cr4: 0,
  halted: false,
  shadowed: false,
  msrs: new Map(),
});

export const bytesOf = (hex: string): number[] =>
  hex
    .replaceAll(/\s/g, '')
    .match(/../g)
    ?.map((byte) => Number.parseInt(byte, 16)) ?? [];

export function put(machine: Machine, address: number, hex: string): void {
  for (const [n, byte] of bytesOf(hex).entries()) writeByte(machine.memory, address + n, byte);
}

const names = { eax: EAX, ecx: ECX, edx: EDX, ebx: EBX, esp: ESP, ebp: EBP, esi: ESI, edi: EDI };
export type Registers = Partial<Record<keyof typeof names, number>>;

/** A machine of 1 MiB with flat segments and no paging, about to run these bytes. ESP is 8000h unless told. */
export function bare(hex: string, registers: Registers = {}, flags = 0): Machine {
  const machine: Machine = {
    cpu: bareCpu(),
    memory: emptyMemory(1 << 20),
    tlb: emptyTlb(),
    devices: firmwareDevices(),
    retired: 0,
    skipped: 0,
    stores: 0,
    lastStored: 0,
    lastStoredAt: 0,
  };
  machine.cpu.eflags |= flags;
  for (const [name, number] of Object.entries(names))
    machine.cpu.regs[number] = registers[name as keyof typeof names] ?? (name === 'esp' ? 0x8000 : 0);
  put(machine, START, hex);
  return machine;
}

/** One step; the vector where it faulted. EIP is then as it was. */
export function step(machine: Machine): number | undefined {
  const { cpu } = machine;
  const { eip } = cpu;
  try {
    const i = fetch(machine);
    cpu.eip = (eip + i.length) >>> 0;
    i.execute(machine, i);
    return undefined;
  } catch (thrown) {
    cpu.eip = eip;
    if (isFault(thrown)) return thrown.vector;
    throw thrown;
  }
}

/** Steps through the bytes to their end, or to a fault. */
export function run(hex: string, registers: Registers = {}, flags = 0): Machine {
  const machine = bare(hex, registers, flags);
  const end = START + bytesOf(hex).length;
  for (let n = 0; machine.cpu.eip !== end; n++) {
    const vector = step(machine);
    if (vector !== undefined) throw new Error(`fault ${vector}`);
    if (n > 100_000) throw new Error('no end');
  }
  return machine;
}

/** The registers that are not zero, unsigned. */
export function registersOf({ cpu }: Machine): Registers {
  const found: Registers = {};
  for (const [name, number] of Object.entries(names))
    if (cpu.regs[number] && !(number === ESP && cpu.regs[number] === 0x8000))
      found[name as keyof typeof names] = (cpu.regs[number] ?? 0) >>> 0;
  return found;
}

/** So many bytes of memory as one number, lowest first. */
export function read(machine: Machine, address: number, size: number): number {
  let value = 0;
  for (let n = size; n-- > 0; ) value = value * 256 + readByte(machine.memory, address + n);
  return value;
}

/** Everything an instruction may change, to compare before and after. */
export const snapshot = ({ cpu, memory }: Machine): unknown =>
  structuredClone({
    regs: [...cpu.regs],
    eip: cpu.eip,
    eflags: cpu.eflags,
    memory: memory.chunks.map((c) => c?.pages),
  });

/** Ends the stack segment, or the code segment, after this offset. */
export function limit(machine: Machine, which: 'stack' | 'code', last: number): void {
  const number = which === 'stack' ? SS : CS;
  machine.cpu.segments[number] = { ...(which === 'stack' ? data : code), limit: last };
}
