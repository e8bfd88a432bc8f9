import { readSystem, writeSystem } from '../../x86/cpu/access.ts';
import { translate } from '../../x86/cpu/paging.ts';
import { readHost, writeHost } from '../../x86/cpu/physical.ts';
import { READ } from '../../x86/cpu/tlb.ts';
import type { Machine } from '../../x86/machine.ts';
import { GDT_AT, MONITOR_BASE, MONITOR_FRAMES } from './layout.ts';
import type { Real } from './real.ts';

/** Descriptors copied at most: a table may have 8192, a teaching kernel has ten. */
const MOST = 256;
const PRESENT = 1 << 15;
const CODE_OR_DATA = 1 << 12;
const ACCESSED = 1 << 8;
const GRANULARITY = 1 << 23;

/**
 * Copies the guest's GDT into the monitor's, with no descriptor more privileged
 * than the guest's ring and none that reaches the monitor. System descriptors
 * (TSS, LDT, gates) become not present: whoever uses one is emulated. A real
 * monitor watches the table's pages; ours looks whether it changed each time it is entered or descriptors are read, at no cost.
 */
export function mirrorGdt(real: Real, guest: Machine): void {
  if (isCopied(real, guest)) return;
  const words: number[] = [];
  forEachWord(guest, (word) => {
    words.push(word);
    return true;
  });
  real.copied = words;
  for (let i = 0; i < MOST; i++) write(real, i, words[2 * i] ?? 0, words[2 * i + 1] ?? 0);
}

/** Whether the guest's table is as it was when it was last copied. */
function isCopied({ copied }: Real, guest: Machine): boolean {
  return lengthOf(guest) === copied.length && forEachWord(guest, (word, i) => word === copied[i]);
}

const lengthOf = ({ cpu }: Machine): number => 2 * Math.min(MOST, (cpu.gdtr.limit + 1) >>> 3);

/** The guest's descriptors word by word, 0 where its tables do not map them, until `visit` says no: then false. */
function forEachWord(guest: Machine, visit: (word: number, i: number) => boolean): boolean {
  const { base } = guest.cpu.gdtr;
  const length = lengthOf(guest);
  let page = -1;
  for (let i = 0; i < length; i++) {
    const linear = (base + i * 4) >>> 0;
    if (i === 0 || (linear & 0xfff) < 4) page = physicalOf(guest, linear) & ~0xfff;
    const isMapped = page !== -4096;
    if (!visit(isMapped ? readHost(guest.memory, (page | (linear & 0xfff)) >>> 0, 4) : 0, i)) return false;
  }
  return true;
}

function write(real: Real, index: number, low: number, high: number): void {
  const isSegment = (high & CODE_OR_DATA) !== 0;
  const [cutLow, cutHigh] = isSegment ? harmless(real, low, high) : [low, high];
  const at = MONITOR_FRAMES + GDT_AT + index * 8;
  writeHost(real.machine, at, 4, cutLow);
  writeHost(real.machine, at + 4, 4, isSegment ? cutHigh : cutHigh & ~PRESENT);
}

/** The guest's ring at least, and a limit below the monitor (flat segments; others end far below it). */
function harmless({ ring, cutsTables }: Real, low: number, high: number): readonly [number, number] {
  const dpl = Math.max((high >>> 13) & 3, ring);
  const lowered = (high & ~(3 << 13)) | (dpl << 13);
  const pages = (low & 0xffff) | (high & 0xf_0000);
  const last = (MONITOR_BASE >>> 12) - 1;
  if (!cutsTables || (high & GRANULARITY) === 0 || pages <= last) return [low, lowered];
  return [(low & 0xffff_0000) | (last & 0xffff), (lowered & ~0xf_0000) | (last & 0xf_0000)];
}

/** Where the guest's tables say a byte of its GDT is; -1 where they say nothing. */
function physicalOf(guest: Machine, linear: number): number {
  const { cr2 } = guest.cpu;
  try {
    return translate(guest, linear, READ, 0);
  } catch {
    guest.cpu.cr2 = cr2;
    return -1;
  }
}

/** The processor has set accessed flags in the copy; the guest's own table gets them. */
export function carryAccessed({ machine }: Real, guest: Machine): void {
  const { base, limit } = guest.cpu.gdtr;
  for (let i = 1; i < Math.min(MOST, (limit + 1) >>> 3); i++) {
    const copy = readHost(machine.memory, MONITOR_FRAMES + GDT_AT + i * 8 + 4, 4);
    if ((copy & (PRESENT | CODE_OR_DATA | ACCESSED)) === (PRESENT | CODE_OR_DATA | ACCESSED))
      setAccessed(guest, (base + i * 8 + 4) >>> 0);
  }
}

/** As the processor does it, through the guest's tables; a table that may not be written to stays as it is. */
function setAccessed(guest: Machine, linear: number): void {
  const { cr2 } = guest.cpu;
  try {
    const high = readSystem(guest, linear, 4);
    if ((high & ACCESSED) === 0) writeSystem(guest, linear, 4, high | ACCESSED);
  } catch {
    guest.cpu.cr2 = cr2;
  }
}
