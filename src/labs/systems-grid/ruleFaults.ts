import type { SourceFault } from '#kit/controls.ts';
import type { Text } from '#kit/text.ts';
import { atoms, atomWords } from './atoms.ts';
import { nearest } from './nearest.ts';
import { joints, LONGEST_RULE, speeds } from './rule.ts';
import type { Token } from './tokens.ts';

const EXAMPLE = 'paravirtual implies bare-metal';
const some: string = Object.keys(atoms).slice(0, 6).join(', ');

const at = (column: number, en: string, zh: string, line = 1): SourceFault => ({
  line,
  column,
  message: { en, 'zh-CN': zh },
});

export const emptyFault = (): SourceFault =>
  at(1, `write a rule, such as “${EXAMPLE}”`, `请写一条规则，如“${EXAMPLE}”`);

export const longFault = (): SourceFault =>
  at(LONGEST_RULE + 1, `a rule has at most ${LONGEST_RULE} letters`, `规则最多 ${LONGEST_RULE} 个字符`);

export const lineFault = (line: number): SourceFault =>
  at(1, 'one rule at a time: join two by “and”', '一次只写一条规则；两条可用 and 连接', line);

/** The rule stops where a word is still to come. */
export const endFault = (column: number): SourceFault =>
  at(column, `a word is missing here: ${some} …`, `此处缺一个词：${some} 等`);

/** A parenthesis that is never closed. */
export const openFault = ({ column }: Token): SourceFault =>
  at(column, 'this parenthesis is not closed: a “)” is missing', '这个括号没有闭合，缺少“)”');

/** A word stands where and, or, implies or the end should. */
export function jointFault({ word, column }: Token): SourceFault {
  const near = nearest(word, joints);
  if (word === ')') return at(column, 'this “)” closes nothing', '这个“)”没有对应的“(”');
  return at(
    column,
    `“${short(word)}” cannot follow here${near ? `; did you mean “${near}”?` : ''}: and, or, implies, or the end of the rule can`,
    `“${short(word)}”不能放在这里${near ? `，是不是想写“${near}”` : ''}；此处可以是 and、or、implies，或规则结束`,
  );
}

/** A word that is none of ours, where one of ours should stand. */
export function wordFault({ word, column }: Token): SourceFault {
  const known = misnomers[word];
  if (known) return { line: 1, column, message: known };
  const near = nearest(word, [...atomWords, ...speeds, 'not']);
  return at(
    column,
    `“${short(word)}” says nothing of a system${near ? `; did you mean “${near}”?` : `: write ${some} …`}`,
    `“${short(word)}”不是可以问的词${near ? `，是不是想写“${near}”？` : `；可以写 ${some} 等`}`,
  );
}

const short = (word: string): string => (word.length > 24 ? `${word.slice(0, 24)}…` : word);

const noThird: Text = {
  en: 'Goldberg defined two types, and no third: write “container” or “shared-kernel”',
  'zh-CN': 'Goldberg 只定义了两种类型，没有第三种：请写“container”或“shared-kernel”',
};
const misnomers: Readonly<Record<string, Text>> = { 'type-3': noThird, 'type-iii': noThird };
