import { createContext, useContext } from 'react';
import { type Locale, locales, say, type Text } from '#kit/text.ts';

/** The reader's language, from the first word of the address. */
export const LocaleContext = createContext<Locale>(locales[0]);

/** A title without a single Chinese letter is English, on whatever page it stands. */
export const languageOf = (title: string): Locale | undefined => (/\p{Script=Han}/u.test(title) ? undefined : 'en');

/** The reader's language, and how to say a phrase in it. */
export function useSay(): { locale: Locale; say: (text: string | Text) => string } {
  const locale = useContext(LocaleContext);
  return { locale, say: (text) => say(text, locale) };
}
