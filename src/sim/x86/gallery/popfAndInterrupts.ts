import type { GuestProgram } from './program.ts';

export const popfAndInterrupts: GuestProgram = {
  id: 'popf-and-interrupts',
  title: { en: 'POPF and interrupts', 'zh-CN': 'POPF 与中断' },
  teaches: {
    en: 'POPF sets the interrupt flag at ring 0. At ring 3 it leaves it alone and says nothing: no trap, so nobody can help.',
    'zh-CN': '在 ring 0，POPF 可以改写中断标志；在 ring 3，它一声不吭地放着不改。没有陷入，也就没人能出手。',
  },
  uses: ['popf', 'pushf'],
  hasPv: false,
  source: `; POPF and interrupts: who may change IF?
%define USE_PUTS
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%define USE_PIC
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    call setup_pic
    mov al, 0xFF                ; close every line: only the flag is of interest
    out PIC1 + 1, al
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER
    call set_gate

    mov esi, kernel_says
    call puts
    sti
    call show_if                ; 1
    pushf                       ; keep IF = 1
    cli
    call show_if                ; 0
    popf                        ; at ring 0 this sets IF
    call show_if                ; 1
    push 0x002                  ; flags with IF = 0
    popf
    call show_if                ; 0

    mov esi, user_says
    call puts
    push UDATA
    push USTACK
    push 0x202                  ; IF = 1, IOPL = 0
    push UCODE
    push user
    iret

; show_if: sends the interrupt flag as a digit. Changes EAX.
show_if:
    pushf
    pop eax
    shr eax, 9                  ; IF is bit 9
    and al, 1
    add al, '0'
    jmp putc

system_call:                    ; prints bit 9 of EBX; EBX = 0 ends
    test ebx, ebx
    jz .end
    mov eax, ebx
    shr eax, 9
    and al, 1
    add al, '0'
    call putc
    iret
.end:
    mov al, 10
    call putc
    mov al, 0
    jmp exit

user:
    pushf
    pop ebx
    int 0x80                    ; 1
    push 0x002
    popf                        ; IF = 0? Not at ring 3, and not a word about it
    pushf
    pop ebx
    int 0x80                    ; still 1
    mov ebx, 0
    int 0x80

kernel_says:
    db "kernel ", 0
user_says:
    db 10, "user ", 0
`,
};
