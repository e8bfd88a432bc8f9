import { useState } from 'react';
import { positionWords, techniqueWords } from '#labs/systems-grid/words.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { type Position, positions, type Technique, techniques } from '#sim/systems/system.ts';
import { everything, filterSystems, type Wanted } from './filterSystems.ts';
import { PageHead } from './PageHead.tsx';
import { SystemForms } from './SystemForms.tsx';
import type { System } from './system.ts';
import { kindWords, systemWords as words, yearsText } from './systemWords.ts';
import './systems.css';

/** Years that something of the catalogue began or ended in. */
const yearsOf = (systems: readonly System[]): readonly number[] =>
  [...new Set(systems.flatMap(({ years: { from, to } }) => (to === null ? [from] : [from, to])))].sort((a, b) => b - a);

/** Every system of the catalogue, to be sought by position, technique and year. */
export function SystemsPage({ systems }: { systems: readonly System[] }) {
  const { locale, say } = useSay();
  const [wanted, setWanted] = useState<Wanted>(everything);
  const found = filterSystems(systems, wanted);
  return (
    <div className="systems" key={locale}>
      <PageHead title={say(words.title)} description={say(words.lead(systems.length))} />
      <header>
        <h1>{say(words.title)}</h1>
        <p className="lead">{say(words.lead(systems.length))}</p>
      </header>
      <Filters systems={systems} wanted={wanted} onChange={(part) => setWanted({ ...wanted, ...part })} />
      <p className="found" role="status">
        <span>{say(words.found(found.length))}</span>
      </p>
      {found.length === 0 && <p>{say(words.none)}</p>}
      <ul className="system-list">
        {found.map((system) => (
          <SystemItem key={system.id} system={system} />
        ))}
      </ul>
    </div>
  );
}

interface FilterProps {
  readonly systems: readonly System[];
  readonly wanted: Wanted;
  readonly onChange: (part: Partial<Wanted>) => void;
}

function Filters({ systems, wanted, onChange }: FilterProps) {
  const { say } = useSay();
  return (
    // biome-ignore lint/a11y/useSemanticElements: React and jsdom do not know <search> yet
    <div className="system-filters" role="search">
      <label>
        <span>{say(words.find)}</span>
        <input
          type="search"
          autoComplete="off"
          value={wanted.word}
          onChange={(event) => onChange({ word: event.target.value })}
        />
      </label>
      <Pick
        label={say(words.position)}
        value={wanted.position}
        options={positions.map((position) => [position, say(positionWords[position])])}
        onPick={(position) => onChange({ position: position as Position | null })}
      />
      <Pick
        label={say(words.technique)}
        value={wanted.technique}
        options={techniques.map((technique) => [technique, say(techniqueWords[technique])])}
        onPick={(technique) => onChange({ technique: technique as Technique | null })}
      />
      <Pick
        label={say(words.year)}
        value={wanted.year === null ? null : String(wanted.year)}
        options={yearsOf(systems).map((year) => [String(year), String(year)])}
        onPick={(year) => onChange({ year: year === null ? null : Number(year) })}
      />
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly (readonly [key: string, label: string])[];
  readonly onPick: (key: string | null) => void;
}

/** One of the options, or any. */
function Pick({ label, value, options, onPick }: PickProps) {
  const { say } = useSay();
  return (
    <label>
      <span>{label}</span>
      <select value={value ?? ''} onChange={(event) => onPick(event.target.value || null)}>
        <option value="">{say(words.any)}</option>
        {options.map(([key, option]) => (
          <option key={key} value={key}>
            {option}
          </option>
        ))}
      </select>
    </label>
  );
}

function SystemItem({ system: { id, name, kind, years, forms } }: { system: System }) {
  const { say } = useSay();
  const address = useAddress();
  return (
    <li>
      <a href={address(`systems/${id}`)}>{name}</a>
      <span className="years">{say(yearsText(years))}</span>
      {forms.length > 0 ? <SystemForms forms={forms} /> : <span className="kind">{say(kindWords[kind])}</span>}
    </li>
  );
}
