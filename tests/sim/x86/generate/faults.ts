import { type Dice, hex } from './dice.ts';

/** Instructions for one trial: they may fault, or not, and always may be followed by the next line. */
const trials: readonly ((dice: Dice) => string)[] = [
  () => '    xor ecx, ecx\n    div ecx',
  (dice) => `    mov edx, ${hex(dice.word() | 2)}\n    mov eax, 5\n    mov ecx, 2\n    div ecx`,
  () => '    mov eax, 0x80000000\n    cdq\n    mov ecx, -1\n    idiv ecx',
  () => '    mov ax, 0x1000\n    mov bl, 2\n    div bl',
  () => '    mov ax, 0xFF00\n    mov bl, 2\n    idiv bl',
  () => '    int3',
  () => '    int 3',
  () => '    ud2',
  () => '    vmcall',
  (dice) => `    int ${hex(dice.pick([0x30, 0x77, 0xc8, 0xff]))}`,
  (dice) =>
    `    mov eax, ${hex(dice.pick([0x200, 0x208, 0x5000, 0xfff8]) | dice.below(8))}\n    mov ${dice.pick(['ds', 'es', 'fs', 'gs'])}, ax`,
  (dice) => `    mov eax, ${dice.below(4)}\n    mov ${dice.pick(['ss', 'fs'])}, ax\n    mov eax, KDATA\n    mov ss, ax`,
  (dice) => `    jmp ${hex(dice.pick([0, 1, 0x10, 0x11, 0x18, 0x1b, 0x20, 0x9, 0xb, 0x208, 0x13]))}:start`,
  (dice) => `    call ${hex(dice.pick([0, 0x10, 0x18, 0x1b, 0x23, 0xa, 0x300]))}:start`,
  (dice) => `    push ${hex(dice.pick([0, 0x10, 0x208, 0x14]))}\n    push start\n    retf`,
  (dice) => `    push 2\n    push ${hex(dice.pick([0, 0x10, 0x208, 0xc, 0x23]))}\n    push start\n    iret`,
  (dice) =>
    `    push ${hex(dice.pick([0, 0x10, 0x20, 0x1b, 0x22]))}\n    push USTACK\n    push 2\n    push UCODE\n    push start\n    iret`,
  (dice) => `    mov eax, ${hex(dice.pick([0x10, 0x28, 0x18, 0x300, 0x2c]))}\n    ltr ax`,
  (dice) => `    mov eax, ${hex(dice.pick([0x10, 0x28, 0x8, 0x300, 0x14]))}\n    lldt ax`,
  () => '    xor eax, eax\n    lldt ax\n    sldt ax\n    movzx eax, ax\n    push eax\n    call mix',
];

/** One trial: the code, a dash if it went through, and the place where the program goes on. */
export const trial = (code: string, number: number): string => `    mov dword [resume], .after${number}
${code}
    mov al, '-'
    call note
.after${number}:
`;

/** Exceptions at ring 0, and selectors the processor must refuse. */
export function faults(dice: Dice): string {
  const chosen = Array.from({ length: 2 + dice.below(4) }, (_, at) => trial(dice.pick(trials)(dice), at));
  return `${chosen.join('')}    mov esp, BASE\n`;
}

/** The access byte of a code or data segment, sometimes of a local descriptor table or a call gate. */
const access = (dice: Dice): number => (dice.chance(15) ? dice.pick([0x02, 0x82, 0x8c, 0xec]) : dice.below(256) | 0x10);

/** Writes a descriptor with random rights into slot 8 to 15 of the table. */
function descriptor(dice: Dice, slot: number, rights: number): string {
  const flags = dice.pick([0x40, 0xc0, 0x00]) | dice.below(16);
  return `    mov dword [TABLE + ${slot * 8}], ${hex(((dice.below(0x1000) << 16) | dice.below(0x10000)) >>> 0)}
    mov dword [TABLE + ${slot * 8 + 4}], ${hex(((flags << 16) | (rights << 8)) >>> 0)}
`;
}

const query = (name: string, selector: number): string =>
  name.startsWith('l')
    ? `    mov ebx, ${hex(selector)}\n    mov eax, 0x77\n    ${name} eax, ebx\n    jnz .not${name}
    and eax, ${name === 'lar' ? '0x00F0FF00' : '-1'}\n    push eax\n    call mix\n.not${name}:`
    : `    mov ebx, ${hex(selector)}\n    ${name} bx`;

/** LAR, LSL, VERR and VERW on random descriptors at ring 0 or 3, and loads of them into segment registers. */
export function descriptors(dice: Dice): string {
  const lines: string[] = [];
  for (let at = 0; at < 4; at++) {
    const rights = access(dice);
    const slot = 8 + dice.below(8);
    const selector = slot * 8 + dice.below(4);
    lines.push(descriptor(dice, slot, rights));
    for (const name of ['lar', 'lsl', 'verr', 'verw']) {
      lines.push(query(name, selector).replaceAll(`.not${name}`, `.${name}${at}`));
      lines.push('    pushf\n    and dword [esp], 0x40\n    call mix');
    }
    const register = dice.pick(['ds', 'es', 'fs', 'gs', 'ss']);
    const restored = register === 'ss' ? 'KDATA' : 'UDATA';
    lines.push(
      trial(
        `    mov eax, ${hex(selector)}\n    mov ${register}, ax\n    mov ebx, ${register}\n    mov eax, ${restored}\n    mov ${register}, ax\n    movzx ebx, bx\n    push ebx\n    call mix`,
        at,
      ),
    );
    lines.push(`    push dword [TABLE + ${slot * 8 + 4}]\n    call mix`);
  }
  return `${lines.join('\n')}\n    mov esp, BASE\n    call show\n`;
}

/** FS and GS with a base of their own. */
export const based = (dice: Dice): string => `    mov dword [TABLE + 0x80], 0x0000FFFF
    mov dword [TABLE + 0x84], 0x00CF9231 ; base 0x310000: SCRATCH
    mov eax, 0x80
    mov fs, ax
    mov eax, [fs:${hex(dice.below(900))}]
    push eax
    call mix
    mov dword [fs:${hex(dice.below(900))}], ${hex(dice.word())}
    mov ebx, ${hex(-dice.below(0x1000))}
    add dword [fs:ebx + 0x20], 7
    mov eax, [SCRATCH + ${hex(0x1000 - 64)}]
    push eax
    call mix
    mov eax, UDATA
    mov fs, ax
    call show
`;
