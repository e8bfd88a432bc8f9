import type { GuestProgram } from './program.ts';

export const timerTick: GuestProgram = {
  id: 'timer-tick',
  title: { en: 'A timer tick', 'zh-CN': '时钟滴答' },
  teaches: {
    en: 'How a kernel gets its heartbeat: interrupt controller, timer, handler, end of interrupt, and HLT between two ticks.',
    'zh-CN': '内核的心跳从何而来：中断控制器、定时器、处理程序、中断结束命令，以及两次滴答之间的 HLT。',
  },
  hasPv: true,
  source: `; A timer tick: count TICKS of them, asleep in between
%ifndef TICKS
%define TICKS 5
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
    mov al, 0x20                ; line 0 of the controller
    mov ebx, tick
    mov cl, GATE_INTERRUPT
    call set_gate
%endif
    mov ebx, tick               ; a hypervisor calls this directly
    call setup_timer

wait_for_ticks:
%ifdef PV
    mov byte [MASK], 1          ; look at the count undisturbed
%else
    cli
%endif
    cmp dword [ticks], TICKS
    jae done
%ifdef PV
    mov eax, 29                 ; sched_op
    mov ebx, 1                  ; SCHEDOP_block: opens the mask and sleeps
    int 0x82
%else
    sti                         ; takes effect after the next instruction,
    hlt                         ; so that no tick slips in between
%endif
    jmp wait_for_ticks

done:
    mov esi, message
    call puts
    mov al, 0
    jmp exit

tick:
    push eax
    inc dword [ticks]
    cmp dword [ticks], TICKS    ; the last tick may be followed by one more
    ja .quiet
    mov al, '.'
    call putc
.quiet:
%ifdef PV
    mov dword [EVENTS], 0       ; seen: there is no controller to tell
    mov dword [SELECT], 0
    mov byte [PENDING], 0
    call next_tick
    mov eax, 23                 ; iret: takes EAX and the frame from the stack,
    int 0x82                    ; opens the mask and returns in one go
%else
    mov al, 0x20                ; end of interrupt: the next one may come
    out PIC1, al
    pop eax
    iret
%endif

ticks:
    dd 0
message:
    db " enough", 10, 0
`,
};
