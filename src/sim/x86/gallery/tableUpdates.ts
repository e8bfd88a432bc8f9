import type { GuestProgram } from './program.ts';

export const tableUpdates: GuestProgram = {
  id: 'table-updates',
  title: { en: 'Page-table updates, many', 'zh-CN': '成批改页表' },
  teaches: {
    en: 'A kernel maps 64 pages. Paravirtual, each entry is a hypercall of its own, or all of them share one: the batch decides the price.',
    'zh-CN': '内核要映射 64 页。半虚拟化时，可以一个表项一次超级调用，也可以攒成一批只调一次：价钱就差在批量上。',
  },
  hasPv: true,
  source: `; Page-table updates: map UPDATES pages, one by one or (%define BATCH) at once
%ifndef UPDATES
%define UPDATES 64
%endif
%define USE_PUTHEX
%define USE_EXIT
%define USE_GDT
%include "prelude.inc"

DIRECTORY equ 0x400000
TABLE     equ 0x401000          ; the table for WINDOW
IDENTITY  equ 0x402000          ; 4 tables: 16 MiB, linear = physical
FRAMES    equ 0x500000
WINDOW    equ 0x40000000
QUEUE     equ 0x300000          ; updates that wait, 16 bytes each

start:
    mov esp, STACK
    call setup_gdt
    cld
    mov edi, DIRECTORY
    mov ecx, 2048
    xor eax, eax
    rep stosd
    mov edi, IDENTITY
    mov eax, 3
    mov ecx, 4096
identity:
    stosd
    add eax, 0x1000
    loop identity
    mov eax, IDENTITY + 3
    mov edi, DIRECTORY
    mov ecx, 4
tables:
    stosd
    add eax, 0x1000
    loop tables
    mov dword [DIRECTORY + (WINDOW >> 22)*4], TABLE + 3
%ifdef PV
    mov edi, IDENTITY + (DIRECTORY >> 12)*4
    mov ecx, 6                  ; page tables must be read-only
protect:
    and dword [edi], ~2
    add edi, 4
    loop protect
    mov eax, 26                 ; mmuext_op
    mov ebx, root
    mov ecx, 2                  ; two operations
    mov edx, 0                  ; no count wanted
    mov esi, 0x7FF0             ; on myself
    int 0x82
%else
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010000
    mov cr0, eax
%endif

    mov ecx, UPDATES            ; write a number into each frame,
    mov edi, FRAMES
    xor eax, eax
fill:
    inc eax
    mov [edi], eax
    add edi, 0x1000
    loop fill

    mov ebp, 0                  ; then map them, one after another
update:
    mov edx, ebp
    shl edx, 12
    add edx, FRAMES + 3         ; the new entry
%ifdef PV
    lea eax, [TABLE + ebp*4]    ; the address of the entry; low bits 0: a normal update
%ifdef BATCH
    mov ecx, ebp
    shl ecx, 4
    add ecx, QUEUE              ; keep it for later
%else
    mov ecx, QUEUE
%endif
    mov [ecx], eax
    mov dword [ecx + 4], 0      ; both are 64 bits wide
    mov [ecx + 8], edx
    mov dword [ecx + 12], 0
%ifndef BATCH
    mov ebx, QUEUE
    mov ecx, 1
    call mmu_update
%endif
%else
    mov [TABLE + ebp*4], edx    ; a store, no more
%endif
    inc ebp
    cmp ebp, UPDATES
    jb update
%ifdef PV
%ifdef BATCH
    mov ebx, QUEUE              ; one hypercall for all of them
    mov ecx, UPDATES
    call mmu_update
%endif
%endif

    mov ecx, UPDATES            ; the sum over the window: 1 + 2 + ... + 64 = 0x820
    mov esi, WINDOW
    xor eax, eax
sum:
    add eax, [esi]
    add esi, 0x1000
    loop sum
    call puthex
    mov al, 10
    call putc
    mov al, 0
    jmp exit

%ifdef PV
mmu_update:
    mov eax, 1
    mov edx, 0
    mov esi, 0x7FF0
    int 0x82
    ret

root:
    dd 1, DIRECTORY >> 12, 0    ; MMUEXT_PIN_L2_TABLE: check the tables once
    dd 5, DIRECTORY >> 12, 0    ; MMUEXT_NEW_BASEPTR: walk them from now on
%endif
`,
};
