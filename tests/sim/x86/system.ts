import { assemble } from '#sim/x86/asm/assemble.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { readHost } from '#sim/x86/cpu/physical.ts';
import { ESP } from '#sim/x86/cpu/state.ts';
import type { Machine } from '#sim/x86/machine.ts';
import { type Happening, stepMachine } from '#sim/x86/stepMachine.ts';

/** Tables with one descriptor of each kind, a gate for every vector that leads to `handler`, and a way to ring 3. */
export const around = (body: string, handler: string): string => `
%define USE_IDT
%define USE_PIC
%include "prelude.inc"
LIMITED equ 0x38
DOWN equ 0x40
EXECUTE_ONLY equ 0x48
CONFORMING equ 0x50
GATE equ 0x5B
READ_ONLY equ 0x60
ABSENT equ 0x30
LOCAL equ 0x68
start:
    mov esp, STACK
    lgdt [gdtr]
    mov eax, KDATA
    mov ss, ax
    mov ds, ax
    mov es, ax
    jmp KCODE:.reload
.reload:
    mov eax, tss
    mov [gdt + TSS + 2], ax
    shr eax, 16
    mov [gdt + TSS + 4], al
    mov eax, TSS
    ltr ax
    mov eax, gate_target
    mov [gdt + 0x58], ax
    shr eax, 16
    mov [gdt + 0x58 + 6], ax
    call setup_idt
    xor eax, eax
.gates:
    mov ebx, handler
    mov cl, GATE_INTERRUPT
    call set_gate
    inc al
    jnz .gates
    call story
    cli
    hlt
; EBX is where ring 3 begins, with the flags of EAX.
to_user:
    push UDATA
    push USTACK
    push eax
    push UCODE
    push ebx
    iret
story:
${body}
    ret
gate_target:
    retf 8
handler:
${handler}
    cli
    hlt
align 8
gdt:
    dq 0
    dq 0x00CF9A000000FFFF
    dq 0x00CF92000000FFFF
    dq 0x00CFFA000000FFFF
    dq 0x00CFF2000000FFFF
    dq 0x0000890000000088
    dq 0x00CF12000000FFFF
    dq 0x004092000000000F
    dq 0x00C0960000000100
    dq 0x00CF98000000FFFF
    dq 0x00CF9E000000FFFF
    dq 0x0000EC0200080000
    dq 0x00CF90000000FFFF
    dq 0x0000820010000007
gdtr:
    dw 14 * 8 - 1
    dd gdt
align 4
tss:
    dd 0, 0x1E0000, KDATA
    times 22 dd 0
    dw 0, 104
    times 32 db 0xFF
    db 0xFF
`;

export interface Story {
  readonly machine: Machine;
  /** What happened other than that an instruction completed, up to the end. */
  readonly happened: readonly Happening[];
  /** The address of a label. */
  at(label: string): number;
}

/** Boots a kernel whose story is told here; `handler` serves every vector. */
export function tell(body: string, handler = '', most = 20_000): Story {
  const assembled = assemble(around(body, handler));
  if (!('program' in assembled)) throw new Error(JSON.stringify(assembled.faults[0]));
  const machine = bootMachine(assembled.program);
  const happened: Happening[] = [];
  for (let i = 0; i < most && happened.at(-1)?.kind !== 'end'; i++) {
    const happening = stepMachine(machine);
    if (happening.kind !== 'retired') happened.push(happening);
  }
  return { machine, happened, at: (label) => assembled.program.symbols.get(label) ?? -1 };
}

/** The dwords on top of the stack, where paging is off or the identity. */
export const stackOf = ({ cpu, memory }: Machine, count: number): number[] =>
  Array.from({ length: count }, (_, i) => readHost(memory, (cpu.regs[ESP] ?? 0) + 4 * i, 4));
