/** Writing bytes, words and numbers to the serial port, and ending the machine. */
export const output = `
%ifdef USE_PUTS
%define USE_PUTC
%endif
%ifdef USE_PUTHEX
%define USE_PUTC
%endif

%ifdef USE_PUTC
; putc: sends AL. Keeps every register.
putc:
%ifdef PV
    pusha
    push eax                    ; the byte lies on the stack
    mov eax, 18                 ; console_io
    mov ebx, 0                  ; write
    mov ecx, 1                  ; one byte
    mov edx, esp                ; from here
    int 0x82
    pop eax
    popa
    ret
%else
    push edx
    push eax
    mov edx, COM1 + 5
.wait:
    in al, dx
    test al, 0x20               ; is the transmitter empty?
    jz .wait
    pop eax
    mov edx, COM1
    out dx, al
    pop edx
    ret
%endif
%endif

%ifdef USE_PUTS
; puts: sends the bytes at ESI up to a zero. Keeps every register.
puts:
    push eax
    push esi
.next:
    mov al, [esi]
    inc esi
    test al, al
    jz .done
    call putc
    jmp .next
.done:
    pop esi
    pop eax
    ret
%endif

%ifdef USE_PUTHEX
; puthex: sends EAX as eight hexadecimal digits. Keeps every register.
puthex:
    push eax
    push ecx
    push edx
    mov edx, eax
    mov ecx, 8
.digit:
    rol edx, 4                  ; the highest digit first
    mov al, dl
    and al, 0x0F
    add al, '0'
    cmp al, '9'
    jbe .send
    add al, 'A' - '9' - 1
.send:
    call putc
    loop .digit
    pop edx
    pop ecx
    pop eax
    ret
%endif

%ifdef USE_EXIT
; exit: ends the machine; AL = 0 says that all went well.
exit:
%ifdef PV
    movzx eax, al
    test eax, eax
    jz .reason
    mov eax, 3                  ; SHUTDOWN_crash
.reason:
    push eax
    mov eax, 29                 ; sched_op
    mov ebx, 2                  ; SCHEDOP_shutdown
    mov ecx, esp                ; the reason
    int 0x82
    jmp $
%else
    out DEBUG_EXIT, al
    cli
.stop:
    hlt
    jmp .stop
%endif
%endif
`;
