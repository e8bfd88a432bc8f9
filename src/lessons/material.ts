import type { Claims } from '#quiz/claim.ts';
import type { Quiz } from '#quiz/question.ts';

/** Files by name, each brought once, when it is first asked for. */
function createShelf<T>(files: Readonly<Record<string, () => Promise<T>>>) {
  const byId = new Map(Object.entries(files).map(([path, load]) => [path.split('/').at(-1)?.slice(0, -3) ?? '', load]));
  const here = new Map<string, T>();
  return {
    has: (id: string): boolean => byId.has(id),
    find: (id: string): T | undefined => here.get(id),
    async load(id: string): Promise<void> {
      const load = byId.get(id);
      if (load && !here.has(id)) here.set(id, await load());
    },
  };
}
/** The placement quiz has a page of its own, which brings it. */
const quizzes = createShelf(
  import.meta.glob<Quiz>(['/content/quizzes/*.ts', '!/content/quizzes/placement.ts'], { import: 'default' }),
);
const claims = createShelf(import.meta.glob<Claims>('/content/claims/*.ts', { import: 'default' }));

/** Whether there is a quiz of this name. */
export const hasQuiz = quizzes.has;
/** A quiz by its file's name, once it has been brought. */
export const findQuiz = quizzes.find;
/** Brings a quiz. */
export const loadQuiz = quizzes.load;
/** A list of claims by its file's name, once it has been brought. */
export const findClaims = claims.find;
/** Brings a list of claims. */
export const loadClaims = claims.load;
