import { use } from 'react';
import type { Claims } from '#quiz/claim.ts';
import type { Quiz } from '#quiz/question.ts';

const quizzes = createShelf(import.meta.glob<Quiz>('/content/quizzes/*.ts', { import: 'default' }));
const claims = createShelf(import.meta.glob<Claims>('/content/claims/*.ts', { import: 'default' }));

/** Files by name, each brought once, when it is first asked for. */
function createShelf<T>(files: Readonly<Record<string, () => Promise<T>>>) {
  const byId = new Map(Object.entries(files).map(([path, load]) => [path.split('/').at(-1)?.slice(0, -3) ?? '', load]));
  const here = new Map<string, T>();
  const underway = new Map<string, Promise<T>>();
  const bring = (id: string, load: () => Promise<T>): Promise<T> => {
    const promise = underway.get(id) ?? load();
    underway.set(id, promise);
    return promise.then((found) => {
      here.set(id, found);
      return found;
    });
  };
  return {
    ids: [...byId.keys()],
    async load(id: string): Promise<void> {
      const load = byId.get(id);
      if (load) await bring(id, load);
    },
    use(id: string): T | undefined {
      const load = byId.get(id);
      if (here.has(id) || !load) return here.get(id);
      return use(underway.get(id) ?? bring(id, load));
    },
  };
}

/** The quizzes and claims that a lesson of this name most likely shows: those called after it. */
export const materialOf = (name: string): { quizzes: readonly string[]; claims: readonly string[] } => {
  const own = (id: string): boolean => id === name || id.startsWith(`${name}-`);
  return { quizzes: quizzes.ids.filter(own), claims: claims.ids.filter(own) };
};

/** Brings them before the page is drawn, so that the served text holds them. */
export async function loadMaterial(name: string): Promise<void> {
  const own = materialOf(name);
  await Promise.all([...own.quizzes.map(quizzes.load), ...own.claims.map(claims.load)]);
}

/** A quiz by its file's name; suspends where no loader has brought it yet. */
export const useQuiz = (id: string): Quiz | undefined => quizzes.use(id);
/** A list of claims by its file's name; suspends where no loader has brought it yet. */
export const useClaims = (id: string): Claims | undefined => claims.use(id);
