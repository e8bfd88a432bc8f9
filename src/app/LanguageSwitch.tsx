import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { locales } from '#kit/text.ts';
import { useAddress, useSearch } from '#lessons/here.ts';
import { useSay } from '#lessons/locale.ts';
import { languageNames } from './languages.ts';
import { type Place, readingPlace, scrollToPlace } from './place.ts';
import { words } from './words.ts';

/** The same page in the other language, at the same place in the text; the lab stays as it stands. */
export function LanguageSwitch({ name }: { name: string }) {
  const { locale, say } = useSay();
  const search = useSearch();
  const address = useAddress();
  const [query, setQuery] = useState('');
  const place = useRef<Place>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every change of language
  useLayoutEffect(() => {
    if (place.current) scrollToPlace(place.current);
    place.current = undefined;
  }, [locale]);
  // The served page knows no query, so the first drawing has none either.
  useEffect(() => setQuery(search), [search]);
  return (
    <nav className="language-switch" aria-label={say(words.language)}>
      {locales.map((each) => (
        <a
          key={each}
          href={address(name, each) + query}
          lang={each}
          hrefLang={each}
          aria-current={each === locale ? 'true' : undefined}
          onClick={() => {
            place.current = readingPlace();
          }}
        >
          {languageNames[each]}
        </a>
      ))}
    </nav>
  );
}
