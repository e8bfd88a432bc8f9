/**
 * Part of a general register by the number in its encoding: of a byte, 0-3 are
 * AL CL DL BL and 4-7 are AH CH DH BH. 1 and 2 bytes are unsigned, 4 bytes are a signed word.
 */
export function readRegister(regs: Int32Array, number: number, size: number): number {
  if (size === 4) return regs[number] ?? 0;
  if (size === 2) return (regs[number] ?? 0) & 0xffff;
  return ((regs[number & 3] ?? 0) >> ((number & 4) << 1)) & 0xff;
}

/** The rest of the register stays as it was; what does not fit in `size` bytes is dropped. */
export function writeRegister(regs: Int32Array, number: number, size: number, value: number): void {
  if (size === 4) regs[number] = value;
  else if (size === 2) regs[number] = ((regs[number] ?? 0) & ~0xffff) | (value & 0xffff);
  else {
    const shift = (number & 4) << 1;
    regs[number & 3] = ((regs[number & 3] ?? 0) & ~(0xff << shift)) | ((value & 0xff) << shift);
  }
}
