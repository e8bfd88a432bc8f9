import type { GuestProgram } from './program.ts';

export const selfModifying: GuestProgram = {
  id: 'self-modifying',
  title: { en: 'Self-modifying code', 'zh-CN': '自修改代码' },
  teaches: {
    en: 'The program rewrites an instruction it has already run. Whoever keeps a translated copy must notice, or it runs the past.',
    'zh-CN': '程序改写一条已经执行过的指令。谁手里存着译好的副本，谁就得察觉，否则执行的就是过去的代码。',
  },
  hasPv: false,
  source: `; Self-modifying code: one instruction, written again each round
%define USE_PUTC
%define USE_EXIT
%include "prelude.inc"

start:
    mov esp, STACK
    mov ebx, 5
round:
    call letter
    call putc
    inc byte [letter + 1]       ; the operand of MOV AL follows its opcode
    jmp flush                   ; a jump: old processors fetch ahead
flush:
    dec ebx
    jnz round

    mov byte [change], 0x48     ; DEC EAX in place of INC EAX
    mov eax, '1'
    jmp change
change:
    inc eax                     ; one byte, 0x40, until just now
    call putc                   ; 0, not 2

    mov edi, 0x300000           ; copy a routine and run the copy
    mov esi, letter
    mov ecx, letter_end - letter
    cld
    rep movsb
    mov eax, 0x300000
    call eax
    call putc
    mov al, 10
    call putc
    mov al, 0
    jmp exit

letter:
    mov al, 'a'
    ret
letter_end:
`,
};
