/** What one line of a trace may do. */
export const verbs = ['vm', 'process', 'map', 'unmap', 'invlpg', 'read', 'write', 'exec', 'balloon'] as const;
export type Verb = (typeof verbs)[number];

/** Rights to a page, as bits. */
export const rightBits = { read: 1, write: 2, execute: 4 } as const;
export const rightWords: Readonly<Record<string, number>> = { r: 1, rw: 3, rx: 5, rwx: 7 };

/** Guest-physical memory that a trace may map, in pages: 64 MiB. The kernel's tables lie above. */
export const GUEST_PAGES = 0x4000;
/** Page tables that the kernel of one VM may have. */
export const MOST_TABLES = 0xc000;
export const MOST_VMS = 16;
/** A PCID has 12 bits, and process 0 has one too. */
export const MOST_PROCESSES = 4095;

/** A virtual machine that a trace names, and its processes in the order of their first mention. */
export interface Cast {
  readonly name: string;
  readonly processes: readonly string[];
}

/** A trace read once, in columns: line `i` of those that do something. */
export interface Trace {
  readonly length: number;
  /** Its place in `verbs`. */
  readonly verb: Uint8Array;
  /** The line of the text, from 1. */
  readonly line: Int32Array;
  /** Bits 47:0 of the virtual address; bit 47 repeated makes it canonical. */
  readonly va: Float64Array;
  /** Of `map` the guest's page number, of `balloon` how many pages. */
  readonly operand: Int32Array;
  readonly rights: Uint8Array;
  /** 1 where the very next line is the `invlpg` of this page, so that the kernel need not do it here. */
  readonly flushedNext: Uint8Array;
  /** Which VM, and which of its processes, the line runs in; -1 where it needs none. */
  readonly vm: Int16Array;
  readonly process: Int16Array;
  readonly cast: readonly Cast[];
}

export const verbAt = (trace: Trace, i: number): Verb | undefined =>
  i < trace.length ? verbs[trace.verb[i] ?? 0] : undefined;

export const vaAt = (trace: Trace, i: number): number => trace.va[i] ?? 0;

const SIGN = 2 ** 47;

/** A canonical virtual address from its low 48 bits: `0x7f0000001000`, `0xffff800000000000`. */
export const vaToHex = (va: number): string => `0x${va >= SIGN ? 'ffff' : ''}${va.toString(16)}`;

export const toHex = (address: number): string => `0x${address.toString(16)}`;
