/** The interrupt controllers and the timer, or events and a one-shot timer on a paravirtual machine. */
export const clock = `
%ifndef TIMER_COUNT
%define TIMER_COUNT 1193        ; of 1 193 182 a second: about one tick in a millisecond
%endif
%ifndef TIMER_NS
%define TIMER_NS 1000000        ; nanoseconds between ticks of a paravirtual timer
%endif

%ifdef USE_PIC
; setup_pic: line 0 comes in at vector 0x20; only the timer's line is open. Changes AL.
setup_pic:
%ifndef PV
    mov al, 0x11                ; ICW1: begin, four words follow
    out PIC1, al
    out PIC2, al
    mov al, 0x20                ; ICW2: vectors from 0x20, clear of the exceptions
    out PIC1 + 1, al
    mov al, 0x28                ;       and from 0x28
    out PIC2 + 1, al
    mov al, 4                   ; ICW3: the second chip hangs on line 2
    out PIC1 + 1, al
    mov al, 2
    out PIC2 + 1, al
    mov al, 1                   ; ICW4: 8086 mode
    out PIC1 + 1, al
    out PIC2 + 1, al
    mov al, 0xFE                ; mask: a 0 opens a line
    out PIC1 + 1, al
    mov al, 0xFF
    out PIC2 + 1, al
%endif
    ret
%endif

%ifdef USE_TIMER
; setup_timer: periodic ticks. On a paravirtual machine EBX is the handler. Changes EAX.
setup_timer:
%ifdef PV
    pusha
    mov eax, 4                  ; set_callbacks
    mov ecx, ebx                ; the event handler
    mov ebx, KCODE
    mov edx, 0                  ; no failsafe handler
    mov esi, 0
    int 0x82
    popa
; next_tick: asks for one more. Changes EAX.
next_tick:
    push ebx
    push ecx
    add dword [timer_at], TIMER_NS
    adc dword [timer_at + 4], 0
    mov ebx, [timer_at]
    mov ecx, [timer_at + 4]
    mov eax, 15                 ; set_timer_op: an absolute time, and only once
    int 0x82
    pop ecx
    pop ebx
    ret
timer_at:
    dd 0, 0
%else
    mov al, 0x34                ; channel 0, low byte then high byte, mode 2
    out PIT + 3, al
    mov al, TIMER_COUNT & 0xFF
    out PIT, al
    mov al, TIMER_COUNT >> 8
    out PIT, al
    ret
%endif
%endif
`;
