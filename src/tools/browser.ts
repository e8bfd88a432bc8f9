import { existsSync } from 'node:fs';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { installChromium } from './installChromium.ts';
import { unpackChromium } from './packedChromium.ts';

/** Where a system keeps Chromium, or a browser made of it. */
const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

const WANTED = `No Chromium could be started. One of these brings one:
  npx playwright-core install --with-deps chromium    (needs the network; --with-deps needs root on Linux)
  apt install chromium                                (Debian and Ubuntu; or Chrome from your system's packages)
  CHROMIUM_PATH=/path/to/chromium                     (one that is already there)
What was tried:`;

type Way = Readonly<{ name: string; find(): Promise<LaunchOptions | undefined> }>;
const at = (file: string | undefined): LaunchOptions | undefined =>
  file && existsSync(file) ? { executablePath: file } : undefined;

/** The ways to a browser, best first. Each is tried only when those before it failed. */
const WAYS: readonly Way[] = [
  { name: '$CHROMIUM_PATH', find: async () => at(process.env.CHROMIUM_PATH) },
  { name: "Playwright's own download", find: async () => at(chromium.executablePath()) },
  { name: 'playwright-core install chromium', find: async () => at(await installChromium()) },
  { name: '@sparticuz/chromium from npm', find: unpackChromium },
  ...SYSTEM.map((file) => ({ name: file, find: async () => at(file) })),
];

/** Chromium refuses to run its sandbox as root, as it does in most containers. */
const asRoot = process.getuid?.() === 0;

async function start(way: Way): Promise<Browser | undefined> {
  const found = await way.find();
  return found && chromium.launch({ ...found, args: asRoot ? ['--no-sandbox'] : [] });
}

/** Starts a Chromium, from wherever one can be had on this machine; says exactly what to install when none can. */
export async function launch(): Promise<Browser> {
  const tried: string[] = [];
  // A browser that was asked for by name is the one that is meant, or nothing is.
  for (const way of process.env.CHROMIUM_PATH ? WAYS.slice(0, 1) : WAYS) {
    try {
      const browser = await start(way);
      if (browser) return browser;
      tried.push(`  ${way.name}: not there`);
    } catch (error) {
      tried.push(`  ${way.name}: ${String(error).split('\n')[0]}`);
    }
  }
  throw new Error([WANTED, ...tried].join('\n'));
}
