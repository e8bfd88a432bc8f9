import type { ReactNode } from 'react';
import { useAddress } from '#lessons/here.ts';
import { languageOf, useSay } from '#lessons/locale.ts';
import { verdicts } from '#lessons/verdicts.ts';
import { words as lessonWords } from '#lessons/words.ts';
import { PageHead } from './PageHead.tsx';
import { SystemForms } from './SystemForms.tsx';
import { SystemStack } from './SystemStack.tsx';
import { type Catalogue, type Fact, facts, type Said, type System } from './system.ts';
import { isaText, kindWords, systemWords as words, yearsText } from './systemWords.ts';
import './systems.css';

/** One system of the catalogue: what is true of it, its layers, its facts with their references, and what the sources said. */
export function SystemPage({ system, references }: { system: System; references: Catalogue['references'] }) {
  const { say } = useSay();
  const address = useAddress();
  const { name, also, truth, stack, said } = system;
  const cited = [...new Set(facts.flatMap((fact) => system.refs[fact]))];
  return (
    <article className="system">
      <PageHead title={name} description={say(truth)} />
      <header>
        <p className="where">
          <a href={address('systems')}>{say(words.all)}</a>
        </p>
        <h1>{name}</h1>
        {also.length > 0 && <p className="also">{also.join(say(words.comma))}</p>}
        <p className="lead">
          {say(truth)} <Cites keys={system.refs.truth} cited={cited} />
        </p>
      </header>
      <div className="system-body">
        <section aria-labelledby="layers">
          <h2 id="layers">{say(words.layers)}</h2>
          <SystemStack stack={stack} />
        </section>
        <section aria-labelledby="facts">
          <h2 id="facts">{say(words.facts)}</h2>
          <SystemFacts system={system} cited={cited} />
        </section>
      </div>
      {said.length > 0 && <SaidList said={said} />}
      <section aria-labelledby="references">
        <h2 id="references">{say(words.references)}</h2>
        <ol className="references">
          {cited.map((key, i) => {
            const { title = key, url } = references[key] ?? {};
            return (
              <li key={key} id={`ref-${i + 1}`} lang={languageOf(title)}>
                {url ? <a href={url}>{title}</a> : title}
              </li>
            );
          })}
        </ol>
      </section>
    </article>
  );
}

/** The numbers of the references that a fact rests on. */
function Cites({ keys, cited }: { keys: readonly string[]; cited: readonly string[] }) {
  const numbers = keys.map((key) => cited.indexOf(key) + 1);
  return (
    <sup className="cites">
      {numbers.map((number) => (
        <a key={number} href={`#ref-${number}`}>
          {number}
        </a>
      ))}
    </sup>
  );
}

function SystemFacts({ system, cited }: { system: System; cited: readonly string[] }) {
  const { say } = useSay();
  const { maker, kind, years, forms, isa, licence, status, refs } = system;
  const row = (label: string, value: ReactNode, fact?: Fact) => (
    <div>
      <dt>{label}</dt>
      <dd>
        {value} {fact && <Cites keys={refs[fact]} cited={cited} />}
      </dd>
    </div>
  );
  const licenceText =
    licence.is === 'none' ? words.unlicensed : licence.is === 'closed' ? words.closed : (licence.name ?? words.open);
  return (
    <dl className="system-facts">
      {row(say(words.kind), say(kindWords[kind]))}
      {row(say(words.maker), say(maker))}
      {row(say(words.years), say(yearsText(years)), 'years')}
      {row(say(words.place), <SystemForms forms={forms} />, 'place')}
      {isa.host.length > 0 && row(say(words.host), say(isaText(isa.host)), 'isa')}
      {isa.guest.length > 0 && row(say(words.guest), say(isaText(isa.guest)), 'isa')}
      {row(say(words.licence), say(licenceText), 'licence')}
      {row(say(words.status), say(status), 'status')}
    </dl>
  );
}

/** Sentences of the sources, each with what it comes to; the truth stands above. */
function SaidList({ said }: { said: readonly Said[] }) {
  const { locale, say } = useSay();
  return (
    <section aria-labelledby="said">
      <h2 id="said">{say(words.said)}</h2>
      <ul className="said">
        {said.map(({ document, quote, english, ledger, verdict }) => {
          const { word, Icon } = verdicts[verdict];
          return (
            <li key={ledger + quote} className={`said-item ${verdict}`}>
              <blockquote lang="zh-CN">
                <p>{quote}</p>
              </blockquote>
              {locale !== 'zh-CN' && <p>{english}</p>}
              <p className="said-verdict">
                <Icon aria-hidden="true" />
                <b>{say(word)}</b>
                <span>{say(lessonWords.document(document))}</span>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
