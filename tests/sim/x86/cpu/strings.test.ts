// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { GP } from '#sim/x86/cpu/fault.ts';
import { CF, DF, DS, ECX, EDI, ES, ESI, ZF } from '#sim/x86/cpu/state.ts';
import { bare, flat, put, read, registersOf, run, START, step } from './bare.ts';

const ends = { esi: 0x2000, edi: 0x3000 };

describe('string instructions', () => {
  test('MOVS copies and moves both pointers, downward where DF is set', () => {
    const machine = run('c7062a000000 a5 fd 66a5 a4', ends);
    expect(read(machine, 0x3000, 4)).toBe(0x2a);
    expect(registersOf(machine)).toEqual({ esi: 0x2001, edi: 0x3001 });
  });

  test('LODS and STOS go through the accumulator', () => {
    const machine = run('66c7063412 66ad ab', { ...ends, eax: 0x77 << 16 });
    expect([registersOf(machine), read(machine, 0x3000, 4)]).toEqual([
      { eax: 0x77_1234, esi: 0x2002, edi: 0x3004 },
      0x77_1234,
    ]);
  });

  test('REP STOS fills, one repetition a step, and EIP waits', () => {
    const machine = bare('f3ab', { eax: 9, ecx: 3, edi: 0x3000 });
    step(machine);
    expect([machine.cpu.eip, machine.cpu.regs[ECX], machine.cpu.regs[EDI]]).toEqual([START, 2, 0x3004]);
    step(machine);
    step(machine);
    expect([machine.cpu.eip, machine.cpu.regs[ECX], read(machine, 0x3008, 4)]).toEqual([START + 2, 0, 9]);
  });

  test('a REP of no repetitions touches neither memory nor flags', () => {
    const machine = run('f3a7', { esi: 0xffff_fff0 }, CF | ZF);
    expect(machine.cpu.eflags & (CF | ZF)).toBe(CF | ZF);
  });

  test('REPNE SCASB finds a byte and stops past it', () => {
    const machine = bare('f2ae', { eax: 0x63, ecx: 10, edi: 0x3000 });
    put(machine, 0x3000, '6162636465');
    for (let n = 0; n < 3; n++) step(machine);
    expect([machine.cpu.eip, registersOf(machine)]).toEqual([START + 2, { eax: 0x63, ecx: 7, edi: 0x3003 }]);
    expect(machine.cpu.eflags & ZF).toBe(ZF);
  });

  test('REPE CMPSB stops past the first difference, and the flags compare the source with the destination', () => {
    const machine = bare('f3a6', { ...ends, ecx: 10 });
    put(machine, 0x2000, '616161');
    put(machine, 0x3000, '616162');
    for (let n = 0; n < 3; n++) step(machine);
    expect([machine.cpu.eip, registersOf(machine)]).toEqual([START + 2, { ecx: 7, esi: 0x2003, edi: 0x3003 }]);
    expect(machine.cpu.eflags & (ZF | CF)).toBe(CF);
  });

  test('a fault in the middle keeps the repetitions already made', () => {
    const machine = bare('f3a5', { ...ends, ecx: 4 });
    machine.cpu.segments[ES] = { ...flat(0xc093), limit: 0x3007 };
    put(machine, 0x2000, '010000000200000003000000');
    expect([step(machine), step(machine)]).toEqual([undefined, undefined]);
    expect(step(machine)).toBe(GP);
    expect(registersOf(machine)).toEqual({ ecx: 2, esi: 0x2008, edi: 0x3008 });
    expect([machine.cpu.eip, read(machine, 0x3004, 4)]).toEqual([START, 2]);
  });

  test('the source may be in another segment, the destination is always in ES', () => {
    const machine = bare('36a4', ends); // ss movsb
    machine.cpu.segments[DS] = flat(0);
    put(machine, 0x2000, '07');
    expect(step(machine)).toBeUndefined();
    expect(read(machine, 0x3000, 1)).toBe(7);
  });

  test('with 16-bit addresses CX, SI and DI count and wrap', () => {
    const machine = bare('f367a4', { esi: 0x1_ffff, edi: 0x2_3000, ecx: 0x5_0002 });
    put(machine, 0xffff, '08');
    step(machine);
    step(machine);
    expect([machine.cpu.regs[ESI], machine.cpu.regs[EDI], machine.cpu.regs[ECX]]).toEqual([
      0x1_0001, 0x2_3002, 0x5_0000,
    ]);
    expect([machine.cpu.eip, read(machine, 0x3000, 1)]).toEqual([START + 3, 8]);
  });

  test('the direction flag is of CLD and STD', () => {
    expect(run('fd').cpu.eflags & DF).toBe(DF);
    expect(run('fc', {}, DF).cpu.eflags & DF).toBe(0);
  });
});
