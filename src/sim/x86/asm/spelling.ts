/** How many letters must be added, left out, changed or swapped with the next to make one word the other; at most 3. */
export function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 3;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 9) + 1 : 9;
      next.push(Math.min((row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1, (row[j - 1] ?? 9) + same, swapped));
    }
    before = row;
    row = next;
  }
  return Math.min(3, row[b.length] ?? 3);
}

/** The word nearest in spelling, if one is near: one letter off, or two in a long word. */
export function nearest(word: string, words: Iterable<string>): string | undefined {
  if (word.length > 24) return undefined;
  const small = word.toLowerCase();
  let best: string | undefined;
  let least = small.length > 4 ? 3 : 2;
  for (const candidate of words) {
    const apart = distance(small, candidate.toLowerCase());
    if (apart < least) [best, least] = [candidate, apart];
  }
  return best;
}
