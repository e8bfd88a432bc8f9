import type { Sample } from '#kit/controls.ts';
import { both } from '#kit/text.ts';

/** A guest whose rates stand in its first lines. */
export const mixer: Sample = {
  title: both('A workload to order', '可调的负载'),
  about: both(
    'User code computes for WORK instructions and then calls the kernel, ROUNDS times. The kernel writes a page table and a port, or not: the first lines say how often.',
    '用户代码先算 WORK 条指令，再进内核一次，共 ROUNDS 轮。内核写不写页表、碰不碰端口，由开头几行决定。',
  ),
  text: `; A workload to order: compute, then ask the kernel
%define ROUNDS 20
%define WORK   1000             ; instructions between two system calls
%define TABLES 1                ; page-table writes in each call
%define PORTS  0                ; port accesses in each call
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

DIRECTORY equ 0x400000
TABLE     equ 0x401000

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER
    call set_gate

    cld
    mov edi, DIRECTORY          ; a directory and one table, empty
    mov ecx, 2048
    xor eax, eax
    rep stosd
    mov eax, 0x87               ; 16 MiB for everyone: linear = physical
    mov ecx, 4
    mov edi, DIRECTORY
identity:
    stosd
    add eax, 0x400000
    loop identity
    mov dword [DIRECTORY + 0x400], TABLE + 3
    mov eax, cr4
    or eax, 0x10                ; PSE: 4 MiB pages
    mov cr4, eax
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80000000          ; paging on
    mov cr0, eax

    push UDATA
    push USTACK
    push 2                      ; EFLAGS with IF = 0: no interrupts
    push UCODE
    push user
    iret

system_call:                    ; EAX = 1: end
    cmp eax, 1
    je .end
%if TABLES > 0
    times TABLES mov dword [TABLE], 0x500003
%endif
%if PORTS > 0
    times PORTS in al, 0x80
%endif
    xor eax, eax
    iret
.end:
    mov al, 0
    jmp exit

user:                           ; ring 3 from here
    mov ebx, ROUNDS
.round:
    mov ecx, WORK
.work:
    loop .work                  ; the computing
    xor eax, eax
    int 0x80
    dec ebx
    jnz .round
    mov eax, 1
    int 0x80
`,
};
