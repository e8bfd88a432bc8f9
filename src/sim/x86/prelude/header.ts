/**
 * The Multiboot 1 header with address fields (flag bit 16; Multiboot Specification 0.6.96, section 3.1) and the names
 * of ports, selectors and places in memory. Every program begins with these lines.
 */
export const header = `; prelude.inc: the header a boot loader looks for, and a small library.
; A part of the library is assembled only if the program says %define USE_... before %include.
bits 32
org 0x100000

multiboot_header:
    dd 0x1BADB002               ; "here is a kernel"
    dd 0x00010000               ; flag bit 16: the five addresses below are valid
    dd -(0x1BADB002 + 0x00010000) ; makes the sum of the three zero
    dd multiboot_header         ; where this header is
    dd multiboot_header         ; where the file is loaded: 1 MiB
    dd 0                        ; to the end of the file
    dd 0                        ; no memory to clear after it
    dd start                    ; the first instruction

; Ports
COM1       equ 0x3F8            ; serial port; COM1+5 is the line status register
PIC1       equ 0x20             ; interrupt controller, lines 0 to 7
PIC2       equ 0xA0             ; interrupt controller, lines 8 to 15
PIT        equ 0x40             ; timer channel 0; PIT+3 is the mode register
DEBUG_EXIT equ 0xF4             ; a byte written here ends the machine

; Memory of a program. Clear what you use: nothing promises zeroes.
IDT        equ 0x1F0000         ; 256 gates of 8 bytes
STACK      equ 0x200000         ; the kernel's stack grows down from here
USTACK     equ 0x300000         ; the user's stack grows down from here

; Selectors
%ifdef PV
KCODE      equ 0xE019           ; flat code for ring 1, given by the hypervisor
KDATA      equ 0xE021           ; flat data for ring 1
UCODE      equ 0xE02B           ; flat code for ring 3
UDATA      equ 0xE033           ; flat data for ring 3
SHARED     equ 0x8000           ; the page shared with the hypervisor
PENDING    equ SHARED           ; byte: an event waits
MASK       equ SHARED + 1       ; byte: 1 holds events back, as IF = 0 holds interrupts
SELECT     equ SHARED + 4       ; dword: which dwords of EVENTS have a bit set
FAULT_AT   equ SHARED + 8       ; dword: the address of the last page fault, as in CR2
EVENTS     equ SHARED + 0x800   ; a bit per event channel; the timer is channel 1
%else
KCODE      equ 0x08             ; flat code for ring 0
KDATA      equ 0x10             ; flat data for ring 0
UCODE      equ 0x1B             ; flat code for ring 3
UDATA      equ 0x23             ; flat data for ring 3
TSS        equ 0x28             ; the task state segment
%endif

; Kinds of gate
GATE_INTERRUPT equ 0x8E         ; clears IF on entry, not for user code
GATE_TRAP      equ 0x8F         ; keeps IF, not for user code
GATE_USER      equ 0xEF         ; keeps IF, user code may call it with INT
`;
