import { type Cursor, readByte, readSigned } from './cursor.ts';
import type { Entry } from './entry.ts';
import { fault, UD } from './fault.ts';
import { DS, EBP, EBX, EDI, ESI, ESP, SS } from './state.ts';

/** What ModR/M, SIB and the displacement say: the fields of `Instruction` of the same names. */
export interface Operand {
  readonly mod: number;
  readonly reg: number;
  readonly rm: number;
  readonly base: number;
  readonly index: number;
  readonly scale: number;
  readonly displacement: number;
  /** The segment it is in if no prefix says otherwise. */
  readonly segment: number;
}

const NONE = -1;
export const noOperand: Operand = {
  mod: 0,
  reg: 0,
  rm: 0,
  base: NONE,
  index: NONE,
  scale: 0,
  displacement: 0,
  segment: DS,
};

/** Base and index by `rm`: SDM vol. 2A, "16-Bit Addressing Forms with the ModR/M Byte". */
const shortForms = [
  [EBX, ESI],
  [EBX, EDI],
  [EBP, ESI],
  [EBP, EDI],
  [ESI, NONE],
  [EDI, NONE],
  [EBP, NONE],
  [EBX, NONE],
] as const;

/** A base of ESP or EBP is in the stack segment. */
const segmentOf = (base: number): number => (base === ESP || base === EBP ? SS : DS);

function readShort(cursor: Cursor, mod: number, reg: number, rm: number): Operand {
  const bare = mod === 0 && rm === 6;
  const [base, index] = bare ? [NONE, NONE] : (shortForms[rm] ?? [NONE, NONE]);
  const displacement = readSigned(cursor, bare || mod === 2 ? 2 : mod);
  return { mod, reg, rm, base, index, scale: 0, displacement, segment: segmentOf(base) };
}

function readLong(cursor: Cursor, mod: number, reg: number, rm: number): Operand {
  const sib = rm === 4 ? readByte(cursor) : undefined;
  const first = sib === undefined ? rm : sib & 7;
  const bare = mod === 0 && first === 5;
  const base = bare ? NONE : first;
  const indexField = sib === undefined ? 4 : (sib >> 3) & 7;
  const index = indexField === 4 ? NONE : indexField;
  const displacement = readSigned(cursor, bare || mod === 2 ? 4 : mod);
  return { mod, reg, rm, base, index, scale: (sib ?? 0) >> 6, displacement, segment: segmentOf(base) };
}

/** ModR/M and what belongs to it, after an opcode of this form. `byte` is ModR/M itself. */
export function readOperand(cursor: Cursor, byte: number, short: boolean, form: Entry['modrm']): Operand {
  const mod = form === 'register' ? 3 : byte >> 6;
  const reg = (byte >> 3) & 7;
  const rm = byte & 7;
  if (mod === 3) {
    if (form === 'memory') throw fault(UD);
    return { ...noOperand, mod, reg, rm };
  }
  return short ? readShort(cursor, mod, reg, rm) : readLong(cursor, mod, reg, rm);
}
