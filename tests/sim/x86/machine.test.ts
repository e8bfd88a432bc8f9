import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { readHost } from '#sim/x86/cpu/physical.ts';
import { EAX, EBX, EDX, ESP } from '#sim/x86/cpu/state.ts';
import { clockOf, forkMachine } from '#sim/x86/machine.ts';
import { writeByte } from '#sim/x86/memory.ts';
import type { Program } from '#sim/x86/program.ts';
import { runMachine } from '#sim/x86/runMachine.ts';
import { stepMachine } from '#sim/x86/stepMachine.ts';
import { runs } from '../../runs.ts';
import { tell } from './system.ts';

const programOf = (bytes: Uint8Array): Program => ({
  load: 0x100000,
  entry: 0x100000,
  bssEnd: 0,
  header: 0x100000,
  bytes,
  file: bytes,
  lines: [],
  symbols: new Map(),
});
const boot = (...bytes: number[]) => bootMachine(programOf(Uint8Array.from(bytes)));

test('it is entered as the Multiboot specification promises', () => {
  const { cpu, memory } = boot(0xf4);
  expect([(cpu.regs[EAX] ?? 0) >>> 0, cpu.eip, cpu.cr0, cpu.eflags & 0x200]).toEqual([0x2badb002, 0x100000, 0x11, 0]);
  expect(cpu.segments.map(({ selector }) => selector)).toEqual([0x10, 8, 0x10, 0x10, 0x10, 0x10]);
  expect(readHost(memory, cpu.regs[EBX] ?? 0, 4) & 1).toBe(1);
});

test('HLT with interrupts off ends the run', () => {
  expect(runMachine(boot(0xf4), 100)).toEqual({ made: 2, end: { kind: 'end', why: 'halted' } });
});

test('HLT with interrupts on and the timer masked ends it too', () => {
  expect(tell('mov al, 0xFF\nout 0x21, al\nsti\nhlt').happened).toEqual([{ kind: 'end', why: 'halted' }]);
});

test('HLT lets time pass until the timer wakes it, and goes on behind itself', () => {
  const { machine, happened } = tell('call setup_pic\nsti\nhlt\nbehind: nop', 'pop ebx\n');
  expect(happened.map(({ kind }) => kind)).toEqual(['halted', 'interrupt', 'end']);
  expect(happened[1]).toEqual({ kind: 'interrupt', vector: 0x20 });
  expect(clockOf(machine)).toBeGreaterThan(65_536);
  expect(machine.retired).toBeLessThan(30_000);
});

test('RDTSC tells the time, and WRMSR sets it', () => {
  const { machine } = tell('mov ecx, 0x10\nxor edx, edx\nmov eax, 5\nwrmsr\nrdtsc');
  expect([machine.cpu.regs[EAX], machine.cpu.regs[EDX]]).toEqual([6, 0]);
});

test('CPUID names a Pentium III without what is not modelled', () => {
  const { machine } = tell('mov eax, 1\ncpuid');
  expect([machine.cpu.regs[EAX], machine.cpu.regs[EDX]]).toEqual([0x673, 0xa038]);
});

test('a fork goes its own way and leaves the origin as it was', () => {
  // mov eax, [2000h]; inc eax; mov [2000h], eax; jmp back
  const origin = boot(0xa1, 0, 0x20, 0, 0, 0x40, 0xa3, 0, 0x20, 0, 0, 0xeb, 0xf3);
  runMachine(origin, 40);
  const [first, second] = [forkMachine(origin), forkMachine(origin)];
  runMachine(first, 400);
  expect(readHost(origin.memory, 0x2000, 4)).toBe(10);
  runMachine(second, 400);
  expect(second.cpu).toEqual(first.cpu);
  expect(readHost(second.memory, 0x2000, 4)).toBe(110);
});

test('running and stepping are the same', () => {
  const machine = boot(0xfb, 0x40, 0x75, 0xfd, 0xf4);
  const [run, stepped] = [forkMachine(machine), forkMachine(machine)];
  runMachine(run, 70_000);
  for (let i = 0; i < 70_000; i++) stepMachine(stepped);
  expect(stepped).toEqual(run);
});

test('a second level stands between the tables and the memory', () => {
  // mov eax, [2000h]
  const machine = boot(0xa1, 0, 0x20, 0, 0, 0xf4);
  writeByte(machine.memory, 0x5000, 7);
  const asked: unknown[] = [];
  machine.second = {
    translate: (_, physical, kind, linear, walking) => {
      asked.push({ physical, kind, linear, walking });
      return physical === 0x2000 ? 0x5000 : physical;
    },
  };
  runMachine(machine, 10);
  expect(machine.cpu.regs[EAX]).toBe(7);
  expect(asked).toEqual([
    { physical: 0x100000, kind: 2, linear: 0x100000, walking: false },
    { physical: 0x2000, kind: 0, linear: 0x2000, walking: false },
  ]);
});

test('what a second level throws comes out, and the instruction did not happen', () => {
  const machine = boot(0xff, 0x05, 0, 0x20, 0, 0, 0xf4);
  const exit = { reason: 48 };
  machine.second = {
    translate: (_, physical, kind) => {
      if (kind === 1) throw exit;
      return physical;
    },
  };
  expect(() => runMachine(machine, 10)).toThrow();
  expect([machine.cpu.eip, machine.retired]).toEqual([0x100000, 0]);
});

test('any bytes at all run without a throw', () => {
  const code = fc.uint8Array({ minLength: 16, maxLength: 400 });
  fc.assert(
    fc.property(code, fc.integer({ min: 0x1000, max: 0xffff }), (bytes, esp) => {
      const machine = bootMachine(programOf(bytes));
      machine.cpu.regs[ESP] = esp;
      expect(runMachine(machine, 500).made).toBeGreaterThan(0);
      for (let i = 0; i < 20; i++) stepMachine(machine);
    }),
    { numRuns: runs(300) },
  );
});

test('any bytes at all at ring 3, paging on, run without a throw', () => {
  const code = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 8, maxLength: 60 });
  const kernel = `mov dword [0x400000], 0x87\nmov eax, 0x10\nmov cr4, eax\nmov eax, 0x400000\nmov cr3, eax\nmov eax, cr0\nor eax, 0x80000000\nmov cr0, eax\nmov eax, 0x202\nmov ebx, user\njmp to_user\nuser: mov eax, UDATA\nmov ds, eax\nmov es, eax\n`;
  fc.assert(
    fc.property(code, (bytes) => {
      const { happened } = tell(`${kernel}db ${bytes.join(', ')}`, '', 20_000);
      expect(happened[0]?.kind).not.toBe('retired');
    }),
    { numRuns: runs(40) },
  );
});
