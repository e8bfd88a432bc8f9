/** The guest that this lab begins with. */
export const lateCrash = `; A queue of jobs. The clock takes jobs out; the kernel puts one in.
%define USE_PUTS
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

start:
    mov esp, STACK
    call setup_gdt
    call setup_idt
    call setup_pic
    mov al, 0x20
    mov ebx, tick
    mov cl, GATE_INTERRUPT
    call set_gate
    call setup_timer
    sti

    push 0x002                  ; flags with IF = 0
    popf                        ; interrupts off: the queue is ours
    mov eax, [count]            ; one job waits
    mov ecx, 1300
prepare:
    loop prepare                ; the new job takes time to make
    mov dword [jobs + eax*4], second
    inc eax
    mov [count], eax            ; two jobs wait

    cli
next:
    mov eax, [count]
    test eax, eax
    jz done
    dec eax
    mov [count], eax
    mov ebx, [jobs + eax*4]
    test ebx, ebx
    jz bug                      ; a job that is nowhere
    call ebx
    jmp next
done:
    mov al, 0
    jmp exit
bug:
    ud2                         ; as Linux does at BUG()

tick:
    pusha
    mov eax, [count]
    test eax, eax
    jz .none
    dec eax
    mov [count], eax
    mov dword [jobs + eax*4], 0 ; taken: the place is empty
.none:
    mov al, 0x20                ; end of interrupt
    out PIC1, al
    popa
    iret

first:
    mov esi, one
    jmp puts
second:
    mov esi, two
    jmp puts

count:
    dd 1
jobs:
    dd first, 0
one:
    db "first job", 10, 0
two:
    db "second job", 10, 0
`;

/** The same without the hole: CLI traps, POPF does not. */
export const mended = lateCrash.replace(
  `    push 0x002                  ; flags with IF = 0
    popf                        ; interrupts off: the queue is ours
`,
  `    cli                         ; interrupts off: the queue is ours
`,
);
