import { both, type Locale, say, type Text } from './text.ts';

export type Readable = string | number | boolean | null | readonly Readable[] | { readonly [name: string]: Readable };

/** One quantity the lab stands for. Its key is stable and English; everything that counts reads it and nothing else. */
export interface Reading {
  readonly label: Text;
  readonly value: Readable;
  readonly unit?: Text;
  /** How a value that is a name is said to a reader; programs are given the value. */
  readonly words?: Text;
  /** How names inside the value are said to a reader, where it is a list or a record. */
  readonly names?: Readonly<Record<string, string | Text>>;
  /** Where a number that is not counted but assumed comes from. */
  readonly source?: Text;
  /** Shown among the counters under the picture; the rest stand in the table. */
  readonly counter?: boolean;
}
export type Readings = Readonly<Record<string, Reading>>;

/** A number as prose writes it, its thousands apart. */
export const thousands = (n: number): string =>
  String(n).replace(/^-?\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));

const truths = { true: both('yes', '是'), false: both('no', '否') };
const comma = both(', ', '、');

/** The value as a reader is told it, without its unit: names by their words, lists by commas, records by `name value`. */
export function valueToText({ value, words, names }: Reading, locale: Locale): string {
  if (words) return say(words, locale);
  // Names may be the reader's own words: a map inherits none.
  const said: ReadonlyMap<string, string | Text> = new Map(Object.entries({ ...truths, ...names }));
  const wordOf = (name: string): string => say(said.get(name) ?? name, locale);
  const tell = (part: Readable): string => {
    if (part === null) return '–';
    if (Array.isArray(part)) return part.map(tell).join(say(comma, locale)) || '–';
    if (typeof part === 'object')
      return (
        Object.entries(part)
          .map(([name, each]) => `${wordOf(name)} ${tell(each)}`)
          .join(say(comma, locale)) || '–'
      );
    return typeof part === 'number' ? thousands(part) : wordOf(String(part));
  };
  return tell(value);
}

/** The same with its unit, where there is a number to have one. */
export function readingToText(reading: Reading, locale: Locale): string {
  const unit = reading.unit && !reading.words && reading.value !== null ? ` ${say(reading.unit, locale)}` : '';
  return valueToText(reading, locale) + unit;
}
