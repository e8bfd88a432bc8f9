import { type Dice, hex } from './dice.ts';
import { trial } from './faults.ts';

/** Goes to ring 3 at the next line with these flags; the code there ends by `back`, or by a fault. */
const enter = (flags: number, at: number): string => `    mov [kernel_esp], esp
    push UDATA
    push USTACK
    push ${hex(flags)}
    push UCODE
    push .user${at}
    iret
.user${at}:
`;
const back = '    mov eax, 1\n    int 0x80\n';

const privileged = [
  ...[
    'hlt',
    'cli',
    'sti',
    'clts',
    'mov eax, cr0',
    'mov cr3, eax',
    'mov eax, cr2',
    'lgdt [table_register]',
    'lidt [table_register]',
  ],
  ...[
    'invlpg [SCRATCH]',
    'lmsw ax',
    'ltr ax',
    'lldt ax',
    'in al, 0x21',
    'out 0x80, al',
    'in eax, dx',
    'rdmsr',
    'wrmsr',
    'mov cr4, eax',
  ],
];

/** Things user code may try; the numbers it hands over are hashed by the kernel. */
const attempts: readonly ((dice: Dice) => string)[] = [
  (dice) => `    mov edx, 0x21\n    ${dice.pick(privileged)}`,
  (dice) => `    mov edx, 0x21\n    ${dice.pick(privileged)}`,
  (dice) => `    int ${hex(dice.pick([0x20, 0x21, 14, 13, 0x40, 0xfe]))}`,
  () => '    int3',
  () => '    ud2',
  () => '    xor ecx, ecx\n    idiv ecx',
  (dice) =>
    `    mov eax, ${hex(dice.pick([0x8, 0x10, 0x13, 0x2b, 0x208]))}\n    mov ${dice.pick(['ds', 'es', 'fs', 'ss'])}, ax`,
  (dice) => `    jmp ${hex(dice.pick([8, 0xb, 0x10, 0x23, 0]))}:start`,
  (dice) => `    push 0x3302\n    push ${hex(dice.pick([8, 0x18, 0x10, 0x19]))}\n    push start\n    iret`,
  (dice) => `    push ${hex(dice.pick([8, 0x18, 0x23]))}\n    push start\n    retf`,
  (dice) =>
    `    push ${hex((dice.word() & 0x3ed5) | 2)}\n    popf\n    pushf\n    pop ebx\n    and ebx, 0x3ED5\n    xor eax, eax\n    cld\n    int 0x80`,
  () => '    mov ebx, cs\n    xor eax, eax\n    int 0x80\n    mov ebx, ss\n    int 0x80\n    mov ebx, ds\n    int 0x80',
  () =>
    '    smsw ebx\n    and ebx, 1\n    xor eax, eax\n    int 0x80\n    xor ebx, ebx\n    str bx\n    int 0x80\n    sldt bx\n    int 0x80',
  () =>
    '    sgdt [USTACK - 64]\n    mov ebx, [USTACK - 62]\n    xor eax, eax\n    int 0x80\n    sidt [USTACK - 64]\n    mov ebx, [USTACK - 62]\n    int 0x80',
  (dice) =>
    `    mov ecx, ${hex(dice.pick([8, 0x10, 0x1b, 0x23, 0x28]))}\n    xor eax, eax\n    xor ebx, ebx\n    lsl ebx, ecx\n    int 0x80\n    xor ebx, ebx\n    verr cx\n    setz bl\n    verw cx\n    setz bh\n    int 0x80`,
];

/** A few visits to ring 3, with any IOPL. DS with DPL 0 is emptied on the way out: only its selector is looked at. */
export function userCode(dice: Dice): string {
  const lines: string[] = [];
  for (let at = 0; at < 2 + dice.below(4); at++) {
    const flags = 2 | (dice.below(2) << 9) | (dice.below(4) << 12) | dice.pick([0, 0x8d5]);
    const kernelData = dice.chance(15);
    const code = kernelData ? `    xor eax, eax\n    mov ebx, es\n    int 0x80` : dice.pick(attempts)(dice);
    const before = kernelData ? '    mov eax, KDATA\n    mov es, ax\n' : '';
    // Open ports must not be touched at random: with IOPL 3 they are all open, and these few do no harm.
    lines.push(trial(`${before}    mov al, 0xFF\n${enter(flags, at)}${code}\n${back}`, at));
  }
  return `${lines.join('')}    mov esp, BASE\n    mov [kernel_esp], esp\n    mov al, 0xFF\n    out 0x21, al\n    call show\n`;
}

