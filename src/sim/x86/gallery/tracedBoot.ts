/** Steps B1 to B12: the kernel takes the machine over and enters user code. */
export const bootSteps = `; The traced kernel: every step has a label
; %define NO_RING_CHECK leaves out B7, %define PLAIN_HLT sleeps without STI
%ifndef PASSES
%define PASSES 2
%endif
%define USE_PUTS
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%define USE_PIC
%define USE_TIMER
%include "prelude.inc"

PGD0   equ 0x210000             ; two page directories
PGD1   equ 0x211000
TABLE  equ 0x212000             ; and one table, which both share: the first 4 MiB
WINDOW equ 0x3FF000             ; a page whose frame changes
FRAME  equ 0x220000             ; to this one, or the next
PTE    equ TABLE + (WINDOW >> 12)*4

start:
    mov esp, STACK
    cld
    mov edi, PGD0
    mov ecx, 2048
    xor eax, eax
    rep stosd
    mov eax, 7                  ; present, writable, for user code too
    mov edi, TABLE
    mov ecx, 1024
identity:                       ; linear address = physical address
    stosd
    add eax, 0x1000
    loop identity
    mov dword [PGD0], TABLE + 7
    mov dword [PGD1], TABLE + 7
%ifdef PV
    and dword [TABLE + (PGD0 >> 12)*4], ~2 ; tables in use must be read-only
    and dword [TABLE + (PGD1 >> 12)*4], ~2
    and dword [TABLE + (TABLE >> 12)*4], ~2
%endif
    mov dword [FRAME], 'old'
    mov dword [FRAME + 0x1000], 'new'
    call setup_pic

%ifdef PV
B1_lgdt:                        ; set_gdt: the flat segments given will do
    mov eax, 2
    mov ebx, 0
    mov ecx, 0
    int 0x82
B2_lidt:                        ; set_trap_table for INT, set_callbacks for events
    mov eax, 0
    mov ebx, traps
    int 0x82
    mov eax, 4
    mov ebx, KCODE
    mov ecx, T0_tick
    mov edx, 0
    mov esi, 0
    int 0x82
B3_ltr:                         ; stack_switch
    mov eax, 3
    mov ebx, KDATA
    mov ecx, STACK
    int 0x82
B4_cr3:                         ; mmuext_op: check both directories, walk the first
    mov eax, 26
    mov ebx, roots
    mov ecx, 3
    mov edx, 0
    mov esi, 0x7FF0             ; on myself
    int 0x82
B5_paging:                      ; paging is on
B6_segments:                    ; segments are given
    mov eax, UDATA
    mov ds, ax
    mov es, ax
B7_ring_check:                  ; ring 1, and known
B8_sidt:                        ; no IDT to look for
B9_smsw:                        ; no CR0 to look at
B10_timer:                      ; set_timer_op
    call next_tick
B11_sti:                        ; the mask byte, and no trap
    mov byte [MASK], 0
    cmp byte [PENDING], 0       ; did an event come meanwhile?
    je to_user
    mov eax, 17                 ; xen_version: lets it in
    mov ebx, 0
    int 0x82
to_user:
%else
    mov edi, IDT                ; a table without gates, then two of them
    mov ecx, 512
    xor eax, eax
    rep stosd
    mov al, 0x20
    mov ebx, T0_tick
    mov cl, GATE_INTERRUPT
    call set_gate
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER
    call set_gate
    mov eax, tss
    mov [gdt_tss + 2], ax
    shr eax, 16
    mov [gdt_tss + 4], al
    mov [gdt_tss + 7], ah
B1_lgdt:
    lgdt [gdtr]
reload:                         ; CS keeps the old descriptor until a far jump
    jmp KCODE:B2_lidt
B2_lidt:
    lidt [idtr]
    mov eax, TSS
B3_ltr:
    ltr ax                      ; names the stack for ring 0
    mov eax, PGD0
B4_cr3:
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010001          ; PG, WP, PE
B5_paging:
    mov cr0, eax
    mov eax, 0x10
B6_segments:
    mov ds, ax
    mov es, ax
    mov ss, ax
B7_ring_check:
%ifndef NO_RING_CHECK
    push cs
    pop eax
    test al, 3                  ; the kernel insists on ring 0
    jnz panic
%endif
B8_sidt:
    sidt [kept_idt]             ; for a crash dump
B9_smsw:
    smsw ax
    test al, 1                  ; protected mode, surely?
    jz panic
    mov al, 0x34
B10_timer:
    out PIT + 3, al
    mov al, TIMER_COUNT & 0xFF
    out PIT, al
    mov al, TIMER_COUNT >> 8
    out PIT, al
B11_sti:
    sti
%endif
    mov eax, UDATA
    mov ds, ax
    mov es, ax
    push UDATA
    push USTACK
    push 0x202                  ; IF = 1
    push UCODE
    push U1_compute
B12_iret:
    iret                        ; into user code

panic:
    mov esi, not_ring_0
    call puts
    mov al, 1
    jmp exit
`;
