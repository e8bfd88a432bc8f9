import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import { unknown } from './fault.ts';

const word = v.pipe(v.string(), v.nonEmpty());
const Entry = v.strictObject({
  id: word,
  en: word,
  zh: word,
  abbr: v.nullable(word),
  definition_en: word,
  definition_zh: word,
  see_also: v.array(word),
});
export type GlossaryEntry = v.InferOutput<typeof Entry>;

export const glossaryFile = (root: string): string => path.join(root, 'content/glossary.yaml');

/** Checks content/glossary.yaml: every entry complete, no id twice, every `see_also` there. */
export function parseGlossary(text: string): readonly GlossaryEntry[] {
  const parsed = v.safeParse(v.array(Entry), parse(text));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`content/glossary.yaml: ${v.getDotPath(issue) ?? 'entries'}: ${issue.message}`);
  }
  const ids = new Set<string>();
  for (const { id } of parsed.output) {
    if (ids.has(id)) throw new Error(`content/glossary.yaml: "${id}" is there twice`);
    ids.add(id);
  }
  for (const { id, see_also } of parsed.output) {
    const lost = see_also.find((other) => !ids.has(other));
    if (lost) throw new Error(`content/glossary.yaml: ${id}: ${unknown('entry', lost, ids)}`);
  }
  return parsed.output;
}

export const readGlossary = (root: string) => parseGlossary(readFileSync(glossaryFile(root), 'utf8'));

/** What a lesson in one language carries of an entry; `other` is the term in the other language. */
export function termProps(entry: GlossaryEntry, locale: string): Readonly<Record<string, string>> {
  const [word, other, definition] =
    locale === 'en' ? [entry.en, entry.zh, entry.definition_en] : [entry.zh, entry.en, entry.definition_zh];
  return { word, other, definition, ...(entry.abbr && { abbr: entry.abbr }) };
}
