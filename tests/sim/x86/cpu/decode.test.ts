// @vitest-environment node
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { GP, UD } from '#sim/x86/cpu/fault.ts';
import { fetch } from '#sim/x86/cpu/fetch.ts';
import { CS, DS, FS, SS } from '#sim/x86/cpu/state.ts';
import type { Machine } from '#sim/x86/machine.ts';
import { runs } from '../../../runs.ts';
import { forms } from '../asm/corpus.ts';
import { bare, flat, limit, put, START, step } from './bare.ts';

/** The bytes are those of NASM for the text beside them. */
const lea = (hex: string, registers = {}): number => {
  const machine = bare(hex, registers);
  step(machine);
  return (machine.cpu.regs[0] ?? 0) >>> 0;
};

describe('an address is the sum that ModR/M, SIB and the displacement name', () => {
  test.each([
    ['lea eax, [eax+eax*4+1]', '8d448001', { eax: 10 }, 51],
    ['lea eax, [ebx+ecx*4-4]', '8d448bfc', { ebx: 0x100, ecx: 3 }, 0x108],
    ['lea eax, [esi*8+0x2000]', '8d04f500200000', { esi: 2 }, 0x2010],
    ['lea eax, [ebp+0]', '8d4500', { ebp: 7 }, 7],
    ['lea eax, [esp]', '8d0424', { esp: 0x77 }, 0x77],
    ['lea eax, [0x2000]', '8d0500200000', {}, 0x2000],
    ['lea eax, [eax-1], past zero', '8d40ff', {}, 0xffff_ffff],
    ['lea eax, [bx+si]', '678d00', { ebx: 0xfff0, esi: 0x20 }, 0x10],
    ['lea eax, [bp+di+0x100]', '678d830001', { ebp: 0x10001, edi: 2 }, 0x103],
    ['lea eax, [word 0x2000]', '678d060020', { esi: 5 }, 0x2000],
    ['lea ax, [ebx+1]', '668d4301', { eax: 0xaaaa_0000, ebx: 0x1_ffff }, 0xaaaa_0000],
  ])('%s', (_, hex, registers, result) => expect(lea(hex, registers)).toBe(result));
});

const field = (hex: string, name: 'segment' | 'length' | 'size' | 'immediate') => fetch(bare(hex))[name];

describe('prefixes', () => {
  test('a base of ESP or EBP is in the stack segment, anything else in the data segment', () => {
    expect(field('8b0424', 'segment')).toBe(SS);
    expect(field('8b4500', 'segment')).toBe(SS);
    expect(field('8b042d00000000', 'segment')).toBe(DS); // [ebp*1]: an index is no base
    expect(field('67 8b02', 'segment')).toBe(SS);
    expect(field('8b03', 'segment')).toBe(DS);
  });

  test('of two segment prefixes the last one counts, also for a bare offset', () => {
    expect(field('2e 64 8b4500', 'segment')).toBe(FS);
    expect(field('64 2e a100200000', 'segment')).toBe(CS);
  });

  test('66 makes operands 16 bits wide and shortens their immediates', () => {
    expect(fetch(bare('66 05 3412'))).toMatchObject({ size: 2, immediate: 0x1234, length: 4 });
    expect(fetch(bare('05 78563412'))).toMatchObject({ size: 4, immediate: 0x12345678, length: 5 });
    expect(field('66 04 80', 'size')).toBe(1);
  });

  test('in a 16-bit code segment 66 and 67 mean the opposite', () => {
    const machine = bare('05 3412 66 05 78563412');
    machine.cpu.segments[CS] = flat(0x809b);
    step(machine);
    step(machine);
    expect(machine.cpu.regs[0]).toBe(0x1234 + 0x12345678);
  });

  test('LOCK is for read-modify-write in memory and #UD on anything else', () => {
    expect(step(bare('f00103', { ebx: 0x2000 }))).toBeUndefined(); // lock add [ebx], eax
    expect(step(bare('f08703', { ebx: 0x2000 }))).toBeUndefined(); // lock xchg
    expect(step(bare('f08903', { ebx: 0x2000 }))).toBe(UD); // lock mov
    expect(step(bare('f001d8'))).toBe(UD); // lock add eax, ebx
    expect(step(bare('f03903', { ebx: 0x2000 }))).toBe(UD); // lock cmp
    expect(step(bare('f00fa30b', { ebx: 0x2000 }))).toBe(UD); // lock bt
    expect(step(bare('f090'))).toBe(UD);
  });
});

describe('what is no instruction', () => {
  test.each(['0f0b', '0fff', '8dc0', 'ffff', '8fc8', 'c6c8', '0fbac0', 'd6'])('%s is #UD', (hex) => {
    const machine = bare(hex);
    expect(step(machine)).toBe(UD);
    expect(machine.cpu.eip).toBe(START);
  });

  test('an instruction of 15 bytes is the longest; one of 16 is #GP', () => {
    expect(step(bare(`${'66'.repeat(14)}90`))).toBeUndefined();
    expect(step(bare(`${'66'.repeat(15)}90`))).toBe(GP);
  });

  test('an instruction must end inside the code segment, also one met before', () => {
    const machine = bare('0578563412');
    expect(step(machine)).toBeUndefined();
    machine.cpu.eip = START;
    limit(machine, 'code', START + 4);
    expect(step(machine)).toBeUndefined();
    machine.cpu.eip = START;
    limit(machine, 'code', START + 3);
    expect(step(machine)).toBe(GP);
  });

  test('an instruction may lie across two pages', () => {
    const machine = bare('');
    put(machine, 0x1ffe, 'b878563412');
    machine.cpu.eip = 0x1ffe;
    step(machine);
    expect(machine.cpu.regs[0]).toBe(0x12345678);
    expect(machine.cpu.eip).toBe(0x2003);
  });
});

test('any bytes are an instruction or a fault, at any level', () => {
  const bytes = fc.uint8Array({ minLength: 15, maxLength: 15 });
  const registers = fc.record({ eax: fc.integer(), ebx: fc.integer(), esi: fc.nat(0xffff), edi: fc.nat(0xffff) });
  fc.assert(
    fc.property(bytes, registers, fc.nat(3), (code, regs, cpl) => {
      const machine = bare(Buffer.from(code).toString('hex'), regs);
      machine.cpu.cpl = cpl;
      const { eip } = machine.cpu;
      if (step(machine) !== undefined) expect(machine.cpu.eip).toBe(eip);
      for (const number of machine.cpu.regs) expect(Number.isInteger(number)).toBe(true);
      expect(machine.cpu.eip).toBe(machine.cpu.eip >>> 0);
    }),
    { numRuns: runs(2000), seed: 11 },
  );
});

const decodes = (machine: Machine): boolean => {
  try {
    return fetch(machine).length > 0;
  } catch {
    return false;
  }
};

test('whatever instruction the assembler takes, the processor has', () => {
  const missing = forms().filter((line) => {
    const assembled = assemble(
      `bits 32\norg 0x100000\ndd 0x1badb002, 0x10000, -0x1baeb002, $$, $$, 0, 0, start\nstart: ${line}\nnear_by:`,
    );
    return 'program' in assembled && !decodes(bootMachine(assembled.program));
  });
  expect(missing).toEqual([]);
});
