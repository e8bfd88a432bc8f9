import { createHash } from 'node:crypto';
import path from 'node:path';

/** A ```mermaid fence of a lesson. */
export interface Fence {
  readonly source: string;
  readonly line: number;
}

const FENCE = /^```mermaid\b[^\n]*\n([\s\S]*?)^```/gm;

/** The ```mermaid fences of a lesson, read without parsing the lesson. */
export function fencesIn(text: string): readonly Fence[] {
  const unix = text.replaceAll('\r\n', '\n');
  return [...unix.matchAll(FENCE)].map((found) => ({
    source: (found[1] ?? '').trim(),
    line: unix.slice(0, found.index).split('\n').length,
  }));
}

/** A drawing is known by what it was drawn from, so that an edited fence asks for a new one. */
export const figureId = (source: string): string =>
  createHash('sha256').update(source.trim()).digest('hex').slice(0, 12);

export const figureFolder = (root: string): string => path.join(root, 'content/figures');
export const figureFile = (root: string, source: string): string =>
  path.join(figureFolder(root), `${figureId(source)}.svg`);
