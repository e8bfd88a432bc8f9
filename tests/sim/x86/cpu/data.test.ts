// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { STACK } from '#sim/x86/cpu/fault.ts';
import { ZF } from '#sim/x86/cpu/state.ts';
import { bare, limit, read, registersOf, run, snapshot, step } from './bare.ts';

const at = { ebx: 0x2000 };

describe('MOV and its kin', () => {
  test('a byte register is the low or the high byte of one of the first four', () => {
    expect(registersOf(run('b412', { eax: 0x89ab_cdef }))).toEqual({ eax: 0x89ab_12ef }); // mov ah, 0x12
    expect(registersOf(run('b012', { eax: 0x89ab_cdef }))).toEqual({ eax: 0x89ab_cd12 }); // mov al, 0x12
    expect(registersOf(run('88e5', { eax: 0x1200 }))).toEqual({ eax: 0x1200, ecx: 0x1200 }); // mov ch, ah
  });

  test('a store writes as many bytes as its operand has', () => {
    expect(read(run('c703ffffffff 66c7033412', at), 0x2000, 4)).toBe(0xffff_1234);
    expect(read(run('8803', { ...at, eax: 0x1ff }), 0x2000, 4)).toBe(0xff);
    expect(read(run('a303200000', { eax: -2 }), 0x2003, 4)).toBe(0xffff_fffe);
  });

  test('a load changes as much of the register as its operand has', () => {
    const machine = run('c70388998899 668b03', { ...at, eax: 0x1234_5678 }); // mov ax, [ebx]
    expect(registersOf(machine).eax).toBe(0x1234_9988);
  });

  test('MOVZX fills with zeros, MOVSX with the sign', () => {
    expect(registersOf(run('c6038f 0fb603', { ...at, eax: -1 })).eax).toBe(0x8f);
    expect(registersOf(run('c6038f 660fbe03', { ...at, eax: 0 })).eax).toBe(0xff8f);
    expect(registersOf(run('66c7030180 0fbf03', at)).eax).toBe(0xffff_8001);
  });

  test('XCHG swaps a register and memory', () => {
    const machine = run('c70305000000 8703', { ...at, eax: 9 });
    expect([registersOf(machine).eax, read(machine, 0x2000, 4)]).toEqual([5, 9]);
  });

  test('XLAT reads the table that EBX points to at AL', () => {
    expect(registersOf(run('c6430407 d7', { ...at, eax: 0x1104 })).eax).toBe(0x1107);
  });

  test('CMOVcc moves only if the condition holds, and reads its source either way', () => {
    expect(registersOf(run('c70305000000 0f4403', at)).eax).toBeUndefined();
    expect(registersOf(run('c70305000000 0f4403', at, ZF)).eax).toBe(5);
    const machine = bare('0f444500', { ebp: 0x9000 });
    limit(machine, 'stack', 0x8fff);
    expect(step(machine)).toBe(STACK);
  });

  test('CMPXCHG stores its source if the accumulator is equal, and loads the accumulator if not', () => {
    const stored = run('c70305000000 0fb10b', { ...at, eax: 5, ecx: 7 });
    expect([registersOf(stored).eax, read(stored, 0x2000, 4)]).toEqual([5, 7]);
    const loaded = run('c70306000000 0fb10b', { ...at, eax: 5, ecx: 7 });
    expect([registersOf(loaded).eax, read(loaded, 0x2000, 4)]).toEqual([6, 6]);
  });

  test('XADD leaves the sum in memory and what was there in the register', () => {
    const machine = run('c70305000000 0fc103', { ...at, eax: 2 });
    expect([registersOf(machine).eax, read(machine, 0x2000, 4)]).toEqual([5, 7]);
  });
});

describe('a read-modify-write that may not write changes nothing', () => {
  test.each([
    ['add [ebp], eax', '014500'],
    ['inc dword [ebp]', 'ff4500'],
    ['shl dword [ebp], 4', 'c1650004'],
    ['bts [ebp], ecx', '0fab4d00'],
    ['xchg [ebp], eax', '874500'],
    ['xadd [ebp], eax', '0fc14500'],
    ['cmpxchg [ebp], ecx', '0fb14d00'],
    ['shld [ebp], eax, 4', '0fa4450004'],
    ['pop dword [ebp]', '8f4500'],
  ])('%s', (_, hex) => {
    const machine = bare(hex, { eax: 1, ecx: 3, ebp: 0x9000 }, ZF);
    limit(machine, 'stack', 0x9002);
    const before = snapshot(machine);
    expect(step(machine)).toBe(STACK);
    expect(snapshot(machine)).toEqual(before);
  });
});
