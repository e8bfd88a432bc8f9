import type { Binary } from './expression.ts';

const unsigned = (n: bigint): bigint => BigInt.asUintN(64, n);
/** NASM compares by the sign of the difference, which wraps. */
const wrap = (n: bigint): bigint => BigInt.asIntN(64, n);
const truth = (is: boolean): bigint => (is ? 1n : 0n);

/** Two 64-bit numbers worked out; `/`, `%` and `>>` take them as unsigned, as NASM does. The divisor is not zero. */
export function calculate(sign: Binary, a: bigint, b: bigint): bigint {
  const shift = unsigned(b) & 63n;
  switch (sign) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return unsigned(a) / unsigned(b);
    case '//':
      return a / b;
    case '%':
      return unsigned(a) % unsigned(b);
    case '%%':
      return a % b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '<<':
    case '<<<':
      return a << shift;
    case '>>':
      return unsigned(a) >> shift;
    case '>>>':
      return a >> shift;
    case '&&':
      return truth(a !== 0n && b !== 0n);
    case '||':
      return truth(a !== 0n || b !== 0n);
    case '^^':
      return truth((a === 0n) !== (b === 0n));
    case '=':
    case '==':
      return truth(a === b);
    case '!=':
    case '<>':
      return truth(a !== b);
    case '<':
      return truth(wrap(a - b) < 0n);
    case '<=':
      return truth(wrap(a - b) <= 0n);
    case '>':
      return truth(wrap(a - b) > 0n);
    case '>=':
      return truth(wrap(a - b) >= 0n);
  }
}
