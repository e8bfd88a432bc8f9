/** A place in a text that is the same in every language: so far into the section under so many headings. */
export interface Place {
  readonly section: number;
  readonly fraction: number;
}

/** The line that is being read, in pixels from the top of the window. */
const LINE = 120;

/** Where sections of the page begin and end, from the top of the window. Twins have the same headings. */
function edges(): readonly number[] {
  const main = document.querySelector('main');
  if (!main) return [];
  const headings = [...main.querySelectorAll('h1, .prose > h2, .prose > h3')];
  return [...headings.map((heading) => heading.getBoundingClientRect().top), main.getBoundingClientRect().bottom];
}

/** The place that is being read; undefined at the very top, where there is nothing to find again. */
export function readingPlace(): Place | undefined {
  const tops = edges();
  const section = tops.findLastIndex((top) => top <= LINE);
  const [from, to] = [tops[section], tops[section + 1]];
  if (scrollY <= 0 || from === undefined || to === undefined) return undefined;
  return { section, fraction: (LINE - from) / Math.max(1, to - from) };
}

/** Scrolls to the place in the text as it is now. */
export function scrollToPlace({ section, fraction }: Place): void {
  const tops = edges();
  const [from, to] = [tops[section], tops[section + 1]];
  if (from !== undefined && to !== undefined)
    scrollBy({ top: from + fraction * (to - from) - LINE, behavior: 'instant' });
}
