import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atoms, atomWords } from '../../src/labs/systems-grid/atoms.ts';
import { completeRule } from '../../src/labs/systems-grid/completeRule.ts';
import { judge, truthOf } from '../../src/labs/systems-grid/judge.ts';
import { parseRule } from '../../src/labs/systems-grid/parseRule.ts';
import { LONGEST_RULE, type Rule } from '../../src/labs/systems-grid/rule.ts';
import { subjectsBy } from '../../src/labs/systems-grid/subject.ts';
import { isTautology } from '../../src/labs/systems-grid/tautology.ts';
import { runs } from '../runs.ts';

const numRuns = runs(200);
const all = subjectsBy({ year: 2026, alive: false });
const faultOf = (text: string) => {
  const parsed = parseRule(text);
  return 'fault' in parsed ? parsed.fault : undefined;
};
const ruleOf = (text: string): Rule => {
  const parsed = parseRule(text);
  if ('fault' in parsed) throw new Error(parsed.fault.message.en);
  return parsed.rule;
};

describe('a fault names its column, and what would be right', () => {
  test.each([
    ['', 1, 'write a rule, such as'],
    ['   ', 1, 'write a rule, such as'],
    ['paravirtul implies bare-metal', 1, 'did you mean “paravirtual”?'],
    ['paravirtual implies bare-mettle', 21, 'did you mean “bare-metal”?'],
    ['paravirtual implys bare-metal', 13, 'did you mean “implies”?'],
    ['paravirtual implies', 20, 'a word is missing here'],
    ['type-3 implies container', 1, 'Goldberg defined two types, and no third'],
    ['(full or paravirtual implies bare-metal', 1, 'not closed'],
    ['full or paravirtual) implies bare-metal', 20, 'closes nothing'],
    ['full paravirtual', 6, 'cannot follow here'],
    ['full implies 半虚拟化', 14, 'says nothing of a system'],
    ['not', 4, 'a word is missing here'],
    ['slower-than', 12, 'a word is missing here'],
  ])('%s', (text, column, message) => {
    expect(faultOf(text)).toMatchObject({ line: 1, column });
    expect(faultOf(text)?.message.en).toContain(message);
  });
  test('a second line, and a rule without end', () => {
    expect(faultOf('full\n\nhosted')).toMatchObject({ line: 3, column: 1 });
    expect(faultOf('not '.repeat(200))).toMatchObject({ column: LONGEST_RULE + 1 });
    expect(faultOf('full implies hosted\r\n\n')).toBeUndefined();
  });
});

describe('what a rule means', () => {
  const same = (one: string, other: string) =>
    expect(all.map((each) => truthOf(ruleOf(one), each))).toEqual(all.map((each) => truthOf(ruleOf(other), each)));
  test('“and” binds before “or”, “or” before “implies”, and “implies” groups to the right', () => {
    same('full and hosted or container', '(full and hosted) or container');
    same('full or container implies hosted', '(full or container) implies hosted');
    same('full implies hosted implies container', 'full implies (hosted implies container)');
    same('not full and hosted', '(not full) and hosted');
  });
  test('letters may be large or small, and other spellings mean the same', () => {
    same('Type-1 IMPLIES Para', 'bare-metal implies paravirtual');
    same('BT', 'translated');
  });
});

/** Any rule there is, in words. */
const rules: fc.Arbitrary<string> = fc
  .letrec<{ rule: string }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      fc.constantFrom(...Object.keys(atoms)),
      tie('rule').map((rule) => `not (${rule})`),
      tie('rule').map((rule) => `slower-than (${rule})`),
      fc
        .tuple(tie('rule'), fc.constantFrom('and', 'or', 'implies'), tie('rule'))
        .map(([left, joint, right]) => `(${left}) ${joint} (${right})`),
    ),
  }))
  .rule.filter((rule) => rule.length < LONGEST_RULE - 10);

