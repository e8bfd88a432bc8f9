/** Guests of a few lines that need no tables. */

export const cpuid = `; CPUID, four times over
%define USE_EXIT
%include "prelude.inc"

start:
    mov esi, 4
again:
    mov eax, 1
    cpuid
    dec esi
    jnz again
    mov al, 0
    jmp exit
`;

export const cr3 = `; A kernel that loads CR3, as at each switch of process
%define USE_EXIT
%include "prelude.inc"

start:
    mov esi, 4
again:
    mov eax, 0x300000
    mov cr3, eax
    mov ebx, cr3                ; and reads it back
    dec esi
    jnz again
    mov al, 0
    jmp exit
`;

export const ports = `; Four ports: who answers?
%define USE_EXIT
%include "prelude.inc"

start:
    mov al, 0xFE
    out PIC1 + 1, al            ; interrupt controller
    in al, PIC1 + 1
    mov al, 0x34
    out PIT + 3, al             ; timer
    mov dx, COM1 + 5
    in al, dx                   ; serial port: its status
    mov dx, COM1
    mov al, 'Q'
    out dx, al                  ; serial port: a letter
    out 0x80, al                ; nothing is there
    mov al, 0
    jmp exit
`;

export const touch = `; Four pages, each touched twice
%define USE_EXIT
%include "prelude.inc"

start:
    mov esi, 2
round:
    mov edi, 0x400000
    mov ecx, 4
touch:
    mov [edi], ecx
    add edi, 0x1000
    dec ecx
    jnz touch
    dec esi
    jnz round
    mov al, 0
    jmp exit
`;

export const spin = `; A kernel that never gives the processor back
%include "prelude.inc"

start:
    cli
forever:
    inc eax
    jmp forever
`;
