/** `npm run screenshot`: the picture at the top of the README, tests/e2e/lesson.png, from the site as it is now. */
import { launch } from '#tools/browser.ts';
import { build } from '#tools/build.ts';
import { serve } from '#tools/serve.ts';

await build();
const site = await serve();
const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(new URL('en/memory/two-dimensional-walk/?at=9', site.address).href, { waitUntil: 'networkidle' });
await page.screenshot({ path: 'tests/e2e/lesson.png' });
await browser.close();
await site.close();
