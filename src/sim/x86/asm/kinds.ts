/**
 * What an operand is, as a set of bits. A form of an instruction fits when every bit it asks for is there; sizes are
 * compared apart. Intel SDM vol. 2, "Instruction Format", for the classes; the rules of choice are NASM's.
 */
export const kind = {
  size8: 1 << 0,
  size16: 1 << 1,
  size32: 1 << 2,
  size64: 1 << 3,
  /** Can stand in the r/m field: memory, or a general register. */
  rm: 1 << 4,
  register: 1 << 5,
  memory: 1 << 6,
  immediate: 1 << 7,
  accumulator: 1 << 8,
  count: 1 << 9,
  dx: 1 << 10,
  notAccumulator: 1 << 11,
  segment: 1 << 12,
  es: 1 << 13,
  cs: 1 << 14,
  ss: 1 << 15,
  ds: 1 << 16,
  fs: 1 << 17,
  gs: 1 << 18,
  control: 1 << 19,
  one: 1 << 21,
  /** Fits a byte that is sign-extended to 16 bits; to 32 bits. */
  byte16: 1 << 22,
  byte32: 1 << 23,
  far: 1 << 24,
  near: 1 << 25,
  short: 1 << 26,
  colon: 1 << 27,
  /** An address without registers. */
  offset: 1 << 28,
} as const;

/** What counts as a size: how far a target is, too. */
export const SIZES = kind.size8 | kind.size16 | kind.size32 | kind.size64 | kind.far | kind.near | kind.short;
