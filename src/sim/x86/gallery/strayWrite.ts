import type { GuestProgram } from './program.ts';

export const strayWrite: GuestProgram = {
  id: 'stray-write',
  title: { en: 'A stray kernel write', 'zh-CN': '内核的一次误写' },
  teaches: {
    en: 'A kernel bug writes to the top 4 MiB. Alone, the kernel owns them; beneath a hypervisor that lives there, segment limits must catch it.',
    'zh-CN': '内核的缺陷把数据写到了最高的 4 MiB。独占机器时那本就是它的；若上面住着虚拟机监视器，就得靠段界限拦住。',
  },
  hasPv: false,
  source: `; A stray kernel write: who lives in the highest 4 MiB of the address space?
%define USE_PUTS
%define USE_PUTHEX
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

DIRECTORY equ 0x400000
HIGH      equ 0xFFC00000        ; the last 4 MiB of linear addresses
TARGET    equ 0x800000          ; the frame the kernel mapped there

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    mov al, 13                  ; #GP
    mov ebx, refused
    mov cl, GATE_INTERRUPT
    call set_gate

    cld
    mov edi, DIRECTORY
    mov ecx, 1024
    xor eax, eax
    rep stosd
    mov eax, 0x83
    mov ecx, 4
    mov edi, DIRECTORY
identity:
    stosd
    add eax, 0x400000
    loop identity
    mov dword [DIRECTORY + (HIGH >> 22)*4], TARGET + 0x83
    mov eax, cr4
    or eax, 0x10                ; 4 MiB pages
    mov cr4, eax
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010000
    mov cr0, eax

    mov dword [TARGET + 0x1234], 0
    mov edi, [pointer]          ; a wild pointer
stray:
    mov dword [edi], 0x0BADF00D
    mov eax, [TARGET + 0x1234]  ; on a machine of our own it arrives
    call puthex
    mov esi, arrived
    call puts
    mov al, 0
    jmp exit

refused:
    mov esi, caught
    call puts
    mov al, 1
    jmp exit

pointer:
    dd HIGH + 0x1234
arrived:
    db " the write arrived", 10, 0
caught:
    db "#GP", 10, 0
`,
};
