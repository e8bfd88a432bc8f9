import { LAB_PLACE, showLab } from './Go.tsx';
import { useSay } from './locale.ts';
import { quizWords } from './quizWords.ts';

/** The reader brings the page's lab to a goal; what is checked is the run as it stands there. */
export function ReachField() {
  const { say } = useSay();
  return (
    <p className="quiz-how">
      <span>{say(quizWords.reachHow)}</span>{' '}
      <a
        className="go"
        href={`#${LAB_PLACE}`}
        onClick={(event) => {
          event.preventDefault();
          showLab();
        }}
      >
        {say(quizWords.toLab)}
      </a>
    </p>
  );
}
