import type { Locale } from '#kit/text.ts';
import type { GlossaryEntry } from '#lessons/glossary.ts';

/** The entries in the order of the language: letters, or pinyin. */
export function sortTerms(entries: readonly GlossaryEntry[], locale: Locale): readonly GlossaryEntry[] {
  const order = new Intl.Collator(locale === 'en' ? 'en' : 'zh-Hans-CN-u-co-pinyin', {
    numeric: true,
    ignorePunctuation: true,
  });
  const word = (entry: GlossaryEntry) => (locale === 'en' ? entry.en : entry.zh);
  return [...entries].sort((a, b) => order.compare(word(a), word(b)) || order.compare(a.id, b.id));
}

/** The entries whose words hold what was asked, in either language. */
export function findTerms(entries: readonly GlossaryEntry[], asked: string): readonly GlossaryEntry[] {
  const wanted = asked.normalize('NFKC').trim().toLowerCase();
  return entries.filter(({ en, zh, abbr }) => [en, zh, abbr ?? ''].some((word) => word.toLowerCase().includes(wanted)));
}
