import type { Page } from './pages.tsx';

/** The page on the screen, and the query it was asked for with. */
export interface Shown {
  readonly page: Page;
  readonly search: string;
}

export interface Navigation {
  now(): Shown;
  subscribe(listener: () => void): () => void;
  /** Puts the window where the new page is to be read from; called once it is drawn. */
  settle(): void;
  /** Follows links and the browser's own buttons from now on. */
  start(): void;
}

interface Options {
  readonly base: string;
  readonly load: (path: string) => Promise<Page>;
  readonly first: Shown;
}

/** The path from the site's root. */
export const pathIn = (base: string, pathname: string): string => `/${pathname.slice(base.length)}`;

/**
 * Goes from page to page without loading the document anew. Links are plain
 * `<a href>`; whatever cannot be brought is left to the browser to load.
 */
export function createNavigation({ base, load, first }: Options): Navigation {
  const listeners = new Set<() => void>();
  const places = new Map<string, number>();
  let shown = first;
  let latest = 0;
  let key = '';
  let landing: (() => void) | undefined;

  function show(next: Shown, land: () => void): void {
    // A page's twin in another language keeps the reader's place: the language switch sees to it.
    landing = next.page.name === shown.page.name && next.page.path !== shown.page.path ? undefined : land;
    shown = next;
    for (const listener of listeners) listener();
  }
  async function bring(url: URL, enter: () => void, land: () => void): Promise<void> {
    const ticket = ++latest;
    const page = await load(pathIn(base, url.pathname)).catch(() => undefined);
    if (ticket !== latest) return;
    if (!page) return location.assign(url);
    enter();
    show({ page, search: url.search }, land);
  }
  function follow(url: URL): void {
    const enter = () => {
      places.set(key, scrollY);
      key = crypto.randomUUID();
      history.pushState({ key }, '', url);
    };
    void bring(url, enter, () => landAt(url.hash, 0));
  }
  function onPop({ state }: PopStateEvent): void {
    places.set(key, scrollY);
    key = keyOf(state);
    const url = new URL(location.href);
    const land = () => landAt(url.hash, places.get(key) ?? 0);
    if (pathIn(base, url.pathname) === shown.page.path) show({ ...shown, search: url.search }, land);
    else void bring(url, () => {}, land);
  }
  return {
    now: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settle() {
      landing?.();
      landing = undefined;
    },
    start() {
      key = keyOf(history.state) || crypto.randomUUID();
      history.replaceState({ key }, '');
      history.scrollRestoration = 'manual';
      addEventListener('popstate', onPop);
      // A reload finds its place by the browser's own means.
      addEventListener('pagehide', () => {
        history.scrollRestoration = 'auto';
      });
      document.addEventListener('click', (event) => {
        const url = followed(event, base);
        if (!url) return;
        event.preventDefault();
        follow(url);
      });
    },
  };
}

const keyOf = (state: unknown): string =>
  typeof state === 'object' && state !== null && 'key' in state ? String(state.key) : '';

function landAt(hash: string, y: number): void {
  const target = hash && y === 0 ? document.getElementById(decodeURIComponent(hash.slice(1))) : undefined;
  if (target) target.scrollIntoView({ behavior: 'instant' });
  else scrollTo({ top: y, behavior: 'instant' });
}

/** Where a click leads inside the site; undefined where it is the browser's business. */
function followed(event: MouseEvent, base: string): URL | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const aside = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!link?.href || event.defaultPrevented || aside || link.target || link.hasAttribute('download')) return undefined;
  const url = new URL(link.href);
  const inside = url.origin === location.origin && url.pathname.startsWith(base) && url.pathname.endsWith('/');
  const onPage = url.pathname === location.pathname && url.search === location.search && url.hash !== '';
  return inside && !onPage ? url : undefined;
}