/** A call gate with parameters, from ring 3 to 0 or within ring 0, or one that must refuse. */
export function callGates(dice: Dice): string {
  const count = dice.below(5);
  const dpl = dice.pick([3, 3, 3, 0]);
  const present = dice.chance(85) ? 0x80 : 0;
  const target = dice.pick([8, 8, 8, 8, 0x10, 0x1b]);
  const fromUser = dice.chance(75);
  const selector = 0x90 | dice.pick(fromUser ? [3, 3, 0] : [0, 0, 3]);
  const pushes = Array.from({ length: count }, () => `    push ${hex(dice.word())}\n`).join('');
  const sum = Array.from({ length: count }, (_, at) => `    push dword [ebp + ${12 + at * 4}]\n    call mix\n`).join(
    '',
  );
  return `    mov eax, .inner
    mov [TABLE + 0x90], ax
    shr eax, 16
    mov [TABLE + 0x96], ax
    mov word [TABLE + 0x92], ${hex(target)}
    mov byte [TABLE + 0x94], ${count}
    mov byte [TABLE + 0x95], ${hex(present | (dpl << 5) | 0x0c)}
${trial(
  `${fromUser ? enter(2, 0) : ''}${pushes}    call ${hex(selector)}:0
    push esp
    pop ebx
    xor eax, eax
    int 0x80
${fromUser ? back : ''}`,
  0,
)}    jmp .over
.inner:
    push ebp
    mov ebp, esp
    mov eax, cs
    push eax
    call mix
    push dword [ebp + 8]
    and dword [esp], 0xFFFF
    call mix
${sum}    pop ebp
    retf ${count * 4}
.over:
    mov esp, BASE
    mov [kernel_esp], esp
    call show
`;
}

/** Flags and control registers at ring 0. */
export const system = (dice: Dice): string => `    push ${hex((dice.word() & 0x3ed5) | 2)}
    popf
    pushf
    cli
    cld
    and dword [esp], 0x3ED5
    call mix
    push ${hex((dice.word() & 0x0cd5) | 2)}
    popf
    pushf
    cld
    and dword [esp], 0x3ED5
    call mix
    push 2
    popf
    mov eax, cr0
    or eax, ${dice.pick([2, 8, 0xa])}
    mov cr0, eax
    smsw ax
    and eax, 0xF
    push eax
    call mix
    ${dice.pick(['clts', 'nop', 'pause'])}
    mov eax, cr0
    and eax, 0xF
    push eax
    call mix
    mov eax, ${dice.below(16)}
    lmsw ax                     ; cannot clear PE
    mov eax, cr0
    and eax, 0xF
    push eax
    call mix
    mov eax, cr0
    and eax, ~0xE
    mov cr0, eax
    mov eax, ${hex(dice.word())}
    mov cr2, eax
    mov ebx, cr2
    push ebx
    call mix
    sgdt [SCRATCH]
    push dword [SCRATCH]
    call mix
    sidt [SCRATCH]
    push dword [SCRATCH + 2]
    call mix
    in al, 0x21
    push eax
    mov al, ${hex(dice.below(256))}
    out 0x21, al
    in al, 0x21
    movzx ebx, al
    push ebx
    call mix
    pop eax
    out 0x21, al
    call show
`;

/** No handler is there for the exception, nor for what follows from that: #DF; or no handler at all, and the machine ends. */
export const doubleFault = (dice: Dice, deadly: boolean): string => {
  const vector = dice.pick([0, 6, 13]);
  const cause = { 0: '    xor ecx, ecx\n    div ecx', 6: '    ud2', 13: '    mov eax, 0x208\n    mov ds, ax' }[vector];
  if (deadly) return `    lidt [.none]\n${cause}\n.none:\n    dw 0, 0, 0\n`;
  return `    and byte [IDT + 11*8 + 5], 0x7F
    and byte [IDT + ${vector}*8 + 5], 0x7F
    and byte [IDT + 13*8 + 5], 0x7F
    mov dword [resume], .after
${cause}
.after:
    or byte [IDT + 11*8 + 5], 0x80
    or byte [IDT + ${vector}*8 + 5], 0x80
    or byte [IDT + 13*8 + 5], 0x80
    call show
`;
};
