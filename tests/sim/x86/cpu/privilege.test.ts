import { expect, test } from 'vitest';
import { readHost } from '#sim/x86/cpu/physical.ts';
import { CS, DS, EAX, EBX, ECX, ES, ESP, FS, IF, IOPL, SS, ZF } from '#sim/x86/cpu/state.ts';
import { stackOf, tell } from '../system.ts';

const user = (code: string, flags = '2'): string => `mov eax, ${flags}\nmov ebx, user\njmp to_user\nuser:\n${code}`;

test('an exception at ring 3 takes the stack of the TSS and leaves the way back on it', () => {
  const { machine, at } = tell(user('mov esp, 0x2F0000\nhere: ud2'));
  expect(machine.cpu.segments[SS]?.selector).toBe(0x10);
  expect(machine.cpu.regs[ESP]).toBe(0x1e0000 - 20);
  const [eip, cs, , esp, ss] = stackOf(machine, 5);
  expect([eip, cs, esp, ss]).toEqual([at('here'), 0x1b, 0x2f0000, 0x23]);
});

test('a TSS whose stack selector is wrong is #TS with that selector, and EXT', () => {
  // The handler conforms, so that it needs no other stack.
  const { happened } = tell(`mov word [tss + 8], UDATA\nmov byte [IDT + 10*8 + 2], CONFORMING\n${user('ud2')}`);
  expect(happened[0]).toEqual({ kind: 'exception', vector: 10, errorCode: 0x21 });
});

test('IRET outward empties the data segments that ring 3 may not have', () => {
  const { machine } = tell(user('mov eax, ds\nmov ebx, fs\nint 0x80'), '', 20_000);
  expect(machine.cpu.regs[EAX]).toBe(0);
});

test('IRET inward, to a level that the stack does not name, is #GP', () => {
  const { happened } = tell(user('pushf\npush KCODE\npush 0\nhere: iret'));
  expect(happened[0]).toEqual({ kind: 'exception', vector: 13, errorCode: 8 });
});

test('IRET at ring 3 keeps IF and IOPL without a word', () => {
  const code = 'push 0x3202\npush UCODE\npush next\niret\nnext: pushf\npop ecx\nud2';
  const { machine } = tell(user(code));
  expect((machine.cpu.regs[ECX] ?? 0) & (IF | IOPL)).toBe(0);
});

test('a call gate copies its parameters to the inner stack, and RET n drops them from both', () => {
  const code = 'push 0x11111111\npush 0x22222222\nmov ecx, esp\ncall GATE:0\nreturned: mov edx, esp\nud2';
  const { machine, happened, at } = tell(user(code));
  expect(happened[0]).toMatchObject({ vector: 6 });
  expect(machine.cpu.regs[2]).toBe((machine.cpu.regs[ECX] ?? 0) + 8);
  // The five dwords on top are the #UD frame's by now; the return address lay below them.
  expect(readHost(machine.memory, 0x1e0000 - 24, 4)).toBe(at('returned'));
  expect(machine.cpu.segments[CS]?.selector).toBe(8);
});

test('code that conforms runs at the level of its caller', () => {
  const { machine, at } = tell(user('call CONFORMING:inside\nud2\ninside: mov eax, cs\nhere: ud2'));
  expect(machine.cpu.regs[EAX]).toBe(0x53);
  expect(stackOf(machine, 2)).toEqual([at('here'), 0x53]);
});

test('IOPL lets ring 3 do what its privilege would not', () => {
  const { machine, happened } = tell(user('cli\nin al, 0x60\npushf\npop ecx\nhere: ud2', '0x3202'));
  expect(happened[0]).toMatchObject({ vector: 6 });
  expect((machine.cpu.regs[ECX] ?? 0) & IF).toBe(0);
});

test('the bitmap of the TSS opens single ports, and a wider access needs all of its ports', () => {
  const open = `mov byte [tss + 104 + 8], 0xFE\n`;
  expect(tell(open + user('in al, 0x40\nud2')).happened[0]).toMatchObject({ vector: 6 });
  expect(tell(open + user('in al, 0x41\nud2')).happened[0]).toMatchObject({ vector: 13 });
  expect(tell(open + user('in ax, 0x40\nud2')).happened[0]).toMatchObject({ vector: 13 });
});

test('ports past the limit of the TSS are closed', () => {
  expect(tell(user('mov dx, 0x3F8\nhere: out dx, al')).happened[0]).toMatchObject({ vector: 13, errorCode: 0 });
});

