import { RotateCcw } from 'lucide-react';
import { useContext } from 'react';
import { type Mark, markOf, needsLab } from '#quiz/grade.ts';
import type { Question, Quiz } from '#quiz/question.ts';
import { StagedContext } from '#stage/context.ts';
import { useBrought } from './brought.ts';
import { useSay } from './locale.ts';
import { useProgress } from './progress.ts';
import { quizWords } from './quizWords.ts';

/** What a reader was to learn, and the lesson to learn it from where that is another page. */
export interface Objective {
  readonly text: string;
  readonly lesson?: { readonly href: string; readonly title: string };
}

interface Props {
  readonly quiz: Quiz;
  readonly page: string;
  readonly objectives: readonly Objective[];
  readonly onRetry: (missed: readonly string[]) => void;
}

/** How far the reader has come, what to revisit, and a way to try the missed ones again. */
export function Score({ quiz, page, objectives, onRetry }: Props) {
  const { say } = useSay();
  const graded = useGraded(quiz, page);
  const of = (mark: Mark) => graded.filter((each) => each.mark === mark);
  const [missed, open, waiting] = [of('missed'), of('open').length, of('waiting').length];
  const places = new Set(missed.map(({ question }) => (question.objective ?? 0) - 1));
  const revisit = objectives.filter((_, place) => places.has(place));
  return (
    <div className="score" data-begun={open < graded.length || undefined}>
      <p>
        <b>{say(quizWords.score(of('right').length, graded.length))}</b>
        {open > 0 && <span className="score-open">{say(quizWords.open(open))}</span>}
        {waiting > 0 && <span className="score-open">{say(quizWords.judging(waiting))}</span>}
      </p>
      {open === 0 && missed.length > 0 && (
        <>
          {revisit.length > 0 && <Revisit objectives={revisit} />}
          <button type="button" className="button" onClick={() => onRetry(missed.map(({ key }) => key))}>
            <RotateCcw aria-hidden="true" />
            <span>{say(quizWords.retry)}</span>
          </button>
        </>
      )}
    </div>
  );
}

/** Every question and what has come of it; what only a lab can judge waits for its lab. */
function useGraded(quiz: Quiz, page: string): readonly { key: string; question: Question; mark: Mark }[] {
  const staged = useContext(StagedContext);
  const brought = useBrought();
  const answers = useProgress((progress) => progress.answers);
  return Object.entries(quiz).map(([key, question]) => {
    const id = needsLab(question) ? question.lab : '';
    const lab = staged?.id === id ? staged.lab : brought[id];
    return { key, question, mark: markOf(question, answers[`${page}#${key}`], lab) };
  });
}

function Revisit({ objectives }: { objectives: readonly Objective[] }) {
  const { say } = useSay();
  return (
    <>
      <p>
        <span>{say(quizWords.revisit)}</span>
      </p>
      <ul>
        {objectives.map(({ text, lesson }) => (
          <li key={text}>
            <span>{text}</span>
            {lesson && (
              <>
                {' '}
                <a href={lesson.href}>{lesson.title}</a>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
