// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { GP, STACK } from '#sim/x86/cpu/fault.ts';
import { EBP, ESP, SS } from '#sim/x86/cpu/state.ts';
import { bare, flat, limit, put, read, registersOf, run, START, snapshot, step } from './bare.ts';

describe('PUSH and POP', () => {
  test('PUSH ESP pushes what ESP was; POP ESP leaves what was popped', () => {
    expect(read(run('54'), 0x7ffc, 4)).toBe(0x8000);
    expect(registersOf(run('68341200005c')).esp).toBe(0x1234);
  });

  test('an immediate byte is extended to the operand size', () => {
    expect(read(run('6aff'), 0x7ffc, 4)).toBe(0xffff_ffff);
    const machine = run('666aff');
    expect([read(machine, 0x7ffc, 4), machine.cpu.regs[ESP]]).toEqual([0xffff_0000, 0x7ffe]);
  });

  test('POP to an address based on ESP takes ESP as it is after the pop', () => {
    const machine = run('6a05 6a06 8f442404'); // push 5; push 6; pop dword [esp+4]
    expect([machine.cpu.regs[ESP], read(machine, 0x7ffc, 4), read(machine, 0x8000, 4)]).toEqual([0x7ffc, 5, 6]);
  });

  test('PUSH of memory based on ESP takes ESP as it is before the push', () => {
    expect(read(run('6a05 6a06 ff742404'), 0x7ff4, 4)).toBe(5);
  });

  test('in a 16-bit stack segment only SP moves, and it wraps', () => {
    const machine = bare('50', { eax: 7, esp: 0x5_0002 });
    machine.cpu.segments[SS] = { ...flat(0x8093), limit: 0xffff };
    machine.cpu.regs[ESP] = 0x5_0000;
    step(machine);
    expect([machine.cpu.regs[ESP], read(machine, 0xfffc, 4)]).toEqual([0x5_fffc, 7]);
  });
});

describe('frames', () => {
  test('PUSHA pushes ESP as it was before; POPA restores all but ESP', () => {
    const registers = { eax: 1, ecx: 2, edx: 3, ebx: 4, ebp: 6, esi: 7, edi: 8 };
    const pushed = run('60', registers);
    expect(Array.from({ length: 8 }, (_, n) => read(pushed, 0x7ffc - 4 * n, 4))).toEqual([1, 2, 3, 4, 0x8000, 6, 7, 8]);
    expect(registersOf(run('60 31c0 31c9 31f6 89c5 61', registers))).toEqual(registers);
  });

  test('ENTER keeps EBP and makes room; LEAVE undoes it', () => {
    const machine = bare('c8080000 c9', { ebp: 0x1234 });
    step(machine);
    expect([machine.cpu.regs[EBP], machine.cpu.regs[ESP], read(machine, 0x7ffc, 4)]).toEqual([0x7ffc, 0x7ff4, 0x1234]);
    step(machine);
    expect(registersOf(machine)).toEqual({ ebp: 0x1234 });
  });

  test('ENTER of level 2 copies the frame pointer of the enclosing procedure', () => {
    const machine = run('c745fc77000000 c8080002', { ebp: 0x7000 });
    expect([0x7ffc, 0x7ff8, 0x7ff4].map((at) => read(machine, at, 4))).toEqual([0x7000, 0x77, 0x7ffc]);
    expect([machine.cpu.regs[EBP], machine.cpu.regs[ESP]]).toEqual([0x7ffc, 0x7ff4 - 8]);
  });

  test.each([
    ['push eax', '50', 2],
    ['pusha, at its last', '60', 30],
    ['enter 8, 0', 'c8080000', 2],
    ['call', 'e800000000', 2],
    ['pushfd', '9c', 2],
    ['pop eax', '58', 2],
    ['popa, at its last', '61', 30],
    ['ret', 'c3', 2],
    ['leave', 'c9', 2],
  ])('a fault of the stack in %s leaves no trace', (_, hex, room) => {
    const upward = ['58', '61', 'c3', 'c9'].includes(hex);
    const machine = bare(hex, { eax: 5, esp: 0x8000, ebp: 0x8000 });
    // Downward the room is that of an expand-down segment.
    if (upward) limit(machine, 'stack', 0x8000 + room - 1);
    else machine.cpu.segments[SS] = { ...flat(0xc097), limit: 0x8000 - room - 1 };
    const before = snapshot(machine);
    expect(step(machine)).toBe(STACK);
    expect(snapshot(machine)).toEqual(before);
  });
});

describe('CALL and RET', () => {
  test('CALL pushes the address of the next instruction and RET n drops the arguments', () => {
    const machine = bare('6a01 6a02 e8f70f0000 90'); // call 0x2000
    put(machine, 0x2000, 'c20800');
    for (let n = 0; n < 3; n++) step(machine);
    expect([machine.cpu.eip, read(machine, 0x7ff4, 4)]).toEqual([0x2000, START + 9]);
    step(machine);
    expect([machine.cpu.eip, machine.cpu.regs[ESP]]).toEqual([START + 9, 0x8000]);
  });

  test('a 16-bit CALL keeps 16 bits of the target and pushes two bytes', () => {
    const machine = bare('66e8fc0f', {});
    step(machine);
    expect([machine.cpu.eip, machine.cpu.regs[ESP], read(machine, 0x7ffe, 2)]).toEqual([0x2000, 0x7ffe, START + 4]);
  });

  test.each([
    ['call 0x2000', 'e8fb0f0000'],
    ['call eax', 'ffd0'],
    ['jmp eax', 'ffe0'],
    ['jmp 0x2000', 'e9fb0f0000'],
    ['jz 0x2000', '0f84fa0f0000'],
    ['jmp short -128', 'eb80'],
    ['ret', 'c3'],
  ])('%s beyond the end of the code segment is #GP and leaves no trace', (_, hex) => {
    const machine = bare(hex, { eax: 0x2000 }, 0x40);
    put(machine, 0x8000, '00200000');
    limit(machine, 'code', 0x1fff);
    if (hex === 'eb80') {
      put(machine, 0, 'eb80');
      machine.cpu.eip = 0;
    }
    const before = snapshot(machine);
    expect(step(machine)).toBe(GP);
    expect(snapshot(machine)).toEqual(before);
  });
});
