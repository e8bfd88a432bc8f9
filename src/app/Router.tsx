import { useEffect, useRef } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, type NavigateFunction, useLocation, useNavigate, useNavigationType } from 'react-router';
import type { StoreApi } from 'zustand/vanilla';
import { loadPage } from './pages.tsx';
import type { Shown } from './Site.tsx';

/**
 * Starts the router. It draws nothing: it follows the browser's address and
 * says which page is to be shown. So it need not be here before a link is used,
 * and the page that was served is not drawn anew when it comes.
 */
export const startRouter = (base: string, shown: StoreApi<Shown>): Promise<NavigateFunction> =>
  new Promise((ready) => {
    createRoot(document.createElement('div')).render(
      <BrowserRouter basename={base}>
        <Follow shown={shown} onReady={ready} />
      </BrowserRouter>,
    );
  });

function Follow({ shown, onReady }: { shown: StoreApi<Shown>; onReady: (navigate: NavigateFunction) => void }) {
  const { pathname, search, hash, key } = useLocation();
  const navigate = useNavigate();
  const back = useNavigationType() === 'POP';
  const places = usePlaces(key);
  useEffect(() => onReady(navigate), [onReady, navigate]);
  useEffect(() => {
    const { page } = shown.getState();
    const land = () => landAt(hash, back ? (places.get(key) ?? 0) : 0);
    if (page.path === pathname) return shown.setState({ page, search });
    let left = false;
    loadPage(pathname).then(
      (next) => {
        // A page's twin in another language keeps the reader's place: the language switch sees to it.
        const twin = next.name === page.name;
        if (!left) shown.setState({ page: next, search, ...(!twin && { land }) }, true);
      },
      // What cannot be brought is left to the browser, which says why.
      () => left || location.reload(),
    );
    return () => {
      left = true;
    };
  }, [shown, pathname, search, hash, key, back, places]);
  return null;
}

/** Where each page of this visit was left, by the key of its entry in the browser's history. */
function usePlaces(key: string): ReadonlyMap<string, number> {
  const places = useRef(new Map<string, number>());
  useEffect(() => {
    const remember = () => places.current.set(key, scrollY);
    addEventListener('scroll', remember, { passive: true });
    return () => removeEventListener('scroll', remember);
  }, [key]);
  useEffect(() => {
    history.scrollRestoration = 'manual';
    // A reload finds its place by the browser's own means.
    addEventListener('pagehide', () => {
      history.scrollRestoration = 'auto';
    });
  }, []);
  return places.current;
}

function landAt(hash: string, y: number): void {
  const target = hash && y === 0 ? document.getElementById(decodeURIComponent(hash.slice(1))) : undefined;
  if (target) target.scrollIntoView({ behavior: 'instant' });
  else scrollTo({ top: y, behavior: 'instant' });
}
