import { conditions } from './arithmetic.ts';
import { type Dice, hex } from './dice.ts';

function strings(dice: Dice): string {
  const size = dice.pick(['b', 'w', 'd']);
  const name = dice.pick(['movs', 'stos', 'lods', 'cmps', 'scas']);
  const compares = name === 'cmps' || name === 'scas';
  const repeat = dice.pick(compares ? ['repe ', 'repne ', ''] : ['rep ', 'rep ', '']);
  const count = dice.below(4) === 0 ? 0 : dice.below(30);
  // CMPS and SCAS of no element leave the flags alone: a comparison before makes them known.
  return `    mov esi, SCRATCH + ${400 + dice.below(200)}
    mov edi, SCRATCH + ${400 + dice.below(200)}
    mov ecx, ${count}
    mov eax, ${hex(dice.pick([0, 0x12345678, dice.word()]))}
    cmp eax, 5
    ${dice.pick(['cld', 'std'])}
    ${repeat}${name}${size}
    pushf
    pushf
    and dword [esp], 0xCD5
    call mix
    popf
    cld
    push esi
    call mix
    push edi
    call mix
    push ecx
    call mix
    push eax
    call mix
    mov esi, SCRATCH + 256
    mov ecx, 120
.sum:
    lodsd
    push eax
    call mix
    loop .sum
`;
}

const fibonacci = (dice: Dice): string => `    push ${3 + dice.below(7)}
    call .fibonacci
    push eax
    call mix
    jmp .after
.fibonacci:                     ; of the number on the stack, in EAX
    push ebp
    mov ebp, esp
    mov eax, [ebp + 8]
    cmp eax, 2
    jb .small
    dec eax
    push eax
    call .fibonacci
    push eax
    mov eax, [ebp + 8]
    sub eax, 2
    push eax
    call .fibonacci
    pop ecx
    add eax, ecx
.small:
    mov esp, ebp
    pop ebp
    ret 4
.after:
`;

const jumpTable = (dice: Dice): string => `    mov ebx, ${5 + dice.below(9)}
    mov esi, ${hex(dice.word())}
.turn:
    mov eax, esi
    imul esi, esi, 1664525
    add esi, ${hex(dice.word())}
    shr eax, 30
    jmp [.table + eax*4]
.table:
    dd .zero, .one, .two, .three
.zero:
    add edx, esi
    jmp .next
.one:
    mov ecx, .routine
    call ecx
    jmp .next
.two:
    call [.pointer]
    jmp .next
.pointer:
    dd .routine
.routine:
    xor edx, 0x55
    ret
.three:
    rol edx, 3
.next:
    push edx
    call mix
    dec ebx
    jnz .turn
`;

const jumps = (dice: Dice): string =>
  conditions
    .map(
      (condition, at) => `    mov eax, ${hex(dice.word())}
    cmp eax, ${hex(dice.word())}
    j${condition} .taken${at}
    push ${at}
    call mix
.taken${at}:
`,
    )
    .join('');

const loops = (dice: Dice): string => `    mov ecx, ${2 + dice.below(12)}
    mov eax, ${dice.below(9)}
.turn:
    add eax, ${1 + dice.below(5)}
    push eax
    call mix
    cmp eax, ${10 + dice.below(30)}
    ${dice.pick(['loop', 'loope', 'loopne'])} .turn
    push ecx
    call mix
    jecxz .empty
    push 1
    call mix
.empty:
    mov ecx, ${dice.pick([0, 0, 1])}
    jecxz .none
    push 2
    call mix
.none:
`;

const rewritten = (dice: Dice): string => `    mov ecx, ${2 + dice.below(5)}
.turn:
    add byte [.patched + 1], ${1 + dice.below(40)}
    xor byte [.other], 8        ; INC EAX and DEC EAX in turn
    jmp .patched
.patched:
    mov eax, 7
.other:
    inc eax
    push eax
    call mix
    loop .turn
`;

const farTransfers = (dice: Dice): string => `    call KCODE:.far
    push eax
    call mix
    jmp .over
.far:
    mov eax, ${hex(dice.word())}
    push cs
    pop ebx
    and ebx, 0xFFFF
    push ebx
    call mix
    retf
.pointer:
    dd .landed
    dw KCODE
.over:
    jmp far [.pointer]
.landed:
    push ${dice.below(100)}
    call mix
    pushf
    push cs
    push .home
    iret
.home:
`;

/** Loops, calls, jumps, strings and code that changes itself; what they computed is hashed. */
export const flow = (dice: Dice): string =>
  `${dice.pick([strings, strings, strings, fibonacci, jumpTable, jumps, loops, rewritten, farTransfers])(dice)}    call show\n`;
