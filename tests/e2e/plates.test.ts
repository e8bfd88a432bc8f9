import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import { replay } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales } from '#kit/text.ts';
import { plate } from '#stage/plate.ts';
import { open, useBrowser } from './open.ts';

useBrowser();
const labs = Object.entries(import.meta.glob<Lab>('/src/labs/*/lab.ts', { import: 'default', eager: true }));
const style = ['tokens', 'plate'].map((name) => readFileSync(`src/stage/${name}.css`, 'utf8')).join('\n');
const { document } = new JSDOM('').window;

/** How far letters may reach past their box or the sheet, in units of the sheet, before it shows. */
const SLACK = 1.5;

/** In a real browser, since only that can measure letters: every moment of every lab, in both languages, on both sheets. */
test.each(labs)('in %s no words leave their box or the sheet', async (_path, lab) => {
  const { page } = await open('/robots.txt');
  const found: string[] = [];
  for (const [moment, link] of Object.entries(lab.moments)) {
    const { run } = readRun(lab.controls, link);
    const state = replay(lab, run.params, takeMoves(run.moves, run.at));
    for (const locale of locales)
      for (const sheet of ['wide', 'tall'] as const) {
        await page.setContent(`<style>${style}</style>${plate(document, lab.scene(state, sheet), sheet, locale)}`);
        const over = await page.evaluate((slack) => {
          const svg = document.querySelector('svg');
          const { width = 0, height = 0 } = svg?.viewBox.baseVal ?? {};
          return [...document.querySelectorAll<SVGTextElement>('.mark text')].flatMap((text) => {
            const letters = text.getBBox();
            if (letters.width === 0) return [];
            const box = text.parentElement?.querySelector<SVGRectElement>('rect.shape')?.getBBox();
            const frame = box ?? { x: 0, y: 0, width, height };
            const out = Math.max(frame.x - letters.x, letters.x + letters.width - frame.x - frame.width);
            return out > slack
              ? [`${text.parentElement?.getAttribute('data-key')}: “${text.textContent}” by ${out.toFixed(0)}`]
              : [];
          });
        }, SLACK);
        found.push(...over.map((words) => `${moment} ${locale} ${sheet}: ${words}`));
      }
  }
  expect(found).toEqual([]);
});
