import type { GuestProgram } from './program.ts';

export const ioplAndPorts: GuestProgram = {
  id: 'iopl-and-ports',
  title: { en: 'IOPL and the port bitmap', 'zh-CN': 'IOPL 与端口位图' },
  teaches: {
    en: 'Two locks guard the ports: IOPL for all of them, the bitmap in the TSS for each. CLI and STI know only the first.',
    'zh-CN': '端口有两道锁：IOPL 管全部，TSS 里的位图逐个管。CLI 和 STI 只认第一道。',
  },
  hasPv: false,
  source: `; IOPL and the port bitmap: what may user code do, and when?
%define USE_PUTS
%define USE_EXIT
%define USE_GDT
%define USE_IO_BITMAP
%define USE_IDT
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    mov al, 13                  ; #GP
    mov ebx, refused
    mov cl, GATE_INTERRUPT
    call set_gate
    mov al, 0x80
    mov ebx, next_trial
    mov cl, GATE_USER
    call set_gate

    mov byte [tss_io + COM1/8], 0 ; open the eight ports of COM1
next_trial:
    mov esp, STACK
    mov ebx, [trial]
    inc dword [trial]
    mov esi, [names + ebx*4]
    test esi, esi
    jz done
    call puts
    push UDATA
    push USTACK
    push dword [flags + ebx*4]
    push UCODE
    push dword [codes + ebx*4]
    iret

refused:                        ; #GP
    mov esi, no
    call puts
    jmp next_trial

done:
    mov al, 0
    jmp exit

open_port:                      ; user code, one trial each
    mov edx, COM1
    mov al, '*'
    out dx, al
    jmp allowed
closed_port:
    in al, PIC1 + 1
    jmp allowed
interrupts:
    cli
allowed:
    mov esi, yes
    mov edx, COM1
.next:                          ; user code prints by itself: the port is open
    mov al, [esi]
    inc esi
    test al, al
    jz .done
    out dx, al
    jmp .next
.done:
    int 0x80

trial:
    dd 0
names:
    dd name_0, name_1, name_2, name_3, name_4, name_5, 0
codes:
    dd open_port, closed_port, interrupts, open_port, closed_port, interrupts
flags:
    dd 0x002, 0x002, 0x002, 0x3002, 0x3002, 0x3002
name_0:
    db "IOPL 0, OUT to COM1: ", 0
name_1:
    db "IOPL 0, IN from the PIC: ", 0
name_2:
    db "IOPL 0, CLI: ", 0
name_3:
    db "IOPL 3, OUT to COM1: ", 0
name_4:
    db "IOPL 3, IN from the PIC: ", 0
name_5:
    db "IOPL 3, CLI: ", 0
yes:
    db "allowed", 10, 0
no:
    db "#GP", 10, 0
`,
};