test('SGDT, SIDT, SLDT, STR and SMSW tell ring 3 the truth, until CR4.UMIP forbids it', () => {
  const code = 'mov eax, UDATA\nmov ds, ax\nstr ebx\nsmsw ecx\nsgdt [USTACK - 16]\nud2';
  const { machine, happened, at } = tell(user(code));
  expect(happened[0]).toMatchObject({ vector: 6 });
  expect([machine.cpu.regs[EBX], machine.cpu.regs[ECX]]).toEqual([0x28, 0x11]);
  expect(readHost(machine.memory, 0x300000 - 14, 4)).toBe(at('gdt'));
  expect(tell(`mov eax, 1 << 11\nmov cr4, eax\n${user(code)}`).happened[0]).toMatchObject({ vector: 13, errorCode: 0 });
});

test('LAR, LSL, VERR and VERW answer for what this level may see', () => {
  const zero = (code: string): boolean => (stackOf(tell(`${code}\nhere: ud2`).machine, 3)[2] ?? 0) % (2 * ZF) >= ZF;
  const { machine } = tell('mov ecx, KCODE\nlar eax, ecx\nlsl ebx, ecx\nud2');
  expect((machine.cpu.regs[EAX] ?? 0) >>> 0).toBe(0x00c09a00 | 0x100);
  expect((machine.cpu.regs[EBX] ?? 0) >>> 0).toBe(0xffff_ffff);
  expect(zero('mov ecx, READ_ONLY\nverr cx')).toBe(true);
  expect(zero('mov ecx, READ_ONLY\nverw cx')).toBe(false);
  expect(zero('mov ecx, EXECUTE_ONLY\nverr cx')).toBe(false);
  expect(zero('mov ecx, 0x7B\nlar eax, ecx')).toBe(false);
});

test('ARPL raises the RPL of a selector to that of the caller, never lowers it', () => {
  const adjusted = (selector: number, caller: number) => {
    const { machine } = tell(
      `mov eax, ${selector}\nmov [0x1000], eax\nmov ecx, ${caller}\narpl [0x1000], cx\nhere: ud2`,
    );
    return [readHost(machine.memory, 0x1000, 2), ((stackOf(machine, 3)[2] ?? 0) & ZF) !== 0];
  };
  expect(adjusted(0x28, 0x1b)).toEqual([0x2b, true]);
  expect(adjusted(0x2b, 0x18)).toEqual([0x2b, false]);
  expect(adjusted(0x29, 0x19)).toEqual([0x29, false]);
});

test('a local table is read through LDTR, and a null LDTR has none', () => {
  const none = tell('xor eax, eax\nlldt ax\nmov eax, 4\nhere: mov ds, ax');
  expect(none.happened[0]).toMatchObject({ vector: 13, errorCode: 4 });
  const some = tell(
    'mov dword [0x1000], 0xFFFF\nmov dword [0x1004], 0x00CF9200\nmov eax, LOCAL\nlldt ax\nmov eax, 4\nmov es, ax',
  );
  expect(some.happened[0]).toEqual({ kind: 'end', why: 'halted' });
  expect(some.machine.cpu.segments[ES]?.selector).toBe(4);
});

test('loading a segment sets the accessed flag of its descriptor, and LTR the busy flag', () => {
  const { machine, at } = tell('mov eax, READ_ONLY\nmov fs, ax');
  expect(readHost(machine.memory, at('gdt') + 0x65, 1)).toBe(0x91);
  expect(readHost(machine.memory, at('gdt') + 0x2d, 1)).toBe(0x8b);
  expect(machine.cpu.segments[FS]?.selector).toBe(0x60);
});

test('no interrupt comes between MOV SS and the instruction behind it', () => {
  const timer = 'call setup_pic\nmov al, 0x30\nout 0x43, al\nmov al, 1\nout 0x40, al\nmov al, 0\nout 0x40, al\n';
  const { machine, happened, at } = tell(
    `${timer}nop\nmov eax, KDATA\nsti\nmov ss, ax\nnop\nhere: nop\njmp $`,
    '',
    5_000,
  );
  expect(happened[0]).toEqual({ kind: 'interrupt', vector: 0x20 });
  expect(stackOf(machine, 1)).toEqual([at('here')]);
  expect(machine.cpu.segments[DS]?.selector).toBe(0x10);
});
