import type { GuestProgram } from './program.ts';

export const sieve: GuestProgram = {
  id: 'sieve',
  title: { en: 'A compute loop', 'zh-CN': '计算循环' },
  teaches: {
    en: 'A sieve of primes: some 100,000 instructions without one privileged among them. Direct execution costs nothing here.',
    'zh-CN': '筛素数：约十万条指令，没有一条是特权指令。在这里，直接执行分文不花。',
  },
  hasPv: true,
  source: `; A compute loop: the sieve of Eratosthenes, ROUNDS times
%ifndef ROUNDS
%define ROUNDS 3
%endif
LIMIT equ 2000
FLAGS equ 0x300000              ; a byte for each number, 1 for composite
%define USE_PUTHEX
%define USE_EXIT
%include "prelude.inc"

start:
    mov esp, STACK
    mov ebp, ROUNDS
again:
    cld
    mov edi, FLAGS
    mov ecx, LIMIT
    xor eax, eax
    rep stosb
    xor edx, edx                ; how many primes
    mov ebx, 2
number:
    cmp byte [FLAGS + ebx], 0
    jne next
    inc edx
    mov ecx, ebx
    add ecx, ebx
multiple:
    cmp ecx, LIMIT
    jae next
    mov byte [FLAGS + ecx], 1
    add ecx, ebx
    jmp multiple
next:
    inc ebx
    cmp ebx, LIMIT
    jb number
    dec ebp
    jnz again

    mov eax, edx                ; 303 = 0x12F primes below 2000
    call puthex
    mov al, 10
    call putc
    mov al, 0
    jmp exit
`,
};
