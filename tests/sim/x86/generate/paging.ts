import { type Dice, hex } from './dice.ts';
import { trial } from './faults.ts';

/** Paging on: 16 MiB mapped one to one by 4 MiB pages that user code may use too, and a table of 4 KiB pages for WINDOW. */
const pagingOn = (writeProtect: boolean): string => `    cld
    mov edi, ROOT
    mov ecx, 2048
    xor eax, eax
    rep stosd
    mov dword [ROOT], 0x87
    mov dword [ROOT + 4], 0x400087
    mov dword [ROOT + 8], 0x800087
    mov dword [ROOT + 12], 0xC00087
    mov dword [ROOT + (WINDOW >> 22)*4], PAGES + 7
    mov eax, cr4
    or eax, 0x10
    mov cr4, eax
    mov eax, ROOT
    mov cr3, eax
    mov eax, cr0
    and eax, ~0x10000
    or eax, ${writeProtect ? '0x80010000' : '0x80000000'}
    mov cr0, eax
`;
const pagingOff = `    mov eax, cr0
    and eax, 0x7FFEFFFF
    mov cr0, eax
    mov esp, BASE
    mov [kernel_esp], esp
    call show
`;

// QEMU reads before it writes, and reports the read; a processor asks for both at once and reports a write.
const both = ['inc dword [edi]', 'xchg eax, [edi]', 'bts dword [edi], 3'];
const touches = [
  ...both,
  'mov eax, [edi]',
  'mov [edi], eax',
  'mov byte [edi + 5], 3',
  'cmp dword [edi], 0',
  'push dword [edi]',
  'movzx eax, word [edi + 0xFFF]',
  'mov [edi + 0xFFE], eax',
];

/** An access by the kernel or by user code to one of eight pages. */
function touch(dice: Dice, at: number): string {
  const place = `    mov edi, WINDOW + ${hex(dice.below(8) << 12)} + ${dice.below(16) * 4}\n`;
  const access = dice.pick(touches);
  const work = `${place}${both.includes(access) ? '    mov dword [vague], 2\n' : ''}    ${access}\n    mov dword [vague], 0\n`;
  if (dice.chance(50)) return trial(work, at);
  return trial(
    `    mov [kernel_esp], esp
    push UDATA
    push USTACK
    push 2
    push UCODE
    push .user${at}
    iret
.user${at}:
${work}    mov eax, 1
    int 0x80
`,
    at,
  );
}

/** Pages with random rights, touched by the kernel and by user code; then the dirty bits. */
function rights(dice: Dice): string {
  const entries = Array.from(
    { length: 9 },
    (_, page) =>
      `    mov dword [PAGES + ${page * 4}], FRAMES + ${hex((page << 12) | dice.pick([7, 7, 3, 5, 1, 6, 0, 2]))}\n`,
  );
  const work = Array.from({ length: 4 + dice.below(4) }, (_, at) => touch(dice, at));
  // Whether an access that faults sets the accessed bit is left to the processor: the dirty bit is enough.
  return `${pagingOn(dice.chance(50))}${entries.join('')}${work.join('')}    mov esp, BASE
    mov esi, PAGES
    mov ecx, 9
.dirty:
    lodsd
    and eax, 0x40
    push eax
    call mix
    loop .dirty
${pagingOff}`;
}

/** Missing pages supplied by the handler in the middle of string instructions. */
const served = (dice: Dice): string => `${pagingOn(true)}    mov edi, PAGES
    mov eax, FRAMES
    mov ecx, 8
.absent:
    stosd
    add eax, 0x1000
    loop .absent
    mov dword [serve], 1
    mov eax, ${hex(dice.word())}
    mov edi, WINDOW + ${hex(dice.below(0x1000))}
    mov ecx, ${hex(0x400 + dice.below(0x900))}
    rep stosd
    push edi
    call mix
    mov esi, WINDOW + ${hex(dice.below(0x2000))}
    mov edi, WINDOW + ${hex(0x4000 + dice.below(0x1000))}
    mov ecx, ${hex(0x400 + dice.below(0x800))}
    ${dice.pick(['rep movsd', 'rep movsb', 'rep movsw'])}
    push esi
    call mix
    add dword [WINDOW + 0x6FFE], 5
    mov dword [serve], 0
    mov esi, PAGES
    mov ecx, 8
.bits:
    lodsd
    and eax, 0x47
    push eax
    call mix
    loop .bits
${pagingOff}`;

/** One page moved from frame to frame, the translation dropped each time; accessed and dirty bits after a read and a write. */
const moved = (dice: Dice): string => {
  const drop = (): string => dice.pick(['    invlpg [WINDOW + 0x3000]', '    mov eax, cr3\n    mov cr3, eax']);
  const turn = (frame: number): string => `    mov dword [PAGES + 12], FRAMES + ${hex((frame << 12) | 3)}
${drop()}
    mov eax, [WINDOW + 0x3010]
    push eax
    call mix
    mov eax, [PAGES + 12]
    and eax, 0x60
    push eax
    call mix
    add dword [WINDOW + 0x3010], ${1 + dice.below(100)}
    mov eax, [PAGES + 12]
    and eax, 0x60
    push eax
    call mix
`;
  return `    mov dword [FRAMES + 0x10], 1
    mov dword [FRAMES + 0x1010], 2
    mov dword [FRAMES + 0x2010], 3
${pagingOn(true)}${turn(0)}${turn(2)}${turn(1)}${turn(0)}    push dword [FRAMES + 0x2010]
    call mix
${pagingOff}`;
};

/** A page of 4 MiB with random rights. */
const large = (dice: Dice): string => {
  const flags = dice.pick([0x87, 0x83, 0x85, 0x81, 0x80]);
  return `    mov dword [0x812340], 77
${pagingOn(dice.chance(50))}    mov dword [ROOT + 0x404], 0x800000 + ${hex(flags)}
${trial('    mov eax, [0x40412340]\n    push eax\n    call mix\n    mov eax, [ROOT + 0x404]\n    and eax, 0x60\n    push eax\n    call mix', 0)}${trial('    mov dword [vague], 2\n    inc dword [0x40412340]\n    mov dword [vague], 0\n    mov eax, [ROOT + 0x404]\n    and eax, 0x60\n    push eax\n    call mix', 1)}    push dword [0x812340]
    call mix
${pagingOff}`;
};

export const paging = (dice: Dice): string => dice.pick([rights, rights, rights, served, moved, large])(dice);
