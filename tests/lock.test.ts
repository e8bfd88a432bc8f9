import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Entry {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly hasInstallScript?: boolean;
}
const { packages }: { packages: Record<string, Entry> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));

// A registry that lacks one platform's package makes `npm install` leave it out of the lock, and then `npm ci` refuses
// ("EUSAGE … Missing: <name>@ from lock file", npm/cli#9846): take an older version of the package that asks for it.
test('every optional dependency is in the lock, so that `npm ci` accepts it', () => {
  const missing = Object.entries(packages).flatMap(([at, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !(`${at && `${at}/`}node_modules/${name}` in packages) && !(`node_modules/${name}` in packages))
      .map((name) => `${name} (wanted by ${at.replace(/.*node_modules\//, '')})`),
  );
  expect(missing).toEqual([]);
});

test('no package runs a script on install', () => {
  expect(Object.keys(packages).filter((name) => packages[name]?.hasInstallScript)).toEqual([]);
});
