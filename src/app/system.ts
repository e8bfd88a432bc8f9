import type { Text } from '#kit/text.ts';
import type { Verdict } from '#quiz/claim.ts';
import type { Form, Kind, Stack } from '#sim/systems/system.ts';

/** What an entry must give references for. */
export const facts = ['years', 'place', 'isa', 'licence', 'status', 'truth'] as const;
export type Fact = (typeof facts)[number];

/** A document by its title; the address where it was read, if it has one. */
export interface Reference {
  readonly title: string;
  readonly url?: string | undefined;
}

/** A sentence of one of the five source documents that names the system. */
export interface Said {
  readonly document: number;
  readonly quote: string;
  /** The same in English, in our words. */
  readonly english: string;
  readonly ledger: string;
  readonly verdict: Verdict;
}

/** An entry of content/systems.yaml, checked by the build. */
export interface System {
  readonly id: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly maker: string | Text;
  readonly kind: Kind;
  readonly years: { readonly from: number; readonly to: number | null; readonly about?: boolean | undefined };
  readonly forms: readonly Form[];
  readonly isa: { readonly host: readonly string[]; readonly guest: readonly string[] };
  readonly licence: { readonly is: 'open' | 'closed' | 'none'; readonly name?: string | undefined };
  readonly status: Text;
  readonly said: readonly Said[];
  readonly truth: Text;
  readonly stack: Stack;
  readonly refs: Readonly<Record<Fact, readonly string[]>>;
}

export interface Catalogue {
  readonly references: Readonly<Record<string, Reference>>;
  readonly systems: readonly System[];
}

const file = import.meta.glob<Catalogue>('/content/systems.yaml', { import: 'default' });
/** The ids alone: which pages there are. */
const ids = import.meta.glob<readonly string[]>('/content/systems.yaml', {
  eager: true,
  query: '?ids',
  import: 'default',
});

/** The id of every system, in the order of the file. */
export const systemIds: readonly string[] = ids['/content/systems.yaml'] ?? [];

/** Brings the whole catalogue; only its own pages ask for it. */
export const loadCatalogue = async (): Promise<Catalogue> =>
  (await file['/content/systems.yaml']?.()) ?? { references: {}, systems: [] };
