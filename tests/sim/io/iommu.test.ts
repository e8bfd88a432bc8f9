import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign, type Domain, faultReasons, translate } from '#sim/io/iommu.ts';
import { makeEntry } from '#sim/paging/entry.ts';
import { emptyMemory, writeEntry } from '#sim/paging/memory.ts';
import { runs } from '../../runs.ts';

const ROOT = 0x10_0000;
const FREE = 0x11_0000;
const one: Domain = { requester: 0x0180, base: 0x40_0000, size: 0x10_0000 };
const two: Domain = { requester: 0x0182, base: 0x60_0000, size: 0x10_0000 };
const first = assign({ memory: emptyMemory(0x100_0000), taken: 1 }, ROOT, FREE, one);
const { memory } = assign(first, ROOT, FREE, two);

describe('DMA remapping', () => {
  test('takes an address of a domain to that domain’s own memory, after six table entries', () => {
    fc.assert(
      fc.property(
        fc.nat(0x10_0000 - 1),
        fc.constantFrom(one, two),
        fc.constantFrom('read', 'write'),
        (at, domain, kind) => {
          expect(translate(memory, ROOT, domain.requester, at, kind)).toEqual({ real: domain.base + at, reads: 6 });
        },
      ),
      { numRuns: runs(100) },
    );
  });
  test('faults for every other address', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0x10_0000, max: 2 ** 47 }), (at) => {
        expect(translate(memory, ROOT, one.requester, at, 'read')).toMatchObject({ fault: 'read-not-allowed' });
        expect(translate(memory, ROOT, one.requester, at, 'write')).toMatchObject({ fault: 'write-not-allowed' });
      }),
      { numRuns: runs(100) },
    );
  });
  test('knows no device on another bus, and none without a context entry', () => {
    expect(translate(memory, ROOT, 0x0280, 0, 'read')).toEqual({ fault: 'no-root-entry', reads: 1 });
    expect(translate(memory, ROOT, 0x0184, 0, 'read')).toEqual({ fault: 'no-context-entry', reads: 2 });
    expect(faultReasons).toMatchObject({ 'no-root-entry': 1, 'no-context-entry': 2 });
  });
  test('reads the tables that stand in memory: one entry cleared, and the page is gone', () => {
    // The second-level table of level 1 is the fourth frame that the first domain took, after context table and three others.
    const leaf = FREE + 4096 * 4;
    const cleared = writeEntry(memory, leaf + 8 * 3, makeEntry(0, 0));
    expect(translate(cleared, ROOT, one.requester, 0x3000, 'read')).toMatchObject({ fault: 'read-not-allowed' });
    expect(translate(cleared, ROOT, one.requester, 0x4000, 'read')).toMatchObject({ real: 0x40_4000 });
  });
  test('lets a device read a page that it may not write', () => {
    const leaf = FREE + 4096 * 4;
    const readOnly = writeEntry(memory, leaf + 8 * 3, makeEntry(one.base + 0x3000, 1));
    expect(translate(readOnly, ROOT, one.requester, 0x3abc, 'read')).toMatchObject({ real: 0x40_3abc });
    expect(translate(readOnly, ROOT, one.requester, 0x3abc, 'write')).toEqual({ fault: 'write-not-allowed', reads: 6 });
  });
});
