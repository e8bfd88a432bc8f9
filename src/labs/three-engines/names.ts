import type { BasicBlock } from '#sim/vmm/engines/readBlock.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import type { Program } from '#sim/x86/program.ts';

/** What the picture calls a block: its label, or how far behind a label it begins. */
export function nameOf(program: Program, address: number): string {
  let [name, from] = ['', -1];
  for (const [label, at] of program.symbols)
    if (at <= address && at > from && lineAt(program, at)?.code) [name, from] = [label, at];
  if (from < 0) return address.toString(16).toUpperCase();
  return from === address ? name : `${name}+${address - from}`;
}

/** The block's instructions as the programmer wrote them. */
export function sourceOf(program: Program, { address, instructions }: BasicBlock): readonly string[] {
  let at = address;
  return instructions.map(({ length }) => {
    const text = lineAt(program, at)?.text.replace(/;.*/, '').trim().replace(/\s+/g, ' ') ?? '…';
    at += length;
    return text;
  });
}
