import type { GuestProgram } from './program.ts';

export const pageFault: GuestProgram = {
  id: 'page-fault',
  title: { en: 'A page fault served', 'zh-CN': '处理一次缺页' },
  teaches: {
    en: 'Memory given on demand: the first touch of each page faults, the kernel supplies a frame, and the instruction runs again.',
    'zh-CN': '按需分配内存：每页头一次被碰时触发缺页，内核补上页框，那条指令再执行一遍。',
  },
  hasPv: false,
  source: `; A page fault served: frames on demand
%define USE_PUTS
%define USE_PUTHEX
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

DIRECTORY equ 0x400000          ; the page directory
TABLE     equ 0x401000          ; one page table, for HEAP
FRAMES    equ 0x500000          ; memory to hand out
HEAP      equ 0x40000000        ; where it will appear

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    mov al, 14                  ; #PF
    mov ebx, page_fault
    mov cl, GATE_INTERRUPT
    call set_gate

    cld
    mov edi, DIRECTORY          ; clear the directory and the table behind it
    mov ecx, 2048
    xor eax, eax
    rep stosd
    mov eax, 0x83               ; present, writable, 4 MiB
    mov ecx, 4
    mov edi, DIRECTORY
identity:                       ; 16 MiB: linear address = physical address
    stosd
    add eax, 0x400000
    loop identity
    mov dword [DIRECTORY + (HEAP >> 22)*4], TABLE + 3

    mov eax, cr4
    or eax, 0x10                ; PSE: allow 4 MiB pages
    mov cr4, eax
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010000          ; paging, and write protection for the kernel too
    mov cr0, eax

    mov dword [HEAP + 0x10], 1  ; faults: a write
    mov dword [HEAP + 0x20], 2  ; does not: the page is there now
    mov eax, [HEAP + 0x3000]    ; faults: a read
    mov ecx, [HEAP + 0x10]
    add eax, ecx
    add eax, [HEAP + 0x20]
    call puthex                 ; 00000003
    mov al, 10
    call putc
    mov al, 0
    jmp exit

page_fault:                     ; on the stack: the error code, then EIP, CS, EFLAGS
    pusha
    mov esi, where
    call puts
    mov eax, cr2                ; the address that was touched
    call puthex
    mov esi, error
    call puts
    mov eax, [esp + 32]         ; bit 0: was present, 1: a write, 2: by user code
    call puthex
    mov al, 10
    call putc

    mov ebx, cr2
    sub ebx, HEAP
    shr ebx, 12                 ; which page of the heap
    mov edi, [next_frame]
    add dword [next_frame], 0x1000
    mov eax, edi
    or eax, 3                   ; present, writable
    mov [TABLE + ebx*4], eax
    mov ecx, 1024               ; a fresh page is all zero
    xor eax, eax
    rep stosd
    popa
    add esp, 4                  ; drop the error code
    iret                        ; to the same instruction once more

next_frame:
    dd FRAMES
where:
    db "fault at ", 0
error:
    db " error ", 0
`,
};
