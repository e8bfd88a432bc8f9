import { StrictMode, useLayoutEffect, useSyncExternalStore } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { followStorage } from '#lessons/progress.ts';
import { App } from './App.tsx';
import { createNavigation, type Navigation, pathIn } from './navigation.ts';
import { loadPage } from './pages.tsx';
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

function Live({ navigation }: { navigation: Navigation }) {
  const { page, search } = useSyncExternalStore(navigation.subscribe, navigation.now, navigation.now);
  useLayoutEffect(navigation.settle);
  return <App page={page} base={base} search={search} />;
}

/** Served links are relative to the served page; after a step to another page they would lead elsewhere. */
function settleLinks(root: HTMLElement): void {
  for (const link of root.querySelectorAll('a')) {
    const written = link.getAttribute('href');
    const own = link.origin === location.origin && written && !/^[#?]/.test(written);
    if (own) link.setAttribute('href', link.pathname + link.search + link.hash);
  }
}

const plain = (path: string | null | undefined): string | undefined => path?.replace(/\/$/, '');

/** Takes the served page over once its parts are here, so that the first drawing equals what was served. */
async function start(root: HTMLElement): Promise<void> {
  const page = await loadPage(pathIn(base, location.pathname));
  const navigation = createNavigation({ base, load: loadPage, first: { page, search: location.search } });
  const app = (
    <StrictMode>
      <Live navigation={navigation} />
    </StrictMode>
  );
  navigation.start();
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

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // Without it the site works as well, only not offline.
  navigator.serviceWorker.register(`${base}sw.js`).catch(() => undefined);
}
