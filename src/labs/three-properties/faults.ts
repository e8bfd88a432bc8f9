import type { SourceFault } from '#kit/controls.ts';
import type { Text } from '#kit/text.ts';
import { verbs } from '#sim/monitor/instruction.ts';
import { MOST_LINES, type ProgramFaultKind, parseProgram } from '#sim/monitor/parseProgram.ts';
import { text as say } from './words.ts';

const messages: Readonly<Record<ProgramFaultKind, (word: string) => Text>> = {
  verb: (word) =>
    say(
      `“${word}” is no instruction; a line begins with ${verbs.join(', ')}`,
      `没有“${word}”这条指令；一行以 ${verbs.join('、')} 之一开头`,
    ),
  missing: () => say('a number from 0 to 999 is missing here', '这里缺一个 0 到 999 的数'),
  operand: (word) => say(`“${word}” is not a number from 0 to 999`, `“${word}”不是 0 到 999 之间的数`),
  extra: (word) => say(`“${word}” is one word too many; a comment begins with #`, `“${word}”是多余的；注释以 # 开头`),
  long: () => say(`at most ${MOST_LINES} instructions`, `最多 ${MOST_LINES} 条指令`),
};

export const checkProgram = (text: string): readonly SourceFault[] =>
  parseProgram(text).faults.map(({ line, column, kind, word }) => ({ line, column, message: messages[kind](word) }));
