// @vitest-environment node
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
const script = path.resolve(scripts.postinstall.replace(/^node /, ''));
const system = process.platform === 'win32' ? 'win' : process.platform;
const name = process.platform === 'win32' ? 'node.exe' : 'node';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'link-node-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm ci` runs at its end, in `folder`, by a Node that says it is `version`. */
function afterInstall(version: string) {
  const pretend = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
  const importing = `data:text/javascript,${encodeURIComponent(pretend)}`;
  return spawnSync(process.execPath, ['--import', importing, script], { cwd: folder, encoding: 'utf8' });
}

/** Lays the Node of this system down as npm does, with these words in place of the program. */
function bring(words: string): void {
  const bin = path.join(folder, `node_modules/node-${system}-${process.arch}/bin`);
  mkdirSync(bin, { recursive: true });
  writeFileSync(path.join(bin, name), words);
}

const linked = (): string => readFileSync(path.join(folder, 'node_modules/.bin', name), 'utf8');

test('the Node that came along is the one that scripts find, whether or not npm left its link', () => {
  bring('the Node that came along');
  expect(afterInstall('20.19.2')).toMatchObject({ status: 0, stderr: '' });
  expect(linked()).toBe('the Node that came along');
  expect(afterInstall('20.19.2')).toMatchObject({ status: 0, stderr: '' });
});

test.each(['20.19.2', '22.21.9'])(
  'without it, Node %s ends the set-up, and the words say what to install',
  (version) => {
    const { status, stderr } = afterInstall(version);
    expect(status).toBe(1);
    expect(stderr).toContain(`${version} of this system is too old:\ninstall Node 22.22 or newer`);
  },
);

test.each(['22.22.0', '24.0.0'])('without it, Node %s of the system is enough', (version) => {
  expect(afterInstall(version)).toMatchObject({ status: 0, stderr: '' });
});
