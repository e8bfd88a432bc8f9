import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { factsOf, readSystems } from './catalogue.ts';

// Writes src/sim/systems/facts.ts from content/systems.yaml: a lab runs without a YAML reader, and without the prose.
const root = path.resolve(import.meta.dirname, '../..');
const target = path.join(root, 'src/sim/systems/facts.ts');

const head = `import type { SystemFacts } from './system.ts';

/** Written from content/systems.yaml by \`npm run systems\`; change it there. */
export const facts: readonly SystemFacts[] = `;

try {
  const { systems } = readSystems(root);
  writeFileSync(target, `${head}${JSON.stringify(systems.map(factsOf))};\n`);
  const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
  spawnSync(process.execPath, [biome, 'format', '--write', target], { stdio: 'inherit' });
  console.log(`${systems.length} systems`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
