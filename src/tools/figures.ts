import { globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { launch } from './browser.ts';
import { inProject, projectRoot } from './content.ts';
import { fault } from './fault.ts';
import { fencesIn, figureFile, figureFolder, figureId } from './fence.ts';
import { drawFigure } from './figureMarks.ts';
import { chineseWidth, layOut, openDesk } from './mermaidLayout.ts';

/**
 * `npm run figures` has Mermaid lay out every ```mermaid fence of content/ in a real browser, paints it as the labs are
 * painted, and keeps it in content/figures, which the build puts into the pages: Mermaid itself never reaches a reader.
 * `--check` only says which drawings are missing or left over. A drawing depends on its fence alone.
 */
const root = projectRoot();

/** Every figure that content asks for: the file of its drawing, its fence and where that stands. */
function wantedFigures() {
  const files = globSync('content/*/*/*.mdx', { cwd: root }).sort();
  return new Map(
    files.flatMap((file) =>
      fencesIn(readFileSync(path.join(root, file), 'utf8')).map((fence) => {
        return [figureFile(root, fence.source), { file, ...fence }] as const;
      }),
    ),
  );
}
type Wanted = ReturnType<typeof wantedFigures>;

async function draw(missing: Wanted): Promise<void> {
  const browser = await launch();
  try {
    const page = await browser.newPage();
    await openDesk(page);
    const chinese = /\p{Script=Han}/u.test([...missing.values()].map(({ source }) => source).join());
    if (chinese && Math.abs((await chineseWidth(page)) - 1) > 0.02) {
      throw new Error('To measure Chinese labels this machine needs a Chinese font: apt install fonts-noto-cjk');
    }
    for (const [drawing, { file, line, source }] of missing) {
      try {
        writeFileSync(drawing, drawFigure(await layOut(page, source), figureId(source)));
      } catch (error) {
        throw fault(file, line, error instanceof Error ? error.message : String(error));
      }
    }
  } finally {
    await browser.close();
  }
}

/** Returns what is to be said on the way out, if all is well. */
async function run(checkOnly: boolean, anew: boolean): Promise<string> {
  const folder = figureFolder(root);
  mkdirSync(folder, { recursive: true });
  const wanted = wantedFigures();
  const kept = readdirSync(folder).map((name) => path.join(folder, name));
  const spare = kept.filter((drawing) => !wanted.has(drawing));
  const missing = new Map([...wanted].filter(([drawing]) => anew || !kept.includes(drawing)));
  if (!checkOnly) {
    for (const drawing of spare) rmSync(drawing);
    if (missing.size > 0) await draw(missing);
    return `${wanted.size} figures: ${missing.size} drawn, ${spare.length} removed`;
  }
  const faults = [
    ...[...missing.values()].map(({ file, line }) => `${file}:${line}: this figure is not drawn`),
    ...spare.map((drawing) => `${inProject(root, drawing)}: no lesson shows this figure`),
  ];
  if (faults.length > 0) throw new Error([...faults, 'npm run figures mends it.'].join('\n'));
  return `${wanted.size} figures, all drawn`;
}

try {
  console.log(await run(process.argv.includes('--check'), process.argv.includes('--all')));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
