// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { DE } from '#sim/x86/cpu/fault.ts';
import { STATUS } from '#sim/x86/cpu/flags.ts';
import { AF, CF, OF, PF, SF, ZF } from '#sim/x86/cpu/state.ts';
import { bare, read, registersOf, run, snapshot, step } from './bare.ts';

const at = { ebx: 0x2000 };
const flagsOf = (hex: string, registers = {}, flags = 0): number => run(hex, registers, flags).cpu.eflags & STATUS;

/** What the recording from a real processor does not reach: memory operands, and the forms with the accumulator. */
describe('arithmetic', () => {
  test('ADD tells unsigned and signed overflow apart', () => {
    expect(flagsOf('04ff', { eax: 1 })).toBe(CF | PF | AF | ZF);
    expect(flagsOf('0401', { eax: 0x7f })).toBe(OF | SF | AF);
    expect(flagsOf('0500000080', { eax: 0x8000_0000 })).toBe(CF | OF | ZF | PF);
  });

  test('the operand in memory can be either side', () => {
    const machine = run('c70305000000 0103 2b03', { ...at, eax: 7 }); // add [ebx], eax; sub eax, [ebx]
    expect(read(machine, 0x2000, 4)).toBe(12);
    expect(registersOf(machine).eax).toBe(0xffff_fffb);
    expect(machine.cpu.eflags & STATUS).toBe(CF | SF | AF);
  });

  test('a byte immediate is sign-extended to the operand', () => {
    expect(flagsOf('c703ffffffff 833bff', at)).toBe(ZF | PF);
    expect(registersOf(run('83c8f0')).eax).toBe(0xffff_fff0);
  });

  test('CMP and TEST write nothing', () => {
    const machine = run('c70305000000 833b05 f70300000080 a901000000', at);
    expect([read(machine, 0x2000, 4), registersOf(machine)]).toEqual([5, at]);
  });

  test('INC and DEC of one byte opcodes and of memory keep CF', () => {
    expect(flagsOf('40', { eax: 0xffff_ffff }, CF)).toBe(CF | PF | AF | ZF);
    expect(flagsOf('6648', { eax: 0x8000 })).toBe(OF | AF | PF);
    expect(read(run('c703ff000000 fe03 ff03', at), 0x2000, 4)).toBe(1);
  });

  test('64-bit sums come of ADD and ADC', () => {
    expect(registersOf(run('01d8 11ca', { eax: -1, ebx: 1, ecx: 2, edx: 3 }))).toEqual({ ebx: 1, ecx: 2, edx: 6 });
  });

  test('a divide error leaves no trace', () => {
    const machine = bare('f7f9', { eax: 0x8000_0000, edx: -1, ecx: -1 }); // idiv ecx
    const before = snapshot(machine);
    expect(step(machine)).toBe(DE);
    expect(snapshot(machine)).toEqual(before);
  });

  test('MUL of memory gives the upper half to EDX', () => {
    expect(registersOf(run('c70300000080 f723', { ...at, eax: 6 }))).toEqual({ ...at, edx: 3 });
  });
});

describe('shifts and rotations in memory', () => {
  test('by an immediate, by one and by CL', () => {
    const machine = run('c70301000080 c12304 d10b d31b', { ...at, ecx: 1 }); // shl 4; ror 1; rcr cl
    expect(read(machine, 0x2000, 4)).toBe(0x4);
  });

  test('a count of zero changes no flag', () => {
    expect(flagsOf('d3e0 d3c0 d3d0 0fa5d8', {}, CF | OF | ZF)).toBe(CF | OF | ZF);
  });

  test('SHLD fills a word in memory from the top of a register', () => {
    expect(read(run('c70300000012 0fa40308', { ...at, eax: 0xab00_0000 }), 0x2000, 4)).toBe(0xab);
  });
});

describe('bit strings in memory', () => {
  test('a number in a register reaches beyond the operand, in both directions', () => {
    expect(read(run('0fab0b', { ...at, ecx: 37 }), 0x2004, 4)).toBe(32);
    expect(read(run('0fab0b', { ...at, ecx: -1 }), 0x1ffc, 4)).toBe(0x8000_0000);
    expect(read(run('660fab0b', { ...at, ecx: 0x1_0011 }), 0x2002, 2)).toBe(2);
    expect(read(run('660fab0b', { ...at, ecx: 0xffff }), 0x1ffe, 2)).toBe(0x8000);
  });

  test('an immediate number does not', () => {
    const machine = run('c703ffffffff 0fba3325', at); // btr dword [ebx], 37
    expect([read(machine, 0x2000, 4), machine.cpu.eflags & CF]).toEqual([0xffff_ffdf, CF]);
  });

  test('BT tells the bit in CF and writes nothing', () => {
    expect(flagsOf('c6030a 0fa30b', { ...at, ecx: 3 })).toBe(CF);
    expect(flagsOf('c6030a 0fa30b', { ...at, ecx: 2 })).toBe(0);
  });

  test('BSF and BSR of zero set ZF and leave the register', () => {
    expect(run('0fbcc3', { eax: 5 }).cpu.eflags & ZF).toBe(ZF);
    expect(registersOf(run('0fbcc3 0fbdc3', { eax: 5 }))).toEqual({ eax: 5 });
  });
});
