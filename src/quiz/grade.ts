import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import { replay } from '#kit/replay.ts';
import { type Link, takeMoves } from '#kit/run.ts';
import type { Text } from '#kit/text.ts';
import { choiceOf } from './predict.ts';
import type { Answer, ChoiceQuestion, LabQuestion, NumberQuestion, Question, ReachQuestion } from './question.ts';

export interface Verdict {
  readonly right: boolean;
  /** The reason that meets this very answer. */
  readonly why: Text;
}

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && new Set([...a, ...b]).size === new Set(b).size && new Set(a).size === a.length;

/** The keys of the options that are right. */
export const rightOptions = ({ options }: ChoiceQuestion): readonly string[] =>
  Object.keys(options).filter((key) => options[key]?.right);

/** Whether only a lab can say what is right. */
export const needsLab = (question: Question): question is LabQuestion =>
  question.kind === 'reach' || question.kind === 'predict';

/** Whether this is an answer to the question at all: what is empty or no longer fits it is not wrong, only not answered. */
export function isAnswered(question: Question, answer: Answer | undefined): answer is Answer {
  switch (answer?.kind) {
    case undefined:
      return false;
    case 'choice':
      if (question.kind === 'predict') return answer.picked.length === 1;
      return (
        question.kind === 'choice' &&
        answer.picked.length > 0 &&
        answer.picked.every((key) => Object.hasOwn(question.options, key))
      );
    case 'number':
      return question.kind === 'number' && Number.isFinite(answer.value);
    case 'order':
      return question.kind === 'order' && sameMembers(answer.order, Object.keys(question.items));
    case 'reach':
      return question.kind === 'reach' && Object.keys(answer.run).length > 0;
  }
}

/** What has come of a question: answered right or not, not answered, or answered and waiting for the lab that judges it. */
export type Mark = 'right' | 'missed' | 'open' | 'waiting';
export function markOf(question: Question, answer: Answer | undefined, lab: Lab | undefined): Mark {
  if (!isAnswered(question, answer)) return 'open';
  if (needsLab(question) && !lab) return 'waiting';
  return grade(question, answer, lab).right ? 'right' : 'missed';
}

/** Whether the answer is right, and the reason. An answer to another kind of question is simply not right. */
export function grade(question: Question, answer: Answer, lab?: Lab): Verdict {
  if (!isAnswered(question, answer)) return { right: false, why: question.why };
  if (question.kind === 'choice' && answer.kind === 'choice') return gradeChoice(question, answer.picked);
  if (question.kind === 'predict' && answer.kind === 'choice') {
    const choice = lab && choiceOf(question, lab);
    if (choice && isAnswered(choice, answer)) return gradeChoice(choice, answer.picked);
  }
  if (question.kind === 'number' && answer.kind === 'number') return gradeNumber(question, answer.value);
  if (question.kind === 'order' && answer.kind === 'order')
    return { right: answer.order.every((key, i) => key === Object.keys(question.items)[i]), why: question.why };
  if (question.kind === 'reach' && answer.kind === 'reach') return gradeReach(question, answer.run, lab);
  return { right: false, why: question.why };
}

function gradeChoice(question: ChoiceQuestion, picked: readonly string[]): Verdict {
  const right = rightOptions(question);
  const wrong = picked.find((key) => !right.includes(key));
  if (wrong !== undefined) return { right: false, why: question.options[wrong]?.why ?? question.why };
  if (!sameMembers(picked, right)) return { right: false, why: question.why };
  const only = right.length === 1 && right[0] ? question.options[right[0]] : undefined;
  return { right: true, why: only?.why ?? question.why };
}

function gradeNumber({ answer, within = 0, slips = [], why }: NumberQuestion, value: number): Verdict {
  if (Math.abs(value - answer) <= within) return { right: true, why };
  return { right: false, why: slips.find((slip) => slip.value === value)?.why ?? why };
}

/** Tells the run again, up to where the reader stood, and asks the lab's own goal. */
function gradeReach(question: ReachQuestion, link: Link, lab: Lab | undefined): Verdict {
  const goal = lab && Object.hasOwn(lab.goals, question.goal) ? lab.goals[question.goal] : undefined;
  if (!lab || !goal) return { right: false, why: question.why };
  const { run } = readRun(lab.controls, link);
  const right = goal.reached(replay(lab, run.params, takeMoves(run.moves, run.at)));
  return { right, why: right ? goal.done : question.why };
}
