import { type Dice, hex } from './dice.ts';

/** Work until some ticks have come: registers and flags must survive each, and nothing printed depends on when they came. */
export const clock = (dice: Dice): string => {
  const words = Array.from({ length: 4 }, () => hex(dice.word()));
  const user = dice.chance(50);
  return `    mov dword [.ticks], 0
    mov al, 0x20
    mov ebx, .tick
    mov cl, GATE_INTERRUPT
    call set_gate
    call setup_timer
    mov al, 0xFE                ; open the timer's line
    out PIC1 + 1, al
    mov dword [resume], .after
    mov [kernel_esp], esp
    push UDATA
    push USTACK
    push 0x202
    push UCODE
    push .work
    ${user ? 'iret' : 'add esp, 20\n    sti'}
.work:
    mov ebx, ${words[0]}
    mov ecx, ${words[1]}
    mov esi, ${words[2]}
    mov edi, ${words[3]}
.turn:
    stc
    ${dice.pick(['nop', 'pause', 'bswap ebx\n    bswap ebx', 'push edx\n    pop edx', 'stc'])}
    jnc .lost
    cmp ebx, ${words[0]}
    jne .lost
    cmp ecx, ${words[1]}
    jne .lost
    cmp esi, ${words[2]}
    jne .lost
    cmp edi, ${words[3]}
    jne .lost
    cmp dword [.ticks], ${1 + dice.below(3)}
    jb .turn
    mov eax, 1
    int 0x80
.lost:
    ud2
.ticks:
    dd 0
.tick:
    push eax
    inc dword [.ticks]
    mov al, 0x20
    out PIC1, al
    ${dice.pick(['xor eax, eax', 'clc', 'cmp eax, 5'])}
    pop eax
    iret
.after:
    cli
    mov al, 0xFF
    out PIC1 + 1, al
    mov al, 'T'
    call putc
    call show
`;
};

/** Asleep until a tick: STI before HLT lets none slip in between, and CLI holds it back. */
export const sleep = (dice: Dice): string => `    mov al, 0x20
    mov ebx, .tick
    mov cl, ${dice.pick(['GATE_INTERRUPT', 'GATE_TRAP'])}
    call set_gate
    call setup_timer
    mov al, 0xFE                ; open the timer's line
    out PIC1 + 1, al
    mov ecx, ${1 + dice.below(3)}
.turn:
    mov dword [.ticks], 0
    cli
    cmp dword [.ticks], 0
    jne .lost
    sti
    hlt
    cli
    cmp dword [.ticks], 0
    je .lost
    loop .turn
    jmp .after
.lost:
    mov al, '!'
    call putc
    jmp .after
.ticks:
    dd 0
.tick:
    push eax
    cli
    inc dword [.ticks]
    mov al, 0x20
    out PIC1, al
    pop eax
    iret
.after:
    cli
    mov al, 0xFF
    out PIC1 + 1, al
    mov al, 'S'
    call putc
    call show
`;
