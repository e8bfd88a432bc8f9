import type { GuestProgram } from './program.ts';

export const twoTasks: GuestProgram = {
  id: 'two-tasks',
  title: { en: 'Two tasks switched', 'zh-CN': '两个任务轮流执行' },
  teaches: {
    en: 'The timer takes the processor from a task that never asks. Switching is no more than saving one stack and loading another.',
    'zh-CN': '任务从不主动让出，是时钟把处理器夺了回来。所谓切换，不过是存下一个栈、装入另一个栈。',
  },
  hasPv: true,
  source: `; Two tasks switched by the timer, at ring 3
%ifndef SLICES
%define SLICES 8
%endif
%define USE_PUTS
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

FRAME_A equ STACK - 52          ; 8 registers and the 5 words IRET needs
FRAME_B equ 0x1E0000 - 52       ; on a kernel stack for each task

start:
    mov esp, STACK - 0x1000
    call setup_gdt
    call setup_idt
    call setup_pic
%ifndef PV
    mov al, 0x20
    mov ebx, tick
    mov cl, GATE_INTERRUPT
    call set_gate
%endif
    mov edi, FRAME_A
    mov ebx, task_a
    mov edx, USTACK
    call make_task
    mov edi, FRAME_B
    mov ebx, task_b
    mov edx, USTACK - 0x1000
    call make_task
    mov ebx, tick
    call setup_timer
    mov esp, FRAME_A            ; as if task A had just been interrupted
    jmp resume

; make_task: a frame at EDI that starts at EBX with stack EDX. Changes EAX, ECX and EDI.
make_task:
    cld
    xor eax, eax
    mov ecx, 8
    rep stosd
    mov [edi], ebx
    mov dword [edi + 4], UCODE
    mov dword [edi + 8], 0x202
    mov [edi + 12], edx
    mov dword [edi + 16], UDATA
    ret

tick:                           ; SS, ESP, EFLAGS, CS, EIP of the task are on the stack
    pusha
%ifdef PV
    mov dword [EVENTS], 0
    mov dword [SELECT], 0
    mov byte [PENDING], 0
    call next_tick
%else
    mov al, 0x20
    out PIC1, al
%endif
    mov ebx, [current]
    cmp dword [ran + ebx*4], 0  ; has it had its turn? However slow the machine,
    je resume                   ; every slice lets the task get somewhere
    mov dword [ran + ebx*4], 0
    mov al, bl
    add al, 'A'
    call putc
    dec dword [slices]
    jz done
    mov [saved + ebx*4], esp    ; the switch: keep this stack,
    xor ebx, 1
    mov [current], ebx
    mov esp, [saved + ebx*4]    ; take that one,
    lea eax, [esp + 52]         ; and enter on it the next time
%ifdef PV
    mov ecx, eax
    mov eax, 3                  ; stack_switch
    mov ebx, KDATA
    int 0x82
%else
    mov [tss + 4], eax
%endif
resume:
    popa
%ifdef PV
    push eax
    mov eax, 23                 ; iret: opens the mask and returns
    int 0x82
%else
    iret
%endif

done:
    cmp dword [wrong], 0
    jne .lost
    mov esi, good
    call puts
    mov al, 0
    jmp exit
.lost:
    mov esi, bad
    call puts
    mov al, 1
    jmp exit

task_a:                         ; EBX and ECX must survive every switch
    mov ebx, 0xAAAA
    mov ecx, 0xAAAA
.spin:
    mov dword [ran], 1
    inc eax
    cmp ebx, ecx
    je .spin
    inc dword [wrong]
    jmp task_a
task_b:
    mov ebx, 0xBBBB
    mov ecx, 0xBBBB
.spin:
    mov dword [ran + 4], 1
    dec eax
    cmp ebx, 0xBBBB
    je .spin
    inc dword [wrong]
    jmp task_b

current:
    dd 0
saved:
    dd FRAME_A, FRAME_B
ran:
    dd 0, 0
slices:
    dd SLICES
wrong:
    dd 0
good:
    db " no register lost", 10, 0
bad:
    db " a register was lost", 10, 0
`,
};
