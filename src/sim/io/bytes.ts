import { isInstalled, type Memory, readByte } from '#sim/paging/memory.ts';

/** The bytes from `address` on; 0xff where no memory is. */
export function readBytes(memory: Memory, address: number, length: number): readonly number[] {
  const bytes = new Array<number>(length).fill(255);
  for (let done = 0; done < length; ) {
    const at = address + done;
    const end = Math.min(length, done + 4096 - (at % 4096));
    const frame = frameAt(memory, at);
    if (isInstalled(memory, at))
      for (let i = done; i < end; i++) {
        const place = (address + i) % 4096;
        bytes[i] = ((frame?.[place >>> 2] ?? 0) >>> ((place % 4) * 8)) & 255;
      }
    done = end;
  }
  return bytes;
}

/** The words of the 4-KiB frame that holds this address. */
function frameAt({ frames }: Memory, address: number): Uint32Array | undefined {
  const n = Math.floor(address / 4096);
  return frames[n >>> 16]?.[(n >>> 8) & 255]?.[n & 255];
}

/** Puts `length` of the bytes, from `first` on, into one 4-KiB frame; the very same memory where nothing changes. */
function writeFrame(memory: Memory, address: number, bytes: readonly number[], first: number, length: number): Memory {
  const before = frameAt(memory, address);
  const frame = before?.slice() ?? new Uint32Array(1024);
  for (let i = 0; i < length; i++) {
    const at = (address % 4096) + i;
    const shift = (at % 4) * 8;
    frame[at >>> 2] = ((frame[at >>> 2] ?? 0) & ~(255 << shift)) | ((bytes[first + i] ?? 0) << shift);
  }
  return before && sameWords(frame, before) ? memory : withFrame(memory, address, frame);
}

function sameWords(a: Uint32Array, b: Uint32Array): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function withFrame({ size, frames }: Memory, address: number, frame: Uint32Array): Memory {
  const n = Math.floor(address / 4096);
  const [high, middle, low] = [n >>> 16, (n >>> 8) & 255, n & 255];
  const row = frames[high]?.slice() ?? [];
  const rank = row[middle]?.slice() ?? [];
  const all = frames.slice();
  rank[low] = frame;
  row[middle] = rank;
  all[high] = row;
  return { size, frames: all };
}

/** Copies bytes within memory. Whole frames are shared until one of the two is written: the bytes are the same. */
export function copyWithin(memory: Memory, from: number, to: number, length: number): Memory {
  let now = memory;
  for (let done = 0; done < length; ) {
    const [source, target] = [from + done, to + done];
    const frame = frameAt(now, source);
    const isWhole = source % 4096 === 0 && target % 4096 === 0 && length - done >= 4096;
    if (isWhole && frame && isInstalled(now, target)) now = withFrame(now, target, frame);
    else now = writeBytes(now, target, readBytes(now, source, Math.min(4096, length - done)));
    done += 4096;
  }
  return now;
}

/** The memory with these bytes in it. What lies beyond its end is dropped, as on a PC. */
export function writeBytes(memory: Memory, address: number, bytes: readonly number[]): Memory {
  let now = memory;
  for (let done = 0; done < bytes.length; ) {
    const at = address + done;
    const length = Math.min(4096 - (at % 4096), bytes.length - done);
    if (isInstalled(memory, at)) now = writeFrame(now, at, bytes, done, length);
    done += length;
  }
  return now;
}

/** A number of so many little-endian bytes: le16, le32 or le64 below 2^53. */
export function readLe(memory: Memory, address: number, length: 1 | 2 | 4 | 8): number {
  let sum = 0;
  for (let i = length - 1; i >= 0; i--) sum = sum * 256 + readByte(memory, address + i);
  return sum;
}

export const toLe = (value: number, length: 1 | 2 | 4 | 8): readonly number[] =>
  Array.from({ length }, (_, i) => Math.floor(value / 256 ** i) % 256);
