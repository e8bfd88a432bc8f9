import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import { prelude } from '#sim/x86/prelude.ts';
import { forThisNasm, tools } from '../oracle.ts';
import { addresses, expressions, foot, forms, head, jumps, near, toFile } from './corpus.ts';
import { data, sections } from './programs.ts';

const { nasm } = tools();
const beside = nasm ? 'real NASM' : 'what NASM once wrote (NASM is not here: recorded hashes)';
const recordFile = join(import.meta.dirname, 'recorded.json');
const recorded: Record<string, string> = JSON.parse(readFileSync(recordFile, 'utf8'));
const folder = mkdtempSync(join(tmpdir(), 'asm-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The file NASM writes, or the lines it refuses. What it only warns of, a number that does not fit, we refuse. */
function runNasm(source: string): Uint8Array | ReadonlySet<number> {
  writeFileSync(join(folder, 'x.asm'), forThisNasm(source));
  writeFileSync(join(folder, 'prelude.inc'), prelude);
  const words = ['-f', 'bin', '-w-all', '-w+number-overflow', '-w+error=number-overflow', '-o', 'x.bin', 'x.asm'];
  const { status, stderr } = spawnSync(nasm ?? 'nasm', words, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status === 0) return new Uint8Array(readFileSync(join(folder, 'x.bin')));
  const refused = new Set([...stderr.matchAll(/^[^:]*:(\d+): error/gm)].map(([, line]) => Number(line)));
  if (!refused.size) throw new Error(stderr);
  return refused;
}

/** Those of some lines that NASM accepts. */
function acceptedByNasm(lines: readonly string[]): ReadonlySet<string> {
  let rest = lines;
  for (;;) {
    const answer = runNasm(`${head}${near}${rest.join('\n')}${foot}`);
    if (answer instanceof Uint8Array) return new Set(rest);
    const first = head.split('\n').length + 1;
    rest = rest.filter((_, i) => !answer.has(i + first));
  }
}

const accepts = (source: string): boolean => 'program' in assemble(source);
const ourFile = (source: string): Uint8Array | string => {
  const answer = assemble(source);
  return 'program' in answer
    ? answer.program.file
    : answer.faults.map(({ line, message }) => `${line}: ${message.en}`).join('\n');
};

/** Compares a file with NASM's where it is here, and with the hash of what NASM wrote in any case. */
function compare(name: string, sources: readonly string[]): void {
  const hash = createHash('sha256');
  for (const source of sources) {
    const ours = ourFile(source);
    if (nasm) expect(ours).toEqual(runNasm(source));
    hash.update(typeof ours === 'string' ? 'refused' : ours);
  }
  const digest = hash.digest('hex').slice(0, 16);
  if (nasm && process.env.HYPERVISIBLE_RECORD) {
    recorded[name] = digest;
    writeFileSync(recordFile, `${JSON.stringify(recorded, null, 2)}\n`);
  }
  expect(digest).toBe(recorded[name]);
}

const chunks = (lines: readonly string[]): readonly string[] => {
  const files: string[] = [];
  for (let i = 0; i < lines.length; i += 1500) files.push(toFile(lines.slice(i, i + 1500)));
  return files;
};

// What NASM takes and we refuse on purpose: 16-bit targets, an address without brackets after lea, an address cut to 8 or 16 bits.
const stricter = (line: string): boolean =>
  /^(jmp|call) |^lea \w+, [^[]|^(loop|j\w?cxz)|\b(start|near_by)$|\bstart,/.test(line);
// Whether a short jump reaches depends on the file around it.
const placed = (line: string): boolean => /short near_by|^(loop|j\w?cxz)/.test(line);

describe(`the assembler beside ${beside}`, () => {
  test.each([
    ['every instruction with every kind of operand', forms()],
    ['every address of 32-bit mode', addresses()],
    ['expressions', expressions()],
  ])('%s: the same lines are accepted, and the bytes are the same', { timeout: 60_000 }, (name, all) => {
    const lines = [...new Set(all)];
    const ours = lines.filter((line) => accepts(toFile(['', line])));
    if (nasm) {
      const theirs = acceptedByNasm(lines);
      const mine = new Set(ours);
      expect(ours.filter((line) => !theirs.has(line) && !placed(line))).toEqual([]);
      expect([...theirs].filter((line) => !mine.has(line) && !stricter(line))).toEqual([]);
    }
    compare(name, chunks(ours.filter((line) => !placed(line))));
  });

  test('data, directives and names in every spelling come out the same', () => compare('data', [toFile(data)]));
  test('jumps near the limit of a short one have the same lengths', () => compare('jumps', [toFile(jumps())]));
  test('sections, macros and conditions come out the same', () => compare('sections', [sections]));

  test.skipIf(!nasm).each(
    gallery.flatMap(({ id, hasPv, source }) =>
      hasPv
        ? [
            [id, source, ''],
            [id, source, '%define PV\n'],
          ]
        : [[id, source, '']],
    ),
  )('the gallery program %s comes out the same', (_, source, edition) =>
    expect(ourFile(edition + source)).toEqual(runNasm(edition + source)),
  );
});
