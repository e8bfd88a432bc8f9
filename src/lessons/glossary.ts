/** An entry of content/glossary.yaml, checked by the build. */
export interface GlossaryEntry {
  readonly id: string;
  readonly en: string;
  readonly zh: string;
  readonly abbr: string | null;
  readonly definition_en: string;
  readonly definition_zh: string;
  readonly see_also: readonly string[];
}

const file = import.meta.glob<readonly GlossaryEntry[]>('/content/glossary.yaml', { import: 'default' });

/** Brings all entries; only the glossary's page asks for them. */
export const loadGlossary = async (): Promise<readonly GlossaryEntry[]> =>
  (await file['/content/glossary.yaml']?.()) ?? [];
