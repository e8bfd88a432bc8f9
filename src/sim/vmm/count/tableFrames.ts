import { readHost } from '../../x86/cpu/physical.ts';
import { PG } from '../../x86/cpu/state.ts';
import type { Machine } from '../../x86/machine.ts';

const PRESENT = 1;
const LARGE = 1 << 7;

/** The frames that hold the page tables in use: the directory and every table it names. None where paging is off. */
export function tableFrames({ cpu, memory }: Machine): ReadonlySet<number> {
  const frames = new Set<number>();
  if ((cpu.cr0 & PG) === 0) return frames;
  const directory = (cpu.cr3 & ~0xfff) >>> 0;
  frames.add(directory);
  for (let at = directory; at < directory + 0x1000; at += 4) {
    const entry = readHost(memory, at, 4);
    if ((entry & (PRESENT | LARGE)) === PRESENT) frames.add((entry & ~0xfff) >>> 0);
  }
  return frames;
}

/** The frame in which a linear address lies; undefined where nothing is mapped. */
export function frameOf({ cpu, memory }: Machine, linear: number): number | undefined {
  const entry = readHost(memory, ((cpu.cr3 & ~0xfff) + ((linear >>> 22) << 2)) >>> 0, 4);
  if ((entry & PRESENT) === 0) return undefined;
  if ((entry & LARGE) !== 0) return ((entry & 0xffc0_0000) | (linear & 0x003f_f000)) >>> 0;
  const leaf = readHost(memory, ((entry & ~0xfff) + ((linear >>> 10) & 0xffc)) >>> 0, 4);
  return (leaf & PRESENT) === 0 ? undefined : (leaf & ~0xfff) >>> 0;
}
