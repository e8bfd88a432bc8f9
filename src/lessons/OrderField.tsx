import { ArrowDown, ArrowUp } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { OrderQuestion } from '#quiz/question.ts';
import { itemOrder } from '#quiz/shuffle.ts';
import type { FieldProps } from './field.ts';
import { useSay } from './locale.ts';
import { Phrase } from './Phrase.tsx';
import { quizWords } from './quizWords.ts';

const moved = (order: readonly string[], from: number, to: number): readonly string[] => {
  const rest = order.filter((_, i) => i !== from);
  return [...rest.slice(0, to), order[from] ?? '', ...rest.slice(to)];
};

/** Items to be put in order, by two buttons each or by the arrow keys on them. */
export function OrderField({ question, seed, shown, legend, change, announce }: FieldProps<OrderQuestion>) {
  const { say } = useSay();
  const order = shown?.kind === 'order' ? shown.order : itemOrder(question, seed);
  const nameOf = (key: string) => say(question.items[key] ?? key);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= order.length) return;
    change({ kind: 'order', order: moved(order, from, to) });
    announce(say(quizWords.moved(nameOf(order[from] ?? ''), to + 1, order.length)));
  };
  const onKey = (event: KeyboardEvent, from: number) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    move(from, from + by);
  };
  return (
    <div className="quiz-order">
      <p className="quiz-how">{say(quizWords.putInOrder)}</p>
      <ol aria-labelledby={legend}>
        {order.map((key, i) => (
          <li key={key}>
            <Phrase text={question.items[key] ?? key} />
            <button
              type="button"
              aria-label={say(quizWords.up(nameOf(key)))}
              aria-disabled={i === 0 || undefined}
              onClick={() => move(i, i - 1)}
              onKeyDown={(event) => onKey(event, i)}
            >
              <ArrowUp aria-hidden="true" />
            </button>
            <button
              type="button"
              aria-label={say(quizWords.down(nameOf(key)))}
              aria-disabled={i === order.length - 1 || undefined}
              onClick={() => move(i, i + 1)}
              onKeyDown={(event) => onKey(event, i)}
            >
              <ArrowDown aria-hidden="true" />
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}
