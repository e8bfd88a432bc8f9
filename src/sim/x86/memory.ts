/** Bytes of a page and of the units in which memory is shared between machines. */
export const PAGE = 4096;
const PAGES_IN_CHUNK = 64;
const CHUNK_SHIFT = 18;

/** Sixty-four pages. A page or list may be written in place only by the memory that owns it. */
interface Chunk {
  readonly owner: object;
  readonly pages: (Uint8Array | undefined)[];
  readonly owners: (object | undefined)[];
}

/**
 * Physical memory that can be forked in a moment: a fork shares every page
 * with its origin and copies a page when it first writes to it. Pages never
 * written to read as zeros; beyond `size` no memory answers.
 */
export interface Memory {
  /** Bytes installed, a multiple of 4096. */
  readonly size: number;
  readonly owner: object;
  readonly chunks: (Chunk | undefined)[];
}

export const emptyMemory = (size: number): Memory => ({ size, owner: {}, chunks: [] });

/** A memory of the same contents. From here on the origin is only read. */
export const forkMemory = ({ size, chunks }: Memory): Memory => ({ size, owner: {}, chunks: chunks.slice() });

const zeros = new Uint8Array(PAGE);

/** The page that holds this address, to read from only. */
export const pageToRead = (memory: Memory, address: number): Uint8Array =>
  memory.chunks[address >>> CHUNK_SHIFT]?.pages[(address >>> 12) & (PAGES_IN_CHUNK - 1)] ?? zeros;

function chunkToWrite(memory: Memory, address: number): Chunk {
  const at = address >>> CHUNK_SHIFT;
  const found = memory.chunks[at];
  if (found?.owner === memory.owner) return found;
  const chunk = { owner: memory.owner, pages: found?.pages.slice() ?? [], owners: found?.owners.slice() ?? [] };
  memory.chunks[at] = chunk;
  return chunk;
}

/** The page that holds this address, to write to: a copy of its own where it was shared until now. */
export function pageToWrite(memory: Memory, address: number): Uint8Array {
  const chunk = chunkToWrite(memory, address);
  const at = (address >>> 12) & (PAGES_IN_CHUNK - 1);
  const found = chunk.pages[at];
  if (found && chunk.owners[at] === memory.owner) return found;
  const page = found?.slice() ?? new Uint8Array(PAGE);
  chunk.pages[at] = page;
  chunk.owners[at] = memory.owner;
  return page;
}

/** One byte at a physical address; all ones where no memory answers, as on a PC's bus. */
export const readByte = (memory: Memory, address: number): number =>
  address < memory.size ? (pageToRead(memory, address)[address & (PAGE - 1)] ?? 0) : 0xff;

/** One byte; a write to where no memory answers is lost. */
export function writeByte(memory: Memory, address: number, value: number): void {
  if (address < memory.size) pageToWrite(memory, address)[address & (PAGE - 1)] = value;
}
