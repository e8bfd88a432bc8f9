import type { GuestProgram } from '#sim/x86/gallery/program.ts';
import { gdt, loadGdt } from './programTables.ts';

const firstSteps: GuestProgram = {
  id: 'first-steps',
  title: { en: 'A kernel’s first steps', 'zh-CN': '内核的头几步' },
  teaches: {
    en: 'ADD, STI, CLI, OUT, MOV to CR3 and HLT, one after another: which of them does the processor refuse outside ring 0?',
    'zh-CN': 'ADD、STI、CLI、OUT、MOV 到 CR3、HLT 挨个执行一遍：不在 ring 0 时，处理器会拒绝哪几条？',
  },
  hasPv: false,
  source: `; A kernel's first steps
%include "prelude.inc"

start:
    mov ecx, 3
sum:
    add eax, ecx                ; concerns nobody but the guest
    loop sum
    sti                         ; IF := 1
    cli                         ; IF := 0
    mov al, 'A'
    mov edx, COM1
    out dx, al                  ; a byte for the serial port
    mov eax, 0x200000
    mov cr3, eax                ; where its page tables will be
    hlt                         ; with IF = 0: for good
`,
};

const oneCall: GuestProgram = {
  id: 'one-call',
  title: { en: 'Two system calls and a trespass', 'zh-CN': '两次系统调用与一次越权' },
  teaches: {
    en: 'An application in ring 3 calls its kernel twice, then tries CLI itself. Three ways into the monitor, and what the guest’s kernel hears of each.',
    'zh-CN': 'ring 3 的应用先调用两次内核，再自己去试 CLI。三次进入监控器，客户机内核各会听到什么？',
  },
  hasPv: false,
  source: `; Two system calls and a trespass
%include "prelude.inc"

start:
${loadGdt}    lidt [idtr]
    mov ax, 0x28
    ltr ax                      ; where the kernel's stack is named
    sti
    push UDATA                  ; what IRET needs to leave for ring 3
    push USTACK
    push 0x202                  ; IF = 1, as it is now
    push UCODE
    push user
    iret

system_call:                    ; the guest's kernel
    add eax, ebx
    iret
trespass:                       ; the guest's kernel, on #GP
    mov al, 0
    out DEBUG_EXIT, al

user:                           ; the application, in ring 3
    mov eax, 2
    mov ebx, 3
    int 0x80                    ; 2 + 3
    int 0x80                    ; 5 + 3
    cli                         ; not for applications

align 8
idt:                            ; a gate: low half of the address, selector,
    times 13 dq 0               ; kind, high half
    dw trespass - $$, KCODE, 0x8E00, 0x10
    times 0x80 - 14 dq 0
    dw system_call - $$, KCODE, 0xEF00, 0x10
idtr:
    dw idtr - idt - 1
    dd idt
${gdt}`,
};

const heldTick: GuestProgram = {
  id: 'held-tick',
  title: { en: 'A tick at the wrong time', 'zh-CN': '来得不巧的滴答' },
  teaches: {
    en: 'The timer interrupts while the guest has interrupts off. Who takes the tick, who keeps it, and when does the guest get it?',
    'zh-CN': '客户机关着中断时，定时器来了中断。谁接下这次滴答，谁替它留着，客户机什么时候拿到？',
  },
  hasPv: false,
  source: `; A tick at the wrong time
%define TIMER_COUNT 40
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

start:
${loadGdt}    lidt [idtr]
    call setup_pic
    call setup_timer            ; a tick every 40 instructions
    mov ecx, 45
busy:                           ; IF is 0, and a tick comes
    loop busy
    sti                         ; from the next instruction on it may come in
    nop
    hlt                         ; asleep until the second tick
    cli
    mov al, 0
    out DEBUG_EXIT, al

tick:
    inc dword [ticks]
    mov al, 0x20                ; tell the controller
    out PIC1, al
    iret
ticks:
    dd 0

align 8
idt:
    times 0x20 dq 0
    dw tick - $$, KCODE, 0x8E00, 0x10
idtr:
    dw idtr - idt - 1
    dd idt
${gdt}`,
};

const addressSpaces: GuestProgram = {
  id: 'address-spaces',
  title: { en: 'Two address spaces', 'zh-CN': '两个地址空间' },
  teaches: {
    en: 'The guest turns paging on and moves CR3 to and fro. The CR3 that the processor really walks is never the one the guest wrote.',
    'zh-CN': '客户机打开分页，来回换 CR3。处理器真正走的 CR3，从来不是客户机写进去的那个。',
  },
  hasPv: false,
  source: `; Two address spaces: the same address, two frames
%include "prelude.inc"

start:
    mov eax, cr4
    or eax, 0x10                ; PSE: pages of 4 MiB
    mov cr4, eax
    mov eax, space_a
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80000000          ; PG: paging on
    mov cr0, eax
    mov dword [0x400000], 'A'
    mov eax, space_b
    mov cr3, eax
    mov dword [0x400000], 'B'
    mov eax, space_a
    mov cr3, eax
    mov ebx, [0x400000]         ; 'A' again
    hlt

align 4096
space_a:
    dd 0x83, 0x400083           ; 4 MiB at 0, and at 4 MiB
    times 1022 dd 0
space_b:
    dd 0x83, 0x800083           ; at 4 MiB another frame
    times 1022 dd 0
`,
};

const addLoop: GuestProgram = {
  id: 'add-loop',
  title: { en: 'A thousand additions', 'zh-CN': '一千次加法' },
  teaches: {
    en: 'Code that computes runs as if there were no monitor: count the traps.',
    'zh-CN': '只做计算的代码，跑起来就像没有监控器一样：数一数陷入了几次。',
  },
  hasPv: false,
  source: `; A thousand additions
%include "prelude.inc"

start:
    mov ecx, 1000
sum:
    add eax, ecx
    loop sum
    mov al, 0
    out DEBUG_EXIT, al
`,
};

const restoreFlags: GuestProgram = {
  id: 'restore-flags',
  title: { en: 'Save the flags, restore the flags', 'zh-CN': '保存标志，恢复标志' },
  teaches: {
    en: 'PUSHF, CLI, work, POPF, as every kernel does. Then it sleeps until the next tick, and under this technique that is for ever.',
    'zh-CN': 'PUSHF、CLI、干活、POPF，每个内核都这么写。然后睡到下一次滴答；在这种技术下，一睡不醒。',
  },
  uses: ['pushf', 'popf'],
  hasPv: false,
  source: `; Save the flags, restore the flags
%define TIMER_COUNT 40
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

start:
${loadGdt}    lidt [idtr]
    sti
    pushf                       ; keep IF = 1
    cli
    inc dword [work]            ; undisturbed
    popf                        ; IF as it was: 1
    call setup_pic
    call setup_timer
    hlt                         ; until the next tick
    cli
    mov al, 0
    out DEBUG_EXIT, al

tick:
    mov al, 0x20
    out PIC1, al
    iret
work:
    dd 0

align 8
idt:
    times 0x20 dq 0
    dw tick - $$, KCODE, 0x8E00, 0x10
idtr:
    dw idtr - idt - 1
    dd idt
${gdt}`,
};

/** This lesson's own programs, in the order a reader meets them. */
export const programs: readonly GuestProgram[] = [firstSteps, oneCall, heldTick, addressSpaces, addLoop, restoreFlags];
