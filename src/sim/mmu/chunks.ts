/**
 * A long list of small whole numbers, 0 where nothing was put, that is never
 * changed, only succeeded: a change copies two lists of at most 256.
 */
export type Chunks = readonly (readonly number[] | undefined)[];

export const noChunks: Chunks = [];
const blank: readonly number[] = Array.from({ length: 256 }, () => 0);

export const readChunk = (chunks: Chunks, i: number): number => chunks[i >>> 8]?.[i & 255] ?? 0;

/** The very same list where the number stands there already. */
export function writeChunk(chunks: Chunks, i: number, value: number): Chunks {
  if (readChunk(chunks, i) === value) return chunks;
  const chunk = (chunks[i >>> 8] ?? blank).slice();
  chunk[i & 255] = value;
  const copy = chunks.slice();
  for (let j = copy.length; j < i >>> 8; j++) copy[j] = undefined;
  copy[i >>> 8] = chunk;
  return copy;
}
