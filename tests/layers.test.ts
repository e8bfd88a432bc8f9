// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Left to right: each may import from those before it. `sim` and `kit` do not know each other. */
const layers = ['sim', 'kit', 'labs', 'quiz', 'stage', 'lessons', 'app', 'tools'] as const;
const pure = layers.slice(0, 4);
const browser = layers.slice(4, 7);
type Layer = (typeof layers)[number];

const mayImport = (from: Layer, to: Layer): boolean =>
  from === to || (layers.indexOf(to) < layers.indexOf(from) && !(from === 'kit' && to === 'sim'));

/** A file for each offence (or innocent neighbour), in a tree that mirrors ours: its path, and what is in it. */
const planted = new Map<string, { code: string; caught: boolean }>();
const home = (layer: Layer): string => (layer === 'labs' ? 'src/labs/here' : `src/${layer}`);
const plant = (folder: string, name: string, code: string, caught: boolean): void => {
  planted.set(`${folder}/${name}.ts`, { code: `${code}\n`, caught });
};

for (const from of layers) {
  const up = from === 'labs' ? '../..' : '..';
  for (const to of layers.filter((layer) => layer !== from)) {
    plant(home(from), `imports-${to}`, `import '#${to}/x.ts';`, !mayImport(from, to));
    plant(home(from), `takes-type-of-${to}`, `export type { X } from '#${to}/x.ts';`, !mayImport(from, to));
    plant(home(from), `awaits-${to}`, `export const x = import('#${to}/x.ts');`, !mayImport(from, to));
    // A lab reaches everything by its alias: a path that climbs would lead to another lab.
    plant(home(from), `climbs-to-${to}`, `import '${up}/${to}/x.ts';`, from === 'labs' || !mayImport(from, to));
  }
  plant(home(from), 'imports-its-neighbour', "import './x.ts';", false);
}
plant('src/labs/here', 'imports-a-lab', "import '#labs/there/model.ts';", true);
plant('src/labs/here', 'climbs-to-a-lab', "import '../there/model.ts';", true);

const packages = [
  'react',
  'react/jsx-runtime',
  'react-dom',
  'react-router',
  'zustand',
  'd3',
  'd3-selection',
  'd3-transition',
];
const arithmetic = ['d3-array', 'd3-hierarchy', 'd3-interpolate', 'd3-scale', 'd3-shape'];
const chances = [
  'Math.random()',
  "Math['random']()",
  'Date.now()',
  'new Date()',
  'performance.now()',
  'crypto.randomUUID()',
  'globalThis',
];
for (const folder of [...pure.map(home), 'content/quizzes', 'content/claims']) {
  for (const name of [...packages, 'node:fs', 'node:fs/promises']) {
    plant(folder, `package-${name.replaceAll(/\W/g, '-')}`, `import '${name}';`, true);
  }
  for (const name of arithmetic) plant(folder, name, `import '${name}';`, false);
  for (const [i, chance] of chances.entries()) plant(folder, `chance-${i}`, `export const x = ${chance};`, true);
  plant(folder, 'takes-random-apart', 'export const { random } = Math;', true);
  plant(folder, 'does-sums', 'export const x = Math.max(1, 2);', false);
}
// A link carries long texts compressed, and links are the kit's business.
plant('src/kit', 'compresses', "import 'fflate';", false);
plant('src/sim', 'compresses', "import 'fflate';", true);
for (const layer of browser) {
  plant(home(layer), 'uses-node', "import 'node:fs';", true);
  plant(home(layer), 'uses-packages', "import 'react';\nexport const x = Date.now() + Math.random();", false);
}

const folder = mkdtempSync(path.join(tmpdir(), 'layers-'));
const write = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
  writeFileSync(path.join(folder, name), text);
};
const run = (tool: string, ...words: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [path.resolve('node_modules', tool), ...words], {
    cwd: folder,
    encoding: 'utf8',
  });
  return stdout + stderr;
};
afterAll(() => rmSync(folder, { recursive: true }));

describe('the linter', () => {
  let report = '';
  beforeAll(() => {
    for (const [name, { code }] of planted) write(name, code);
    cpSync('.biome.json', path.join(folder, '.biome.json'));
    report = run('@biomejs/biome/bin/biome', 'lint', '--reporter=github', '--max-diagnostics=none');
  });

  test('refuses every step to the right, chance, time and what is not pure, and nothing else', () => {
    const rules = /noRestrictedImports|noRestrictedGlobals|noJsRestrictedProperties/;
    const caught = report.split('\n').filter((line) => line.startsWith('::error') && rules.test(line));
    const files = caught.map((line) => /file=([^,]*)/.exec(line)?.[1] ?? '');
    const names = new Set(
      files.map((file) => path.relative(folder, path.resolve(folder, file)).split(path.sep).join('/')),
    );
    const wanted = [...planted].filter(([, { caught }]) => caught).map(([name]) => name);
    expect([...names].sort()).toEqual(wanted.sort());
    expect(wanted.length).toBeGreaterThan(200);
  });
});

describe('the compiler', () => {
  const surroundings = [
    'document',
    'window',
    'fetch',
    'setTimeout',
    'localStorage',
    'performance',
    'process',
    'console',
  ];
  const places = ['src/sim', 'src/kit', 'src/labs/here', 'src/quiz', 'content/quizzes', 'content/claims'];
  const offences = places.flatMap((place) =>
    surroundings.map((name) => ({ file: `${place}/reaches-${name}.ts`, name })),
  );

  test('knows no document, no network and no timers in the pure folders, and passes what is pure', () => {
    rmSync(path.join(folder, 'src'), { recursive: true, force: true });
    rmSync(path.join(folder, 'content'), { recursive: true, force: true });
    for (const { file, name } of offences) write(file, `export const x = ${name};\n`);
    for (const place of places) write(`${place}/pure.ts`, 'export const x = [1, 2].toReversed();\n');
    write('src/stage/document.ts', 'export const x = document;\n');
    cpSync('tsconfig.json', path.join(folder, 'tsconfig.json'));
    cpSync('src/tsconfig.pure.json', path.join(folder, 'src/tsconfig.pure.json'));
    const report = run('typescript/bin/tsc', '-p', 'src/tsconfig.pure.json');
    const caught = report
      .split('\n')
      .flatMap((line) => /^(\S+)\(1,18\): error TS\d+: Cannot find name/.exec(line)?.[1] ?? []);
    expect(caught.sort()).toEqual(offences.map(({ file }) => file).sort());
  });
});
