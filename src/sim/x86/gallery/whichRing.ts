import type { GuestProgram } from './program.ts';

export const whichRing: GuestProgram = {
  id: 'which-ring',
  title: { en: 'Which ring am I in?', 'zh-CN': '我在哪个特权级？' },
  teaches: {
    en: 'Six instructions that tell where the program really runs, and never trap: what a de-privileged kernel must not be shown.',
    'zh-CN': '六条指令会说出程序究竟跑在哪里，而且从不陷入：被降级的内核最不该看到的就是它们。',
  },
  uses: ['push cs', 'smsw', 'sgdt', 'sidt', 'sldt', 'str'],
  hasPv: false,
  source: `; Which ring am I in? Six reads that never trap (unless CR4.UMIP is set)
%define USE_PUTS
%define USE_PUTHEX
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt

    push cs                     ; RPL in bits 1 to 0 is the ring
    pop eax
    mov esi, name_cs
    call show
    smsw eax                    ; CR0, low half: bit 0 is protected mode
    and eax, 0xFFFF
    mov esi, name_cr0
    call show
    sgdt [pseudo]
    movzx eax, word [pseudo]
    mov esi, name_gdt_limit
    call show
    mov eax, [pseudo + 2]
    sub eax, gdt                ; 0: my own table
    mov esi, name_gdt
    call show
    sidt [pseudo]
    mov eax, [pseudo + 2]
    sub eax, IDT
    mov esi, name_idt
    call show
    xor eax, eax
    sldt ax
    mov esi, name_ldt
    call show
    xor eax, eax
    str ax
    mov esi, name_tr
    call show
    mov al, 0
    jmp exit

; show: the name at ESI, then EAX.
show:
    call puts
    call puthex
    mov al, 10
    jmp putc

pseudo:
    dw 0
    dd 0
name_cs:
    db "PUSH CS   ", 0
name_cr0:
    db "SMSW      ", 0
name_gdt_limit:
    db "SGDT size ", 0
name_gdt:
    db "SGDT mine ", 0
name_idt:
    db "SIDT mine ", 0
name_ldt:
    db "SLDT      ", 0
name_tr:
    db "STR       ", 0
`,
};
