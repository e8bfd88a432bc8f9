/** Steps U1 to I3 of the traced kernel: user code, the system call, the timer and the idle loop. */
export const loopSteps = `
; ---- user code ----
U1_compute:
    mov ecx, 100
.compute:
    add eax, ecx
    loop .compute
    mov eax, 0                  ; "work for me"
U2_int80:
    int 0x80
    mov eax, [ticks]
.spin:                          ; T0 arrives here
    cmp eax, [ticks]
    je .spin
    mov eax, 1                  ; "nothing to do"
I0_idle:
    int 0x80
    dec dword [passes]
    jnz U1_compute
    mov eax, 2                  ; "the end"
    int 0x80

; ---- the kernel ----
system_call:                    ; through a trap gate: IF stays as it was
    cmp eax, 1
    je I1_cpuid
    ja finish
%ifdef PV
K1_pushf:
    mov al, [MASK]
    push eax
K2_cli:
    mov byte [MASK], 1
K3_critical:
    inc dword [served]
    mov ebx, [served]
K4_popf:
    pop eax
    mov [MASK], al
    test al, al
    jnz K5_out
    cmp byte [PENDING], 0
    je K5_out
    mov eax, 17                 ; xen_version: lets the waiting event in
    mov ebx, 0
    int 0x82
K5_out:                         ; console_io
    mov al, 'k'
    call putc
    mov eax, [served]
    and eax, 1
    shl eax, 12
    add eax, FRAME + 7
    mov [update + 8], eax
%ifdef BATCH
K6_pte:                         ; both in one multicall
K7_invlpg:
    mov eax, 13
    mov ebx, calls
    mov ecx, 2
    int 0x82
%else
K6_pte:                         ; mmu_update
    mov eax, 1
    mov ebx, update
    mov ecx, 1
    mov edx, 0
    mov esi, 0x7FF0
    int 0x82
K7_invlpg:                      ; mmuext_op: INVLPG_LOCAL
    mov eax, 26
    mov ebx, drop
    mov ecx, 1
    mov edx, 0
    mov esi, 0x7FF0
    int 0x82
%endif
    call look
    xor dword [next + 4], (PGD0 >> 12) ^ (PGD1 >> 12)
K8_cr3:                         ; mmuext_op: NEW_BASEPTR
    mov eax, 26
    mov ebx, next
    mov ecx, 1
    mov edx, 0
    mov esi, 0x7FF0
    int 0x82
%else
K1_pushf:
    pushf                       ; keep IF
K2_cli:
    cli
K3_critical:
    inc dword [served]
    mov ebx, [served]
K4_popf:
    popf                        ; IF = 1 again
    mov edx, COM1
    mov al, 'k'
K5_out:
    out dx, al
    mov eax, [served]
    and eax, 1
    shl eax, 12
    add eax, FRAME + 7          ; the other frame
K6_pte:
    mov [PTE], eax              ; a page table, while it is in use
K7_invlpg:
    invlpg [WINDOW]             ; forget the old translation
    call look
    mov eax, [next]
    xor dword [next], PGD0 ^ PGD1
K8_cr3:
    mov cr3, eax
%endif
K9_iret:
    iret

; look: which frame is seen through the window? Keeps a count of the right ones.
look:
    mov ebx, 'old'
    test dword [served], 1
    jz .compare
    mov ebx, 'new'
.compare:
    cmp [WINDOW], ebx
    jne .wrong
    inc dword [right]
.wrong:
    ret

%ifdef PV
T0_tick:                        ; called by the hypervisor, the mask closed
    push eax
tick_again:
    inc dword [ticks]
T1_eoi:
    mov dword [EVENTS], 0       ; seen; there is no controller to tell
    mov dword [SELECT], 0
    mov byte [PENDING], 0
    call next_tick
    mov byte [MASK], 0
    cmp byte [PENDING], 0
    je tick_leave
    mov byte [MASK], 1
    jmp tick_again
tick_leave:
    pop eax
%else
T0_tick:
    push eax
    inc dword [ticks]
    mov al, 0x20
T1_eoi:
    out PIC1, al                ; end of interrupt
    pop eax
%endif
T2_iret:
    iret

I1_cpuid:
    xor eax, eax
%ifdef PV
    ud2                         ; the prefix that asks for emulation:
    db "xen"
%endif
    cpuid
I2_rdtsc:
    rdtsc
I3_sleep:
%ifdef PV
    mov eax, 29                 ; sched_op
    mov ebx, 1                  ; SCHEDOP_block
    int 0x82
%else
%ifndef PLAIN_HLT
    sti
%endif
    hlt                         ; until the next tick
%endif
    iret

finish:
    mov esi, done
    mov eax, [right]
    cmp eax, [served]
    je .say
    mov esi, stale
.say:
    call puts
    mov al, 0
    jmp exit

%ifdef PV
traps:                          ; vector, flags, selector, handler
    db 0x80, 3
    dw KCODE
    dd system_call
    dd 0, 0
roots:
    dd 1, PGD0 >> 12, 0         ; MMUEXT_PIN_L2_TABLE
    dd 1, PGD1 >> 12, 0
    dd 5, PGD0 >> 12, 0         ; MMUEXT_NEW_BASEPTR
drop:
    dd 7, WINDOW, 0             ; MMUEXT_INVLPG_LOCAL
next:
    dd 5, PGD0 >> 12, 0
update:
    dd PTE, 0, 0, 0             ; where and what, 64 bits each
calls:                          ; hypercall, result, six arguments
    dd 1, 0, update, 1, 0, 0x7FF0, 0, 0
    dd 26, 0, drop, 1, 0, 0x7FF0, 0, 0
%else
next:
    dd PGD1
idtr:
    dw 256 * 8 - 1
    dd IDT
kept_idt:
    dw 0
    dd 0
%endif
ticks:
    dd 0
passes:
    dd PASSES
served:
    dd 0
right:
    dd 0
not_ring_0:
    db "panic: not in ring 0", 10, 0
done:
    db " every edit seen", 10, 0
stale:
    db " a stale translation", 10, 0
`;
