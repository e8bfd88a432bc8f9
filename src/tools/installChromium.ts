import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';

/** Where a failure is remembered until the packages are installed anew, so that it costs its seconds once. */
const FAILED = path.resolve('node_modules/.cache/chromium/not-downloaded');
/** A download that says nothing for so long is not coming. */
const SILENCE = 45_000;

/** Runs `playwright-core install chromium`; resolves to whether it ended well. */
function download(): Promise<boolean> {
  const cli = path.resolve('node_modules/playwright-core/cli.js');
  const child = spawn(process.execPath, [cli, 'install', 'chromium'], {
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000', ...process.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const patience = setTimeout(() => child.kill(), SILENCE);
  for (const stream of [child.stdout, child.stderr]) stream.on('data', () => patience.refresh());
  return new Promise((resolve) => {
    child.on('error', () => resolve(false));
    child.on('close', (status) => {
      clearTimeout(patience);
      resolve(status === 0);
    });
  });
}

/** The ordinary way to a browser where the network allows it: Playwright's download, tried once for each `npm ci`. */
export async function installChromium(): Promise<string | undefined> {
  if (existsSync(FAILED)) return undefined;
  console.error('No Chromium of Playwright here yet: trying to download it, once.');
  if (await download()) return chromium.executablePath();
  mkdirSync(path.dirname(FAILED), { recursive: true });
  writeFileSync(FAILED, 'Remove this file to try the download again.\n');
  return undefined;
}
