import type { Form } from './form.ts';
import { kind, SIZES } from './kinds.ts';

/** Why no form fits, the most telling reason last. */
export type Mismatch = 'operands' | 'size-missing' | 'size-mismatch';
type Verdict = 'fits' | Mismatch;
const weight: Readonly<Record<Verdict, number>> = { operands: 0, 'size-missing': 1, 'size-mismatch': 2, fits: 3 };

/**
 * The first form that fits the operands, by NASM's rules: a size given to one operand is enough, and an operand
 * without a size takes the only size that any form would give it. `isNear` says whether a jump fits a byte.
 */
export function chooseForm(
  forms: readonly Form[],
  kinds: readonly number[],
  isNear: (form: Form) => boolean,
): Form | Mismatch {
  const sizes = kinds.map((each) => each & SIZES);
  let worst: Mismatch = 'operands';
  for (const form of forms) {
    const verdict = judge(form, kinds);
    if (verdict === 'fits' && (!form.nearby || isNear(form))) return form;
    if (verdict === 'size-missing') for (const [i, asked] of form.operands.entries()) addSize(sizes, i, asked);
    if (verdict !== 'fits' && weight[verdict] > weight[worst]) worst = verdict;
  }
  if (worst === 'operands' || kinds.some((each, i) => !(each & kind.register) && isAmbiguous(sizes[i] ?? 0)))
    return worst;
  const sized = kinds.map((each, i) => (each & kind.register ? each : each | (sizes[i] ?? 0)));
  return forms.find((form) => judge(form, sized) === 'fits' && (!form.nearby || isNear(form))) ?? worst;
}

function addSize(sizes: number[], i: number, asked: number): undefined {
  sizes[i] = (sizes[i] ?? 0) | (asked & SIZES);
}

const isAmbiguous = (sizes: number): boolean => (sizes & (sizes - 1)) !== 0;

function judge(form: Form, kinds: readonly number[]): Verdict {
  const { operands } = form;
  if (operands.length !== kinds.length) return 'operands';
  let missing = false;
  for (let i = 0; i < kinds.length; i++) {
    const asked = operands[i] ?? 0;
    const given = kinds[i] ?? 0;
    if ((given & ~asked & kind.colon) !== 0 || (asked & ~given & ~SIZES) !== 0) return 'operands';
    const size = given & SIZES || form.implied;
    const wanted = asked & SIZES;
    if (!wanted || wanted === size) continue;
    if (size) return 'operands';
    if (!(given & kind.register)) missing = true;
  }
  if (missing) return 'size-missing';
  return kinds.every((given, i) => agrees(form, i, given)) ? 'fits' : 'size-mismatch';
}

/** Whether an operand whose size the form leaves open may have the size it has. */
function agrees(form: Form, i: number, given: number): boolean {
  if ((form.operands[i] ?? 0) & SIZES) return true;
  const shared = i < form.same ? form.operands.slice(0, form.same).find((asked) => asked & SIZES) : undefined;
  const allowed = shared === undefined ? form.implied : shared & SIZES;
  return (given & SIZES & ~allowed) === 0;
}
