import { describe, expect, test } from 'vitest';
import { parseTrace } from '#sim/mmu/parseTrace.ts';
import { vaToHex } from '#sim/mmu/trace.ts';
import { traceOf } from './traces.ts';

const faultOf = (text: string) => {
  const parsed = parseTrace(text);
  const fault = 'faults' in parsed ? parsed.faults[0] : undefined;
  return fault && [fault.line, fault.column, fault.kind, fault.word];
};

describe('a trace', () => {
  test('is lines of verbs, with comments, blank lines, 0x and _ at will', () => {
    const trace = traceOf(
      '# a comment\n\n  vm web\nprocess sh # the shell\nmap 0x7f00_0000_1000 3fff000 rwx\r\nread ffff800000001234\nballoon 12',
    );
    expect([...trace.line]).toEqual(expect.arrayContaining([3, 4, 5, 6, 7]));
    expect([trace.length, trace.operand[2], trace.rights[2], trace.operand[4]]).toEqual([5, 0x3fff, 7, 12]);
    expect(vaToHex(trace.va[3] ?? 0)).toBe('0xffff800000001234');
    expect(trace.cast).toEqual([{ name: 'web', processes: ['sh'] }]);
  });
  test('may begin without vm and process: they are called vm and init', () => {
    expect(traceOf('read 1000').cast).toEqual([{ name: 'vm', processes: ['init'] }]);
  });
  test('marks an unmap whose INVLPG is the very next line', () => {
    expect([...traceOf('unmap 1000\ninvlpg 1000\nunmap 1000\ninvlpg 2000').flushedNext.slice(0, 4)]).toEqual([
      1, 0, 0, 0,
    ]);
  });
});

test.each([
  ['vm a\nraed 1000', [2, 1, 'verb', 'raed']],
  ['read', [1, 5, 'missing', '']],
  ['  map 1000 2000', [1, 16, 'missing', '']],
  ['read 1000 2000', [1, 11, 'extra', '2000']],
  ['read 12g4', [1, 6, 'hex', '12g4']],
  ['read 0x', [1, 6, 'hex', '0x']],
  ['read 800000000000', [1, 6, 'canonical', '800000000000']],
  ['read fff8000000000000', [1, 6, 'canonical', 'fff8000000000000']],
  ['map 1001 2000 r', [1, 5, 'unaligned', '1001']],
  ['map 1000 2800 r', [1, 10, 'unaligned', '2800']],
  ['unmap 1010', [1, 7, 'unaligned', '1010']],
  ['map 1000 4000000 r', [1, 10, 'beyond', '4000000']],
  ['map 1000 2000 w', [1, 15, 'rights', 'w']],
  ['vm 2nd', [1, 4, 'name', '2nd']],
  ['balloon 0', [1, 9, 'pages', '0']],
  ['balloon a0', [1, 9, 'pages', 'a0']],
  [Array.from({ length: 17 }, (_, i) => `vm v${i}`).join('\n'), [17, 4, 'vms', 'v16']],
])('%j is refused with its place', (text, fault) => {
  expect(faultOf(text)).toEqual(fault);
});

test('all faults are listed, in order', () => {
  const parsed = parseTrace('one\nread 1\ntwo');
  expect('faults' in parsed && parsed.faults.map(({ line }) => line)).toEqual([1, 3]);
});

test('a kernel has room for 49,152 tables, and a trace that needs more is refused', () => {
  const maps = Array.from(
    { length: 25_000 },
    (_, i) => `map ${(((i * 2 ** 39) % 2 ** 47) + Math.floor(i / 256) * 2 ** 30).toString(16)} 0 r`,
  );
  expect(faultOf(maps.join('\n'))?.[2]).toBe('tables');
});
