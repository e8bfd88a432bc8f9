import { kind, SIZES } from './kinds.ts';

/** What follows the opcode: an immediate (s: a sign-extended byte, u: an unsigned one), a distance, an address. */
export type Tail = 'ib' | 'ib,s' | 'ib,u' | 'iw' | 'id' | 'rel8' | 'rel' | 'offs';

/** One way to encode an instruction. */
export interface Form {
  /** The operands as the table writes them. */
  readonly shape: string;
  readonly operands: readonly number[];
  /** What becomes of each operand: reg field, r/m field, first and second immediate, or nothing. */
  readonly roles: readonly string[];
  /** 66, 67 or F3 before the opcode, of its own. */
  readonly prefixes: readonly number[];
  readonly opcode: readonly number[];
  /** The register is added to the last byte of the opcode. */
  readonly plus: boolean;
  /** The reg field: a number, 8 for a register, −1 where there is no ModR/M. */
  readonly field: number;
  readonly tail: readonly Tail[];
  /** Fits only where the target is near enough for a byte. */
  readonly nearby: boolean;
  /** How many operands share one size. */
  readonly same: number;
  /** The size an operand has when it does not say, as bits of `kind`. */
  readonly implied: number;
}

const { register, rm, memory, immediate } = kind;
const general = register | rm;
const plain: Readonly<Record<string, number>> = {
  r8: general | kind.size8,
  rm8: rm | kind.size8,
  m: memory,
  m64: memory | kind.size64,
  imm: immediate,
  imm8: immediate | kind.size8,
  1: immediate | kind.one,
  al: general | kind.accumulator | kind.size8,
  cl: general | kind.count | kind.size8,
  dx: general | kind.dx | kind.size16,
  sreg: register | kind.segment | kind.size16,
  creg: register | kind.control | kind.size32,
  offs: memory | kind.offset,
  'imm|near': immediate | kind.near,
  'imm|short': immediate | kind.short,
  'm|near': memory | kind.near,
  'm|far': memory | kind.far,
  'm32|far': memory | kind.far | kind.size32,
  'imm:': immediate | kind.colon,
};
const segments = ['es', 'cs', 'ss', 'ds', 'fs', 'gs'] as const;

/** Bits that an operand of a table asks for; v or 16 or 32 at its end is its size, and in “sbv” and “sbvv” a short byte. */
function shapeToKinds(shape: string, wide: boolean): number {
  const segment = segments.find((name) => name === shape);
  if (segment) return register | kind.segment | kind.size16 | kind[segment];
  const known = plain[shape];
  if (known !== undefined) return known;
  const size = (shape.includes('v') ? wide : shape.includes('32')) ? kind.size32 : kind.size16;
  switch (shape.replace(/v+|16|32/, '')) {
    case 'r':
      return general | size;
    case 'rna':
      return general | kind.notAccumulator | size;
    case 'rm':
      return rm | size;
    case 'm':
      return memory | size;
    case 'a':
      return general | kind.accumulator | size;
    case 'c':
      return general | kind.count | size;
    case 'imm|near':
      return immediate | kind.near | size;
    case 'imm:':
      return immediate | kind.colon | size;
    case 'sb':
      return immediate | (wide ? kind.byte32 : kind.byte16) | (shape === 'sbvv' ? size : 0);
    default:
      return immediate | size;
  }
}

const implied: Readonly<Record<string, number>> = {
  SB: kind.size8,
  SW: kind.size16,
  SD: kind.size32,
  ANY: SIZES,
};
const tails: ReadonlySet<string> = new Set<Tail>(['ib', 'ib,s', 'ib,u', 'iw', 'id', 'rel8', 'rel', 'offs']);

/**
 * The forms of a table, by name. A row is a name, its operands (`-`: none), what becomes of them, and the encoding as
 * the Intel SDM writes it: `add rmv,imm mi 81 /0 iv SM`. A `v` makes two forms of it, for 16 and 32 bits.
 */
export function readForms(tables: readonly string[]): ReadonlyMap<string, readonly Form[]> {
  const forms = new Map<string, Form[]>();
  for (const row of tables.join('\n').split('\n')) {
    const [name, shape = '', roles = '', ...code] = row.trim().split(/\s+/);
    if (!name) continue;
    const list = forms.get(name) ?? [];
    forms.set(name, list);
    if (shape.includes('v')) list.push(rowToForm(shape, roles, ['o16', ...code], false));
    list.push(rowToForm(shape, roles, code, true));
  }
  return forms;
}

function rowToForm(shape: string, roles: string, code: readonly string[], wide: boolean): Form {
  const shapes = shape === '-' ? [] : shape.split(',');
  const field = code.find((word) => word.startsWith('/'));
  const size = code.find((word) => implied[word] !== undefined);
  const prefixes = [
    ...(code.includes('f3i') ? [0xf3] : []),
    ...(code.includes('o16') ? [0x66] : []),
    ...(code.includes('a16') ? [0x67] : []),
  ];
  return {
    shape,
    operands: shapes.map((word) => shapeToKinds(word, wide)),
    roles: roles === 'r+mi' ? ['b', 'i'] : [...roles].slice(0, shapes.length),
    prefixes,
    opcode: code.filter((word) => /^[0-9a-f]{2}(\+r)?$/.test(word)).map((word) => Number.parseInt(word, 16)),
    plus: code.some((word) => word.endsWith('+r')),
    field: field === undefined ? -1 : field === '/r' ? 8 : Number(field[1]),
    tail: code
      .map((word) => (word === 'iv' ? (wide ? 'id' : 'iw') : word))
      .filter((word): word is Tail => tails.has(word)),
    nearby: code.includes('nearby'),
    same: code.includes('SM') ? shapes.length : code.includes('SM2') ? 2 : 0,
    implied: size === undefined ? 0 : (implied[size] ?? 0),
  };
}
