// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { GP } from '#sim/x86/cpu/fault.ts';
import { AC, CF, DF, ECX, ID, IF, IOPL, NT, OF, RF, SF, TF, VM, ZF } from '#sim/x86/cpu/state.ts';
import type { Machine } from '#sim/x86/machine.ts';
import { bare, limit, put, read, registersOf, run, START, step } from './bare.ts';

describe('conditions', () => {
  test('signed and unsigned comparisons look at different flags', () => {
    const above = '39c8 0f97c2 0f9fc6'; // cmp eax, ecx; seta dl; setg dh
    expect(registersOf(run(above, { eax: -1, ecx: 1 })).edx).toBe(0x001);
    expect(registersOf(run(above, { eax: 1, ecx: -1 })).edx).toBe(0x100);
    expect(registersOf(run(above, { eax: 2, ecx: 1 })).edx).toBe(0x101);
  });

  test('a jump is taken or falls through', () => {
    const machine = bare('7402', {}, ZF);
    step(machine);
    expect(machine.cpu.eip).toBe(START + 4);
    expect(run('7402').cpu.eip).toBe(START + 2);
  });

  test('SETcc writes one byte of memory', () => {
    expect(read(run('c703ffffffff 0f9203', { ebx: 0x2000 }), 0x2000, 4)).toBe(0xffff_ff00);
  });
});

describe('loops', () => {
  test('LOOP counts ECX down and keeps the flags', () => {
    const machine = run('40 e2fd', { ecx: 5 }, CF);
    expect(registersOf(machine)).toEqual({ eax: 5 });
    expect(run('e2fe', { ecx: 3 }, CF).cpu.eflags & CF).toBe(CF);
  });

  test('LOOPE ends when ZF is clear, LOOPNE when it is set', () => {
    expect(registersOf(run('e1fe', { ecx: 5 })).ecx).toBe(4);
    expect(registersOf(run('e0fe', { ecx: 5 }, ZF)).ecx).toBe(4);
  });

  test('JECXZ looks at ECX, with prefix 67 at CX', () => {
    const machine = bare('e310', { ecx: 0x1_0000 });
    step(machine);
    expect(machine.cpu.eip).toBe(START + 2);
    const short = bare('67e310', { ecx: 0x1_0000 });
    step(short);
    expect(short.cpu.eip).toBe(START + 0x13);
  });

  test('a LOOP that may not jump does not count', () => {
    const machine = bare('e27f', { ecx: 5 });
    limit(machine, 'code', START + 0x10);
    expect(step(machine)).toBe(GP);
    expect(machine.cpu.regs[ECX]).toBe(5);
  });
});

/** At a level, with EFLAGS as given; the segments' own privilege is not looked at here. */
function atLevel(hex: string, cpl: number, eflags: number): Machine {
  const machine = bare(hex);
  machine.cpu.cpl = cpl;
  machine.cpu.eflags = eflags | 2;
  return machine;
}

/** EFLAGS after POPFD (or POPF) of this image. */
function popped(cpl: number, eflags: number, image: number, hex = '9d'): number {
  const machine = atLevel(hex, cpl, eflags);
  put(machine, 0x8000, [0, 8, 16, 24].map((n) => ((image >>> n) & 255).toString(16).padStart(2, '0')).join(''));
  expect(step(machine)).toBeUndefined();
  return machine.cpu.eflags & ~2;
}
const level = (iopl: number): number => iopl << 12;

describe('POPF, by the table of the manual', () => {
  test('at level 0 it sets everything but VM and RF', () => {
    const all = CF | ZF | SF | OF | DF | TF | IF | IOPL | NT | AC | ID;
    expect(popped(0, 0, all | VM | RF)).toBe(all);
    expect(popped(0, all, 0)).toBe(0);
  });

  test('further out IOPL stays, without a word', () => {
    expect(popped(1, level(1), level(3) | CF)).toBe(level(1) | CF);
    expect(popped(3, level(3), 0)).toBe(level(3));
  });

  test('IF changes only where CPL is at most IOPL, and elsewhere stays without a word', () => {
    expect(popped(3, level(0) | IF, ZF)).toBe(IF | ZF);
    expect(popped(3, level(0), IF)).toBe(0);
    expect(popped(3, level(3) | IF, 0)).toBe(level(3));
    expect(popped(1, level(0) | IF, 0)).toBe(IF);
    expect(popped(1, level(1) | IF, 0)).toBe(level(1));
  });

  test('the 16-bit form leaves the upper half', () => {
    expect(popped(0, AC | ID, CF | RF, '669d')).toBe(AC | ID | CF);
  });

  test('PUSHFD shows IF and IOPL to anyone, and VM and RF to no one', () => {
    const machine = atLevel('9c', 3, IF | level(2) | RF | CF);
    step(machine);
    expect(read(machine, 0x7ffc, 4)).toBe(IF | level(2) | CF | 2);
  });
});

describe('interrupts on and off', () => {
  test.each([
    [0, 0, undefined],
    [1, 0, GP],
    [1, 1, undefined],
    [3, 2, GP],
    [3, 3, undefined],
  ])('CLI and STI at level %i with IOPL %i', (cpl, iopl, vector) => {
    const off = atLevel('fa', cpl, level(iopl) | IF);
    expect(step(off)).toBe(vector);
    expect(off.cpu.eflags & IF).toBe(vector === undefined ? 0 : IF);
    const on = atLevel('fb', cpl, level(iopl));
    expect(step(on)).toBe(vector);
    expect(on.cpu.eflags & IF).toBe(vector === undefined ? IF : 0);
  });

  test('STI casts its shadow only when it lets interrupts in', () => {
    expect(run('fb').cpu.shadowed).toBe(true);
    expect(run('fb', {}, IF).cpu.shadowed).toBe(false);
  });
});

describe('flags and AH', () => {
  test('LAHF and SAHF carry the five flags of the 8080', () => {
    expect(registersOf(run('9f', {}, CF | ZF | OF | SF)).eax).toBe(0xc300);
    expect(run('9e', { eax: 0x4100 }, SF | OF).cpu.eflags).toBe(2 | ZF | CF | OF);
  });

  test('CMC, CLC and STC', () => {
    expect(run('f5').cpu.eflags & CF).toBe(CF);
    expect(run('f9f5').cpu.eflags & CF).toBe(0);
    expect(run('f9f8').cpu.eflags & CF).toBe(0);
  });

  test('NOP and PAUSE do nothing, of any length', () => {
    const machine = run('90 f390 6690 0f1f00 660f1f440000', { eax: 5 }, CF);
    expect([registersOf(machine), machine.cpu.eflags]).toEqual([{ eax: 5 }, CF | 2]);
  });
});
