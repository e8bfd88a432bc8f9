import { existsSync, globSync } from 'node:fs';
import path from 'node:path';

/** Paths inside the project are written with `/` on every system. */
export const inProject = (root: string, file: string): string => path.relative(root, file).split(path.sep).join('/');

const named = (root: string, pattern: string, name: RegExp): string[] =>
  globSync(pattern, { cwd: root }).flatMap((file) => name.exec(file.split(path.sep).join('/'))?.[1] ?? []);

/** What content may name, found on disk as the site finds it: the folder is the registration. */
export const labIds = (root: string) => named(root, 'src/labs/*/lab.ts', /labs\/([^/]+)\/lab\.ts$/);
export const quizIds = (root: string) => named(root, 'content/quizzes/*.ts', /([^/]+)\.ts$/);
export const claimIds = (root: string) => named(root, 'content/claims/*.ts', /([^/]+)\.ts$/);

/** `content/en/03-memory/03-paging.mdx` → its parts; the numbers are its place and are left out of the id. */
export function partsOf(file: string) {
  const found = /content\/([^/]+)\/(\d+)-([^/]+)\/(?:(\d+)-([^/]+)|index)\.mdx$/.exec(file);
  if (!found) return undefined;
  const [, locale = '', chapterNumber = '', chapter = '', lessonNumber, lesson = ''] = found;
  const number = `${Number(chapterNumber)}.${Number(lessonNumber)}`;
  return { locale, isChapter: lessonNumber === undefined, id: `${chapter}/${lesson}`, number };
}

/** The ids of the lessons written in English, the language of record. */
export const lessonIds = (root: string): string[] =>
  globSync('content/en/*/*.mdx', { cwd: root })
    .map((file) => partsOf(file.split(path.sep).join('/')))
    .flatMap((parts) => (parts && !parts.isChapter ? parts.id : []));

/** The project's root: the folder above a file that holds package.json. */
export function projectRoot(from = process.cwd()): string {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error('package.json is not in any folder above this one');
  return projectRoot(above);
}
