import { ArrowRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type Locale, locales } from '#kit/text.ts';
import { useAddress } from '#lessons/here.ts';
import { BrandMark } from './BrandMark.tsx';
import { languageNames } from './languages.ts';
import { words } from './words.ts';

/** The languages a reader's browser asks for, matched with ours. */
export const wantedLocale = (languages: readonly string[]): Locale | undefined =>
  languages.flatMap(
    (tag) => locales.find((locale) => locale.split('-')[0] === tag.toLowerCase().split('-')[0]) ?? [],
  )[0];

/** The site's root: both languages, side by side. Nobody is sent anywhere unasked. */
export function LanguagePage() {
  const address = useAddress();
  const [wanted, setWanted] = useState<Locale>();
  useEffect(() => setWanted(wantedLocale(navigator.languages)), []);
  return (
    <main className="languages">
      <title>{`${words.site.en} · ${locales.map((locale) => languageNames[locale]).join(' · ')}`}</title>
      <meta name="description" content={locales.map((locale) => words.description[locale]).join(' ')} />
      <p className="brand">
        <BrandMark />
        <span>{words.site.en}</span>
      </p>
      <h1 className="visually-hidden">{words.site.en}</h1>
      <div className="language-cards">
        {locales.map((locale) => (
          <a
            key={locale}
            className="language-card"
            href={address('', locale)}
            lang={locale}
            hrefLang={locale}
            data-wanted={wanted === locale || undefined}
          >
            <b>{words.headline[locale]}</b>
            <span>{words.pitch[locale]}</span>
            <span className="button">
              <span>{languageNames[locale]}</span>
              <ArrowRight aria-hidden="true" />
            </span>
          </a>
        ))}
      </div>
    </main>
  );
}
