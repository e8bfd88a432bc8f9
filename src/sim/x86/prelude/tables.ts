/** The tables the processor reads: GDT, TSS and IDT, or what stands for them on a paravirtual machine. */
export const tables = `
%ifdef USE_GDT
%ifndef PV
align 8
gdt:
    dw 0, 0, 0, 0               ; the null descriptor
    dw 0xFFFF, 0                ; 08: limit 4 GiB, base 0
    db 0, 0x9A, 0xCF, 0         ;     ring 0, code
    dw 0xFFFF, 0                ; 10
    db 0, 0x92, 0xCF, 0         ;     ring 0, data
    dw 0xFFFF, 0                ; 18
    db 0, 0xFA, 0xCF, 0         ;     ring 3, code
    dw 0xFFFF, 0                ; 20
    db 0, 0xF2, 0xCF, 0         ;     ring 3, data
gdt_tss:
    dw TSS_LIMIT, 0             ; 28: the base is filled in below
    db 0, 0x89, 0, 0            ;     a task state segment, free
gdt_end:
gdtr:
    dw gdt_end - gdt - 1
    dd gdt

align 4
tss:
    dd 0
    dd STACK                    ; ESP for ring 0
    dd KDATA                    ; SS for ring 0
    times 22 dd 0               ; registers of a task switch: not used
    dw 0
    dw tss_io - tss             ; where the I/O permission bitmap begins
tss_io:
%ifdef USE_IO_BITMAP
    times 8192 db 0xFF          ; a 1 forbids the port
    db 0xFF                     ; and one byte of ones ends the map
TSS_LIMIT equ 104 + 8192
%else
TSS_LIMIT equ 103               ; the bitmap lies past the limit: every port is forbidden
%endif
%endif

; setup_gdt: loads the tables, the segment registers and the task register. Changes EAX.
setup_gdt:
%ifdef PV
    pusha
    mov eax, 3                  ; stack_switch: the stack for entries from ring 3
    mov ebx, KDATA
    mov ecx, STACK
    int 0x82
    popa
    mov eax, UDATA              ; good at both rings
    mov ds, ax
    mov es, ax
    ret
%else
    mov eax, tss                ; the base is split over three fields
    mov [gdt_tss + 2], ax
    shr eax, 16
    mov [gdt_tss + 4], al
    mov [gdt_tss + 7], ah
    lgdt [gdtr]
    mov eax, KDATA
    mov ss, ax
    mov eax, UDATA              ; good at both rings: on its way out to ring 3,
    mov ds, ax                  ; IRET empties a register that holds KDATA
    mov es, ax
    mov fs, ax
    mov gs, ax
    jmp KCODE:.reload           ; CS changes by a far jump only
.reload:
    mov eax, TSS
    ltr ax
    ret
%endif
%endif

%ifdef USE_IDT
; setup_idt: an empty table. Changes EAX, ECX and EDI.
setup_idt:
%ifndef PV
    cld
    mov edi, IDT
    mov ecx, 512
    xor eax, eax
    rep stosd
    lidt [.idtr]
%endif
    ret
%ifndef PV
.idtr:
    dw 256 * 8 - 1
    dd IDT
%endif

; set_gate: vector AL goes to EBX through a gate of kind CL. Keeps every register.
set_gate:
    pusha
    movzx eax, al
%ifdef PV
    xor edx, edx                ; flags: bits 1 to 0 the lowest ring that may call,
    mov dl, cl                  ; bit 2: hold events back on entry
    shr dl, 5
    and dl, 3
    test cl, 1
    jnz .trap
    or dl, 4
.trap:
    shl edx, 8
    or eax, edx
    or eax, KCODE << 16
    push 0                      ; an entry of zeroes ends the list
    push 0
    push ebx                    ; the handler
    push eax                    ; vector, flags, code selector
    mov eax, 0                  ; set_trap_table
    mov ebx, esp
    int 0x82
    add esp, 16
%else
    mov [IDT + eax*8], bx
    mov word [IDT + eax*8 + 2], KCODE
    mov byte [IDT + eax*8 + 4], 0
    mov [IDT + eax*8 + 5], cl
    shr ebx, 16
    mov [IDT + eax*8 + 6], bx
%endif
    popa
    ret
%endif
`;
