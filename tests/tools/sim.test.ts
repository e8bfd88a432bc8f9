// @vitest-environment node
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const sim = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/tools/sim.ts', ...words], { encoding: 'utf8' });
  return { status, stdout, stderr };
};
const on = (...names: string[]) => names.flatMap((name) => ['--set', `${name}=true`]);

test('the NAT row of the matrix is printed as JSON, cell by cell as the kernel has it', () => {
  const { status, stdout } = sim(
    'network-modes',
    ...on('forwarding', 'nat', 'hostAddress', 'gateway'),
    '--moves',
    'fill',
  );
  const told = JSON.parse(stdout);
  expect(status).toBe(0);
  expect(Object.keys(told)).toEqual(['lab', 'params', 'moves', 'steps', 'ended', 'caption', 'readings']);
  expect(told.readings).toMatchObject({
    g1_g2: true,
    g1_host: true,
    host_g1: true,
    g1_out: true,
    out_g1: false,
    host_out: true,
    g1_hostLan: true,
    outside_sees: '192.168.1.10',
  });
});

test('a walk is told to its end, to a moment, or by so many steps', () => {
  expect(JSON.parse(sim('two-dimensional-walk', '--to-end').stdout)).toMatchObject({
    ended: 'finished',
    steps: 25,
    readings: { references: 24, guestReferences: 4, eptReferences: 20, hostPhysical: '0x4404402a8', fault: null },
  });
  expect(JSON.parse(sim('two-dimensional-walk', '--steps', '9').stdout)).toMatchObject({ ended: null, steps: 9 });
});

test('words are in the language that was asked for, and a picture is an SVG file', () => {
  expect(sim('network-modes', '--format', 'text', '--locale', 'zh-CN').stdout).toContain('隔离模式');
  expect(sim('stacks', '--format', 'text', '--locale', 'zh-CN').stdout).toMatch(/2,000 周期 \(.*（实测）\)/);
  expect(sim('two-dimensional-walk', '--moment', 'nine', '--format', 'svg').stdout).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
});

test('a trace comes from a file, and what is wrong in it is named with its line', () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'trace-')), 'trace.txt');
  writeFileSync(file, 'vm a\nprocess p\nmap 1000 2000 rw\nread 1000\nread 5000\n');
  const told = JSON.parse(
    sim('shadow-and-nested', '--source', `trace=${file}`, '--set', 'vmm=native', '--to-end').stdout,
  );
  expect(told.readings.results).toEqual([
    { line: 4, va: '0x1000', gpa: '0x2000', hpa: '0x2000' },
    { line: 5, va: '0x5000', fault: 'not-present' },
  ]);
  writeFileSync(file, 'vm a\nread twelve\n');
  expect(sim('shadow-and-nested', '--source', `trace=${file}`)).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('line 2'),
  });
});

test.each([
  [['no-such-lab'], 'no lab is called “no-such-lab”; there are: '],
  [['network-modes', '--set', 'nat=maybe'], 'nat=maybe: it takes true or false'],
  [['network-modes', '--set', 'colour=red'], 'there is no control “colour”; there are: uplink'],
  [['network-modes', '--moment', 'noon'], 'has no moment “noon”; there are: '],
  [['network-modes', '--moves', 'ping.g1.moon'], 'the move “ping.g1.moon” is not offered'],
  [['two-dimensional-walk', '--set', 'address=xyz'], 'address: line 1, column 1'],
  [['two-dimensional-walk', '--steps', 'many'], 'it takes a whole number'],
  [['two-dimensional-walk', '--format', 'png'], 'it takes json, text or svg'],
  [['two-dimensional-walk', '--locale', 'fr'], 'it takes en or zh-CN'],
  [['--nonsense'], 'usage'],
])('%j ends with status 2 and one line that says what would be right', (words, said) => {
  const { status, stdout, stderr } = sim(...words);
  expect({ status, stdout, lines: stderr.trimEnd().split('\n').length }).toEqual({ status: 2, stdout: '', lines: 1 });
  expect(stderr).toContain(said);
});

test('a reader that has seen enough ends it without a word', async () => {
  const child = spawn(process.execPath, ['src/tools/sim.ts', 'shadow-and-nested', '--to-end']);
  child.stdout.destroy();
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  expect([said, status]).toEqual(['', 0]);
});
