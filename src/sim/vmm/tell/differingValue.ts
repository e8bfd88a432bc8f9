/**
 * A value that is not as on bare metal, as the manuals write it; `what` is a divergence's. A flag is kept at its place in
 * EFLAGS, and IOPL has two bits there. `hex` writes registers and what was stored.
 */
export function differingValue(what: string, value: number, hex: (n: number) => string): string {
  if (what === 'eflags.IOPL') return String(value >>> 12);
  if (what.startsWith('eflags.')) return value === 0 ? '0' : '1';
  return what === 'cpl' ? String(value) : hex(value);
}
