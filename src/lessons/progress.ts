import { create } from 'zustand';
import type { Answer } from '#quiz/question.ts';
import { type Kept, nothingKept, parseKept } from './kept.ts';

const KEY = 'hypervisible.progress';

/** Why answers are not kept here: storage is off, it is full, or what it held could not be read. */
export type Trouble = 'forbidden' | 'full' | 'rubbish';

interface Progress extends Kept {
  readonly trouble: Trouble | undefined;
}

/**
 * Answers and lessons read. What is kept comes in by `followStorage`, which the
 * page calls as it takes the served one over: that one was drawn for nobody.
 */
export const useProgress = create<Progress>(() => ({ ...nothingKept, trouble: undefined }));

const told = new Set<Trouble>();
/** Says it once in a visit. */
function report(trouble: Trouble): void {
  if (told.has(trouble)) return;
  told.add(trouble);
  useProgress.setState({ trouble });
}

function read(): void {
  let text: string | null = null;
  try {
    text = localStorage.getItem(KEY);
  } catch {
    // It is said when there is an answer to keep.
  }
  if (text === null) return;
  const { kept, rubbish } = parseKept(text);
  useProgress.setState(kept);
  if (rubbish) report('rubbish');
}

function change(kept: Partial<Kept>): void {
  useProgress.setState(kept);
  const { answers, read } = useProgress.getState();
  try {
    localStorage.setItem(KEY, JSON.stringify({ state: { answers, read }, version: 1 }));
  } catch (error) {
    report(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden');
  }
}

export function keepAnswer(key: string, answer: Answer): void {
  change({ answers: { ...useProgress.getState().answers, [key]: answer } });
}

/** Takes back answers, so that their questions can be tried afresh. */
export function forgetAnswers(keys: readonly string[]): void {
  const { answers } = useProgress.getState();
  change({ answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key))) });
}

export function markRead(id: string, isRead: boolean): void {
  const others = useProgress.getState().read.filter((other) => other !== id);
  change({ read: isRead ? [...others, id] : others });
}

export function dismissTrouble(): void {
  useProgress.setState({ trouble: undefined });
}

/** Brings in what is kept, now and whenever another tab changes it. */
export function followStorage(): void {
  read();
  addEventListener('storage', ({ key }) => {
    if (key === KEY) read();
  });
}
