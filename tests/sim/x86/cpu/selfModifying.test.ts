// @vitest-environment node
import { describe, expect, test } from 'vitest';
import { EAX } from '#sim/x86/cpu/state.ts';
import { forkMachine, type Machine } from '#sim/x86/machine.ts';
import { bare, put, START, step } from './bare.ts';

function steps(machine: Machine, count: number): number {
  for (let n = 0; n < count; n++) step(machine);
  return machine.cpu.regs[EAX] ?? 0;
}

const again = (machine: Machine): void => {
  machine.cpu.eip = START;
};

describe('code that is written to runs as written', () => {
  test('by the very instruction before', () => {
    // mov byte [0x1007], 0x40; nop (becomes inc eax)
    const machine = bare('c6050710000040 90');
    machine.cpu.eip = START + 7;
    steps(machine, 1);
    again(machine);
    expect(steps(machine, 2)).toBe(1);
  });

  test('in the middle of an instruction that was decoded before', () => {
    // mov eax, 1; mov dword [0x1001], 0x12345678
    const machine = bare('b801000000 c7050110000078563412');
    expect(steps(machine, 2)).toBe(1);
    again(machine);
    expect(steps(machine, 1)).toBe(0x12345678);
  });

  test('in the second page of an instruction that lies across two', () => {
    const machine = bare('c605002000007f', {}); // mov byte [0x2000], 0x7f
    put(machine, 0x1fff, '6a01'); // push byte 1
    machine.cpu.eip = 0x1fff;
    steps(machine, 1);
    again(machine);
    steps(machine, 1);
    put(machine, 0x2001, '58'); // pop eax
    machine.cpu.eip = 0x1fff;
    expect(steps(machine, 2)).toBe(0x7f);
  });

  test('by a store that begins in the page before', () => {
    const machine = bare('c705fe1f000090904040', {}); // mov dword [0x1ffe], 0x40409090
    put(machine, 0x2000, '9090');
    machine.cpu.eip = 0x2000;
    steps(machine, 2);
    again(machine);
    steps(machine, 1);
    machine.cpu.eip = 0x2000;
    expect(steps(machine, 2)).toBe(2);
  });

  test('in one fork only, from either side of it', () => {
    const origin = bare('90 c6050010000040'); // nop; mov byte [0x1000], 0x40
    steps(origin, 1);
    const fork = forkMachine(origin);
    steps(fork, 1);
    again(fork);
    again(origin);
    expect(steps(fork, 1)).toBe(1);
    expect(steps(forkMachine(origin), 1)).toBe(0);
    expect(steps(forkMachine(fork), 1)).toBe(1);
  });

  test('by data beside it, which leaves what was decoded in place', () => {
    const machine = bare('ff0510100000 40 ebf7'); // L: inc dword [0x1010]; inc eax; jmp L
    expect(steps(machine, 300)).toBe(100);
  });
});
