import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { parse } from 'yaml';
import type { Catalogue, Fact } from '#app/system.ts';
import { kinds, layerKinds, positions, privileges, type SystemFacts, techniques } from '#sim/systems/system.ts';
import { unknown } from './fault.ts';

const word = v.pipe(v.string(), v.nonEmpty());
const words = v.array(word);
const text = v.strictObject({ en: word, 'zh-CN': word });
const year = v.pipe(v.number(), v.integer(), v.minValue(1960), v.maxValue(2026));
const span = { from: year, to: v.nullable(year), about: v.optional(v.boolean()) };

const Layer = v.strictObject({
  is: v.picklist(layerKinds),
  name: v.optional(word),
  in: v.optional(v.picklist(privileges)),
  changed: v.optional(v.boolean()),
});

const some = v.pipe(words, v.minLength(1));
const Refs = v.strictObject({ years: some, place: some, isa: some, licence: some, status: some, truth: some });

const Entry = v.strictObject({
  id: v.pipe(word, v.regex(/^[a-z0-9-]+$/)),
  name: word,
  also: v.optional(words, []),
  maker: v.union([word, text]),
  kind: v.picklist(kinds),
  years: v.strictObject(span),
  forms: v.array(
    v.strictObject({
      ...span,
      position: v.picklist(positions),
      techniques: v.pipe(v.array(v.picklist(techniques)), v.minLength(1)),
      name: v.optional(word),
    }),
  ),
  isa: v.strictObject({ host: words, guest: words }),
  licence: v.strictObject({ is: v.picklist(['open', 'closed', 'none']), name: v.optional(word) }),
  container: v.optional(v.boolean(), false),
  foreign: v.optional(v.boolean(), false),
  status: text,
  said: v.array(
    v.strictObject({
      document: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
      quote: v.pipe(word, v.maxLength(90)),
      english: v.pipe(word, v.maxLength(130)),
      ledger: word,
      verdict: v.picklist(['holds', 'outdated', 'imprecise', 'wrong', 'vendor-figure']),
    }),
  ),
  truth: text,
  stack: v.pipe(v.array(v.pipe(v.array(Layer), v.minLength(1), v.maxLength(2))), v.minLength(3)),
  tray: v.optional(v.strictObject({ short: v.pipe(word, v.maxLength(11)), why: text })),
  refs: Refs,
});
type Entry = v.InferOutput<typeof Entry>;

const Schema = v.strictObject({
  references: v.record(word, v.strictObject({ title: word, url: v.optional(v.pipe(v.string(), v.url())) })),
  systems: v.array(Entry),
});

const FILE = 'content/systems.yaml';
const refuse = (message: string): Error => new Error(`${FILE}: ${message}`);

/** What the shape alone does not say: years in order, references that exist, hardware at the bottom. */
function* faultsOf(entry: Entry, titles: ReadonlySet<string>): Iterable<string> {
  const { id, years, forms, stack, refs } = entry;
  const runs: readonly { from: number; to: number | null }[] = [years, ...forms];
  for (const { from, to } of runs)
    if (to !== null && to < from) yield `${id}: it ends (${to}) before it begins (${from})`;
  for (const { from, to } of forms) {
    if (from < years.from) yield `${id}: a form begins in ${from}, the system only in ${years.from}`;
    if ((to ?? 9999) > (years.to ?? 9999)) yield `${id}: a form outlives the system`;
  }
  for (const [fact, keys] of Object.entries(refs) as [Fact, readonly string[]][])
    for (const key of keys) if (!titles.has(key)) yield `${id}: refs.${fact}: ${unknown('reference', key, titles)}`;
  if (stack.at(-1)?.[0]?.is !== 'hardware') yield `${id}: the last row of its stack is the hardware`;
}

function checkAll({ references, systems }: v.InferOutput<typeof Schema>): void {
  const titles = new Set(Object.keys(references));
  const ids = new Set<string>();
  for (const entry of systems) {
    if (ids.has(entry.id)) throw refuse(`"${entry.id}" is there twice`);
    ids.add(entry.id);
    for (const fault of faultsOf(entry, titles)) throw refuse(fault);
  }
  const used = new Set(systems.flatMap(({ refs }) => Object.values(refs).flat()));
  const spare = [...titles].find((key) => !used.has(key));
  if (spare) throw refuse(`no fact names the reference "${spare}"`);
}

/** Checks the whole of content/systems.yaml; the message names the entry and what is wrong with it. */
export function parseSystems(source: string): v.InferOutput<typeof Schema> & Catalogue {
  const read: unknown = parse(source);
  const parsed = v.safeParse(Schema, read);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    const at = (v.getDotPath(issue) ?? 'the file').split('.');
    const id = at[0] === 'systems' ? (read as { systems: { id?: unknown }[] }).systems[Number(at[1])]?.id : undefined;
    throw refuse(`${id === undefined ? at.join('.') : [String(id), ...at.slice(2)].join('.')}: ${issue.message}`);
  }
  checkAll(parsed.output);
  return parsed.output;
}

export const systemsFile = (root: string): string => path.join(root, FILE);
export const readSystems = (root: string) => parseSystems(readFileSync(systemsFile(root), 'utf8'));

/** The part of an entry that labs compute with. */
export const factsOf = ({ id, name, kind, forms, licence, container, foreign, stack, tray }: Entry): SystemFacts => ({
  id,
  name,
  kind,
  forms,
  open: licence.is === 'none' ? null : licence.is === 'open',
  container,
  foreign,
  stack,
  tray: tray ?? null,
});
