import { Check, Circle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLabSoon, useStaged } from './context.ts';
import { words } from './words.ts';

/** What the reader may try to bring about; once reached, a goal stays ticked off while the page is open. */
export function Goals() {
  const { lab, say } = useStaged();
  const state = useLabSoon((s) => s.states[0]);
  const [reached, setReached] = useState<readonly string[]>([]);
  useEffect(() => {
    const now = Object.entries(lab.goals).filter(([name, goal]) => !reached.includes(name) && goal.reached(state));
    if (now.length > 0) setReached([...reached, ...now.map(([name]) => name)]);
  }, [lab, state, reached]);
  if (Object.keys(lab.goals).length === 0) return null;
  return (
    <section className="goals">
      <h3>{say(words.goals)}</h3>
      <ul>
        {Object.entries(lab.goals).map(([name, goal]) => (
          <li key={name} className={reached.includes(name) ? 'reached' : undefined}>
            {reached.includes(name) ? <Check aria-hidden="true" /> : <Circle aria-hidden="true" />}
            <span>
              <span>{say(goal.text)}</span>
              <span role="status">{reached.includes(name) && <b>{` ${say(words.reached)} ${say(goal.done)}`}</b>}</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