describe('laws', () => {
  test('whatever is typed gets a rule or a fault inside the text, in both languages, and never a crash', () => {
    const bits = fc.constantFrom(
      ...atomWords,
      'and',
      'or',
      'not',
      'implies',
      'slower-than',
      '(',
      ')',
      ' ',
      '\n',
      '，',
      '-',
      'x',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 500 }),
      fc.array(bits, { maxLength: 40 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const parsed = parseRule(text);
        if (!('fault' in parsed)) return judge(parsed.rule, all).examples.length <= all.length;
        const { line, column, message } = parsed.fault;
        const lines = text.split(/\r?\n/);
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length + 1);
        expect(message.en && message['zh-CN']).toBeTruthy();
        return true;
      }),
      { numRuns },
    );
  });
  test('a rule holds exactly if nothing breaks it and nothing is left open', () => {
    fc.assert(
      fc.property(rules, (text) => {
        const { holds, counterexamples, examples } = judge(ruleOf(text), all);
        expect(holds === false).toBe(counterexamples.length > 0);
        if (holds === true) expect(examples.every(({ truth }) => truth === true)).toBe(true);
        // What a premise leaves out could not have broken the rule.
        const rule = ruleOf(text);
        expect(all.filter((each) => truthOf(rule, each) === false).length).toBe(
          examples.filter(({ truth }) => truth === false).length,
        );
      }),
      { numRuns },
    );
  });
  test('a rule and its denial never hold of the same system, and a rule without speeds is never left open', () => {
    fc.assert(
      fc.property(rules, fc.constantFrom(...all), (text, subject) => {
        const [truth, denied] = [truthOf(ruleOf(text), subject), truthOf(ruleOf(`not (${text})`), subject)];
        expect(denied).toBe(truth === null ? null : !truth);
        if (!text.includes('slower-than')) expect(truth).not.toBeNull();
      }),
      { numRuns },
    );
  });
  test('every completion goes on from what is written, and leads by one more word towards a rule', () => {
    fc.assert(
      fc.property(rules, fc.nat(), (text, cut) => {
        const line = text.slice(0, cut % (text.length + 1));
        for (const next of completeRule(line)) {
          expect(next.startsWith(line.slice(0, line.length - (/[A-Za-z0-9-]*$/.exec(line)?.[0].length ?? 0)))).toBe(
            true,
          );
          const fault = faultOf(next);
          // What is still missing is missing at the end, never before.
          if (fault && faultOf(`${line} full`) === undefined)
            expect(fault.column).toBeGreaterThan(line.trimEnd().length);
        }
      }),
      { numRuns },
    );
  });
});

describe('completed as typed', () => {
  test.each([
    ['', 'paravirtual'],
    ['para', 'paravirtual'],
    ['paravirtual ', 'paravirtual implies'],
    ['paravirtual im', 'paravirtual implies'],
    ['paravirtual implies ba', 'paravirtual implies bare-metal'],
    ['not (fu', 'not (full'],
    ['type-2 implies slo', 'type-2 implies slower-than'],
  ])('“%s” may become “%s”', (line, next) => expect(completeRule(line)).toContain(next));
  test('a word that is whole is not offered again', () => {
    expect(completeRule('full')).not.toContain('full');
  });
});

describe('a rule that is true by its form alone says nothing', () => {
  test.each([
    ['bare-metal implies bare-metal', true],
    ['type-1 implies bare-metal', true],
    ['bare-metal implies bare-metal or hosted', true],
    ['full and hosted implies hosted', true],
    ['(bare-metal or not bare-metal) implies (hosted or not hosted)', true],
    ['shared-kernel implies no-monitor', false],
    ['bare-metal implies not hosted', false],
    ['bare-metal implies bare-metal and full', false],
    ['slower-than full implies slower-than full', false],
  ])('%s: %s', (text, empty) => {
    expect(isTautology(ruleOf(text))).toBe(empty);
  });
});
