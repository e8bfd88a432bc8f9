import type { GuestProgram } from './program.ts';

export const outOfBounds: GuestProgram = {
  id: 'out-of-bounds',
  title: { en: 'A user task stepping out of bounds', 'zh-CN': '越界的用户任务' },
  teaches: {
    en: 'A user task reads the kernel, writes its own code, tries HLT. Each time the processor refuses, and the kernel goes on.',
    'zh-CN': '用户任务去读内核、写自己的代码、试着 HLT。每一次都被处理器拦下，内核照常往下走。',
  },
  hasPv: false,
  source: `; A user task stepping out of bounds: three tasks, three faults
%define USE_PUTS
%define USE_PUTHEX
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

DIRECTORY equ 0x400000
TABLE     equ 0x401000          ; the first 4 MiB in pages of 4 KiB

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    mov al, 13                  ; #GP
    mov ebx, protection_fault
    mov cl, GATE_INTERRUPT
    call set_gate
    mov al, 14                  ; #PF
    mov ebx, page_fault
    call set_gate

    cld
    mov edi, DIRECTORY
    mov ecx, 1024
    xor eax, eax
    rep stosd
    mov eax, 3                  ; the kernel's own: present, writable, not for user code
    mov ecx, 1024
    mov edi, TABLE
identity:
    stosd
    add eax, 0x1000
    loop identity
    mov ebx, user_page
    shr ebx, 12
    mov al, [TABLE + ebx*4]
    or al, 4                    ; one page for user code,
    and al, ~2                  ; and read-only
    mov [TABLE + ebx*4], al
    or dword [TABLE + ((USTACK - 1) >> 12)*4], 4
    mov dword [DIRECTORY], TABLE + 7
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010000
    mov cr0, eax

next_task:
    mov esp, STACK              ; nothing of the last task is worth keeping
    mov ebx, [task]
    inc dword [task]
    mov ebx, [tasks + ebx*4]
    test ebx, ebx
    jz done
    push UDATA
    push USTACK
    push 0x002
    push UCODE
    push ebx
    iret

done:
    mov esi, goes_on
    call puts
    mov al, 0
    jmp exit

protection_fault:
    mov esi, protection
    jmp report
page_fault:
    mov esi, page
report:
    call puts
    pop eax                     ; the error code
    call puthex
    mov esi, where
    call puts
    pop eax                     ; EIP of the instruction refused
    sub eax, user_page
    call puthex
    mov al, 10
    call putc
    jmp next_task

task:
    dd 0
tasks:
    dd reads_kernel, writes_code, halts, 0
protection:
    db "#GP error ", 0
page:
    db "#PF error ", 0
where:
    db " offset ", 0
goes_on:
    db "the kernel goes on", 10, 0

    align 4096                  ; a page of its own
user_page:
reads_kernel:
    mov eax, [start]            ; a page without the user bit: error 5
writes_code:
    mov byte [writes_code], 0x90 ; a page without the write bit: error 7
halts:
    hlt                         ; privileged: #GP
`,
};
