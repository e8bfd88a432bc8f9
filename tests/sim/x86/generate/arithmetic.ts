import { type Dice, hex } from './dice.ts';

const CF = 1;
const PF = 4;
const AF = 0x10;
const ZF = 0x40;
const SF = 0x80;
const OF = 0x800;
const all = CF | PF | AF | ZF | SF | OF;

const wide = ['eax', 'ebx', 'ecx', 'edx', 'esi', 'edi', 'ebp'];
const half = ['ax', 'bx', 'cx', 'dx', 'si', 'di', 'bp'];
const bytes = ['al', 'ah', 'bl', 'bh', 'cl', 'ch', 'dl', 'dh'];
const sizes = {
  byte: { registers: bytes, bits: 8 },
  word: { registers: half, bits: 16 },
  dword: { registers: wide, bits: 32 },
};
type Size = keyof typeof sizes;
export const conditions = ['o', 'no', 'c', 'nc', 'z', 'nz', 'be', 'a', 's', 'ns', 'p', 'np', 'l', 'ge', 'le', 'g'];
const needs: Readonly<Record<string, number>> = {
  ...{ o: OF, no: OF, c: CF, nc: CF, z: ZF, nz: ZF, be: CF | ZF, a: CF | ZF, s: SF, ns: SF, p: PF, np: PF },
  ...{ l: SF | OF, ge: SF | OF, le: ZF | SF | OF, g: ZF | SF | OF },
};

/** An instruction (or a few), and the flags the manual leaves undefined or defines after it. */
interface Piece {
  readonly text: string;
  readonly undefines?: number;
  readonly defines?: number;
}

const cell = (dice: Dice): string => `[SCRATCH + ${hex(dice.below(1000) * 4)}]`;

/** A memory operand in one of the addressing forms; the registers it needs are set by the text before it. */
function address(dice: Dice): { readonly before: string; readonly operand: string } {
  const [base, index] = dice.pick([
    ['ebx', 'ecx'],
    ['esi', 'edi'],
    ['ebp', 'eax'],
    ['edx', 'ebp'],
    ['edi', 'edx'],
  ] as const);
  const scale = dice.pick([1, 2, 4, 8]);
  const shift = dice.pick([0, 4, 0x7c, 0x100]);
  switch (dice.below(4)) {
    case 0:
      return { before: '', operand: cell(dice) };
    case 1:
      return { before: `    mov ${base}, SCRATCH + ${dice.below(2000)}\n`, operand: `[${base} + ${shift}]` };
    case 2:
      return { before: `    mov ${index}, ${dice.below(200)}\n`, operand: `[${index}*${scale} + SCRATCH + ${shift}]` };
    default:
      return {
        before: `    mov ${base}, SCRATCH + ${dice.below(1000)}\n    mov ${index}, ${dice.below(200)}\n`,
        operand: `[${base} + ${index}*${scale} + ${shift}]`,
      };
  }
}

/** Two operands of one size, at most one of them in memory. */
function operands(dice: Dice, size: Size): { readonly before: string; readonly to: string; readonly from: string } {
  const { registers } = sizes[size];
  const mask = size === 'byte' ? 0xff : size === 'word' ? 0xffff : 0xffffffff;
  const number = hex((dice.word() & mask) >>> 0);
  const place = address(dice);
  switch (dice.below(5)) {
    case 0:
      return { before: place.before, to: `${size} ${place.operand}`, from: dice.pick(registers) };
    case 1:
      return { before: place.before, to: dice.pick(registers), from: place.operand };
    case 2:
      return { before: place.before, to: `${size} ${place.operand}`, from: number };
    case 3:
      return { before: '', to: dice.pick(registers), from: number };
    default:
      return { before: '', to: dice.pick(registers), from: dice.pick(registers) };
  }
}

function binary(dice: Dice, known: number): Piece {
  const size = dice.pick(['byte', 'word', 'dword', 'dword'] as const);
  const { before, to, from } = operands(dice, size);
  const names = ['add', 'sub', 'cmp', 'and', 'or', 'xor', 'mov', ...(known & CF ? ['adc', 'sbb', 'adc', 'sbb'] : [])];
  const name = dice.pick(names);
  const text = `${before}    ${name} ${to}, ${from}`;
  if (name === 'mov') return { text };
  return ['and', 'or', 'xor'].includes(name) ? { text, defines: all, undefines: AF } : { text, defines: all };
}

function unary(dice: Dice): Piece {
  const size = dice.pick(['byte', 'word', 'dword'] as const);
  const place = address(dice);
  const to = dice.chance(60) ? dice.pick(sizes[size].registers) : `${size} ${place.operand}`;
  const before = to.includes('[') ? place.before : '';
  const name = dice.pick(['inc', 'dec', 'neg', 'not']);
  const text = `${before}    ${name} ${to}`;
  return name === 'not' ? { text } : { text, defines: name === 'neg' ? all : all & ~CF };
}

function shift(dice: Dice, known: number): Piece {
  const size = dice.pick(['byte', 'word', 'dword'] as const);
  const { registers, bits } = sizes[size];
  const count = dice.pick([1, 1, dice.below(32), dice.below(bits), dice.below(256)]);
  const real = count & 31;
  const byCl = dice.chance(40);
  const to = dice.pick(registers.filter((name) => !byCl || !['cl', 'cx', 'ecx'].includes(name)));
  const name = dice.pick(['shl', 'shr', 'sar', 'rol', 'ror', ...(known & CF ? ['rcl', 'rcr'] : [])]);
  const text = `${byCl ? `    mov cl, ${count}\n` : ''}    ${name} ${to}, ${byCl ? 'cl' : count}`;
  if (real === 0) return { text };
  if (name.startsWith('r')) return real === 1 ? { text, defines: CF | OF } : { text, defines: CF, undefines: OF };
  // The manual leaves CF open when the whole operand is shifted out; SAR goes on copying the sign.
  const carryLost = real >= bits && name !== 'sar' ? CF : 0;
  return { text, defines: all, undefines: AF | (real === 1 ? 0 : OF) | carryLost };
}

