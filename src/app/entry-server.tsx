import { JSDOM } from 'jsdom';
import { StrictMode } from 'react';
import { prerender } from 'react-dom/static';
import { PlateContext } from '#stage/context.ts';
import { plateMarks } from '#stage/plate.ts';
import { App } from './App.tsx';
import { loadPage } from './pages.tsx';

export { modulesOf, pages } from './pages.tsx';

const { document } = new JSDOM().window;

/** A page as HTML: what goes into the document's head comes first. Addresses in it start at the site's root. */
export async function render(path: string): Promise<string> {
  const page = await loadPage(path);
  const faults: unknown[] = [];
  const { prelude } = await prerender(
    <StrictMode>
      <PlateContext value={(marks, locale) => plateMarks(document, marks, locale)}>
        <App page={page} base="/" />
      </PlateContext>
    </StrictMode>,
    {
      // React would put long parts of a page into a script at its end, where nobody without scripts can read them.
      progressiveChunkSize: Number.POSITIVE_INFINITY,
      onError: (fault) => void faults.push(fault),
    },
  );
  if (faults.length > 0) throw new Error(`${path} could not be drawn`, { cause: faults[0] });
  return new Response(prelude).text();
}
