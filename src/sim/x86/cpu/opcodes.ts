import { arithmeticOpcodes } from './arithmetic.ts';
import { bitOpcodes } from './bits.ts';
import { controlOpcodes } from './control.ts';
import { dataOpcodes } from './data.ts';
import type { Entry, Group, Opcodes } from './entry.ts';
import { flagOpcodes } from './flagOps.ts';
import { stackOpcodes } from './frame.ts';
import { shiftOpcodes } from './shift.ts';
import { stringOpcodes } from './strings.ts';
import { systemOpcodes } from './systemOpcodes.ts';

const isGroup = (found: Entry | Group | undefined): found is Group => Array.isArray(found);

/** Two tables may share a group and fill each other's holes (FF: near transfers here, far ones there). */
function join(table: Map<number, Entry | Group>, opcodes: Opcodes): void {
  for (const [key, entry] of Object.entries(opcodes)) {
    const there = table.get(Number(key));
    const both = isGroup(there) && isGroup(entry);
    table.set(Number(key), both ? Array.from({ length: 8 }, (_, n) => there[n] ?? entry[n]) : entry);
  }
}

const table = new Map<number, Entry | Group>();
for (const opcodes of [
  arithmeticOpcodes,
  bitOpcodes,
  controlOpcodes,
  dataOpcodes,
  flagOpcodes,
  shiftOpcodes,
  stackOpcodes,
  stringOpcodes,
  systemOpcodes,
])
  join(table, opcodes);

/** The entry of an opcode, or its group; undefined where we have no such instruction. */
export const findEntry = (opcode: number): Entry | Group | undefined => table.get(opcode);

/** Whether a ModR/M byte follows. */
export const hasModRm = (found: Entry | Group): boolean => isGroup(found) || found.modrm !== undefined;

/** The one entry that is meant, in a group the one that ModR/M selects. */
export const selectEntry = (found: Entry | Group, modrm: number): Entry | undefined =>
  isGroup(found) ? found[(modrm >> 3) & 7] : found;
