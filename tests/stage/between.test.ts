import { easeCubicInOut } from 'd3';
import { expect, test } from 'vitest';
import { slowAtEnds } from '#stage/between.ts';

test('a mark moves as D3 eases it', () => {
  for (let i = 0; i <= 20; i++) expect(slowAtEnds(i / 20)).toBeCloseTo(easeCubicInOut(i / 20), 12);
});
