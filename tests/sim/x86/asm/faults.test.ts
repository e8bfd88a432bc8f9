import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { assemble } from '#sim/x86/asm/assemble.ts';
import type { SourceFault } from '#sim/x86/program.ts';
import { tools } from '../oracle.ts';

const faultsOf = (source: string): readonly SourceFault[] => {
  const answer = assemble(source);
  return 'faults' in answer ? answer.faults : [];
};
const before = '%include "prelude.inc"\nstart: nop\n';

/** What is wrong; line and column of the first fault, counted in what follows `before`; and a part of what is said. */
const wrong: readonly [source: string, line: number, column: number, says: string][] = [
  ['  mvo eax, 1', 1, 3, 'Did you mean “mov”?'],
  ['x: puhs eax', 1, 4, 'Did you mean “push”?'],
  ['  mov eax, [ebx', 1, 16, 'Expected “]”'],
  ['  mov eax', 1, 3, 'mov does not take these operands. It takes: mem, sreg'],
  ['  hlt eax', 1, 3, 'hlt takes no operands'],
  ['  inc [ebx]', 1, 3, 'Write byte, word or dword'],
  ['  mov eax, byte 5', 1, 3, 'differ in size'],
  ['  mov eax, [ebx+ecx+edx]', 1, 12, '[base + index*scale + number]'],
  ['  mov eax, [esp*2]', 1, 12, 'ESP is no index'],
  ['  mov eax, ebx+1', 1, 12, 'register ebx has no value'],
  ['  jmp sart', 1, 7, 'Did you mean “start”?'],
  ['  mov al, 300', 1, 11, '300 does not fit: −128 … 255'],
  ['  db 1, 256', 1, 9, '256 does not fit'],
  ['  int 256', 1, 7, '0 … 255'],
  ['  jmp short start\n  times 200 nop\n  jmp short start', 3, 13, 'a short jump reaches'],
  ['  times -1 nop', 1, 12, 'cannot be negative'],
  ['  times 2000000 nop', 1, 17, 'larger than 1 MiB'],
  ['  times later nop\nlater:', 1, 15, 'needs a value known'],
  ['  db "abc', 1, 6, 'never ends'],
  ['  mov eax, 0b12', 1, 12, 'is not a number'],
  ['%ifdef A\n nop', 1, 2, 'has no %endif'],
  ['%endif', 1, 2, 'without a %if'],
  ['%macro m 0\n nop', 1, 2, 'has no %endmacro'],
  ['%include "other.inc"', 1, 10, 'prelude.inc'],
  ['start: nop', 1, 1, 'a second time'],
  ['  extern printf', 1, 3, 'not part of'],
  ['  dd start * 2', 1, 12, 'subtracted from an address of its own section'],
  ['  dd 1 / 0', 1, 8, 'Division by zero'],
  ['section .bss\n  db 1', 2, 3, 'resb'],
  ['  mov eax, é', 1, 12, 'no meaning here'],
  ['  nop nop', 1, 3, 'nop does not take these operands'],
  ['  bits 16', 1, 8, 'Only “bits 32”'],
  ['  align 3', 1, 3, 'power of two'],
  [`  dd ${'('.repeat(100)}1`, 1, 71, 'Too many parentheses'],
  ['  mov cs', 1, 3, 'mov does not take'],
  ['  db `\\z`', 1, 6, 'is no escape'],
  ["  mov eax, 'abcde'", 1, 12, 'at most four bytes'],
  ['  dd 7 %3', 1, 8, 'space after the sign'],
  ["  dd -'a'", 1, 7, 'sign cannot stand'],
  ['clii', 1, 1, 'the instruction “cli”'],
  ['daa', 1, 1, 'no instruction of this machine'],
];

describe('what is wrong in a program is said with its place', () => {
  test.each(wrong)('%j', (source, line, column, says) => {
    const [first] = faultsOf(before + source);
    expect(first && [first.line - 2, first.column]).toEqual([line, column]);
    expect(first?.message.en).toContain(says);
    expect(first?.message['zh-CN']).toMatch(/[一-鿿]/);
  });

  test('every fault of a program is listed, not only the first', () =>
    expect(faultsOf(`${before} mov al\n foo eax\n jmp nowhere`).map(({ line }) => line)).toEqual([3, 4, 5]));

  test('a program without a Multiboot header is told to include the prelude', () =>
    expect(faultsOf('bits 32\nnop')[0]?.message.en).toContain('%include "prelude.inc"'));

  test('a header whose words do not add up to zero, or without address fields, is refused', () => {
    expect(faultsOf('dd 0x1BADB002, 0x10000, 0')[0]?.message.en).toContain('add up to zero');
    expect(faultsOf('dd 0x1BADB002, 0, -0x1BADB002')[0]?.message.en).toContain('bit 16');
  });

  test('a fault inside the prelude is shown at the line that includes it', () =>
    expect(faultsOf('nop\n%include "prelude.inc"\n')[0]?.line).toBe(2));

  const { nasm } = tools();
  // A number that does not fit is only a warning to NASM; a lone word is a label; 1 MiB and the header are limits of ours.
  const milder =
    /fit|escape|four bytes|int 256|extern|1 MiB|clii|\bbss|bits 16|no instruction|align 3|second|\(\(\(|start \* 2/;
  test.skipIf(!nasm).each(wrong.filter(([source, , , says]) => !milder.test(says + source)))(
    'NASM refuses it, too: %j',
    (source) => {
      const folder = mkdtempSync(join(tmpdir(), 'asm-'));
      writeFileSync(join(folder, 'x.asm'), `bits 32\nstart: nop\n${source}\n`);
      const { status } = spawnSync(nasm ?? '', ['-f', 'bin', '-o', 'x.bin', 'x.asm'], { cwd: folder });
      rmSync(folder, { recursive: true });
      expect(status).toBe(1);
    },
  );
});
