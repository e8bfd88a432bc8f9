import type { GuestProgram } from './program.ts';

export const criticalSection: GuestProgram = {
  id: 'critical-section',
  title: { en: 'A critical section', 'zh-CN': '临界区' },
  teaches: {
    en: 'PUSHF, CLI, work, POPF: the idiom of every kernel. The ticks that follow show whether interrupts really came back on.',
    'zh-CN': 'PUSHF、CLI、干活、POPF：每个内核都这么写。之后时钟还走不走，就看中断是否真的重新打开了。',
  },
  uses: ['pushf', 'popf'],
  hasPv: true,
  source: `; A critical section: keep IF, clear it, work, put it back
%ifndef ROUNDS
%define ROUNDS 3
%endif
%define USE_PUTS
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    call setup_pic
%ifndef PV
    mov al, 0x20
    mov ebx, tick
    mov cl, GATE_INTERRUPT
    call set_gate
%endif
    mov ebx, tick
    call setup_timer
%ifdef PV
    mov byte [MASK], 0          ; events may come; the first lies a whole period ahead
%else
    sti
%endif

    mov ecx, ROUNDS
round:
%ifdef PV
    mov al, [MASK]              ; keep the mask
    push eax
    mov byte [MASK], 1          ; no trap: a byte in memory
%else
    pushf                       ; keep the flags
    cli
%endif
    mov eax, [ticks]            ; two words that must agree:
    mov [seen], eax
    mov edx, 1000
work:
    dec edx
    jnz work
    cmp eax, [ticks]            ; nothing came in between
    jne broken
%ifdef PV
    pop eax
    mov [MASK], al              ; put it back
    test al, al
    jnz closed
    cmp byte [PENDING], 0
    je closed
    mov eax, 17                 ; xen_version: any hypercall lets a waiting event in
    mov ebx, 0
    int 0x82
closed:
%else
    popf                        ; IF as it was: 1
%endif
wait_for_tick:                  ; never ends if POPF did not set IF
    mov eax, [ticks]
    cmp eax, [seen]
    je wait_for_tick
    mov al, 'k'
    call putc
    loop round

    mov esi, message
    call puts
    mov al, 0
    jmp exit
broken:
    mov esi, bad
    call puts
    mov al, 1
    jmp exit

tick:
    push eax
%ifdef PV
again:
    mov dword [EVENTS], 0
    mov dword [SELECT], 0
    mov byte [PENDING], 0
    inc dword [ticks]
    call next_tick
    mov byte [MASK], 0          ; open, then look once more, as XenLinux did
    cmp byte [PENDING], 0
    je go_back
    mov byte [MASK], 1
    jmp again
go_back:
%else
    inc dword [ticks]
    mov al, 0x20                ; end of interrupt
    out PIC1, al
%endif
    pop eax
    iret

ticks:
    dd 0
seen:
    dd 0
message:
    db " every tick came", 10, 0
bad:
    db " interrupted", 10, 0
`,
};
