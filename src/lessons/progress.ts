import { create } from 'zustand';
import { type PersistStorage, persist } from 'zustand/middleware';
import type { Answer } from '#quiz/question.ts';
import { type Kept, nothingKept, parseKept } from './kept.ts';

export const PROGRESS_KEY = 'hypervisible.progress';

/** Why answers are not kept here: storage is off, it is full, or what it held could not be read. */
export type Trouble = 'forbidden' | 'full' | 'rubbish';

interface Progress extends Kept {
  readonly trouble: Trouble | undefined;
}

const told = new Set<Trouble>();
/** Says it once in a visit. */
function report(trouble: Trouble): void {
  if (told.has(trouble)) return;
  told.add(trouble);
  queueMicrotask(() => useProgress.setState({ trouble }));
}

/** Reads and writes one entry of localStorage; whatever goes wrong there is reported, and the page goes on without it. */
const storage: PersistStorage<Kept> = {
  getItem(name) {
    let text: string | null;
    try {
      text = localStorage.getItem(name);
    } catch {
      return null;
    }
    if (text === null) return null;
    const { kept, rubbish } = parseKept(text);
    if (rubbish) report('rubbish');
    return { state: kept, version: 1 };
  },
  setItem(name, value) {
    try {
      localStorage.setItem(name, JSON.stringify(value));
    } catch (error) {
      report(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden');
    }
  },
  removeItem: (name) => localStorage.removeItem(name),
};

/** Answers and lessons read. What is kept is brought in after hydration, by `persist.rehydrate()`. */
export const useProgress = create<Progress>()(
  persist((): Progress => ({ ...nothingKept, trouble: undefined }), {
    name: PROGRESS_KEY,
    version: 1,
    skipHydration: true,
    storage,
    partialize: ({ answers, read }) => ({ answers, read }),
  }),
);

export function keepAnswer(key: string, answer: Answer): void {
  useProgress.setState(({ answers }) => ({ answers: { ...answers, [key]: answer } }));
}

/** Takes back answers, so that their questions can be tried afresh. */
export function forgetAnswers(keys: readonly string[]): void {
  const { answers } = useProgress.getState();
  useProgress.setState({ answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key))) });
}

export function markRead(id: string, isRead: boolean): void {
  const others = useProgress.getState().read.filter((other) => other !== id);
  useProgress.setState({ read: isRead ? [...others, id] : others });
}

export function dismissTrouble(): void {
  useProgress.setState({ trouble: undefined });
}

/** Brings in what is kept, now and whenever another tab changes it. */
export function followStorage(): void {
  void useProgress.persist.rehydrate();
  addEventListener('storage', ({ key }) => {
    if (key === PROGRESS_KEY) void useProgress.persist.rehydrate();
  });
}
