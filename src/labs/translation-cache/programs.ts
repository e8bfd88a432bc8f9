import { both } from '#kit/text.ts';
/** Guests made for this lab; those that all labs share follow them in the gallery. */

export const criticalLoop = `; A kernel that counts, four times, with interrupts off
%define USE_EXIT
%include "prelude.inc"

start:
    mov esp, STACK
    mov ecx, 4
round:
    pushf
    cli
    mov eax, [count]
    add eax, ecx
    mov [count], eax
    popf
    dec ecx
    jnz round
    mov al, 0
    jmp exit

count:
    dd 0
`;

const userLoop = `; A kernel that starts a program, and a program that never asks for anything
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    mov al, 0xff                ; no device may interrupt
    out PIC1 + 1, al
    mov al, 0x80
    mov ebx, done
    mov cl, GATE_USER
    call set_gate
    push dword UDATA
    push dword 0x200000
    push dword 0x202            ; IF is 1, as a program expects
    push dword UCODE
    push dword user
    iret

user:
    mov ecx, 400
compute:
    add eax, ecx
    xor edx, eax
    dec ecx
    jnz compute
    int 0x80

done:
    mov al, 0
    jmp exit
`;

const tableStores = `; A kernel that edits one entry of its page table, forty times
%define USE_EXIT
%include "prelude.inc"

DIRECTORY equ 0x400000
TABLE     equ 0x401000

start:
    mov esp, STACK
    mov edi, TABLE
    mov ecx, 1024
    mov eax, 3
    cld
fill:
    stosd
    add eax, 0x1000
    loop fill
    mov dword [DIRECTORY], TABLE + 3
    mov dword [DIRECTORY + 4], 0x400083
    mov eax, cr4
    or eax, 0x10
    mov cr4, eax
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010000
    mov cr0, eax

    mov ecx, 40
edit:
    mov eax, ecx
    shl eax, 12
    or eax, 0x300003
    mov [TABLE + 0x200*4], eax
    invlpg [0x200000]
    mov ebx, [0x200000]
    dec ecx
    jnz edit
    mov al, 0
    jmp exit
`;

export const ownPrograms = {
  'critical-loop': {
    title: both('A counting kernel', '会计数的内核'),
    about: both(
      'One hot block with PUSHF, CLI and POPF in it: see what each becomes, and the block run four times for one translation.',
      '一个反复执行的块，里面有 PUSHF、CLI 和 POPF：看它们各变成什么，再看块只翻译一次、却执行了四遍。',
    ),
    text: criticalLoop,
  },
  'user-loop': {
    title: both('A program left alone', '无人打扰的程序'),
    about: both(
      'The kernel is translated; the program in ring 3 runs as it is, and nobody counts its instructions.',
      '内核要翻译；ring 3 里的程序原样运行，没有人去数它的指令。',
    ),
    text: userLoop,
  },
  'table-stores': {
    title: both('Forty page-table stores', '四十次改写页表'),
    about: both(
      'The same store faults on a watched page; after the second time it is translated anew.',
      '同一条写指令总在被监视的页上触发异常；第二次之后，它被重新翻译。',
    ),
    text: tableStores,
  },
} as const;
