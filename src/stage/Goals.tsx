import { Check, Circle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStaged } from './context.ts';
import { watchShown } from './watchShown.ts';
import { words } from './words.ts';

/** What the reader may try to bring about; once reached, a goal stays ticked off while the page is open. */
export function Goals() {
  const { lab, say } = useStaged();
  const reached = useReached();
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

/** Goals that any state has reached which was shown. */
function useReached(): readonly string[] {
  const { lab, store } = useStaged();
  const [reached, setReached] = useState<readonly string[]>([]);
  useEffect(() => {
    const found = new Set<string>();
    const look = (shown: readonly unknown[]) => {
      const before = found.size;
      for (const [name, goal] of Object.entries(lab.goals))
        if (!found.has(name) && shown.some((state) => goal.reached(state))) found.add(name);
      if (found.size > before) setReached([...found]);
    };
    look([store.getState().states[0]]);
    return watchShown(store, look);
  }, [lab, store]);
  return reached;
}
