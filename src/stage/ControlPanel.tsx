import { useId } from 'react';
import type { Control, Source, Value } from '#kit/controls.ts';
import { thousands } from '#kit/reading.ts';
import { useLab, useStaged } from './context.ts';
import { SourcePanel } from './SourcePanel.tsx';
import { words } from './words.ts';

/** Every control of the lab, those that are seldom turned folded away. Turning one tells the same story on another machine. */
export function ControlPanel({ hidden }: { hidden: readonly string[] }) {
  const { lab, say } = useStaged();
  const shown = Object.entries(lab.controls).filter(([name]) => !hidden.includes(name));
  const isSource = (entry: [string, Control]): entry is [string, Source] => entry[1].kind === 'source';
  const settings = shown.filter((entry) => !isSource(entry));
  const isRare = ([, control]: [string, Control]): boolean => control.kind !== 'source' && control.rare === true;
  const setting = ([name, control]: [string, Control]) => <Setting key={name} name={name} control={control} />;
  const rare = settings.filter(isRare);
  return (
    <fieldset className="controls" aria-label={say(words.controls)}>
      {settings.filter((entry) => !isRare(entry)).map(setting)}
      {rare.length > 0 && (
        <details className="rare">
          <summary>{say(words.rareControls)}</summary>
          <div>{rare.map(setting)}</div>
        </details>
      )}
      {shown.filter(isSource).map(([name, control]) => (
        <SourcePanel key={name} name={name} control={control} />
      ))}
    </fieldset>
  );
}

function Setting({ name, control }: { name: string; control: Control }) {
  const { store } = useStaged();
  const value = useLab((s) => s.params[name]) as Value;
  const tune = (next: Value) => store.getState().tune({ [name]: next });
  switch (control.kind) {
    case 'choice':
      return <Segments control={control} value={String(value)} onChange={tune} />;
    case 'switch':
      return <Toggle control={control} value={value === true} onChange={tune} />;
    case 'range':
      return <Slider control={control} value={Number(value)} onChange={tune} />;
    case 'source':
      return null;
  }
}

type Props<K extends Control['kind'], V> = {
  readonly control: Extract<Control, { kind: K }>;
  readonly value: V;
  readonly onChange: (value: V) => void;
};

/** More letters than this do not stand side by side: such a choice opens as a list. */
const MOST_SEGMENT_LETTERS = 40;

function Segments({ control, value, onChange }: Props<'choice', string>) {
  const { say } = useStaged();
  const name = useId();
  const letters = Object.values(control.options).reduce(
    (sum, label) => sum + (typeof label === 'string' ? label : label.en).length,
    0,
  );
  if (letters > MOST_SEGMENT_LETTERS) {
    return (
      <label className="setting">
        <span>{say(control.label)}</span>
        <select value={value} onChange={(event) => onChange(event.target.value)}>
          {Object.entries(control.options).map(([key, label]) => (
            <option key={key} value={key}>
              {say(label)}
            </option>
          ))}
        </select>
      </label>
    );
  }
  return (
    <div className="setting" role="radiogroup" aria-labelledby={`${name}-label`}>
      <span id={`${name}-label`}>{say(control.label)}</span>
      <span className="segments">
        {Object.entries(control.options).map(([key, label]) => (
          <label key={key} className={key === value ? 'on' : undefined}>
            <input type="radio" name={name} checked={key === value} onChange={() => onChange(key)} />
            <span>{say(label)}</span>
          </label>
        ))}
      </span>
    </div>
  );
}

function Toggle({ control, value, onChange }: Props<'switch', boolean>) {
  const { say } = useStaged();
  return (
    <label className="setting toggle">
      <input
        type="checkbox"
        role="switch"
        checked={value}
        aria-checked={value}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{say(control.label)}</span>
    </label>
  );
}

function Slider({ control, value, onChange }: Props<'range', number>) {
  const { say } = useStaged();
  return (
    <label className="setting">
      <span>{say(control.label)}</span>
      <input
        type="range"
        min={control.min}
        max={control.max}
        value={value}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
      {/* Only a range of years begins in the thousands, and a year is written without a comma. */}
      <output>{control.min < 1000 ? thousands(value) : value}</output>
    </label>
  );
}
