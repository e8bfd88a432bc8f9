import type { Machine } from '../machine.ts';
import { type Cursor, readByte, readSigned } from './cursor.ts';
import type { Entry, Immediate } from './entry.ts';
import { fault, UD } from './fault.ts';
import type { Instruction } from './instruction.ts';
import { noOperand, type Operand, readOperand } from './modrm.ts';
import { findEntry, hasModRm, selectEntry } from './opcodes.ts';
import { CS, DS, ES, FS, GS, SS } from './state.ts';

/** What comes before the opcode; of prefixes of one kind the last counts. */
interface Prefixes {
  segment: number | undefined;
  /** 66 and 67 were there. */
  operand: boolean;
  address: boolean;
  repeat: Instruction['repeat'];
  lock: boolean;
}

const segmentPrefixes: Readonly<Record<number, number>> = {
  38: ES,
  46: CS,
  54: SS,
  62: DS,
  100: FS,
  101: GS,
};

/** Takes note of a prefix; false for a byte that is none. */
function notePrefix(prefixes: Prefixes, byte: number): boolean {
  const segment = segmentPrefixes[byte];
  if (segment !== undefined) prefixes.segment = segment;
  else if (byte === 0x66) prefixes.operand = true;
  else if (byte === 0x67) prefixes.address = true;
  else if (byte === 0xf0) prefixes.lock = true;
  else if (byte === 0xf2) prefixes.repeat = 'repne';
  else if (byte === 0xf3) prefixes.repeat = 'rep';
  else return false;
  return true;
}

function readOpcode(cursor: Cursor, prefixes: Prefixes): number {
  let byte = readByte(cursor);
  while (notePrefix(prefixes, byte)) byte = readByte(cursor);
  return byte === 0x0f ? 0x0f00 | readByte(cursor) : byte;
}

function sizeOf({ size = 'operand' }: Entry, wide: boolean): Instruction['size'] {
  switch (size) {
    case 'byte':
      return 1;
    case 'word':
      return 2;
    case 'dword':
      return 4;
    case 'operand':
      return wide ? 4 : 2;
  }
}

type Immediates = Pick<Instruction, 'immediate' | 'selector' | 'displacement'>;

/** Reads the immediates; a bare offset takes the place of the displacement. */
function readImmediates(
  cursor: Cursor,
  kind: Immediate | undefined,
  { size, short, displacement }: { readonly size: number; readonly short: boolean; readonly displacement: number },
): Immediates {
  const word = (): number => readSigned(cursor, 2) & 0xffff;
  switch (kind) {
    case undefined:
      return { immediate: 0, selector: 0, displacement };
    case 'byte':
      return { immediate: readByte(cursor), selector: 0, displacement };
    case 'signed':
      return { immediate: readSigned(cursor, 1), selector: 0, displacement };
    case 'word':
      return { immediate: word(), selector: 0, displacement };
    case 'operand':
      return { immediate: readSigned(cursor, size), selector: 0, displacement };
    case 'far':
      return { immediate: readSigned(cursor, size), selector: word(), displacement };
    case 'enter':
      return { immediate: word(), selector: readByte(cursor), displacement };
    case 'address':
      return { immediate: 0, selector: 0, displacement: readSigned(cursor, short ? 2 : 4) };
  }
}

/** The entry of an opcode with its operand. Throws #UD where there is no such instruction. */
function readForm(cursor: Cursor, opcode: number, short: boolean): { entry: Entry; operand: Operand } {
  const found = findEntry(opcode);
  if (!found) throw fault(UD);
  const modrm = hasModRm(found) ? readByte(cursor) : undefined;
  const entry = selectEntry(found, modrm ?? 0);
  if (!entry) throw fault(UD);
  return { entry, operand: modrm === undefined ? noOperand : readOperand(cursor, modrm, short, entry.modrm) };
}

const DEFAULT_32 = 1 << 14;

/**
 * Decodes the instruction at CS:EIP: SDM vol. 2A, "Instruction Format". It changes nothing of the
 * machine but accessed flags. Throws #UD, #GP(0) or #PF as the processor does.
 */
export function decode(machine: Machine): Instruction {
  const { cpu } = machine;
  const cursor: Cursor = { machine, start: cpu.eip, length: 0 };
  const prefixes: Prefixes = { segment: undefined, operand: false, address: false, repeat: 'none', lock: false };
  const opcode = readOpcode(cursor, prefixes);
  const wide = ((cpu.segments[CS]?.access ?? 0) & DEFAULT_32) !== 0;
  const short = wide === prefixes.address;
  const { entry, operand } = readForm(cursor, opcode, short);
  const { mod, reg, rm, base, index, scale, displacement } = operand;
  if (prefixes.lock && !(entry.lockable && mod !== 3)) throw fault(UD);
  const size = sizeOf(entry, wide !== prefixes.operand);
  const read = readImmediates(cursor, entry.immediate, { size, short, displacement });
  // One literal with every field, in one order: all instructions are then of one shape to the engine.
  return {
    opcode,
    length: cursor.length,
    size,
    mod,
    reg,
    rm,
    base,
    index,
    scale,
    displacement: read.displacement,
    segment: prefixes.segment ?? operand.segment,
    short,
    immediate: read.immediate,
    selector: read.selector,
    repeat: prefixes.repeat,
    lock: prefixes.lock,
    execute: entry.execute,
  };
}