function multiply(dice: Dice): Piece {
  const undefines = PF | AF | ZF | SF;
  const size = dice.pick(['byte', 'word', 'dword'] as const);
  if (dice.chance(40))
    return { text: `    ${dice.pick(['mul', 'imul'])} ${dice.pick(sizes[size].registers)}`, defines: all, undefines };
  const { registers } = dice.chance(70) ? sizes.dword : sizes.word;
  const third = dice.chance(50) ? `, ${hex(dice.word() & 0x7fff)}` : '';
  return { text: `    imul ${dice.pick(registers)}, ${dice.pick(registers)}${third}`, defines: all, undefines };
}

// Dividends kept so small that the quotient fits; #DE has trials of its own.
function divide(dice: Dice): Piece {
  const undefines = all;
  switch (dice.below(4)) {
    case 0:
      return { text: `    xor edx, edx\n    or ebx, 1\n    div ebx`, undefines };
    case 1:
      return { text: `    cdq\n    and ecx, 0x7fff\n    or ecx, 3\n    idiv ecx`, undefines };
    case 2:
      return { text: `    movzx eax, al\n    or bl, 1\n    div bl`, undefines };
    default:
      return { text: `    xor dx, dx\n    or si, 1\n    div si`, undefines };
  }
}

function bits(dice: Dice): Piece {
  const name = dice.pick(['bt', 'bts', 'btr', 'bsf', 'bsr']);
  const registers = dice.pick([wide, half]);
  if (name.startsWith('bs') && name !== 'bt' && name !== 'bts') {
    const from = dice.pick(registers);
    return {
      text: `    or ${from}, ${hex(1 << dice.below(15))}\n    ${name} ${dice.pick(registers)}, ${from}`,
      defines: ZF,
      undefines: all & ~ZF,
    };
  }
  const undefines = OF | SF | AF | PF;
  if (dice.chance(30)) {
    return {
      text: `    mov ecx, ${dice.below(4000) - 100}\n    ${name} dword [SCRATCH + 0x100], ecx`,
      defines: CF,
      undefines,
    };
  }
  return {
    text: `    ${name} ${dice.pick(registers)}, ${dice.chance(50) ? dice.below(64) : dice.pick(registers)}`,
    defines: CF,
    undefines,
  };
}

function conditional(dice: Dice, known: number): Piece {
  const usable = conditions.filter((name) => ((needs[name] ?? 0) & ~known) === 0);
  if (usable.length === 0) return { text: '    stc', defines: CF };
  const condition = dice.pick(usable);
  if (dice.chance(50)) return { text: `    set${condition} ${dice.pick(bytes)}` };
  return { text: `    cmov${condition} ${dice.pick(wide)}, ${dice.chance(30) ? cell(dice) : dice.pick(wide)}` };
}

function plain(dice: Dice, known: number): Piece {
  const [a, b] = [dice.pick(wide), dice.pick(wide)];
  const choices = [
    `movzx ${a}, ${dice.pick([...bytes, ...half])}`,
    `movsx ${a}, ${dice.pick([...bytes, ...half])}`,
    `movzx ${a}, word ${cell(dice)}`,
    `movsx ${dice.pick(half)}, byte ${cell(dice)}`,
    `lea ${a}, [${b} + ${dice.pick(wide)}*${dice.pick([1, 2, 4, 8])} + ${dice.below(300)}]`,
    `xchg ${a}, ${b}`,
    `xchg ${dice.pick(bytes)}, ${cell(dice)}`,
    `bswap ${a}`,
    'cdq',
    'cwde',
    `push ${a}\n    pop ${b}`,
    `push ${hex(dice.word())}\n    pop dword ${cell(dice)}`,
    'pusha\n    mov dword [esp + 28], 77\n    popa',
    ...((known & (CF | PF | AF | ZF | SF)) === (CF | PF | AF | ZF | SF) ? ['lahf'] : []),
  ];
  return { text: `    ${dice.pick(choices)}` };
}

const carry = (dice: Dice, known: number): Piece =>
  dice.chance(40)
    ? { text: '    sahf', defines: CF | PF | AF | ZF | SF }
    : { text: `    ${dice.pick(['stc', 'clc', ...(known & CF ? ['cmc'] : [])])}`, defines: CF };

const kinds = [
  binary,
  binary,
  binary,
  unary,
  shift,
  shift,
  multiply,
  divide,
  bits,
  conditional,
  conditional,
  plain,
  plain,
  carry,
] as const;

/** After each instruction its defined flags are hashed, and a register. */
export function arithmetic(dice: Dice): string {
  let known = all;
  const lines = ['    xor eax, eax'];
  known &= ~AF;
  for (let left = 12 + dice.below(20); left > 0; left--) {
    const piece = dice.pick(kinds)(dice, known);
    known = (known | (piece.defines ?? 0)) & ~(piece.undefines ?? 0);
    lines.push(piece.text, '    pushf', '    pushf', `    and dword [esp], ${hex(known)}`, '    call mix', '    popf');
    lines.push(`    push ${dice.pick(wide)}`, '    call mix');
  }
  return `${lines.join('\n')}\n${wide.map((name) => `    push ${name}\n    call mix\n`).join('')}    call show\n`;
}
