import { memo, useState } from 'react';
import type { Tone } from '#kit/mark.ts';
import { type Reading, readingToText, valueToText } from '#kit/reading.ts';
import { useLabSoon, useStaged } from './context.ts';
import { sceneOf } from './sceneOf.ts';
import { roles, words } from './words.ts';

/** Which of the machines under one clock it is. Whoever hears the page is told them in the same order. */
export const LaneNumber = ({ lane }: { lane: number }) => (
  <i className="lane-number" aria-hidden="true">
    {lane + 1}
  </i>
);

/** The readings worth watching; with machines beside this one, a column for each. */
export function Counters() {
  const { lab, say } = useStaged();
  const states = useLabSoon((s) => s.states);
  const lanes = states.map((state) => lab.readings(state));
  const counted = Object.entries(lanes[0] ?? {}).filter(([, reading]) => reading.counter);
  return (
    <dl className="counters" aria-label={say(words.counters)}>
      {counted.map(([name, reading]) => (
        <div key={name}>
          <dt>{say(reading.label)}</dt>
          <dd className={lanes.length > 1 ? 'of-lanes' : undefined}>
            {lanes.map((readings, lane) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a lane is its place
              <span key={lane} className={lane ? 'beside' : undefined}>
                {lanes.length > 1 && <LaneNumber lane={lane} />}
                <Count reading={readings[name]} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A number with its unit, or words; what is not known has no unit. */
function Count({ reading }: { reading: Reading | undefined }) {
  const { locale, say } = useStaged();
  if (!reading) return '–';
  if (reading.words) return <span className="word">{say(reading.words)}</span>;
  if (reading.value === null) return <span className="word">{say(words.none)}</span>;
  const text = valueToText(reading, locale);
  const value = text.length > 8 ? <span className={text.length > 10 ? 'longer' : 'long'}>{text}</span> : text;
  return reading.unit ? (
    <>
      {value} <small>{say(reading.unit)}</small>
    </>
  ) : (
    value
  );
}

/** The same state as words: every reading, then every part of the picture that has a meaning. */
export function StateTable() {
  const { store, say } = useStaged();
  const [first] = useState(() => store.getState().states[0]);
  const [open, setOpen] = useState(false);
  // Closed, it is the table that was served: nobody sees it, and it costs a step nothing.
  const state = useLabSoon((s) => (open ? s.states[0] : first));
  return (
    <details className="state-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{say(words.table)}</summary>
      <StateWords state={state} />
    </details>
  );
}

const StateWords = memo(function StateWords({ state }: { state: unknown }) {
  const { lab, locale, say } = useStaged();
  const marks = sceneOf(lab, state, 'wide').filter((mark) => mark.about !== undefined);
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{say(words.quantity)}</th>
            <th scope="col">{say(words.value)}</th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(lab.readings(state)).map(([name, reading]) => (
            <tr key={name}>
              <th scope="row">{say(reading.label)}</th>
              <td>
                <span>{readingToText(reading, locale)}</span>
                {reading.source && <small> {`${say(words.source(reading.source))}`}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>{say(words.shown)}</h3>
      <ul>
        {marks.map((mark) => (
          <li key={`${mark.kind} ${mark.key}`}>{say(mark.about ?? '')}</li>
        ))}
      </ul>
    </>
  );
});

const order: readonly Tone[] = ['guestUser', 'guestKernel', 'vmm', 'host', 'hw', 'data', 'cross', 'bad'];

/** The roles that are in the picture now; the same component under every diagram. */
export function Legend() {
  const { lab, say } = useStaged();
  const state = useLabSoon((s) => s.states[0]);
  const shown = new Set(sceneOf(lab, state, 'wide').map((mark) => mark.tone));
  return (
    <ul className="legend" aria-label={say(words.legend)}>
      {order
        .filter((tone) => shown.has(tone))
        .map((tone) => (
          <li key={tone}>
            <i className={`swatch ${tone}`} aria-hidden="true" />
            <span>{say(roles[tone] ?? tone)}</span>
          </li>
        ))}
    </ul>
  );
}
