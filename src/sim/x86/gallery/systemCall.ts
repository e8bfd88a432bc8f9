import type { GuestProgram } from './program.ts';

export const systemCall: GuestProgram = {
  id: 'system-call',
  title: { en: 'A system call', 'zh-CN': '一次系统调用' },
  teaches: {
    en: 'User code at ring 3 may not touch a port. It asks the kernel through INT 0x80, and the processor changes ring and stack.',
    'zh-CN': 'ring 3 的用户代码不许碰端口，只能用 INT 0x80 请内核代劳；特权级和栈由处理器一并切换。',
  },
  hasPv: true,
  source: `; A system call: user code asks the kernel to print
%define USE_PUTC
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt              ; the TSS in it names the stack for ring 0
    call setup_idt
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER           ; DPL 3: user code may use this gate
    call set_gate

    push UDATA                  ; IRET leaves for an outer ring when it finds
    push USTACK                 ; SS, ESP,
    push 0x202                  ; EFLAGS with IF = 1,
    push UCODE                  ; CS with RPL 3
    push user                   ; and EIP on the stack
    iret

; EAX = 0: print BL. EAX = 1: end.
system_call:
    cmp eax, 1
    je .end
    mov al, bl
    call putc
    iret                        ; back to ring 3
.end:
    mov al, 0
    jmp exit

user:                           ; ring 3 from here
    mov esi, message
.next:
    mov bl, [esi]
    inc esi
    test bl, bl
    jz .done
    mov eax, 0
    int 0x80
    jmp .next
.done:
    mov eax, 1
    int 0x80

message:
    db "asked from ring 3", 10, 0
`,
};
