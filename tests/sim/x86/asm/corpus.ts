/** Lines of assembly, made the same way every time, to be assembled by us and by NASM. */

const registers = ['al', 'cl', 'dh', 'ax', 'cx', 'dx', 'si', 'eax', 'ecx', 'ebx', 'esp', 'es', 'gs', 'cr3'];
const memories = ['[ebx]', 'byte [ebp]', 'word [esp+4]', 'dword [eax*4+8]', '[0x1234]', 'dword [start]', 'qword [edi]'];
const numbers = [
  '1',
  '5',
  '-3',
  '200',
  '0xfff0',
  '70000',
  '0xfffffff0',
  'byte 5',
  'word 5',
  'dword 5',
  'strict dword 5',
  'start',
];
const targets = [
  'short near_by',
  'near near_by',
  'dword near_by',
  'near_by',
  'far [ebx]',
  'far dword [ebx]',
  'near [ebx]',
  '8:near_by',
];
const operands = [...registers, ...memories, ...numbers];

/** The instructions with two operands; of those that come in sixteen conditions, one or two. */
const pairs =
  'mov movzx movsx lea xchg add or adc sbb and sub xor cmp test shl sal sar rcr rol bt btc bsf bsr imul cmpxchg xadd in out lar lsl arpl enter cmovz cmovnle loop loopne'.split(
    ' ',
  );
const singles =
  'push pop inc dec neg not mul imul div idiv bswap lgdt sgdt lidt sidt lldt sldt ltr str lmsw smsw verr verw invlpg int ret retf setz setnle jmp call jz jnle loop loope jecxz jcxz nop add mov'.split(
    ' ',
  );
const alone =
  'pusha pushad pushaw popa popad popaw pushf pushfd pushfw popf popfd popfw lahf sahf cbw cwde cwd cdq leave movsb movsw movsd cmpsb cmpsw cmpsd stosb stosw stosd lodsb lodsw lodsd scasb scasw scasd insb insw insd outsb outsw outsd xlatb clc stc cmc cld std cli sti hlt nop pause clts invd wbinvd cpuid rdtsc rdmsr wrmsr ud2 vmcall ret retn retf int3 int03 into iret iretd rep;movsb repne;scasd repe;cmpsw lock;inc;dword;[ebx] es;lodsb rep;cs;movsd'.split(
    ' ',
  );
const conditions = 'o no b c nae ae nb nc e z ne nz be na a nbe s ns p pe np po l nge ge nl le ng g nle'.split(' ');

/** Only a few instructions can have a number first. */
const firsts = (name: string): readonly string[] =>
  /^(out|enter|loop)/.test(name) ? operands : [...registers, ...memories, '5'];

/** Every instruction with every combination of kinds of operands, right and wrong. */
export function forms(): readonly string[] {
  const triples = ['imul', 'shld', 'shrd'].flatMap((name) =>
    ['ax', 'ebx', '[ebx]', 'dword [ebx]', '5'].flatMap((a) =>
      ['cx', 'edx', '[esi]', 'word [esi]', '5'].flatMap((b) =>
        ['5', '1', '300', 'byte 5', 'word 5', 'dword 5', 'cl', 'ecx', '-3'].map((c) => `${name} ${a}, ${b}, ${c}`),
      ),
    ),
  );
  return [
    ...alone.map((line) => line.replaceAll(';', ' ')),
    ...singles.flatMap((name) => [...operands, ...targets].map((a) => `${name} ${a}`)),
    ...pairs.flatMap((name) => firsts(name).flatMap((a) => operands.map((b) => `${name} ${a}, ${b}`))),
    ...conditions.flatMap((name) => [
      `set${name} bl`,
      `cmov${name} esi, [edi+4]`,
      `j${name} near_by`,
      `j${name} near near_by`,
    ]),
    ...triples,
  ];
}

