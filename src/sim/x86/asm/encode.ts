import { encodeAddress, splitAddress } from './address.ts';
import { evaluate, type Surroundings } from './evaluate.ts';
import type { Form, Tail } from './form.ts';
import { describeForms } from './instructions.ts';
import { kind } from './kinds.ts';
import { chooseForm } from './match.ts';
import { registers, segmentPrefixes } from './registers.ts';
import { say } from './say.ts';
import type { Action, Operand } from './statement.ts';
import { fitsField, putNumber, type Target } from './target.ts';
import type { Token } from './token.ts';
import { isPlain, NO_SECTION, numberToValue, type Value } from './value.ts';

type Instruction = Extract<Action, { kind: 'instruction' }>;
/** An operand with the value it has in this pass. */
interface Filled {
  readonly operand: Operand;
  readonly value: Value;
  readonly kinds: number;
}

/** Appends the bytes of an instruction. A fault leaves it without any. */
export function encodeInstruction(
  bytes: number[],
  action: Instruction,
  around: Surroundings,
  target: Target,
  at: Token | undefined,
): undefined {
  const filled = action.operands.map((operand) => fillOperand(operand, around));
  const form = chooseForm(
    action.forms,
    filled.map(({ kinds }) => kinds),
    (nearby) => isNear(nearby, action, filled, target),
  );
  if (typeof form !== 'string') return encodeForm(bytes, form, action, filled, around, target);
  const { name } = action;
  if (form === 'operands') around.fault(say.wrongOperands(name, describeForms(action.forms)), at);
  else around.fault(form === 'size-missing' ? say.sizeMissing(name) : say.sizeMismatch(name), at);
}

function fillOperand(operand: Operand, around: Surroundings): Filled {
  switch (operand.kind) {
    case 'register':
      return { operand, value: numberToValue(0n), kinds: operand.kinds };
    case 'immediate':
      return fillImmediate(operand, around);
    case 'memory':
      return { operand, value: evaluate(operand.address, around), kinds: operand.kinds };
  }
}

function fillImmediate(operand: Extract<Operand, { kind: 'immediate' }>, around: Surroundings): Filled {
  const value = evaluate(operand.value, around);
  const [register] = value.registers;
  if (register) around.fault(say.registerInNumber(register.name), operand.at);
  let kinds = operand.kinds;
  if (value.unknown) kinds |= operand.strict ? 0 : kind.one | kind.byte16 | kind.byte32;
  else if (isPlain(value)) {
    if (value.n === 1n) kinds |= kind.one;
    if (!operand.strict && isByte(BigInt.asIntN(32, value.n))) kinds |= kind.byte32;
    if (!operand.strict && isByte(BigInt.asIntN(16, value.n))) kinds |= kind.byte16;
  }
  return { operand, value, kinds };
}

const isByte = (n: bigint): boolean => n >= -128n && n <= 127n;

/** Whether a jump reaches its target with a byte. A target not yet known is taken to be near, to begin with. */
function isNear(form: Form, action: Instruction, filled: readonly Filled[], target: Target): boolean {
  const [to] = filled;
  if (!to || (to.operand.kind === 'immediate' && to.operand.strict)) return false;
  if (to.value.unknown) return true;
  if (to.value.section !== target.section) return false;
  const length = action.prefixes.length + form.prefixes.length + form.opcode.length + 1;
  return isByte(to.value.n - BigInt(target.offset + length));
}

function encodeForm(
  bytes: number[],
  form: Form,
  action: Instruction,
  filled: readonly Filled[],
  around: Surroundings,
  target: Target,
): undefined {
  const start = bytes.length;
  bytes.push(...action.prefixes);
  for (const { operand } of filled)
    if (operand.kind === 'memory' && operand.segment >= 0) bytes.push(segmentPrefixes[operand.segment] ?? 0);
  bytes.push(...form.prefixes, ...form.opcode);
  const inRole = (role: string): Filled | undefined =>
    filled[form.roles.findIndex((each) => each === role || (each === 'b' && role !== 'i'))];
  const number = (role: string): number => {
    const operand = inRole(role)?.operand;
    return operand?.kind === 'register' ? operand.number : 0;
  };
  if (form.plus) bytes.push((bytes.pop() ?? 0) + number('r'));
  const ea = form.field < 0 ? undefined : inRole('m');
  if (ea) putAddress(bytes, form.field === 8 ? number('r') : form.field, ea, around, target);
  const immediates = filled.filter(
    ({ operand }, i) => operand.kind === 'immediate' && /[ij]/.test(form.roles[i] ?? ''),
  );
  // The selector of a far target is written first and encoded last.
  if (form.roles[0] === 'j') immediates.reverse();
  const tails: readonly Tail[] = form.tail;
  for (const [i, tail] of tails.entries()) {
    const value = tail === 'offs' ? filled.find(({ operand }) => operand.kind === 'memory') : immediates[i];
    if (value) putTail(bytes, tail, value, bytes.length - start, form, around, target);
  }
}

