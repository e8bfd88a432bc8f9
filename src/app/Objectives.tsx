import { Check, Circle, CircleDashed, type LucideIcon, RotateCcw } from 'lucide-react';
import { useSay } from '#lessons/locale.ts';
import type { LessonReport, Standing } from '#lessons/report.ts';
import { progressWords } from './progressWords.ts';

/** A standing is a shape and a word. */
const shapes: Readonly<Record<Standing, LucideIcon>> = {
  shown: Check,
  revisit: RotateCcw,
  begun: CircleDashed,
  open: Circle,
};

/** What the lesson is to teach, and how the reader stands with each of it. */
export function Objectives({ report: { objectives: list, answered, lesson } }: { report: LessonReport }) {
  const { locale, say } = useSay();
  const isBegun = answered > 0 || list.some(({ standing }) => standing !== 'open');
  return (
    <details className="objectives-done" open={isBegun}>
      <summary>
        <span>{say(progressWords.objectives)}</span>
      </summary>
      <ul>
        {list.map(({ text, standing }) => {
          const Shape = shapes[standing];
          return (
            <li key={text} data-standing={standing}>
              <Shape aria-hidden="true" />
              <span>
                <span lang={lesson.written === locale ? undefined : lesson.written}>{text}</span>{' '}
                <small>{say(progressWords.standing[standing])}</small>
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
