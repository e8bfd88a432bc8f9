import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shiftOf } from '#sim/paging/level.ts';
import { cutLinear, offsetIn, parseLinear } from '#sim/paging/linear.ts';

const value = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

test('the fields of an address put together give its low 57 bits back', () => {
  fc.assert(
    fc.property(value, (v) => {
      const cut = cutLinear(v);
      const whole = cut.indices.reduce(
        (sum, index, i) => sum + (BigInt(index) << BigInt(shiftOf(i + 1))),
        BigInt(cut.offset),
      );
      expect(whole).toBe(BigInt.asUintN(57, v));
      for (const level of [1, 2, 3])
        expect(BigInt(offsetIn(cut, level))).toBe(v & ((1n << BigInt(shiftOf(level))) - 1n));
    }),
  );
});

test('an address is canonical when its upper bits repeat the highest translated one', () => {
  const canonical = (text: string) => {
    const read = parseLinear(text);
    return 'kind' in read ? read.kind : read.canonical;
  };
  expect(canonical('00007fff ffffffff')).toEqual({ 4: true, 5: true });
  expect(canonical('00008000 00000000')).toEqual({ 4: false, 5: true });
  expect(canonical('ffff8000 00000000')).toEqual({ 4: true, 5: true });
  expect(canonical('ff000000 00000000')).toEqual({ 4: false, 5: true });
  expect(canonical('01000000 00000000')).toEqual({ 4: false, 5: false });
});

describe('an address may be written', () => {
  test.each(['44c0019ff2a8', '0x44c0019ff2a8', '0X44C0_019F_F2A8', ' 0x0000 44c0 019f f2a8 \n'])('as %j', (text) => {
    expect(parseLinear(text)).toMatchObject({
      hex: '0x44c0019ff2a8',
      indices: [0x1ff, 0xc, 0x100, 0x89, 0],
      offset: 0x2a8,
    });
  });
  test.each([
    ['', { at: 0, kind: 'empty' }],
    ['  ', { at: 0, kind: 'empty' }],
    ['0x', { at: 2, kind: 'empty' }],
    ['0x12g4', { at: 4, kind: 'digit' }],
    ['-1', { at: 0, kind: 'digit' }],
    ['0x0123456789abcdef0', { at: 18, kind: 'long' }],
    ['1000\n2000', { at: 5, kind: 'lines' }],
    ['１２', { at: 0, kind: 'digit' }],
  ])('but not as %j', (text, fault) => {
    expect(parseLinear(text)).toEqual(fault);
  });
  test('in any text at all without harm', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseLinear(text)));
  });
});
