import { create } from 'zustand';
import type { Answer } from '#quiz/question.ts';
import { answerEntry, type Entry, entriesOf, type Kept, listEntry, nothingKept, parseFirst, takeIn } from './kept.ts';

/** Version 1 kept everything under this name; now each thing has an entry whose name begins with it and a stroke. */
const FIRST = 'hypervisible.progress';
const PREFIX = `${FIRST}/`;

/** Why answers are not kept here: storage is off, it is full, or what it held could not be read. */
export type Trouble = 'forbidden' | 'full' | 'rubbish';

interface Progress extends Kept {
  readonly trouble: Trouble | undefined;
}

/**
 * Answers, lessons read and labs tried. What is kept comes in by `followStorage`, which the
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

/** What could not be stored; it holds for this visit. */
const unkept = new Map<string, string | undefined>();

/** Stores one entry, or takes it out of storage. Throws where that cannot be. */
function store([name, text]: Entry): void {
  unkept.set(name, text);
  if (text === undefined) localStorage.removeItem(PREFIX + name);
  else localStorage.setItem(PREFIX + name, text);
  unkept.delete(name);
}

function show(kept: Kept, entries: Iterable<Entry>): void {
  const { kept: next, rubbish } = takeIn(kept, entries);
  useProgress.setState(next);
  if (rubbish) report('rubbish');
}

/** Keeps these entries, and touches no other: another tab may be writing those. Says whether all of them are stored. */
export function keep(entries: readonly Entry[]): boolean {
  show(useProgress.getState(), entries);
  let stored = true;
  for (const entry of entries)
    try {
      store(entry);
    } catch (error) {
      stored = false;
      report(error instanceof DOMException && error.name === 'QuotaExceededError' ? 'full' : 'forbidden');
    }
  return stored;
}

/** Every entry that storage holds. */
const storedEntries = (): readonly Entry[] =>
  Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i)).flatMap((key): readonly Entry[] =>
    key?.startsWith(PREFIX) ? [[key.slice(PREFIX.length), localStorage.getItem(key) ?? undefined]] : [],
  );

/** Gives each thing that version 1 kept its own entry; what has one already is newer. */
function moveFirst(): void {
  const text = localStorage.getItem(FIRST);
  if (text === null) return;
  const { kept, rubbish } = parseFirst(text);
  const older = entriesOf(kept).filter(([name]) => localStorage.getItem(PREFIX + name) === null);
  if (keep(older)) localStorage.removeItem(FIRST);
  if (rubbish) report('rubbish');
}

function read(): void {
  try {
    moveFirst();
    show(nothingKept, [...storedEntries(), ...unkept]);
  } catch {
    // It is said when there is an answer to keep.
  }
}

export function keepAnswer(key: string, answer: Answer): void {
  keep([answerEntry(key, answer)]);
}

/** Takes back answers, so that their questions can be tried afresh. */
export function forgetAnswers(keys: readonly string[]): void {
  keep(keys.map((key) => answerEntry(key)));
}

export function markRead(id: string, isRead: boolean): void {
  keep([listEntry('read', id, isRead)]);
}

/** Keeps labs that were run, and goals reached in them; what is known already costs nothing. */
export function markTried(ids: readonly string[]): void {
  const { tried } = useProgress.getState();
  const fresh = ids.filter((id) => !tried.includes(id));
  if (fresh.length > 0) keep(fresh.map((id) => listEntry('tried', id)));
}

export function dismissTrouble(): void {
  useProgress.setState({ trouble: undefined });
}

/** Brings in what is kept, now and whenever another tab changes it. */
export function followStorage(): void {
  read();
  addEventListener('storage', ({ key }) => {
    if (key === null || key === FIRST) read();
    // What stands there now: what the event tells may be older than what this tab has written since.
    else if (key.startsWith(PREFIX))
      show(useProgress.getState(), [[key.slice(PREFIX.length), localStorage.getItem(key) ?? undefined]]);
  });
}
