/**
 * What every generated program stands on: tables with room for trial descriptors, a handler for every exception, a rolling
 * hash of what was computed (`mix`), and two system calls for code at ring 3. `%define TRACE` prints each value mixed in.
 *
 * An exception is printed as vector, error code and CS (2, 4 and 2 digits), EIP, and IOPL, IF and DF of the saved EFLAGS;
 * a page fault adds CR2. Then the program goes on at `[resume]`, at ring 0, on the stack of `[kernel_esp]`.
 */
const vectors = [0, 1, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 17] as const;
const withCode: readonly number[] = [8, 10, 11, 12, 13, 14, 17];

const stub = (vector: number): string => `vector_${vector}:
${withCode.includes(vector) ? '' : '    push 0\n'}    push ${vector}
    jmp fault
`;

const gate = (vector: number): string => `    mov al, ${vector}
    mov ebx, vector_${vector}
    mov cl, GATE_INTERRUPT
    call set_gate
`;

/** Set-up, to stand before the first block. */
export const opening = `%define USE_PUTHEX
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

TABLE   equ 0x1F1000            ; 64 descriptors
SCRATCH equ 0x310000            ; memory to play with
ROOT    equ 0x400000            ; a page directory
PAGES   equ 0x401000            ; the page table of WINDOW
WINDOW  equ 0x40000000
FRAMES  equ 0x500000            ; the frames behind it
BASE    equ STACK - 0x4000      ; the stack of the program itself

start:
    mov esp, BASE
    call setup_gdt
    call setup_idt
    call setup_pic
    mov al, 0xFF                ; no line is open but while a block wants ticks
    out PIC1 + 1, al
    cld
    mov edi, TABLE
    xor eax, eax
    mov ecx, 128
    rep stosd
    mov esi, gdt
    mov edi, TABLE
    mov ecx, gdt_end - gdt
    rep movsb
    and byte [TABLE + TSS + 5], 0xFD ; the TSS free again
    lgdt [table_register]
    mov eax, TSS
    ltr ax
    xor eax, eax
    lldt ax                     ; after a reset the local table is 64 KiB of the firmware's memory
    mov edi, SCRATCH
    mov eax, 0x12345678
    mov ecx, 1024
fill_scratch:
    stosd
    imul eax, eax, 1664525
    add eax, 1013904223
    loop fill_scratch
    mov [kernel_esp], esp
${vectors.map(gate).join('')}    mov al, 3
    mov ebx, vector_3
    mov cl, GATE_USER
    call set_gate
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER
    call set_gate
    xor eax, eax
    xor ebx, ebx
    xor ecx, ecx
    xor edx, edx
    xor esi, esi
    xor edi, edi
    xor ebp, ebp
`;

/** The routines, to stand after the last block. */
export const closing = `
    mov al, 0
    jmp exit

; mix: takes a value from the stack into the hash. Keeps every register and flag.
mix:
    pushf
    pusha
    cld
    mov eax, [esp + 40]
%ifdef TRACE
    push eax
    call puthex
    mov al, ' '
    call putc
    pop eax
%endif
    mov edx, [hash]
    rol edx, 5
    xor edx, eax
    imul edx, edx, 0x01000193
    mov [hash], edx
    popa
    popf
    ret 4

; show: prints the hash. Keeps every register and flag.
show:
    pushf
    pusha
    mov eax, [hash]
    call puthex
    mov al, 10
    call putc
    popa
    popf
    ret

; note: prints AL. Keeps every register and flag.
note:
    pushf
    call putc
    popf
    ret

${vectors.map(stub).join('')}
; On the stack: vector, error code, EIP, CS, EFLAGS.
fault:
    push eax
    mov eax, UDATA
    mov ds, ax
    mov es, ax
    pop eax
    cmp dword [esp], 14
    jne .report
    cmp dword [serve], 0
    je .report
    pusha                       ; make the page present and try again
    mov eax, cr2
    push eax
    call mix
    mov ebx, eax
    shr eax, 12
    and eax, 1023
    or dword [PAGES + eax*4], 7
    invlpg [ebx]
    popa
    add esp, 8
    iret
.report:
    cld
    mov ecx, [vague]
    not ecx
    and ecx, [esp + 4]
    mov eax, [esp]
    shl eax, 16
    mov ax, cx
    shl eax, 8
    mov al, [esp + 12]
    call puthex
    mov al, ' '
    call putc
    mov eax, [esp + 8]
    call puthex
    mov al, ' '
    call putc
    mov eax, [esp + 16]
    and eax, 0x3600
    call puthex
    cmp dword [esp], 14
    jne .done
    mov al, ' '
    call putc
    mov eax, cr2
    call puthex
.done:
    mov al, 10
    call putc
leave_user:
    mov eax, UDATA
    mov ds, ax
    mov dword [vague], 0
    mov es, ax
    mov fs, ax
    mov gs, ax
    mov esp, [kernel_esp]
    push 0x002
    popf
    jmp [resume]

; EAX = 0: mix EBX in. EAX = 1: back to the program, at ring 0.
system_call:
    cmp eax, 1
    je leave_user
    push ebx
    call mix
    iret

hash:
    dd 0x811C9DC5
resume:
    dd 0
serve:
    dd 0
vague:                          ; bits of an error code that are not printed
    dd 0
kernel_esp:
    dd 0
table_register:
    dw 64 * 8 - 1
    dd TABLE
`;
