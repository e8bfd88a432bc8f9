import { positionWords, techniqueWords } from '#labs/systems-grid/words.ts';
import { useSay } from '#lessons/locale.ts';
import type { Form } from '#sim/systems/system.ts';
import { systemWords, yearsText } from './systemWords.ts';

/** Where it has stood and how it has worked, a line for each form. */
export function SystemForms({ forms }: { forms: readonly Form[] }) {
  const { say } = useSay();
  if (forms.length === 0) return <span>{say(systemWords.noForm)}</span>;
  return (
    <ul className="system-forms">
      {forms.map((form) => (
        <li key={`${form.name} ${form.from} ${form.techniques.join()}`}>
          {form.name && <b>{form.name}</b>}
          <span>{say(positionWords[form.position])}</span>
          <span>{form.techniques.map((technique) => say(techniqueWords[technique])).join(say(systemWords.comma))}</span>
          <span className="years">{say(yearsText(form))}</span>
        </li>
      ))}
    </ul>
  );
}
