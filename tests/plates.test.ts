import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import { replay } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { plate } from '#stage/plate.ts';

/** Every moment of every lab, drawn. `npm run plates` draws them anew; they are looked at as pictures before they are committed. */
const labs = import.meta.glob<Lab>('/src/labs/*/lab.ts', { import: 'default', eager: true });
const style = ['tokens', 'plate'].map((name) => readFileSync(`src/stage/${name}.css`, 'utf8')).join('\n');
const write = import.meta.env.MODE === 'plates';

const plates = Object.entries(labs).flatMap(([path, lab]) => {
  const id = path.split('/').at(-2) ?? '';
  return Object.entries(lab.moments).flatMap(([moment, link]) =>
    (['wide', 'tall'] as const).map((sheet) => ({ id, lab, moment, link, sheet })),
  );
});

test.each(plates)('$id $moment on the $sheet sheet is drawn as it was', ({ id, lab, moment, link, sheet }) => {
  const { run } = readRun(lab.controls, link);
  const steps = takeMoves(run.moves, run.at);
  const state = replay(lab, run.params, steps);
  const drawn = plate(document, lab.scene(state, sheet), sheet, 'en');
  const file = `tests/plates/${id}/${moment}.${sheet}.svg`;
  if (write) {
    mkdirSync(`tests/plates/${id}`, { recursive: true });
    writeFileSync(file, drawn);
  }
  expect(drawn, 'drawn anew with `npm run plates`').toBe(readFileSync(file, 'utf8'));
});

test('no plate is left over from a moment that is gone', () => {
  const wanted = new Set(plates.map(({ id, moment, sheet }) => `${id}/${moment}.${sheet}.svg`));
  const kept = readdirSync('tests/plates', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.svg'),
  );
  expect(kept.map((name) => name.replaceAll('\\', '/')).filter((name) => !wanted.has(name))).toEqual([]);
});

test.runIf(write)('the plates are put on one page, in their colours', () => {
  const figures = plates.map(
    ({ id, moment, sheet }) =>
      `<figure><figcaption>${id} · ${moment} · ${sheet}</figcaption>${readFileSync(`tests/plates/${id}/${moment}.${sheet}.svg`, 'utf8')}</figure>`,
  );
  writeFileSync(
    'tests/plates/index.html',
    `<!doctype html><meta charset="utf-8"><title>Plates</title><style>${style} body{background:var(--paper);font-family:sans-serif} figure{display:inline-block;background:var(--raised)}</style>${figures.join('\n')}`,
  );
});
