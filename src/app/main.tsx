import { StrictMode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { createStore } from 'zustand/vanilla';
import { followStorage } from '#lessons/progress.ts';
import { followLinks } from './followLinks.ts';
import { loadPage } from './pages.tsx';
import { type Shown, Site } from './Site.tsx';
import '#stage/tokens.css';
import './sizes.css';
import './theme.css';
import './parts.css';
import './fonts.css';
import './shell.css';
import './help.css';
import './plain.css';
import './lessonList.css';

// The site may stand in any folder of any host: this file is in its `assets`, so the folder above is its root.
const here = import.meta.url;
const base = import.meta.env.DEV ? '/' : new URL('..', here).pathname;

/** Served links are relative to the served page; after a step to another page they would lead elsewhere. */
function settleLinks(root: HTMLElement): void {
  for (const link of root.querySelectorAll('a')) {
    const written = link.getAttribute('href');
    const own = link.origin === location.origin && written && !/^[#?]/.test(written);
    if (own) link.setAttribute('href', link.pathname + link.search + link.hash);
  }
  for (const link of document.head.querySelectorAll('link')) link.setAttribute('href', link.href);
}

const plain = (path: string | null | undefined): string | undefined => path?.replace(/\/$/, '');

/** Takes the served page over once its parts are here, so that the first drawing equals what was served. */
async function start(root: HTMLElement): Promise<void> {
  const page = await loadPage(`/${location.pathname.slice(base.length)}`);
  const shown = createStore<Shown>(() => ({ page, search: location.search }));
  const app = (
    <StrictMode>
      <Site base={base} shown={shown} />
    </StrictMode>
  );
  followLinks(base, shown);
  followStorage();
  const served = root.firstElementChild?.getAttribute('data-served');
  if (served != null && plain(served) === plain(page.path)) {
    settleLinks(root);
    hydrateRoot(root, app, { onRecoverableError: (error) => console.error('hydration:', error) });
  } else {
    // Nothing was served, or a host's answer to any unknown address.
    root.replaceChildren();
    createRoot(root).render(app);
  }
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
await start(root);
