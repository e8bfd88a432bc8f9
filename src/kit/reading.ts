import type { Text } from './text.ts';

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

/** A value in words: lists by commas, records by `name value`. `wordOf` says each name, true and false among them. */
export function readableToText(value: Readable, wordOf: (name: string) => string = (name) => name): string {
  if (value === null) return '–';
  if (Array.isArray(value)) return value.map((each) => readableToText(each, wordOf)).join(', ') || '–';
  if (typeof value === 'object')
    return (
      Object.entries(value)
        .map(([name, each]) => `${wordOf(name)} ${readableToText(each, wordOf)}`)
        .join(', ') || '–'
    );
  return typeof value === 'number' ? thousands(value) : wordOf(String(value));
}
