import { kind } from './kinds.ts';

export interface Register {
  /** As in the reg field of ModR/M. */
  readonly number: number;
  readonly kinds: number;
}

const general = kind.register | kind.rm;
const group = (names: string, kinds: number): [string, Register][] =>
  names.split(' ').map((name, number) => [name, { number, kinds: kinds | extra(name) }]);

/** Forms of their own have AL, AX, EAX, CL, CX, ECX and DX; Intel SDM vol. 2, "Instruction Set Reference". */
function extra(name: string): number {
  if (/^(al|ax|eax)$/.test(name)) return kind.accumulator;
  if (name === 'dx') return kind.dx | kind.notAccumulator;
  return /^(cl|cx|ecx)$/.test(name) ? kind.count | kind.notAccumulator : kind.notAccumulator;
}

const segments = (['es', 'cs', 'ss', 'ds', 'fs', 'gs'] as const).map((name, number): [string, Register] => [
  name,
  { number, kinds: kind.register | kind.segment | kind.size16 | kind[name] },
]);
const controls = [0, 2, 3, 4].map((number): [string, Register] => [
  `cr${number}`,
  { number, kinds: kind.register | kind.control | kind.size32 },
]);

/** Every register a source can name, in small letters. */
export const registers: ReadonlyMap<string, Register> = new Map([
  ...group('al cl dl bl ah ch dh bh', general | kind.size8),
  ...group('ax cx dx bx sp bp si di', general | kind.size16),
  ...group('eax ecx edx ebx esp ebp esi edi', general | kind.size32),
  ...segments,
  ...controls,
]);

/** The byte before an instruction that makes it use this segment, by the segment's number. */
export const segmentPrefixes: readonly number[] = [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65];
