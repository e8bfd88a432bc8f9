import { useSyncExternalStore } from 'react';

export const themes = ['light', 'dark', 'projector'] as const;
export type Theme = (typeof themes)[number];

/** index.html reads the same key before the first paint. */
const KEY = 'hypervisible.theme';
const listeners = new Set<() => void>();
const isTheme = (word: string | null | undefined): word is Theme => themes.some((theme) => theme === word);

/** The theme on the page; index.html has set it. */
function currentTheme(): Theme | undefined {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : undefined;
}

function show(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  for (const listener of listeners) listener();
}

function keptTheme(): Theme | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return isTheme(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Shows a theme and keeps the choice where the browser lets us. */
export function chooseTheme(theme: Theme): void {
  show(theme);
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // The choice holds for this visit.
  }
}

function subscribe(listener: () => void): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const follow = () => keptTheme() ?? show(dark.matches ? 'dark' : 'light');
  listeners.add(listener);
  dark.addEventListener('change', follow);
  return () => {
    listeners.delete(listener);
    dark.removeEventListener('change', follow);
  };
}

/** The theme as it is now; undefined in the served page, which does not know the reader's. */
export const useTheme = (): Theme | undefined => useSyncExternalStore(subscribe, currentTheme, () => undefined);
