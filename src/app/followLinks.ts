import type { NavigateFunction } from 'react-router';
import type { StoreApi } from 'zustand/vanilla';
import type { Shown } from './Site.tsx';

/** Where a click leads inside the site; undefined where it is the browser's business. */
export function followed(event: MouseEvent, base: string): URL | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const aside = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button !== 0;
  if (!link?.href || event.defaultPrevented || aside || link.target || link.hasAttribute('download')) return undefined;
  const url = new URL(link.href);
  const inside = url.origin === location.origin && url.pathname.startsWith(base) && url.pathname.endsWith('/');
  const onPage = url.pathname === location.pathname && url.search === location.search && url.hash !== '';
  return inside && !onPage ? url : undefined;
}

const onLink = (target: EventTarget | null): boolean => target instanceof Element && target.closest('a') !== null;

/**
 * Every link is a plain `<a href>`, in lessons too; those that stay inside the
 * site are the router's. It is fetched when a link is first pointed at, focused
 * or followed, or when the browser's own buttons are used.
 */
export function followLinks(base: string, shown: StoreApi<Shown>): void {
  let router: Promise<NavigateFunction> | undefined;
  const bring = () => {
    router ??= import('./Router.tsx').then(({ startRouter }) => startRouter(base, shown));
    return router;
  };
  const foresee = (event: Event) => onLink(event.target) && void bring();
  document.addEventListener('pointerover', foresee, { passive: true });
  document.addEventListener('focusin', foresee);
  addEventListener('popstate', () => void bring());
  document.addEventListener('click', (event) => {
    const url = followed(event, base);
    if (!url) return;
    event.preventDefault();
    bring().then(
      (navigate) => navigate(`/${url.pathname.slice(base.length)}${url.search}${url.hash}`),
      () => location.assign(url),
    );
  });
}
