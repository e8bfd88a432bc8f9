import type { Words } from './faultList.ts';
import { say } from './say.ts';

const MAGIC = 0x1badb002;
const SEARCHED = 8192;
const ADDRESSES = 1 << 16;
const MEMORY = 16 << 20;
const LOWEST = 1 << 20;

/** What a boot loader reads in the Multiboot header; Multiboot Specification 0.6.96, section 3.1. */
export interface Header {
  /** Where the header is in the file. */
  readonly at: number;
  readonly header: number;
  readonly load: number;
  readonly loadEnd: number;
  readonly bssEnd: number;
  readonly entry: number;
}
export type Found = { readonly header: Header } | { readonly wrong: Words; readonly at: number | undefined };

/** Finds the header in the first 8 KiB of a file, as a boot loader does, and checks it. */
export function findHeader(file: Uint8Array): Found {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  for (let at = 0; at + 12 <= Math.min(file.length, SEARCHED); at += 4)
    if (view.getUint32(at, true) === MAGIC) return readHeader(view, at);
  return { wrong: say.noHeader(), at: undefined };
}

function readHeader(view: DataView, at: number): Found {
  const word = (i: number): number => view.getUint32(at + 4 * i, true);
  if ((word(0) + word(1) + word(2)) % 2 ** 32 !== 0) return { wrong: say.headerChecksum(), at };
  if (!(word(1) & ADDRESSES) || at + 32 > view.byteLength) return { wrong: say.headerFlags(), at };
  const header = { at, header: word(3), load: word(4), loadEnd: word(5), bssEnd: word(6), entry: word(7) };
  return isSound(header, view.byteLength) ? { header } : { wrong: say.headerAddresses(), at };
}

function isSound({ at, header, load, loadEnd, bssEnd, entry }: Header, length: number): boolean {
  const first = at - (header - load);
  const end = loadEnd || load + length - first;
  if (load > header || first < 0 || load < LOWEST || end > MEMORY || bssEnd > MEMORY) return false;
  return end > header && end - load <= length - first && entry >= load && entry < end;
}
