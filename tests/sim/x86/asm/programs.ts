/** Data and immediates in every spelling, one a line. */
export const data: readonly string[] = [
  "db 1, -1, 255, -128, 'a', 'abc', \"it's\", `\\x41\\101\\e\\0\\u4e2d\\\\`, 'é中', ''",
  "dw 1, 0xffff, -1, 'a', 'abc', 0x8000",
  "dd 1, 0xffffffff, -1, 'abcd', 'abcde', start, near_by+4, $, $$, $-$$, near_by - start, later",
  "dq 1, -1, 0x123456789abcdef0, 'abcdefghi', start",
  'dw start-0x100000, near_by-0x100000',
  'db start-0x100000',
  'mov ax, start-0x100000',
  'add cx, near_by-0x100000',
  'mov byte [eax], start-0x100000',
  'times 3 db 1, 2',
  'times 4 dd $',
  'times $-$$-31 nop',
  'times 0 db 1',
  'times 3 jmp near_by',
  'times 2 call later',
  'align 4',
  'align 16, db 0',
  'alignb 8',
  'align 32, int3',
  '.local: jmp .local',
  'named: dd named.inner',
  '.inner: loop .inner',
  'anonymous dd anonymous',
  "cmp eax, 'ab'",
  'mov al, ~0x20',
  'and eax, ~0xf',
  'add eax, near_by - start',
  'push near_by - start',
  'add ebx, forward',
  'mov edx, [ebx+forward]',
  'imul eax, eax, later - near_by',
  'sub esp, strict byte 4',
  'push strict dword 4',
  'jmp strict near near_by',
  'jmp 0x100000',
  'call 0x100000',
  'jmp 8:0x100000',
  'call dword 8:start',
  'out 0xf4, al',
  'enter 16, 2',
  'ret 8',
  '$mov: dd $mov',
  'MOV EAX, [EBX+ECX*4]',
  'Rep StosD',
  'lock cmpxchg [ebx], ecx',
  'es mov eax, [ebx]',
  'constant2 equ constant*2+1',
  'mov eax, constant2',
  'unused:',
];

/** A program in several sections, with macros and conditions. */
export const sections = `%define PAD 3
bits 32
org 0x100000
section .rodata
r: db 1
section .data align=16
d: dd r, b, t, z
section .bss
b: resb 5
alignb 32
b2: resd 1
align 64
b3: resq 2
section zed
z: db 3
section .text
dd 0x1BADB002, 0x10000, -(0x1BADB002+0x10000), $$, $$, 0, 0, start
global start
start:
t: db 4
times PAD db 7
jmp z
call d
jmp near b
mov eax, [b2]
alignb 8
dd b2-b, $, $$, $-$$, b3
section empty
section .data
x: align 64, db 0
.loc: dd .loc, x.loc, d
%if PAD*2 = 6 && !0
dd 66
%elif 1
dd 67
%else
dd 68
%endif
%ifndef PAD
garbage here, not read
%elifdef PAD
dw PAD
%endif
%macro two 2
%%l: mov eax, %1
 add eax, %2
%if %1
 jmp %%l
%endif
%endmacro
two 5, 6
lab: two 0, [esi+4]
%assign i 0
%rep 4
 db i, i*2
%assign i i+1
%endrep
%define f(a,b) ((a)*(b)+PAD)
dd f(2,3), f(PAD, 4)
%idefine Loose 4
db loose, LOOSE
%undef PAD
PAD: dd PAD
`;
