import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { hydrated } from './open.ts';

export const themes = ['light', 'dark', 'projector'] as const;

/** Chooses a theme as a returning reader has it: kept on the device, there from the first paint. */
export async function inTheme(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => localStorage.setItem('hypervisible.theme', name), theme);
  await page.reload();
  await hydrated(page);
}

/** What axe finds wrong on the page as it stands: the rule, and the first places that break it. */
export async function complaints(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // One pass in the page itself, and no list of what passes: no page here has a frame, and to carry thousands of sound
    // elements out and back takes three times as long as to judge them.
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .slice(0, 3)
        .map(({ target }) => target.join(' '))
        .join(' | ')}`,
  );
}
