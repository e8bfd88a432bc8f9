import { calculate } from './arithmetic.ts';
import type { Expression } from './expression.ts';
import type { Words } from './faultList.ts';
import { say } from './say.ts';
import type { Token } from './token.ts';
import {
  addressToValue,
  addValues,
  isPlain,
  multiplyValue,
  numberToValue,
  registerToValue,
  subtractValues,
  unknownValue,
  type Value,
} from './value.ts';

/** What an expression can ask about. */
export interface Surroundings {
  /** Where the line begins, from the start of its section; nothing where there are no addresses, in %if. */
  readonly here: { readonly offset: number; readonly section: number } | undefined;
  /** The value of a name, `unknownValue` while it has none. */
  lookUp(name: string, at: Token): Value;
  fault(message: Words, at: Token | undefined): undefined;
}
type Of<Kind extends Expression['kind']> = Extract<Expression, { kind: Kind }>;

/** What an expression comes to. A fault is noted and makes the value unknown. */
export function evaluate(expression: Expression, around: Surroundings): Value {
  switch (expression.kind) {
    case 'number':
      return numberToValue(expression.value);
    case 'symbol':
      return around.lookUp(expression.name, expression.at);
    case 'register':
      return registerToValue(expression.name);
    case 'here':
    case 'start':
      return evaluateHere(expression.kind, around);
    case 'unary':
      return evaluateUnary(expression, around);
    case 'binary':
      return evaluateBinary(expression, around);
  }
}

function evaluateHere(kind: 'here' | 'start', around: Surroundings): Value {
  if (!around.here) return refuse(say.constantOnly(), undefined, around);
  return addressToValue(kind === 'here' ? BigInt(around.here.offset) : 0n, around.here.section);
}

function refuse(message: Words, at: Token | undefined, around: Surroundings): Value {
  around.fault(message, at);
  return unknownValue;
}

function evaluateUnary({ sign, of, at }: Of<'unary'>, around: Surroundings): Value {
  const value = evaluate(of, around);
  if (sign === '+') return value;
  if (sign === '-') return multiplyValue(value, -1n) ?? refuse(say.addressArithmetic(), at, around);
  if (value.unknown) return unknownValue;
  if (!isPlain(value)) return refuse(say.addressArithmetic(), at, around);
  return numberToValue(sign === '~' ? ~value.n : value.n ? 0n : 1n);
}

function evaluateBinary({ sign, left, right, at }: Of<'binary'>, around: Surroundings): Value {
  const a = evaluate(left, around);
  const b = evaluate(right, around);
  const sum = sign === '+' ? addValues(a, b) : sign === '-' ? subtractValues(a, b) : undefined;
  if (sum) return sum;
  if (a.unknown || b.unknown) return unknownValue;
  const product =
    sign !== '*' ? undefined : isPlain(a) ? multiplyValue(b, a.n) : isPlain(b) ? multiplyValue(a, b.n) : undefined;
  const summed = a.summed || b.summed;
  if (product) return { ...product, summed };
  if (!isPlain(a) || !isPlain(b)) return evaluateAddresses(sign, a, b, at, around);
  if (b.n === 0n && /[/%]/.test(sign)) return refuse(say.divideByZero(), at, around);
  return { ...numberToValue(calculate(sign, a.n, b.n)), summed };
}

/** Addresses of one section can still be compared. */
function evaluateAddresses(sign: Of<'binary'>['sign'], a: Value, b: Value, at: Token, around: Surroundings): Value {
  const difference = /^[=!<>]/.test(sign) && !/<<|>>/.test(sign) ? subtractValues(a, b) : undefined;
  if (!difference || !isPlain(difference)) return refuse(say.addressArithmetic(), at, around);
  return numberToValue(calculate(sign, difference.n, 0n));
}