const general = ['eax', 'ecx', 'edx', 'ebx', 'esp', 'ebp', 'esi', 'edi'];
/** Every address of 32-bit mode: base, index, scale and widths of displacement, in several spellings. */
export function addresses(): readonly string[] {
  const sums = general.flatMap((base) => [
    base,
    `${base}*1`,
    `${base}*2`,
    `${base}*3`,
    `${base}*4`,
    `8*${base}`,
    `${base}*9`,
    ...general.flatMap((index) => [
      `${base}+${index}`,
      `${index}*4+${base}`,
      `${base}*1+${index}`,
      `${base}+${index}*2`,
      `${base}+${index}*8`,
      `${base}*5+${index}-${index}`,
    ]),
  ]);
  const displacements = [
    '',
    '+0',
    '+1',
    '-128',
    '+127',
    '+128',
    '-129',
    '+0x12345678',
    '+start',
    '+near_by-start',
    '+later',
    '-0x80000000',
  ];
  const widths = [
    'byte eax+4',
    'dword eax+4',
    'dword eax',
    'byte ebp',
    'dword 0x10',
    'es:ebx',
    'fs:0x20',
    'gs:start+4',
    'cs:esp',
  ];
  return [
    ...sums.flatMap((sum, i) =>
      displacements.filter((_, j) => (i + j) % 3 === 0 || j < 2).map((more) => `mov ecx, [${sum}${more}]`),
    ),
    ...widths.flatMap((each) => [
      `mov eax, [${each}]`,
      `add byte [${each}], 7`,
      `lea edi, [${each}]`,
      `mov [${each}], al`,
    ]),
    'mov eax, ds:[ebx+2]',
    'mov eax, [ebx+ecx+edx]',
    'mov eax, [2*(ebx+4)]',
    'mov eax, [(ebx+4)+ecx*(1+1)]',
    'mov eax, [ebx-ecx]',
    'mov eax, [bx+4*ecx]',
  ];
}

const atoms = [
  '0',
  '1',
  '7',
  '0x10',
  '0ffh',
  '$0a',
  '101b',
  '0b11',
  '17o',
  '0q17',
  '99d',
  '1_000',
  "'a'",
  "'abcd'",
  '`\\n`',
  'constant',
  'forward',
];
const signs = [
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '%%',
  '&',
  '|',
  '^',
  '<<',
  '>>',
  '==',
  '<',
  '>=',
  '!=',
  '&&',
  '||',
  '^^',
  '=',
];
/** Expressions of every sign, and of some inside others, by a plain linear generator. */
export function expressions(): readonly string[] {
  let seed = 20161;
  const pick = (list: readonly string[]): string => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return list[(seed >>> 8) % list.length] ?? '';
  };
  const grow = (depth: number): string => {
    const shape = pick(depth ? ['atom', 'pair', 'pair', 'group', 'minus', 'not'] : ['atom']);
    if (shape === 'atom') return pick(atoms);
    if (shape === 'pair') return `${grow(depth - 1)} ${pick(signs)} ${grow(depth - 1)}`;
    if (shape === 'group') return `(${grow(depth - 1)} ${pick(signs)} ${grow(depth - 1)})`;
    return `${shape === 'minus' ? '-' : pick(['~', '!'])}${grow(depth - 1)}`;
  };
  return Array.from({ length: 1500 }, (_, i) => `dq ${i % 3 ? '' : 'near_by - start + '}${grow(1 + (i % 4))}`);
}

/** Jumps over gaps around the limit of a short one, forwards and backwards, some depending on one another. */
export function jumps(): readonly string[] {
  const lines: string[] = [];
  for (let gap = 118; gap < 134; gap++)
    lines.push(
      `a${gap}: jz b${gap}`,
      `jmp c${gap}`,
      `times ${gap} nop`,
      `b${gap}: jmp a${gap}`,
      `c${gap}: jnz near b${gap}`,
      `loop c${gap}`,
    );
  for (let i = 0; i < 60; i++)
    lines.push(`n${i}: jmp n${(i * 17 + 23) % 60}`, `times ${(i * 5) % 9} db ${i}`, `jl n${(i * 31 + 7) % 60}`);
  return lines;
}

/** What every file of the corpus begins and ends with. */
export const head = `bits 32
org 0x100000
header: dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000), header, header, 0, 0, start
constant equ 12
start:
`;
export const near = 'near_by:\n';
export const foot = '\nlater: nop\nforward equ 9\n';

/** A file of some lines. The label they jump to stands in the middle, so that some are near it and some are far. */
export function toFile(lines: readonly string[]): string {
  const middle = Math.floor(lines.length / 2);
  return `${head}${lines.slice(0, middle).join('\n')}\n${near}${lines.slice(middle).join('\n')}${foot}`;
}
