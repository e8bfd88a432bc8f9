/** The languages we speak, in the order the language switch shows them. The first is the language of record. */
export const locales = ['en', 'zh-CN'] as const;
export type Locale = (typeof locales)[number];

/** A phrase in every language we speak. A name or a number needs no Text. */
export type Text = Readonly<Record<Locale, string>>;

/** A phrase of a lab or a quiz, in the order of `locales`. */
export const both = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

/** Whether a word from outside names one of our languages. */
export const isLocale = (word: string | undefined): word is Locale => locales.some((locale) => locale === word);

/** The words of a phrase in one language; a bare string reads the same in all of them. */
export const say = (text: string | Text, locale: Locale): string => (typeof text === 'string' ? text : text[locale]);
