/** What is wrong with a content file, said as editors and terminals can follow it: `path:line: what would be right`. */
export function fault(file: string, line: number, message: string): Error {
  const error = new Error(`${file}:${line}: ${message}`);
  // An author has no use for where in our code it was found.
  error.stack = error.message;
  return Object.assign(error, { loc: { file, line, column: 0 } });
}

/** How many letters must change to make one word of the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (letter === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Of the words there are, the one that was most likely meant. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  return [...words].map((other) => ({ other, far: distance(word, other) })).sort((a, b) => a.far - b.far)[0]?.other;
}

/** `there is no lab "ept-wlak"; did you mean "ept-walk"?` */
export function unknown(what: string, word: string, words: Iterable<string>): string {
  const meant = nearest(word, words);
  return `there is no ${what} "${word}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`;
}
