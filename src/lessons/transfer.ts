import { type Entry, entriesOf, type Kept } from './kept.ts';

/** How a file is taken in. */
export type Way = 'merge' | 'replace';

/** What is to be kept and taken away. Merged, what is kept here already stays as it is; replaced, only the file's is left. */
export function entriesFor(way: Way, mine: Kept, theirs: Kept): readonly Entry[] {
  const here = new Map(entriesOf(mine));
  const wanted = entriesOf(theirs);
  if (way === 'merge') return wanted.filter(([name]) => !here.has(name));
  const names = new Set(wanted.map(([name]) => name));
  const gone = [...here.keys()].filter((name) => !names.has(name)).map((name): Entry => [name, undefined]);
  return [...gone, ...wanted.filter(([name, text]) => here.get(name) !== text)];
}

/** The entries that undo these. */
export function undoing(entries: readonly Entry[], mine: Kept): readonly Entry[] {
  const here = new Map(entriesOf(mine));
  return entries.map(([name]): Entry => [name, here.get(name)]);
}
