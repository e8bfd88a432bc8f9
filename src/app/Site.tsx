import { useLayoutEffect } from 'react';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { App } from './App.tsx';
import type { Page } from './pages.tsx';

/** The page on the screen, and the query it was asked for with. */
export interface Shown {
  readonly page: Page;
  readonly search: string;
  /** Puts the window where the page is to be read from, once it is drawn. */
  readonly land?: () => void;
}

/** The site in a browser: one page after the other, each ready before it is shown. */
export function Site({ base, shown }: { base: string; shown: StoreApi<Shown> }) {
  const page = useStore(shown, (s) => s.page);
  const land = useStore(shown, (s) => s.land);
  useLayoutEffect(() => land?.(), [land]);
  return <App page={page} base={base} query={shown} />;
}
