import { lazy, Suspense, useId, useState } from 'react';
import { LONGEST_SOURCE, type Source, type SourceFault } from '#kit/controls.ts';
import { useLab, useStaged } from './context.ts';
import { Faults } from './Faults.tsx';
import { words } from './words.ts';

/** The editor is large, so it is fetched when the reader begins to edit. */
const Editor = lazy(() => import('./SourceEditor.tsx'));

/** A source: read as text, edited on request, or entered line by line at a prompt. */
export function SourcePanel({ name, control }: { name: string; control: Source }) {
  const { store, say } = useStaged();
  const text = String(useLab((s) => s.params[name]));
  const [editing, setEditing] = useState(false);
  const id = useId();
  const run = (next: string) => {
    store.getState().tune({ [name]: next });
    setEditing(false);
  };
  if (control.single)
    return (
      <div className="source">
        <LineForm
          control={control}
          label={say(control.label)}
          action={say(words.run)}
          initial={text}
          onLine={run}
          key={text}
        />
        {control.help && <p className="help">{say(control.help)}</p>}
      </div>
    );
  return (
    <fieldset className="source" aria-labelledby={id}>
      <div className="source-head">
        <span id={id}>{say(control.label)}</span>
        {!editing && <Samples control={control} text={text} onRun={run} />}
        {!editing && (
          <button type="button" onClick={() => setEditing(true)}>
            {say(words.edit)}
          </button>
        )}
      </div>
      {editing ? (
        <Suspense fallback={<pre>{text}</pre>}>
          <Editor control={control} text={text} onRun={run} onCancel={() => setEditing(false)} />
        </Suspense>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls must be within reach of the keyboard
        <pre className={text ? undefined : 'empty'} tabIndex={0}>
          {text || say(words.empty)}
        </pre>
      )}
      {control.prompt && !editing && (
        <LineForm
          key={text}
          control={control}
          label={say(control.prompt)}
          action={say(words.enter)}
          initial=""
          before={text}
          onLine={(line) => run(text ? `${text}\n${line}` : line)}
        />
      )}
      {control.help && <p className="help">{say(control.help)}</p>}
    </fieldset>
  );
}

/** The texts that are there to begin with, and what the one that is chosen teaches. */
function Samples({ control, text, onRun }: { control: Source; text: string; onRun: (text: string) => void }) {
  const { say } = useStaged();
  if (!control.gallery) return null;
  const samples = Object.entries(control.gallery);
  const [name, chosen] = samples.find(([, sample]) => sample.text === text) ?? [];
  return (
    <>
      <select
        className="samples"
        aria-label={say(words.samples)}
        value={name ?? ''}
        onChange={(event) => onRun(control.gallery?.[event.target.value]?.text ?? text)}
      >
        {!name && <option value="">{say(words.ownText)}</option>}
        {samples.map(([key, { title }]) => (
          <option key={key} value={key}>
            {say(title)}
          </option>
        ))}
      </select>
      {chosen && <p className="about-sample">{say(chosen.about)}</p>}
    </>
  );
}

interface LineProps {
  readonly control: Source;
  readonly label: string;
  readonly action: string;
  readonly initial: string;
  /** The lines that the new one will follow. */
  readonly before?: string;
  readonly onLine: (line: string) => void;
}

/** One line to be written; a fault is said where it is, and what was written stays. */
function LineForm({ control, label, action, initial, before = '', onLine }: LineProps) {
  const [line, setLine] = useState(initial);
  const [faults, setFaults] = useState<readonly SourceFault[]>([]);
  const id = useId();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    const found = control.check(before && line ? `${before}\n${line}` : line);
    setFaults(found);
    if (found.length === 0 && line !== '') onLine(line);
  };
  return (
    <form className="line" onSubmit={submit}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="written"
        value={line}
        maxLength={LONGEST_SOURCE}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={faults.length > 0}
        aria-describedby={faults.length > 0 ? `${id}-faults` : undefined}
        list={control.complete && `${id}-next`}
        onChange={(event) => setLine(event.target.value)}
      />
      {control.complete && (
        <datalist id={`${id}-next`}>
          {control.complete(line).map((next) => (
            <option key={next} value={next} />
          ))}
        </datalist>
      )}
      <button type="submit">{action}</button>
      <Faults id={`${id}-faults`} faults={faults} />
    </form>
  );
}
