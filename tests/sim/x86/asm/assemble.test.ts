import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble } from '#sim/x86/asm/assemble.ts';
import type { Assembled, Program } from '#sim/x86/program.ts';
import { runs } from '../../../runs.ts';
import { addresses, forms, toFile } from './corpus.ts';
import { data, sections } from './programs.ts';

const programOf = (answer: Assembled): Program => {
  if ('faults' in answer) throw new Error(JSON.stringify(answer.faults));
  return answer.program;
};

describe('a program as a boot loader sees it', () => {
  test('begins at the load address of its header and is entered at start', () => {
    const { load, entry, header, bssEnd, bytes, file } = programOf(assemble('%include "prelude.inc"\nstart:\n hlt'));
    expect({ load, header, bssEnd }).toEqual({ load: 0x100000, header: 0x100000, bssEnd: 0 });
    expect(bytes[entry - load]).toBe(0xf4);
    expect(bytes).toEqual(file);
  });

  test('knows which line each of its instructions came from, and which came from the prelude', () => {
    const { lines, entry } = programOf(assemble('%include "prelude.inc"\nstart: mov eax, 1 ; one\n  db 7'));
    expect(lines.slice(-2)).toEqual([
      { address: entry, length: 5, line: 2, text: 'start: mov eax, 1', prelude: false, code: true },
      { address: entry + 5, length: 1, line: 3, text: 'db 7', prelude: false, code: false },
    ]);
    expect(lines[0]).toMatchObject({ address: 0x100000, prelude: true, code: false });
  });

  test('a header may load only a part of the file and ask for memory to be cleared', () => {
    const source = `org 0x200000
      dd 7
      header: dd 0x1BADB002, 0x10000, -(0x1BADB002 + 0x10000), header, header, stop, bss_end, start
      start: hlt
      stop: dd 9
      section .bss
      resb 100
      bss_end:`;
    const { load, bytes, bssEnd, header, file } = programOf(assemble(source));
    expect({ load, header, bssEnd, length: bytes.length, whole: file.length }).toEqual({
      load: 0x200004,
      header: 0x200004,
      bssEnd: 0x200090,
      length: 33,
      whole: 41,
    });
  });

  test('a name defined from outside stands in it as if %define had said so', () => {
    const source = '%include "prelude.inc"\nstart: hlt\n%ifdef EXTRA\n db EXTRA\n%endif\n';
    const plain = programOf(assemble(source));
    const more = programOf(assemble(source, { EXTRA: '1, 2' }));
    expect([...more.file.slice(plain.file.length)]).toEqual([1, 2]);
  });

  test('names and local labels are told with their addresses', () => {
    const { symbols } = programOf(assemble('%include "prelude.inc"\nsize equ 12\nstart: nop\n.loop: jmp .loop\n'));
    const start = symbols.get('start') ?? 0;
    expect([symbols.get('size'), symbols.get('start.loop')]).toEqual([12, start + 1]);
  });
});

describe('no text makes it throw or run on', () => {
  const answers = (source: string) => {
    const answer = assemble(source);
    expect('program' in answer || answer.faults.length > 0).toBe(true);
    if ('faults' in answer)
      for (const { line, column } of answer.faults) expect(Math.min(line, column)).toBeGreaterThan(0);
  };
  const words = [
    ...forms().filter((_, i) => i % 50 === 0),
    ...addresses().filter((_, i) => i % 20 === 0),
    ...data,
    ...sections.split('\n'),
  ];

  test('any letters at all', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), answers), { numRuns: runs(300) }));

  test('the signs of the language in any order', () => {
    const piece = fc.constantFrom(
      ...'%%$$[](),:;+-*/&|^~<>="\'`\\ \n.@#?0x1ab'.split(''),
      'eax',
      'mov ',
      'db ',
      '%if',
      '%rep ',
      '%macro ',
      '%define ',
      'times ',
      'equ ',
      '\n%end',
      'macro',
      'rep',
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    fc.assert(fc.property(text, answers), { numRuns: runs(500) });
  });

  test('real lines in any order, with letters left out, added and changed', () => {
    const line = fc
      .tuple(
        fc.constantFrom(...words),
        fc.nat(),
        fc.constantFrom('', '', '', '[', '%', '$', '"', '9', 'e', ','),
        fc.nat(2),
      )
      .map(([text, at, letter, cut]) => {
        const place = at % (text.length + 1);
        return letter ? text.slice(0, place) + letter + text.slice(place + cut) : text;
      });
    const text = fc.array(line, { maxLength: 40 }).map((lines) => toFile(lines));
    fc.assert(fc.property(text, answers), { numRuns: runs(300) });
  });

  test.each([
    [
      'names that stand for names, doubling',
      `${Array.from({ length: 40 }, (_, i) => `%define a${i} a${i + 1} a${i + 1}`).join('\n')}\ndb a0`,
    ],
    ['a macro that calls itself', '%macro m 0\nm\nm\n%endmacro\nm'],
    ['repetitions inside one another', '%rep 10000\n%rep 10000\ndb 1\n%endrep\n%endrep'],
    ['a huge count', 'times 1 << 60 db 1'],
    ['counts of nothing', 'times 1 << 60 resb 0'],
    ['many large sections', Array.from({ length: 500 }, (_, i) => `section s${i}\ntimes 1000000 db 0`).join('\n')],
    ['many sections far apart', Array.from({ length: 1500 }, (_, i) => `section s${i} align=4096\ndb 0`).join('\n')],
    ['a hundred thousand jumps', 'x: times 500000 jmp x'],
    ['a name that is what it is not', 'a equ b + 1\nb equ a + 1'],
    ['a count that moves its own end', 'a: times 300 - (b - a) db 0\nb:'],
    ['a jump over a filling that moves', 'a: jmp b\ntimes 130 - ($ - a) nop\nb:'],
    ['parentheses without end', `dd ${'('.repeat(30000)}`],
    ['minus signs without end', `dd ${'-'.repeat(60000)}1`],
    ['sums without end', `dd 1${'+1'.repeat(30000)}`],
    ['a very long source', 'nop\n'.repeat(100000)],
    ['every line a label', Array.from({ length: 9000 }, (_, i) => `l${i}:`).join('\n')],
    ['every line an unknown name', Array.from({ length: 6000 }, (_, i) => `jmp l${i}`).join('\n')],
  ])('%s', { timeout: 10_000 }, (_, source) => answers(source));
});
