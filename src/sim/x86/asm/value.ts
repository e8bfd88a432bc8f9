/**
 * What an expression comes to: a number, an address (a number counted from the start of a section), or in brackets a
 * sum of registers. `unknown` while a name in it has no value yet.
 */
export interface Value {
  readonly n: bigint;
  /** The section the number is counted from; −1 for a plain number. */
  readonly section: number;
  /** Registers and how often each is counted, in alphabetical order. */
  readonly registers: readonly Counted[];
  readonly unknown: boolean;
  /** Whether it has a part that is a number, be it 0. */
  readonly numeric: boolean;
  /** Whether two numbers, or two of one register, were added on the way: NASM then forgets which register came first. */
  readonly summed: boolean;
}
export interface Counted {
  readonly name: string;
  readonly times: bigint;
}

export const NO_SECTION = -1;
const none: readonly Counted[] = [];

const nothing: Value = {
  n: 0n,
  section: NO_SECTION,
  registers: none,
  unknown: false,
  numeric: true,
  summed: false,
};
export const numberToValue = (n: bigint): Value => ({ ...nothing, n: BigInt.asIntN(64, n) });
export const addressToValue = (n: bigint, section: number): Value => ({ ...nothing, n, section });
export const registerToValue = (name: string): Value => ({
  ...nothing,
  registers: [{ name, times: 1n }],
  numeric: false,
});
export const unknownValue: Value = { ...nothing, unknown: true };

/** Whether a value is a plain number. */
export const isPlain = (value: Value): boolean =>
  !value.unknown && value.section === NO_SECTION && value.registers.length === 0;

/** The sum; nothing where two addresses are added. */
export function addValues(left: Value, right: Value): Value | undefined {
  if (left.section !== NO_SECTION && right.section !== NO_SECTION) return undefined;
  const n = BigInt.asIntN(64, left.n + right.n);
  const both = left.numeric && right.numeric;
  const registers = addRegisters(left.registers, right.registers);
  const shared = left.registers.some(
    ({ name }) => right.registers.some((each) => each.name === name) && registers.some((each) => each.name === name),
  );
  return {
    n,
    section: Math.max(left.section, right.section),
    registers,
    unknown: left.unknown || right.unknown,
    numeric: both ? n !== 0n : left.numeric || right.numeric,
    summed: left.summed || right.summed || shared || (both && n !== 0n),
  };
}

/** The difference; of two addresses of one section it is a number, of others there is none. */
export function subtractValues(left: Value, right: Value): Value | undefined {
  if (right.section === NO_SECTION) return addValues(left, multiplyValue(right, -1n) ?? right);
  if (left.section !== right.section) return undefined;
  const rest = { ...right, section: NO_SECTION };
  return addValues({ ...left, section: NO_SECTION }, multiplyValue(rest, -1n) ?? rest);
}

/** So many times a value; nothing for an address. */
export function multiplyValue(value: Value, times: bigint): Value | undefined {
  if (value.section !== NO_SECTION) return undefined;
  return {
    ...value,
    n: BigInt.asIntN(64, value.n * times),
    registers: times ? value.registers.map((each) => ({ ...each, times: each.times * times })) : none,
  };
}

function addRegisters(left: readonly Counted[], right: readonly Counted[]): readonly Counted[] {
  if (!left.length) return right;
  if (!right.length) return left;
  const sums = new Map(left.map(({ name, times }) => [name, times]));
  for (const { name, times } of right) sums.set(name, (sums.get(name) ?? 0n) + times);
  const counted = [...sums].map(([name, times]) => ({ name, times })).filter(({ times }) => times);
  return counted.sort((a, b) => (a.name < b.name ? -1 : 1));
}
