/**
 * Channel 0 of the timer; Intel 8254 data sheet. Modes 0, 2 and 3, as
 * kernels use it; the others behave as mode 0, counting in BCD as binary.
 * Its output is IRQ 0. It counts the periods of its input clock, of which every
 * instruction takes one. What it shows is worked out from when its count was loaded.
 */
export interface Pit {
  mode: number;
  /** Which bytes of the count are read and written: 1 low, 2 high, 3 low then high. */
  bytes: number;
  /** The low byte of a count whose high byte has not come yet. */
  half: number | undefined;
  /** The count, 1 to 65536; undefined until one is written. */
  count: number | undefined;
  /** When it was loaded. */
  since: number;
  /** Bytes that were latched and have not been read. */
  latched: readonly number[];
  /** The next read of two gives the high byte. */
  readsHigh: boolean;
  /** When the output next rises; `Infinity` where it will not. */
  rises: number;
}

/** As the firmware leaves it: mode 2 with the longest count, 18.2 Hz. */
export const firmwarePit = (): Pit => ({
  mode: 2,
  bytes: 3,
  half: undefined,
  count: 65536,
  since: 0,
  latched: [],
  readsHigh: false,
  rises: 65536,
});

/** The control word (port 43h). Words for other channels are not ours. */
export function writeControl(pit: Pit, value: number, now: number): void {
  if (value >> 6 === 3) {
    readBack(pit, value, now);
    return;
  }
  if (value >> 6 !== 0) return;
  const bytes = (value >> 4) & 3;
  if (bytes === 0) {
    latch(pit, now);
    return;
  }
  const mode = (value >> 1) & 7;
  Object.assign(pit, { mode: mode > 5 ? mode & 3 : mode, bytes, half: undefined, count: undefined });
  Object.assign(pit, { latched: [], readsHigh: false, rises: Number.POSITIVE_INFINITY });
}

/** Channel 0's data port (40h). The count is loaded when its last byte comes. */
export function writeCount(pit: Pit, value: number, now: number): void {
  if (pit.bytes === 3 && pit.half === undefined) {
    pit.half = value;
    return;
  }
  const count = pit.bytes === 1 ? value : pit.bytes === 2 ? value << 8 : (value << 8) | (pit.half ?? 0);
  pit.half = undefined;
  pit.count = count === 0 ? 65536 : count;
  pit.since = now;
  pit.rises = now + pit.count;
}

const isPeriodic = ({ mode }: Pit): boolean => mode === 2 || mode === 3;

/** Lets the edges up to this time pass: when the next one comes. */
export function passEdges(pit: Pit, now: number): void {
  const period = pit.count ?? 1;
  const passed = Math.floor((now - pit.rises) / period) + 1;
  pit.rises = isPeriodic(pit) ? pit.rises + passed * period : Number.POSITIVE_INFINITY;
}

/** The counting element at this time. Mode 3 counts by two, twice a period. */
function countAt({ mode, count, since }: Pit, now: number): number {
  if (count === undefined) return 0;
  const passed = now - since;
  if (mode === 2) return count - (passed % count);
  if (mode === 3) return (count & ~1) - ((passed * 2) % Math.max(count & ~1, 2));
  return (count - passed) & 0xffff;
}

/** The output at this time. */
function outputAt(pit: Pit, now: number): boolean {
  const { count, mode, since } = pit;
  if (count === undefined) return mode !== 0;
  const passed = now - since;
  if (mode === 2) return passed % count !== count - 1;
  if (mode === 3) return passed % count < (count + 1) >> 1;
  return passed >= count;
}

function latch(pit: Pit, now: number): void {
  if (pit.latched.length > 0) return;
  const count = countAt(pit, now);
  const both = [count & 0xff, (count >> 8) & 0xff];
  pit.latched = pit.bytes === 3 ? both : [both[pit.bytes - 1] ?? 0];
}

/** The read-back command, if it asks for channel 0: status first, then the count. */
function readBack(pit: Pit, value: number, now: number): void {
  if ((value & 2) === 0) return;
  if ((value & 0x20) === 0) latch(pit, now);
  if ((value & 0x10) !== 0) return;
  const unloaded = pit.count === undefined ? 0x40 : 0;
  const status = (outputAt(pit, now) ? 0x80 : 0) | unloaded | (pit.bytes << 4) | (pit.mode << 1);
  pit.latched = [status, ...pit.latched];
}

/** Reads port 40h: what was latched, else the count as it runs. */
export function readCount(pit: Pit, now: number): number {
  const [first, ...rest] = pit.latched;
  if (first !== undefined) {
    pit.latched = rest;
    return first;
  }
  const count = countAt(pit, now);
  if (pit.bytes !== 3) return (pit.bytes === 1 ? count : count >> 8) & 0xff;
  pit.readsHigh = !pit.readsHigh;
  return (pit.readsHigh ? count : count >> 8) & 0xff;
}
