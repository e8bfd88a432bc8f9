import { Fragment, useState } from 'react';
import type { GlossaryEntry } from '#lessons/glossary.ts';
import { useSay } from '#lessons/locale.ts';
import { findTerms, sortTerms } from './findTerms.ts';
import { PageHead } from './PageHead.tsx';
import { words } from './words.ts';
import './glossary.css';

/** Every term in both languages, with its definition in the reader's. */
export function GlossaryPage({ entries }: { entries: readonly GlossaryEntry[] }) {
  const { locale, say } = useSay();
  const [asked, setAsked] = useState('');
  const found = findTerms(sortTerms(entries, locale), asked);
  return (
    <div className="glossary" key={locale}>
      <PageHead title={say(words.glossary)} description={say(words.glossaryLead(entries.length))} />
      <header>
        <h1>{say(words.glossary)}</h1>
        <p className="lead">{say(words.glossaryLead(entries.length))}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: React and jsdom do not know <search> yet */}
        <div className="find" role="search">
          <label>
            <span>{say(words.find)}</span>
            <input type="search" autoComplete="off" value={asked} onChange={(event) => setAsked(event.target.value)} />
          </label>
          <p role="status">
            <span>{asked && say(words.found(found.length))}</span>
          </p>
        </div>
      </header>
      {found.length === 0 && <p>{say(words.noneFound)}</p>}
      <dl className="terms">
        {found.map((entry) => (
          <TermEntry key={entry.id} entry={entry} entries={entries} />
        ))}
      </dl>
    </div>
  );
}

function TermEntry({ entry, entries }: { entry: GlossaryEntry; entries: readonly GlossaryEntry[] }) {
  const { locale, say } = useSay();
  const [own, other] = locale === 'en' ? [entry.en, entry.zh] : [entry.zh, entry.en];
  const nameOf = (id: string) => entries.find((each) => each.id === id)?.[locale === 'en' ? 'en' : 'zh'] ?? id;
  return (
    <div className="entry" id={entry.id}>
      <dt>
        <b>{own}</b>
        {entry.abbr && <span className="abbr">{entry.abbr}</span>}
        <span className="other" lang={locale === 'en' ? 'zh-CN' : 'en'}>
          {other}
        </span>
      </dt>
      <dd>
        <p>{locale === 'en' ? entry.definition_en : entry.definition_zh}</p>
        {entry.see_also.length > 0 && (
          <p className="see-also">
            <span>{say(words.seeAlso)}</span>
            {entry.see_also.map((id) => (
              <Fragment key={id}>
                {' '}
                <a href={`#${id}`}>{nameOf(id)}</a>
              </Fragment>
            ))}
          </p>
        )}
      </dd>
    </div>
  );
}
