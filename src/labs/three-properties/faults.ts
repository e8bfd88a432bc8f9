import type { SourceFault } from '#kit/controls.ts';
import { both, type Text } from '#kit/text.ts';
import { verbs } from '#sim/monitor/instruction.ts';
import { MOST_LINES, type ProgramFaultKind, parseProgram } from '#sim/monitor/parseProgram.ts';

const messages: Readonly<Record<ProgramFaultKind, (word: string) => Text>> = {
  verb: (word) =>
    both(
      `“${word}” is no instruction; a line begins with ${verbs.join(', ')}`,
      `没有“${word}”这条指令；一行以 ${verbs.join('、')} 之一开头`,
    ),
  missing: () => both('a number from 0 to 999 is missing here', '这里缺一个 0 到 999 的数'),
  operand: (word) => both(`“${word}” is not a number from 0 to 999`, `“${word}”不是 0 到 999 之间的数`),
  extra: (word) => both(`“${word}” is one word too many; a comment begins with #`, `“${word}”是多余的；注释以 # 开头`),
  long: () => both(`at most ${MOST_LINES} instructions`, `最多 ${MOST_LINES} 条指令`),
};

export const checkProgram = (text: string): readonly SourceFault[] =>
  parseProgram(text).faults.map(({ line, column, kind, word }) => ({ line, column, message: messages[kind](word) }));
