import type { Manifest } from 'vite';

const ENTRY = 'index.html';

/** The files of a module's chunk and of every chunk that one imports statically, the module's own first. */
function filesOf(manifest: Manifest, key: string, seen = new Set<string>()): readonly string[] {
  const chunk = manifest[key];
  if (!chunk || seen.has(key)) return [];
  seen.add(key);
  return [chunk.file, ...(chunk.imports ?? []).flatMap((next) => filesOf(manifest, next, seen))];
}

/** The scripts a page needs at once beside those that every page has. */
export function preloadsFor(manifest: Manifest, modules: readonly string[]): readonly string[] {
  const everywhere = new Set(filesOf(manifest, ENTRY));
  const wanted = new Set(modules.flatMap((key) => filesOf(manifest, key)));
  return [...wanted].filter((file) => !everywhere.has(file));
}
