/**
 * A GDT and a TSS that need no code to fill them: all of a program lies in the 64 KiB from 10_0000h, so the low half of an
 * address is its distance from the start. The accessed flags are set, as Linux sets them.
 */
export const gdt = `align 8
gdt:
    dq 0
    dq 0x00CF9B000000FFFF       ; 08: ring 0, code
    dq 0x00CF93000000FFFF       ; 10: ring 0, data
    dq 0x00CFFB000000FFFF       ; 18: ring 3, code
    dq 0x00CFF3000000FFFF       ; 20: ring 3, data
    dw 103, tss - $$, 0x8910, 0 ; 28: the TSS
gdtr:
    dw gdtr - gdt - 1
    dd gdt
align 4
tss:
    dd 0, STACK, KDATA          ; the stack for ring 0
    times 22 dd 0
    dw 0, 104                   ; no port is allowed
`;

/** What loads it: CS changes by a far jump only. */
export const loadGdt = `    mov esp, STACK
    lgdt [gdtr]
    jmp KCODE:.reload
.reload:
`;
