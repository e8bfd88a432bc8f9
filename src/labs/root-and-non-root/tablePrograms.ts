/** Guests with a GDT and an IDT of their own: for ring 3, exceptions and interrupts. */

export const tour = `; One of each, in ring 0 and then in ring 3
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

start:
    mov eax, 0
    cpuid                       ; who is this processor?
    cli                         ; no interrupts, please
    mov eax, 0x300000
    mov cr3, eax                ; another page table, for later
    mov ecx, 0x174
    rdmsr                       ; a model-specific register
    mov al, 0xFF
    out PIC1 + 1, al            ; the interrupt controller's mask
    mov al, 'K'
    mov dx, COM1
    out dx, al                  ; a letter to the serial port
    mov esp, STACK
    call setup_gdt
    lidt [setup_idt.idtr]
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER
    call set_gate
    push UDATA
    push USTACK
    push 0x202
    push UCODE
    push user
    iret                        ; to ring 3

user:
    mov eax, 7
    int 0x80                    ; a system call
    jmp user

system_call:
    inc dword [calls]
    cmp dword [calls], 3
    je .enough
    iret
.enough:
    mov al, 0
    jmp exit

calls:
    dd 0
`;

export const user = `; System calls, and a program that goes too far
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    lidt [setup_idt.idtr]
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER
    call set_gate
    mov al, 13
    mov ebx, protection
    mov cl, GATE_INTERRUPT
    call set_gate
    push UDATA
    push USTACK
    push 2
    push UCODE
    push user
    iret

user:                           ; ring 3 from here
    int 0x80
    int 0x80
    cpuid                       ; not privileged at all
    cli                         ; privileged: #GP
    jmp user

system_call:
    iret

protection:                     ; the guest's kernel ends the program
    mov al, 0
    jmp exit
`;

export const pageFault = `; A page fault that the guest's kernel serves
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

DIRECTORY equ 0x300000

start:
    mov esp, STACK
    call setup_gdt
    lidt [setup_idt.idtr]
    mov al, 14
    mov ebx, page_fault
    mov cl, GATE_INTERRUPT
    call set_gate
    mov dword [DIRECTORY], 0x83 ; 4 MiB, present
    mov dword [DIRECTORY + 4], 0
    mov eax, 0x10               ; CR4.PSE
    mov cr4, eax
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80000000          ; CR0.PG
    mov cr0, eax
    mov ebx, [0x400000]         ; not present
    mov al, 0
    jmp exit

page_fault:
    mov eax, cr2
    mov dword [DIRECTORY + 4], 0x400083
    add esp, 4                  ; the error code
    iret
`;

export const sleep = `; HLT until the timer ticks
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    lidt [setup_idt.idtr]
    mov al, 0x20
    mov ebx, tick
    mov cl, GATE_INTERRUPT
    call set_gate
    call setup_pic
    call setup_timer
    sti
    hlt                         ; nothing to do
    mov al, 0
    jmp exit

tick:
    mov al, 0x20
    out PIC1, al                ; end of interrupt
    iret
`;

export const vmcall = `; VMCALL: a call to a monitor
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    lidt [setup_idt.idtr]
    mov al, 6
    mov ebx, undefined
    mov cl, GATE_INTERRUPT
    call set_gate
    vmcall
    mov al, 0
    jmp exit

undefined:                      ; #UD, as on a machine without a monitor
    add dword [esp], 3          ; VMCALL is three bytes long
    iret
`;
