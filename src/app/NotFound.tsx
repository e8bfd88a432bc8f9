import { locales } from '#kit/text.ts';
import { lessonsIn } from '#lessons/catalog.ts';
import { useAddress } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { LessonLink } from './LessonLink.tsx';
import { languageNames } from './languages.ts';
import { faultWords, words } from './words.ts';

const last = (name: string): string => name.split('/').at(-1) ?? '';

/** What was not found, `memory/walk`, and the ways on, inside a language. */
export function NotFound({ name }: { name: string }) {
  const { locale, say } = useSay();
  const address = useAddress();
  const shown = name.slice(0, 80);
  const word = last(name);
  const near = lessonsIn(locale).filter(({ id }) => word.length > 2 && (id.includes(word) || word.includes(last(id))));
  return (
    <div className="fault">
      <title>{`${say(faultWords.notFound)} · ${say(words.site)}`}</title>
      <h1>{say(faultWords.notFound)}</h1>
      <p className="lead">{say(name.includes('/') ? faultWords.noLesson(shown) : faultWords.noPage(shown))}</p>
      {near.length > 0 && (
        <>
          <h2>{say(faultWords.nearest)}</h2>
          <ul className="lesson-list">
            {near.map((lesson) => (
              <li key={lesson.id}>
                <LessonLink lesson={lesson} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{say(faultWords.goOn)}</p>
      <ul>
        <li>
          <a href={address()}>{say(words.home)}</a>
        </li>
        <li>
          <a href={address('contents')}>{say(words.contents)}</a>
        </li>
        <li>
          <a href={address('glossary')}>{say(words.glossary)}</a>
        </li>
      </ul>
    </div>
  );
}

/** The same where no language is known: in all of them. */
export function NotFoundInAll({ locale: wanted }: { locale: string | undefined }) {
  const why = wanted === undefined ? undefined : faultWords.noLanguage(wanted);
  const address = useAddress();
  return (
    <main className="fault in-all">
      <title>{locales.map((locale) => faultWords.notFound[locale]).join(' · ')}</title>
      {locales.map((locale) => (
        <section key={locale} lang={locale}>
          <h1>{faultWords.notFound[locale]}</h1>
          {why && <p className="lead">{why[locale]}</p>}
          <p>
            <a href={address('', locale)}>{`${words.site[locale]}: ${languageNames[locale]}`}</a>
          </p>
        </section>
      ))}
    </main>
  );
}
