import type { Program, SourceLine } from '../x86/program.ts';

/** The piece of source that stands at a physical address of the program, if one begins there. Lines are sorted by address. */
export function lineAt({ lines }: Program, address: number): SourceLine | undefined {
  let [low, high] = [0, lines.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const line = lines[middle] as SourceLine;
    if (line.address === address) return line;
    if (line.address < address) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}
