import { describe, expect, test } from 'vitest';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { CS, IF, RF } from '#sim/x86/cpu/state.ts';
import { stepMachine } from '#sim/x86/stepMachine.ts';
import { around, stackOf, tell } from '../system.ts';
import { stories, userStories } from './exceptionStories.ts';

describe('exceptions', () => {
  test.each(stories)('%s', (_, code, vector, errorCode) => {
    const { machine, happened, at } = tell(code);
    expect(happened).toEqual([
      { kind: 'exception', vector, errorCode },
      { kind: 'end', why: 'halted' },
    ]);
    const [eip, cs, flags = 0] = stackOf(machine, 4).slice(errorCode === undefined ? 0 : 1);
    expect([eip, cs, flags & RF]).toEqual([at('here'), 8, RF]);
  });

  test.each(userStories)('%s', (_, code, vector, errorCode) => {
    const { machine, happened, at } = tell(`mov eax, 2\nmov ebx, user\njmp to_user\nuser:\n${code}`);
    expect(happened[0]).toEqual({ kind: 'exception', vector, errorCode });
    const [eip, cs, , , ss] = stackOf(machine, 6).slice(1);
    expect([eip, cs, ss]).toEqual([at('here'), 0x1b, 0x23]);
    expect(machine.cpu.cpl).toBe(0);
  });

  test('INT3 and INTO go on behind themselves, and are no happening of their own', () => {
    const { machine, at } = tell('int3\nbehind: nop');
    expect(stackOf(machine, 1)).toEqual([at('behind')]);
    const second = tell('mov al, 127\nadd al, 1\ninto\nbehind: nop');
    expect(stackOf(second.machine, 1)).toEqual([second.at('behind')]);
  });

  test('a traced instruction raises #DB behind itself, a trap: RF is pushed clear', () => {
    const { machine, happened, at } = tell('push 0x102\npopf\nnop\nbehind: nop');
    expect(happened[0]).toEqual({ kind: 'exception', vector: 1, errorCode: undefined });
    const [eip, , flags = 0] = stackOf(machine, 3);
    expect([eip, flags & RF]).toEqual([at('behind'), 0]);
  });

  test('a traced repetition is left with RF set while there is more to do', () => {
    const traced = (count: number) =>
      tell(`mov edi, 0x300000\nmov ecx, ${count}\npush 0x102\npopf\nhere: rep stosb\nbehind: nop`);
    const [first, last] = [traced(2), traced(1)];
    expect(stackOf(first.machine, 1)).toEqual([first.at('here')]);
    expect((stackOf(first.machine, 3)[2] ?? 0) & RF).toBe(RF);
    expect(stackOf(last.machine, 1)).toEqual([last.at('behind')]);
    expect((stackOf(last.machine, 3)[2] ?? 0) & RF).toBe(0);
  });

  test('IRET brings RF back for one instruction', () => {
    const assembled = assemble(around('push 0x10002\npush KCODE\npush on\niret\non: nop', ''));
    if (!('program' in assembled)) throw new Error(JSON.stringify(assembled.faults[0]));
    const machine = bootMachine(assembled.program);
    while (machine.cpu.eip !== assembled.program.symbols.get('on')) stepMachine(machine);
    expect(machine.cpu.eflags & RF).toBe(RF);
    stepMachine(machine);
    expect(machine.cpu.eflags & RF).toBe(0);
  });

  test('an interrupt gate clears IF and a trap gate keeps it', () => {
    const through = (kind: string) =>
      tell(`mov al, 0x41\nmov ebx, here\nmov cl, ${kind}\ncall set_gate\nsti\nint 0x41\nhere: int 0x42`);
    expect((stackOf(through('GATE_INTERRUPT').machine, 3)[2] ?? 0) & IF).toBe(0);
    expect((stackOf(through('GATE_TRAP').machine, 3)[2] ?? 0) & IF).toBe(IF);
  });

  test('a #GP while a #GP is delivered is a double fault with code 0', () => {
    const { happened, machine, at } = tell('mov byte [IDT + 13*8 + 5], 0\nmov eax, 0x7B\nhere: mov ds, ax');
    expect(happened[0]).toEqual({ kind: 'exception', vector: 8, errorCode: 0 });
    expect(stackOf(machine, 3)).toEqual([0, at('here'), 8]);
  });

  test('a #GP while a #UD is delivered is served by itself, with EXT', () => {
    const { machine, at } = tell('mov byte [IDT + 6*8 + 5], 0\nhere: ud2');
    expect(stackOf(machine, 2)).toEqual([6 * 8 + 3, at('here')]);
  });

  test('without a handler for the double fault the processor shuts down', () => {
    const { happened } = tell('lidt [none]\nud2\nnone: dw 0\ndd 0');
    expect(happened).toEqual([{ kind: 'end', why: 'triple-fault' }]);
  });

  test('CS on the inner stack has the outer RPL, and the handler runs at ring 0', () => {
    const { machine } = tell('mov eax, 2\nmov ebx, user\njmp to_user\nuser: ud2');
    expect(stackOf(machine, 5)[1]).toBe(0x1b);
    expect(machine.cpu.segments[CS]?.selector).toBe(8);
  });
});
