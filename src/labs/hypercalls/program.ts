/**
 * The guest of this lab: a kernel that maps pages and serves system calls. The
 * words at its end are what the picture reads; a text without them runs as well, and shows its crossings only.
 */
export const kernel = `; A kernel that maps UPDATES pages, then serves CALLS system calls.
; PV: for a hypervisor. TRAP: plain stores all the same. LIST: entries are kept until there are BATCH of them.
%ifndef UPDATES
%define UPDATES 64
%endif
%ifndef BATCH
%define BATCH 8
%endif
%ifndef CALLS
%define CALLS 3
%endif
%define USE_EXIT
%define USE_GDT
%define USE_IDT
%include "prelude.inc"

DIRECTORY equ 0x240000
TABLE     equ 0x241000          ; the page table for WINDOW
IDENTITY  equ 0x242000          ; the table for the first 4 MiB, linear = physical
FRAMES    equ 0x300000
WINDOW    equ 0x40000000
QUEUE     equ 0x280000          ; calls that wait, 32 bytes each

start:
    mov esp, STACK
%ifdef PV
    mov eax, 0x40000000         ; who is there?
    ud2                         ; the prefix that asks the hypervisor
    db "xen"
    cpuid
%endif
    call setup_gdt
    call setup_idt
    mov al, 0x80
    mov ebx, system_call
    mov cl, GATE_USER
    call set_gate
    mov al, 14                  ; #PF
    mov ebx, page_fault
    mov cl, GATE_TRAP
    call set_gate

    cld
    mov edi, DIRECTORY
    mov ecx, 2048
    xor eax, eax
    rep stosd
    mov edi, IDENTITY
    mov eax, 7                  ; present, writable, for user code too
    mov ecx, 1024
identity:
    stosd
    add eax, 0x1000
    loop identity
    mov dword [DIRECTORY], IDENTITY + 7
    mov dword [DIRECTORY + (WINDOW >> 22)*4], TABLE + 7
%ifdef PV
    mov edi, IDENTITY + (DIRECTORY >> 12)*4
    mov ecx, 3                  ; page tables must be read-only
protect:
    and dword [edi], ~2
    add edi, 4
    loop protect
    mov eax, 26                 ; mmuext_op
    mov ebx, root
    mov ecx, 2
    mov edx, 0
    mov esi, 0x7FF0             ; on myself
    int 0x82
%ifdef TRAP
    mov eax, 21                 ; vm_assist: let my stores trap, and make them for me
    mov ebx, 0
    mov ecx, 2
    int 0x82
%endif
%else
    mov eax, DIRECTORY
    mov cr3, eax
    mov eax, cr0
    or eax, 0x80010000
    mov cr0, eax
%endif

    mov ebp, 0
update:
    mov edx, ebp
    shl edx, 12
    add edx, FRAMES + 3         ; the new entry
    cmp ebp, [wrong]
    jne right
    mov edx, TABLE + 3          ; the table itself, writable: this must not be
right:
    inc dword [asked]
%ifdef PV
%ifndef TRAP
    mov ebx, ebp
    shl ebx, 12
    add ebx, WINDOW             ; update_va_mapping takes the linear address
%ifdef LIST
    mov edi, [queued]
    shl edi, 5
    mov dword [QUEUE + edi], 14
    mov [QUEUE + edi + 8], ebx
    mov [QUEUE + edi + 12], edx
    mov dword [QUEUE + edi + 16], 0
    mov dword [QUEUE + edi + 20], 0
    inc dword [queued]
kept:
    cmp dword [queued], BATCH
    je send
    cmp dword [asked], UPDATES
    jne next
send:
    mov eax, 13                 ; multicall
    mov ebx, QUEUE
    mov ecx, [queued]
    int 0x82
    mov dword [queued], 0
%else
    mov eax, 14                 ; update_va_mapping
    mov ecx, edx
    mov edx, 0
    mov esi, 0
    int 0x82
%endif
    jmp next
%endif
%endif
    mov [TABLE + ebp*4], edx    ; a store, no more
next:
    inc ebp
    cmp ebp, UPDATES
    jb update

    push UDATA                  ; now to user code
    push USTACK
    push 0x202
    push UCODE
    push user
    iret

system_call:                    ; EAX = 0: nothing to do. EAX = 1: end
    cmp eax, 1
    je finish
    inc dword [served]
    iret
finish:
    mov al, 0
    jmp exit

page_fault:                     ; the store was refused: go on behind it
    add esp, 4
    add dword [esp], 7          ; the length of MOV [TABLE + ebp*4], edx
    iret

user:
    mov esi, CALLS
another:
    test esi, esi
    jz over
    mov eax, 0
    int 0x80
    dec esi
    jmp another
over:
    mov eax, 1
    int 0x80

%ifdef PV
root:
    dd 1, DIRECTORY >> 12, 0    ; MMUEXT_PIN_L2_TABLE: check the tables once
    dd 5, DIRECTORY >> 12, 0    ; MMUEXT_NEW_BASEPTR: walk them from now on
%endif
updates:
    dd UPDATES
asked:                          ; updates come to so far
    dd 0
queued:                         ; of these, waiting in the list
    dd 0
wrong:                          ; the one that maps a page table writable
    dd -1
served:
    dd 0
`;
