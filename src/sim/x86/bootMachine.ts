import { type Cpu, EAX, EBX, ECX, EDI, EDX, ESP, type Segment } from './cpu/state.ts';
import { emptyTlb } from './cpu/tlb.ts';
import { firmwareDevices } from './devices/devices.ts';
import type { Machine } from './machine.ts';
import { emptyMemory, type Memory, PAGE, pageToWrite } from './memory.ts';
import type { Program } from './program.ts';

const MEMORY = 16 << 20;
/** Where QEMU puts the information structure, and where its loader's GDT lies. */
const INFORMATION = 0x9500;
const LOADER_NAME = 0x9600;
const GDT = 0xc_02b8;

/** CS = 08h and the others = 10h: flat, 4 GiB. Two 16-bit segments follow, as in the loader's own table. */
const gdt = [0, 0, 0x0000_ffff, 0x00cf_9b00, 0x0000_ffff, 0x00cf_9300, 0x0000_ffff, 0x9e00, 0x0000_ffff, 0x9200];

const flat = (selector: number, access: number): Segment => ({ selector, base: 0, limit: 0xffff_ffff, access });

/**
 * The processor as the Multiboot specification 0.6.96 promises it ("Machine
 * state"), with what the specification leaves undefined as QEMU 7.2 leaves
 * it. A20 is on, and cannot be turned off.
 */
function bootCpu({ entry }: Program): Cpu {
  const data = flat(0x10, 0xc093);
  const regs = new Int32Array(8);
  regs[EAX] = 0x2bad_b002;
  regs[EBX] = INFORMATION;
  regs[ECX] = entry;
  regs[EDX] = 0x511;
  regs[ESP] = 0x6f08;
  regs[EDI] = 0x1000;
  return {
    regs,
    eip: entry,
    eflags: 0x6,
    segments: [data, flat(0x08, 0xc09b), data, data, data, data],
    cpl: 0,
    ldtr: { selector: 0, base: 0, limit: 0xffff, access: 0x82 },
    tr: { selector: 0, base: 0, limit: 0xffff, access: 0x8b },
    gdtr: { base: GDT, limit: gdt.length * 4 - 1 },
    idtr: { base: 0, limit: 0x3ff },
    cr0: 0x11,
    cr2: 0,
    cr3: 0,
    cr4: 0,
    halted: false,
    shadowed: false,
    msrs: new Map(),
  };
}

/** Flags (memory sizes, boot device, loader's name), KiB below 640 and above 1 MiB, first hard disk. */
const information = new Uint32Array(17);
information.set([0x203, 639, 15_232, 0x8000_ffff]);
information[16] = LOADER_NAME;

function load(memory: Memory, address: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length && address + at < memory.size; ) {
    const offset = (address + at) & (PAGE - 1);
    const piece = bytes.subarray(at, at + PAGE - offset);
    pageToWrite(memory, address + at).set(piece, offset);
    at += piece.length;
  }
}

/** A PC with 16 MiB of memory on which a boot loader has just jumped to the program's entry. */
export function bootMachine(program: Program): Machine {
  const memory = emptyMemory(MEMORY);
  load(memory, INFORMATION, wordsToBytes(information));
  load(memory, LOADER_NAME, new Uint8Array(Array.from('qemu\0', (letter) => letter.charCodeAt(0))));
  load(memory, GDT, wordsToBytes(gdt));
  load(memory, program.load, program.bytes);
  const clocks = { retired: 0, skipped: 0, stores: 0, lastStored: 0, lastStoredAt: 0 };
  return { cpu: bootCpu(program), memory, tlb: emptyTlb(), devices: firmwareDevices(), ...clocks };
}

/** Little-endian, whatever the host. */
const wordsToBytes = (words: ArrayLike<number>): Uint8Array =>
  Uint8Array.from({ length: words.length * 4 }, (_, i) => (words[i >> 2] ?? 0) >>> (8 * (i & 3)));