function putAddress(
  bytes: number[],
  field: number,
  { operand, value }: Filled,
  around: Surroundings,
  target: Target,
): undefined {
  if (operand.kind === 'register') {
    bytes.push(0xc0 | (field << 3) | operand.number);
    return;
  }
  if (operand.kind !== 'memory') return;
  if (value.registers.some(({ name }) => !((registers.get(name)?.kinds ?? 0) & kind.size32)))
    return around.fault(say.address16(), operand.at);
  const split = splitAddress(value.registers, value.summed ? undefined : operand.first);
  if (!split) return around.fault(say.badAddress(), operand.at);
  const { bytes: head, length } = encodeAddress(field, split, value, operand.width);
  bytes.push(...head);
  if (!length) return;
  const displacement = target.resolve(value);
  if (target.final && !(length === 1 ? isByte(displacement) : fitsField(displacement, 4)))
    around.fault(say.noFit(displacement, length === 1 ? '−128 … 127' : '32 bits'), operand.at);
  putNumber(bytes, displacement, length);
}

/** How many bytes each immediate has. */
const sizes: Readonly<Record<Exclude<Tail, 'rel8' | 'rel'>, number>> = {
  ib: 1,
  'ib,s': 1,
  'ib,u': 1,
  iw: 2,
  id: 4,
  offs: 4,
};

function putTail(
  bytes: number[],
  tail: Tail,
  { operand, value }: Filled,
  before: number,
  form: Form,
  around: Surroundings,
  target: Target,
): undefined {
  if (tail === 'rel8' || tail === 'rel') return putDistance(bytes, tail, value, before, operand, around, target);
  const size = sizes[tail];
  const n = target.resolve(value);
  const isCut = value.section !== NO_SECTION && form.roles[0] !== 'j' && !fitsField(n, size);
  if (target.final && isCut) around.fault(say.addressInSmall(8 * size), operand.at);
  else if (target.final) checkRange(tail, n, form, around, operand.at);
  putNumber(bytes, n, size);
}

function checkRange(
  tail: Exclude<Tail, 'rel8' | 'rel'>,
  n: bigint,
  form: Form,
  around: Surroundings,
  at: Token | undefined,
): undefined {
  if (tail === 'ib,s') {
    const wide = !form.prefixes.includes(0x66);
    if (!isByte(BigInt.asIntN(wide ? 32 : 16, n)) || !fitsField(n, wide ? 4 : 2))
      around.fault(say.noFit(n, '−128 … 127'), at);
    return;
  }
  if (tail === 'ib,u' && (n < 0n || n > 255n)) return around.fault(say.noFit(n, '0 … 255'), at);
  const size = sizes[tail];
  if (fitsField(n, size)) return;
  around.fault(say.noFit(n, `−${1n << BigInt(8 * size - 1)} … ${(1n << BigInt(8 * size)) - 1n}`), at);
}

function putDistance(
  bytes: number[],
  tail: 'rel8' | 'rel',
  value: Value,
  before: number,
  operand: Operand,
  around: Surroundings,
  target: Target,
): undefined {
  const size = tail === 'rel8' ? 1 : 4;
  const end = target.offset + before + size;
  const distance = target.resolve(value) - target.resolve({ ...value, n: BigInt(end), section: target.section });
  if (target.final && size === 1 && !isByte(distance)) around.fault(say.jumpTooFar(Number(distance)), operand.at);
  putNumber(bytes, distance, size);
}
