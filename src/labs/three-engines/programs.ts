import { both } from '#kit/text.ts';
/** One block of five instructions, round and round. */
export const hotLoop = `; A hot loop: one small block, LOOPS times
%ifndef LOOPS
%define LOOPS 20
%endif
%define USE_EXIT
%include "prelude.inc"

start:
    mov esp, STACK
    mov ecx, LOOPS
    xor eax, eax
    jmp again

again:
    add eax, ecx
    rol eax, 3
    xor eax, 0x5A
    dec ecx
    jnz again

    mov al, 0
    jmp exit
`;

const boot = `; What a kernel does once, when it starts: no instruction runs twice
%define USE_EXIT
%include "prelude.inc"

start:
    mov esp, STACK
    lgdt [gdt_register]         ; a table of segments of its own
    mov eax, 0x10
    mov ds, eax
    mov es, eax
    mov fs, eax
    mov al, 0x11                ; both interrupt controllers: begin
    out PIC1, al
    out PIC2, al
    mov al, 0x20                ; interrupts 20h to 27h
    out PIC1 + 1, al
    mov al, 0x28                ; and 28h to 2Fh
    out PIC2 + 1, al
    mov al, 4
    out PIC1 + 1, al
    mov al, 2
    out PIC2 + 1, al
    mov al, 1
    out PIC1 + 1, al
    out PIC2 + 1, al
    mov al, 0xFF                ; no device may interrupt yet
    out PIC1 + 1, al
    out PIC2 + 1, al
    mov esi, settings           ; what the boot loader left
    mov eax, [esi]
    mov ebx, [esi + 4]
    lea ecx, [eax + ebx*4]
    mov [esi + 8], ecx
    cmp ecx, eax
    jb broken
    mov al, 0
    jmp exit
broken:
    mov al, 1
    jmp exit

settings:
    dd 640, 15, 0
gdt:
    dq 0, 0x00CF9B000000FFFF, 0x00CF93000000FFFF
gdt_register:
    dw 23
    dd gdt
`;

const stage = (i: number): string => `stage${i}:
    add eax, ${i + 3}
    rol eax, ${i + 1}
    xor ebx, eax
    jmp stage${i + 1}
`;

const manyBlocks = `; Many blocks: eight of them, one after another, LOOPS times
%ifndef LOOPS
%define LOOPS 20
%endif
%define USE_EXIT
%include "prelude.inc"

start:
    mov esp, STACK
    mov ecx, LOOPS
    jmp stage1

${[1, 2, 3, 4, 5, 6, 7].map(stage).join('\n')}
stage8:
    inc eax
    xor ebx, eax
    dec ecx
    jnz stage1

    mov al, 0
    jmp exit
`;

/** Guests made for this lab; those that all labs share follow them in the gallery. */
export const ownPrograms = {
  'hot-loop': {
    title: both('A hot loop', '热循环'),
    about: both(
      'One block runs LOOPS times: the more often, the less its translation weighs.',
      '同一个块执行 LOOPS 遍：跑得越多，翻译的花费摊得越薄。',
    ),
    text: hotLoop,
  },
  boot: {
    title: both('Boot code, run once', '只跑一遍的启动代码'),
    about: both(
      'Nothing here runs twice, and every third instruction needs ring 0. Which engine would you choose?',
      '没有一条指令会跑第二遍，还有三分之一左右需要 ring 0。你会选哪种引擎？',
    ),
    text: boot,
  },
  'many-blocks': {
    title: both('Eight blocks in a circle', '八个块轮流跑'),
    about: both(
      'A loop of eight blocks: harmless as long as the cache holds them all.',
      '循环里有八个块：缓存全放得下就没事，放不下呢？',
    ),
    text: manyBlocks,
  },
} as const;
