/**
 * `npm run bench`: measures the built site in real Chromium, prints a table and writes bench-results.json.
 * It says how long things take and asserts nothing by time; bytes are held by tests/e2e/budget.test.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { build, createBuilder } from 'vite';
import { launch } from '#tools/browser.ts';
import { serve } from '#tools/serve.ts';

interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: string;
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? Number.NaN;
const at = (rate: number): string => (rate > 1 ? ` at ${rate}× slowdown` : '');
const worst = (all: readonly number[]): number => Math.max(...all);
const lessons = {
  'two-dimensional-walk': 'en/memory/two-dimensional-walk/?guestLevels=5&eptLevels=5',
  'network-modes': 'en/networks/five-modes/?hostAddress=true&forwarding=true&nat=true&gateway=true&moves=ping.g1.out',
};

/**
 * Milliseconds from the key press at so many times' slowdown, for every step of the story: to the frame that shows the
 * picture and its sentence, and to the one in which everything beside them has followed. The key is pressed as a frame
 * begins, so that the wait for the screen's next beat is not counted; a message sent then arrives after paint.
 */
async function measureSteps(
  page: Page,
  address: string,
  rate: number,
): Promise<{ shown: number[]; settled: number[] }> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.locator('.asking input').first().uncheck();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const times = await page.evaluate(async () => {
    const lab = document.querySelector('.lab[data-lab]');
    const progress = lab?.querySelector('.progress');
    const slider = lab?.querySelector<HTMLInputElement>('.scrubber input');
    const afterThisFrame = (done: () => void) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      port2.postMessage(0);
    };
    const press = () => {
      const pressed = performance.now();
      const shown = new Promise<number>((done) => afterThisFrame(() => done(performance.now() - pressed)));
      const settled = new Promise<number>((done) => {
        const follow = () => requestAnimationFrame(() => afterThisFrame(() => done(performance.now() - pressed)));
        const watch = new MutationObserver(() => {
          watch.disconnect();
          follow();
        });
        if (progress) watch.observe(progress, { subtree: true, childList: true, characterData: true });
      });
      lab?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
      return Promise.all([shown, settled]);
    };
    const times = { shown: [] as number[], settled: [] as number[] };
    while (slider && slider.valueAsNumber < Number(slider.max)) {
      await new Promise((done) => setTimeout(done, 450));
      const [shown, settled] = await new Promise<[number, number]>((done) =>
        requestAnimationFrame(() => done(press())),
      );
      times.shown.push(shown);
      times.settled.push(settled);
    }
    return times;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return times;
}

async function stepRows(page: Page, lab: string, address: string, rate: number, budget: string): Promise<Row[]> {
  const { shown, settled } = await measureSteps(page, address, rate);
  const row = (what: string, value: number, limit: string): Row => ({
    what: `${lab}: key press to ${what}${at(rate)}`,
    value,
    unit: 'ms',
    budget: limit,
  });
  return [
    row('painted frame, median', median(shown), budget),
    row('painted frame, worst', worst(shown), budget),
    row('everything beside it, median', median(settled), '–'),
  ];
}

/**
 * The same for the least that can be seen: one letter of a page that has nothing else. It is the browser's own share, and
 * tells how fast this machine is just now: a shared one can be half as fast an hour later.
 */
async function measureLetter(page: Page, rate: number): Promise<number[]> {
  await page.setContent('<p>a</p>');
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  const times = await page.evaluate(async () => {
    const letter = document.querySelector('p')?.firstChild;
    const times: number[] = [];
    while (letter && times.length < 36) {
      await new Promise((done) => setTimeout(done, 450));
      times.push(
        await new Promise<number>((done) =>
          requestAnimationFrame(() => {
            const pressed = performance.now();
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => done(performance.now() - pressed);
            port2.postMessage(0);
            letter.nodeValue = letter.nodeValue === 'a' ? 'b' : 'a';
          }),
        ),
      );
    }
    return times;
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  return times;
}

async function measureScript(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (new URL(response.url()).pathname.endsWith('.js'))
      sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  await page.goto(address, { waitUntil: 'networkidle' });
  const all = await Promise.all(sizes);
  await context.close();
  return all.reduce((sum, size) => sum + size, 0) / 1024;
}

/** The synthetic machine of a million steps, in a page of its own. */
async function measureLongRun(page: Page): Promise<Row[]> {
  const outDir = 'node_modules/.cache/bench';
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      rolldownOptions: { input: 'tests/bench/seek.ts', output: { format: 'iife', entryFileNames: 'seek.js' } },
    },
  });
  const session = await page.context().newCDPSession(page);
  await page.goto('about:blank');
  const heap = async (): Promise<number> => {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as {
      usedSize: number;
      backingStorageSize?: number;
    };
    return (usedSize + backingStorageSize) / 2 ** 20;
  };
  const before = await heap();
  await page.addScriptTag({ content: readFileSync(`${outDir}/seek.js`, 'utf8') });
  const { tell, seeks, steps } = await page.evaluate(() =>
    (globalThis as unknown as { measureSeeks: () => { tell: number; seeks: number[]; steps: number } }).measureSeeks(),
  );
  const held = (await heap()) - before;
  return [
    { what: `a run of ${steps} steps is told once`, value: tell, unit: 'ms', budget: 'in slices' },
    { what: 'seek in it, median of 200', value: median(seeks), unit: 'ms', budget: '50' },
    { what: 'seek in it, worst of 200', value: worst(seeks), unit: 'ms', budget: '50' },
    { what: 'memory it holds', value: held, unit: 'MB', budget: '64' },
  ];
}

/** Milliseconds to the first painted text, in a profile that has nothing yet. */
async function measurePaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'load' });
  const painted = await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  const time = Number(await painted.jsonValue());
  await context.close();
  return time;
}

await (await createBuilder({ logLevel: 'error' }, null)).buildApp();
const server = await serve({ port: 0 });
const browser = await launch();
const page = await (
  await browser.newContext({ viewport: { width: 1280, height: 900 }, serviceWorkers: 'block' })
).newPage();
const rows: Row[] = [];
for (const [lab, path] of Object.entries(lessons)) {
  const address = new URL(path, server.address).href;
  rows.push(
    { what: `${lab}: first contentful paint`, value: await measurePaint(browser, address), unit: 'ms', budget: '–' },
    {
      what: `${lab}: all script of the page, gzip`,
      value: await measureScript(browser, address),
      unit: 'KB',
      budget: '150',
    },
    ...(await stepRows(page, lab, address, 4, '16')),
    ...(await stepRows(page, lab, address, 1, '–')),
  );
}
for (const rate of [4, 1])
  rows.push({
    what: `an empty page: one letter to painted frame, median${at(rate)}`,
    value: median(await measureLetter(page, rate)),
    unit: 'ms',
    budget: '–',
  });
rows.push(...(await measureLongRun(page)));
await browser.close();
await server.close();
console.table(rows.map(({ what, value, unit, budget }) => ({ what, measured: `${value.toFixed(1)} ${unit}`, budget })));
writeFileSync(
  'bench-results.json',
  `${JSON.stringify({ node: process.version, when: new Date().toISOString(), rows }, null, 2)}\n`,
);
