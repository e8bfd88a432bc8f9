/** A program as a boot loader sees it, and where each of its bytes comes from. */
export interface Program {
  /** Physical address of `bytes[0]`, from the address fields of the Multiboot header (flag bit 16). */
  readonly load: number;
  /** Where it is entered. */
  readonly entry: number;
  /** Memory is zeroed from the end of `bytes` up to here; 0 where there is nothing to zero. */
  readonly bssEnd: number;
  /** Physical address of the Multiboot header. */
  readonly header: number;
  /** The loaded part of the file. */
  readonly bytes: Uint8Array;
  /** The whole file, byte for byte what `nasm -f bin` writes. */
  readonly file: Uint8Array;
  /** Sorted by address. */
  readonly lines: readonly SourceLine[];
  readonly symbols: ReadonlyMap<string, number>;
}

/** One emitted piece: an instruction or data. `line` counts from 1 in its own text: the program's, or the prelude's. */
export interface SourceLine {
  readonly address: number;
  readonly length: number;
  readonly line: number;
  readonly text: string;
  readonly prelude: boolean;
  readonly code: boolean;
}

/** What is wrong and where (line and column from 1), and what would be right. */
export interface SourceFault {
  readonly line: number;
  readonly column: number;
  readonly message: { readonly en: string; readonly 'zh-CN': string };
}

export type Assembled = { readonly program: Program } | { readonly faults: readonly SourceFault[] };
