import { write } from './paint.ts';
import { partsOfSentence } from './Words.tsx';

/**
 * Writes the step's number and its sentence where others stand, which React drew or this did: a number, a space, and the
 * words in an element of their own.
 */
export function writeSentence(element: Element, at: number, said: string): void {
  const number = element.querySelector('.number');
  if (at === 0) number?.remove();
  else write(number ?? addNumber(element), String(at));
  const words = element.lastElementChild;
  const parts = partsOfSentence(said);
  if (parts.length === 1) words && write(words, said);
  else words?.replaceChildren(...parts.map((part, i) => (i % 2 ? codeOf(element.ownerDocument, part) : part)));
}

function addNumber(element: Element): Element {
  const number = element.ownerDocument.createElement('b');
  number.className = 'number';
  element.prepend(number);
  return number;
}

function codeOf(document: Document, word: string): Element {
  const code = document.createElement('code');
  code.textContent = word;
  return code;
}
