import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { LaunchOptions } from 'playwright-core';

const CACHE = path.resolve('node_modules/.cache/chromium');
const FONTS = path.join(CACHE, 'fonts.conf');
/** Chromium dies on its first letter where the system has no font at all, so it is shown the fonts that came along. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${CACHE}/fonts</dir>
  <cachedir>${CACHE}/fonts-cache</cachedir>
</fontconfig>
`;

/**
 * The Chromium that npm brought (@sparticuz/chromium, Linux on x64), unpacked once, with the libraries a bare system
 * lacks. Its own list of flags is left alone: it turns web security off and puts everything in one process.
 */
export async function unpackChromium(): Promise<LaunchOptions | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { default: packed, inflate } = await import('@sparticuz/chromium');
  mkdirSync(CACHE, { recursive: true });
  const before = process.env.TMPDIR;
  // The package unpacks into os.tmpdir(), and offers no other place.
  process.env.TMPDIR = CACHE;
  try {
    const libraries = path.resolve('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
    if (!existsSync(path.join(CACHE, 'al2023'))) await inflate(libraries);
    writeFileSync(FONTS, FONTS_CONF);
    const executablePath = await packed.executablePath();
    const env = { ...process.env, LD_LIBRARY_PATH: path.join(CACHE, 'al2023/lib'), FONTCONFIG_FILE: FONTS };
    return { executablePath, env: { ...env, TMPDIR: before } };
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
}
