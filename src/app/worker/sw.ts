/** The site's copy for reading offline. The build fills in `VERSION` and `FILES` (src/tools/offline.ts). */
declare const VERSION: string;
/** Addresses from the site's root, without a slash in front: '' is the home page. */
declare const FILES: readonly string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
/** The site may stand in any folder of its host: the scope says which. */
const ROOT = new URL(worker.registration.scope);
const at = (file: string): string => new URL(file, ROOT).pathname;
/** Hosts serve several sites from one origin, and these share their caches. */
const NAME = `hypervisible ${ROOT.pathname}`;
const PAGES = `${NAME} pages ${VERSION}`;
const ASSETS = `${NAME} assets`;
/** Assets carry a hash of what is in them, so they outlive a version; all else belongs to one version. */
const isAsset = (pathname: string): boolean => pathname.startsWith(at('assets/'));

async function keep(file: string, pages: Cache, assets: Cache): Promise<void> {
  const pathname = at(file);
  const store = isAsset(pathname) ? assets : pages;
  if (store === assets && (await store.match(pathname))) return;
  const response = await fetch(new Request(pathname, { cache: 'no-cache' }));
  if (!response.ok) throw new Error(`${pathname}: ${response.status}`);
  await store.put(pathname, response);
}

async function install(): Promise<void> {
  const [pages, assets] = await Promise.all([caches.open(PAGES), caches.open(ASSETS)]);
  await Promise.all(FILES.map((file) => keep(file, pages, assets)));
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`${NAME} `) && name !== PAGES && name !== ASSETS);
  await Promise.all(ours.map((name) => caches.delete(name)));
  const assets = await caches.open(ASSETS);
  const wanted = new Set(FILES.map(at));
  const old = (await assets.keys()).filter(({ url }) => !wanted.has(new URL(url).pathname));
  await Promise.all(old.map((request) => assets.delete(request)));
  await worker.clients.claim();
}

/**
 * A new version waits until no page of the old one is open, so that no page asks for another version's chunks. A reader
 * who reloads the only open page would wait for ever: there the new version takes over, and the page loads once more.
 */
async function makeWay(): Promise<Response | undefined> {
  const { waiting } = worker.registration;
  if (!waiting || (await worker.clients.matchAll()).length > 1) return undefined;
  waiting.postMessage('take over');
  return new Response('', { headers: { refresh: '0' } });
}

async function answer(request: Request, pathname: string): Promise<Response> {
  const instead = request.mode === 'navigate' ? await makeWay() : undefined;
  const kept = instead ?? (await caches.match(pathname));
  if (kept) return kept;
  if (await caches.match(`${pathname}/`)) return Response.redirect(`${pathname}/${new URL(request.url).search}`);
  try {
    const response = await fetch(request);
    if (response.ok && isAsset(pathname)) await (await caches.open(ASSETS)).put(pathname, response.clone());
    return response;
  } catch (error) {
    if (request.mode !== 'navigate') throw error;
    return (await caches.match(at('404.html'))) ?? Response.error();
  }
}

worker.addEventListener('install', (event) => event.waitUntil(install()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  if (event.data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  if (method === 'GET' && origin === ROOT.origin) event.respondWith(answer(event.request, pathname));
});
