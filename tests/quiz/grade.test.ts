import { expect, test } from 'vitest';
import { grade, isAnswered } from '#quiz/grade.ts';
import { choiceOf } from '#quiz/predict.ts';
import type {
  Answer,
  ChoiceQuestion,
  NumberQuestion,
  OrderQuestion,
  PredictQuestion,
  ReachQuestion,
} from '#quiz/question.ts';
import { counter } from '../machine.ts';

const both = (text: string) => ({ en: text, 'zh-CN': `${text}（中）` });
const who: ChoiceQuestion = {
  kind: 'choice',
  ask: both('Who handles a guest page fault?'),
  why: both('The tables are the guest’s.'),
  options: {
    guest: { text: 'the guest kernel', right: true },
    vmm: { text: 'the hypervisor', why: both('Only an EPT violation goes there.') },
    hardware: { text: 'the processor' },
  },
};
const which: ChoiceQuestion = {
  ...who,
  options: { ...who.options, hardware: { text: 'the processor', right: true } },
};
const references: NumberQuestion = {
  kind: 'number',
  ask: both('How many references?'),
  why: both('(4 + 1)(4 + 1) − 1'),
  answer: 24,
  slips: [{ value: 20, why: both('Four reads come after the last guest entry.') }],
};
const walk: OrderQuestion = {
  kind: 'order',
  ask: both('Put the tables in order.'),
  why: both('From the root down.'),
  items: { pml4: 'PML4', pdpt: 'PDPT', pd: 'PD' },
};
const pick = (...picked: string[]): Answer => ({ kind: 'choice', picked });

test('a right choice is right, for the question’s reason where the option has none of its own', () => {
  expect(grade(who, pick('guest'))).toEqual({ right: true, why: who.why });
});

test('a wrong choice is answered by the reason of that very option', () => {
  expect(grade(who, pick('vmm'))).toEqual({ right: false, why: who.options.vmm?.why });
  expect(grade(who, pick('hardware'))).toEqual({ right: false, why: who.why });
});

test('where several options are right, all of them must be picked and no other', () => {
  expect(grade(which, pick('hardware', 'guest')).right).toBe(true);
  expect(grade(which, pick('guest')).right).toBe(false);
  expect(grade(which, pick('guest', 'hardware', 'vmm'))).toEqual({ right: false, why: who.options.vmm?.why });
});

test('a number is right within its tolerance, and a known slip meets its own reason', () => {
  expect(grade(references, { kind: 'number', value: 24 })).toEqual({ right: true, why: references.why });
  expect(grade(references, { kind: 'number', value: 20 }).why).toEqual(references.slips?.[0]?.why);
  expect(grade(references, { kind: 'number', value: 25 })).toEqual({ right: false, why: references.why });
  expect(grade({ ...references, within: 1 }, { kind: 'number', value: 25 }).right).toBe(true);
});

test('an order is right only from the first to the last', () => {
  expect(grade(walk, { kind: 'order', order: ['pml4', 'pdpt', 'pd'] }).right).toBe(true);
  expect(grade(walk, { kind: 'order', order: ['pdpt', 'pml4', 'pd'] }).right).toBe(false);
});

test('an answer to another kind of question is simply not right', () => {
  for (const question of [who, references, walk]) {
    for (const answer of [pick('guest'), { kind: 'number', value: 24 }, { kind: 'reach', run: { at: '1' } }] as const) {
      if (answer.kind === question.kind) continue;
      expect(grade(question, answer)).toEqual({ right: false, why: question.why });
      expect(isAnswered(question, answer)).toBe(false);
    }
  }
});

test('a question that is corrected re-marks the answer that was kept', () => {
  const kept = pick('vmm');
  const corrected: ChoiceQuestion = {
    ...who,
    options: { ...who.options, vmm: { text: 'the hypervisor', right: true } },
  };
  expect(grade(who, kept).right).toBe(false);
  expect(grade({ ...corrected, options: { vmm: corrected.options.vmm ?? { text: '' } } }, kept).right).toBe(true);
});

test('what is empty, or no longer fits the question, is not answered', () => {
  expect(isAnswered(who, undefined)).toBe(false);
  expect(isAnswered(who, pick())).toBe(false);
  expect(isAnswered(who, pick('an option that was taken out'))).toBe(false);
  expect(isAnswered(who, pick('constructor'))).toBe(false);
  expect(isAnswered(references, { kind: 'number', value: Number.NaN })).toBe(false);
  expect(isAnswered(walk, { kind: 'order', order: ['pml4', 'pdpt'] })).toBe(false);
  expect(isAnswered(walk, { kind: 'order', order: ['pml4', 'pml4', 'pd'] })).toBe(false);
});

const touch: ReachQuestion = {
  kind: 'reach',
  ask: both('Touch it.'),
  why: both('It moves.'),
  lab: 'counter',
  goal: 'touched',
};

test('a run reaches its goal where the reader stands, not later', () => {
  const goal = counter.goals.touched;
  expect(grade(touch, { kind: 'reach', run: { moves: '2 touch.2', at: '3' } }, counter)).toEqual({
    right: true,
    why: goal?.done,
  });
  expect(grade(touch, { kind: 'reach', run: { moves: '2 touch.2', at: '2' } }, counter)).toEqual({
    right: false,
    why: touch.why,
  });
});

test('a move the machine does not offer reaches nothing', () => {
  expect(grade(touch, { kind: 'reach', run: { moves: '2 touch.4', at: '3' } }, counter).right).toBe(false);
});

test('without its lab, or with a goal the lab does not have, a run is not right', () => {
  const run: Answer = { kind: 'reach', run: { moves: 'touch.0', at: '1' } };
  expect(grade(touch, run)).toEqual({ right: false, why: touch.why });
  expect(grade({ ...touch, goal: '__proto__' }, run, counter).right).toBe(false);
  expect(grade(touch, run, counter).right).toBe(true);
  expect(isAnswered(touch, { kind: 'reach', run: {} })).toBe(false);
});

const next: PredictQuestion = {
  kind: 'predict',
  ask: both('Predict the next step.'),
  why: both('It adds its pace.'),
  lab: 'counter',
  at: { at: '3' },
};

test('a prediction is judged by the step of the machine itself, and answered by the machine’s own reasons', () => {
  const asked = counter.asks?.({ n: 3, limit: 9, by: 1, touched: [] });
  expect(grade(next, pick('four'), counter)).toEqual({ right: true, why: asked?.options.four?.why });
  expect(grade(next, pick('five'), counter)).toEqual({ right: false, why: asked?.options.five?.why });
  expect(choiceOf(next, counter)?.ask).toEqual(asked?.text);
});

test('without its lab, where the lab asks nothing, or for an option it does not have, a prediction is not right', () => {
  expect(grade(next, pick('four')).right).toBe(false);
  expect(grade(next, pick('seven'), counter)).toEqual({ right: false, why: next.why });
  expect(choiceOf({ ...next, at: { at: '4' } }, counter)).toBeUndefined();
  expect(isAnswered(next, pick())).toBe(false);
  expect(isAnswered(next, pick('four'))).toBe(true);
});
