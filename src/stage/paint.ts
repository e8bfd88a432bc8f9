import type { Mark } from '#kit/mark.ts';
import { type Locale, say } from '#kit/text.ts';
import { type Part, partsOf } from './parts.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** Sets or removes an attribute, and touches the document only where something changes. */
function put(element: Element, name: string, value: string | number | undefined): void {
  if (value === undefined) element.removeAttribute(name);
  else if (element.getAttribute(name) !== String(value)) element.setAttribute(name, String(value));
}

/** What each group's elements show, in their order: the document is slow to ask. */
const painted = new WeakMap<Element, readonly Part[]>();

function paintPart(group: Element, part: Part, place: number, shown: Part | undefined): void {
  let element = group.children[place];
  if (shown === undefined && element?.getAttribute('class') !== part.name) {
    const made = group.ownerDocument.createElementNS(SVG, part.tag);
    made.setAttribute('class', part.name);
    group.insertBefore(made, element ?? null);
    element = made;
  }
  if (!element) return;
  for (const [name, value] of Object.entries(part.at)) if (shown?.at[name] !== value) put(element, name, value);
  if (part.words !== undefined && part.words !== shown?.words) write(element, part.words);
}

/** Words of an element that holds nothing else. The text node stays where it is ours: a new one would be styled and laid out from nothing. */
export function write(element: Element, words: string): void {
  const text = element.firstChild;
  if (text?.nodeName !== '#text' || text.nextSibling) element.textContent = words;
  else if (text.nodeValue !== words) text.nodeValue = words;
}

const classes = (mark: Mark): string =>
  [
    'mark',
    mark.kind,
    mark.tone ?? 'plain',
    mark.size ?? 'm',
    mark.now && 'now',
    mark.ghost && 'ghost',
    mark.picked && 'picked',
    mark.mono && 'mono',
    mark.move && 'movable',
    mark.kind === 'label' && `align-${mark.align ?? 'middle'}`,
    mark.kind === 'line' && mark.bold && 'bold',
  ]
    .filter(Boolean)
    .join(' ');

/** The words that are seen on a mark, as they are painted. */
const seen = (mark: Mark, locale: Locale): string =>
  (mark.kind === 'box' ? [mark.text, mark.sub, mark.corner] : [mark.text])
    .flatMap((words) => (words === undefined ? [] : [say(words, locale)]))
    .join(' ');

/** A name holds what is seen, so that it can be spoken to (WCAG 2.5.3), then what it means. */
function nameOf(mark: Mark, locale: Locale): string {
  const [words, about] = [seen(mark, locale), mark.about ? say(mark.about, locale) : ''];
  return about.includes(words) ? about : [words, about].filter(Boolean).join(': ');
}

/** What it is to a screen reader: a mark that can be used is a button, one with a meaning is a symbol, the rest is drawing. */
export function paintName(group: SVGGElement, mark: Mark, locale: Locale): void {
  const named = mark.move !== undefined || mark.about !== undefined;
  put(group, 'role', mark.move ? 'button' : named ? 'img' : undefined);
  put(group, 'aria-label', named ? nameOf(mark, locale) : undefined);
  put(group, 'aria-pressed', mark.move && mark.picked !== undefined ? String(mark.picked) : undefined);
  put(group, 'aria-hidden', named ? undefined : 'true');
  if (named && !group.hasAttribute('tabindex')) group.setAttribute('tabindex', '-1');
  if (!named) group.removeAttribute('tabindex');
}

/** What it is to the stylesheet. */
export const paintClass = (group: SVGGElement, mark: Mark): void => put(group, 'class', classes(mark));

/** What is seen of it. A kind's parts have names and an order of their own: once what is not wanted is gone, what stays is in its place. */
export function paintParts(group: SVGGElement, mark: Mark, locale: Locale): void {
  const parts = partsOf(mark, locale);
  const before = painted.get(group);
  const alike = before?.length === parts.length && parts.every(({ name }, i) => name === before[i]?.name);
  if (!alike) dropOthers(group, parts);
  for (const [place, part] of parts.entries()) paintPart(group, part, place, alike ? before[place] : undefined);
  painted.set(group, parts);
}

function dropOthers(group: Element, parts: readonly Part[]): void {
  const wanted = new Set(parts.map((part) => part.name));
  for (const child of [...group.children]) if (!wanted.has(child.getAttribute('class') ?? '')) child.remove();
}

/** Paints one mark into its group, whatever was in it before. */
export function paint(group: SVGGElement, mark: Mark, locale: Locale): void {
  paintClass(group, mark);
  paintParts(group, mark, locale);
}
