import { type Form, readForms } from './form.ts';
import { arithmetic } from './forms/arithmetic.ts';
import { control } from './forms/control.ts';
import { moves } from './forms/moves.ts';
import { system } from './forms/system.ts';

/** Every instruction the machine knows, with the ways to encode it. */
export const instructions: ReadonlyMap<string, readonly Form[]> = readForms([moves, arithmetic, control, system]);

/** What the forms of an instruction take, for a reader: `r16, imm`. */
export function describeForms(forms: readonly Form[]): string {
  const shapes = new Set(forms.map(({ shape }) => shape).filter((shape) => shape !== '-' && !/sbv|offs/.test(shape)));
  const said = new Set([...shapes].flatMap((shape) => sayShape(shape)));
  return [...said].slice(0, 8).join(' · ');
}

const sayShape = (shape: string): readonly string[] =>
  shape.includes('v') ? [sayOne(shape.replaceAll('v', '16')), sayOne(shape.replaceAll('v', '32'))] : [sayOne(shape)];

const sayOne = (shape: string): string =>
  shape
    .replace(/imm:(32)?,imm(32)?/, 'imm:imm')
    .replace(/imm\d*/g, 'imm')
    .replace(/\bna(?=\d)|rna/g, 'r')
    .replace(/\ba(16|32)/g, (_, size) => (size === '16' ? 'ax' : 'eax'))
    .replace(/\bc(16|32)/g, (_, size) => (size === '16' ? 'cx' : 'ecx'))
    .replace(/\brm(8|16|32)/g, 'r$1/m$1')
    .replace(/\bm\b/g, 'mem')
    .replace(/(\w+)\|(near|short|far)/g, '$2 $1')
    .replaceAll(',', ', ');
