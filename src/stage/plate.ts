import { type Mark, type Sheet, sheets } from '#kit/mark.ts';
import type { Locale } from '#kit/text.ts';
import { draw, nameMarks } from './draw.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** The marks as a string of SVG groups, drawn by the same `draw` as on the page, in whatever document is at hand. */
export function plateMarks(document: Document, marks: readonly Mark[], locale: Locale): string {
  const root = document.createElementNS(SVG, 'g');
  draw(root, marks, { locale, duration: 0 });
  nameMarks(root);
  return root.innerHTML;
}

/** A whole picture as an SVG file; `style` is the stylesheet it carries, if any. */
export function plate(document: Document, marks: readonly Mark[], sheet: Sheet, locale: Locale, style = ''): string {
  const { w, h } = sheets[sheet];
  const css = style && `<style>${style}</style>`;
  return `<svg xmlns="${SVG}" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" class="sheet ${sheet}" lang="${locale}">${css}${plateMarks(document, marks, locale)}</svg>\n`;
}
