import { describe, expect, test } from 'vitest';
import type { Link } from '#kit/run.ts';
import { locales, say } from '#kit/text.ts';
import lab from '../../src/labs/two-dimensional-walk/lab.ts';
import { moment, open, read, tell } from './two-dimensional-walk.tell.ts';

/**
 * References of a whole walk without caches, the access itself not counted.
 * From data/memory.yaml, walk.table: the format's levels put into Bhargava et
 * al., ASPLOS 2008, section 1: (n+1)(m+1)−1. Columns: native, then EPT with 4
 * levels and 4K, 2M, 1G pages, then EPT with 5.
 */
const table = {
  '4 4K': [4, 24, 19, 14, 29, 24, 19],
  '4 2M': [3, 19, 15, 11, 23, 19, 15],
  '4 1G': [2, 14, 11, 8, 17, 14, 11],
  '5 4K': [5, 29, 23, 17, 35, 29, 23],
  '5 2M': [4, 24, 19, 14, 29, 24, 19],
  '5 1G': [3, 19, 15, 11, 23, 19, 15],
} as const;
const nested = [
  ['4', '4K'],
  ['4', '2M'],
  ['4', '1G'],
  ['5', '4K'],
  ['5', '2M'],
  ['5', '1G'],
] as const;

describe('a walk takes as many references as its formats imply', () => {
  const cases = Object.entries(table).flatMap(([guest, [native, ...counts]]) => {
    const [guestLevels = '', guestPage = ''] = guest.split(' ');
    return nested.map(([eptLevels, eptPage], i) => ({
      guestLevels,
      guestPage,
      eptLevels,
      eptPage,
      native,
      count: counts[i],
    }));
  });
  test.each(cases)(
    '$guestLevels levels $guestPage over EPT $eptLevels levels $eptPage: $count',
    ({ native, count, ...link }) => {
      const end = read(tell(link));
      expect(end).toMatchObject({
        references: count,
        formula: count,
        guestReferences: native,
        vmExits: 0,
        fault: null,
        byte: '0x48',
      });
      expect(read(tell({ ...link, paging: 'native' }))).toMatchObject({
        references: native,
        formula: native,
        eptReferences: 0,
        byte: '0x48',
      });
    },
  );
  test('and the four-by-four walk reads the guest’s entries as references 5, 10, 15 and 20', () => {
    const order = tell({}).walk.references.map(({ by, level }) => `${by === 'ept' ? 'n' : 'g'}L${level}`);
    const column = ['nL4', 'nL3', 'nL2', 'nL1'];
    expect(order).toEqual([...column, 'gL4', ...column, 'gL3', ...column, 'gL2', ...column, 'gL1', ...column]);
  });
});

describe('the moments of the story', () => {
  test('at the start nothing has been read', () => {
    expect(read(moment('start'))).toMatchObject({ references: 0, hostPhysical: null, fault: null });
  });
  test('the first guest entry is the fifth reference', () => {
    expect(read(moment('first-guest-entry'))).toMatchObject({ references: 5, eptReferences: 4, guestReferences: 1 });
  });
  test('after nine references the PDPT has been found in host memory, and not yet read', () => {
    const state = moment('nine');
    expect(state.walk.next).toMatchObject({ by: 'guest', level: 3 });
    expect(lab.caption(state).en).toBe(
      'The PDPT’s address is guest-physical; EPT level 1 gives the frame, so the guest’s PDPTE can now be read.',
    );
  });
  test('the 24th reference completes the translation, and the byte itself is one more that is not counted', () => {
    const [complete, byte] = [read(moment('complete')), read(moment('byte'))];
    expect(complete).toMatchObject({ references: 24, byte: null });
    expect(byte).toEqual({ ...complete, byte: '0x48' });
    expect(complete.hostPhysical).toMatch(/^0x[1-9a-f][0-9a-f]*2a8$/);
  });
  test('a page that is missing in the guest’s tables is the guest’s own fault: no VM exit', () => {
    expect(read(moment('guest-fault'))).toMatchObject({
      references: 20,
      vmExits: 0,
      fault: { kind: 'guest-page-fault', handledBy: 'guest', errorCode: 4, cr2: '0x44c0019ff2a8' },
    });
  });
  test('a write to a page that the guest’s tables hold read-only faults in the guest', () => {
    expect(read(moment('guest-read-only-write'))).toMatchObject({
      vmExits: 0,
      fault: { kind: 'guest-page-fault', errorCode: 7 },
    });
  });
  test('a page that is missing in the EPT leaves the guest', () => {
    const { fault, guestPhysical, vmExits } = read(moment('ept-violation'));
    expect(vmExits).toBe(1);
    expect(fault).toEqual({
      kind: 'ept-violation',
      handledBy: 'hypervisor',
      exitReason: 48,
      exitQualification: 0x181,
      guestPhysicalAddress: guestPhysical,
    });
  });
  test('a write to a page that the EPT holds read-only exits with an EPT violation', () => {
    expect(read(moment('ept-read-only-write'))).toMatchObject({
      vmExits: 1,
      fault: { exitReason: 48, exitQualification: 0x1aa },
    });
    expect(read(tell({ obstacle: 'eptReadOnly' }))).toMatchObject({ vmExits: 0, references: 24, byte: '0x48' });
  });
  test('W without R is illegal, and is found before any right is looked at', () => {
    expect(read(moment('misconfiguration'))).toMatchObject({
      vmExits: 1,
      fault: { kind: 'ept-misconfiguration', exitReason: 49 },
    });
  });
  test('with EPT dirty flags on, reading a guest’s table in a read-only page is a write that is refused; with them off it is a read', () => {
    expect(read(moment('ad-write'))).toMatchObject({
      references: 4,
      fault: { kind: 'ept-violation', exitQualification: 0xab },
    });
    const { eptAD: _, ...without } = lab.moments['ad-write'] ?? {};
    expect(read(tell(without))).toMatchObject({ references: 24, fault: null });
  });
  test('an address that is not canonical is refused without a walk; with five levels the same one is walked', () => {
    expect(read(moment('not-canonical'))).toMatchObject({
      references: 0,
      vmExits: 0,
      fault: { kind: 'general-protection', errorCode: 0 },
    });
    expect(read(tell({ address: '0x8000 0000 0000', guestLevels: '5' }))).toMatchObject({
      references: 29,
      fault: null,
    });
  });
  test('native paging needs the guest’s four references and nothing else', () => {
    expect(read(moment('native'))).toMatchObject({ references: 4, eptReferences: 0, byte: '0x48' });
  });
  test('nested and native walks go through the very same guest tables', () => {
    const entries = (link: Link) =>
      tell(link)
        .walk.references.filter(({ by }) => by === 'guest')
        .map(({ index, before }) => ({ index, before }));
    expect(entries({})).toEqual(entries({ paging: 'native' }));
  });
});

describe('the goals', () => {
  test.each(Object.entries(lab.goals))('%s is reached by its solution, and by no moment before it', (_name, goal) => {
    expect(goal.reached(open(goal.solution))).toBe(true);
    expect(goal.reached(moment('start'))).toBe(false);
    expect(goal.reached(moment('byte'))).toBe(false);
  });
  test('an EPT violation on the final page does not break in the EPT', () => {
    expect(lab.goals['break-in-the-ept']?.reached(moment('ept-violation'))).toBe(false);
  });
  test('native paging does not count as a nested translation in few references', () => {
    expect(lab.goals['fewest-references']?.reached(moment('native'))).toBe(false);
  });
});

describe('the machine’s questions', () => {
  const asked = (link: Link) => {
    const answers: Record<string, string> = {};
    let state = open({ ...link, at: '0' });
    for (;;) {
      const next = lab.model.step(state);
      if (next === state) return answers;
      const ask = lab.asks?.(state);
      if (ask) answers[ask.key] = ask.right(next);
      for (const { text, why } of Object.values(ask?.options ?? {}))
        for (const locale of locales) expect([say(text, locale), why[locale]]).not.toContain('');
      state = next;
    }
  };
  test('are four in a nested run', () => {
    expect(asked({})).toEqual({
      'first-read': 'ept',
      'next-table': 'ept',
      'guest-leaf': 'onward',
      'last-entry': 'onward',
    });
  });
  test('are answered by what the machine then does', () => {
    expect(asked({ obstacle: 'guestNotPresent' })).toMatchObject({ 'guest-leaf': 'guest' });
    expect(asked({ obstacle: 'eptNotPresent' })).toMatchObject({ 'last-entry': 'hypervisor' });
    expect(asked({ paging: 'native' })).toEqual({
      'first-read': 'guest',
      'next-table': 'guest',
      'guest-leaf': 'onward',
    });
  });
  test('speak of no guest and no EPT of the machine’s where there is none', () => {
    let state = open({ paging: 'native', obstacle: 'guestNotPresent', at: '0' });
    for (let next = lab.model.step(state); next !== state; next = lab.model.step(state)) {
      const ask = lab.asks?.(state);
      expect(ask?.options.guest?.why.en ?? '').not.toContain('guest');
      if (ask?.key === 'next-table') expect(ask.options.cached?.why.en).not.toContain('walk');
      expect(lab.event?.(state, next)?.en ?? '').not.toContain('guest');
      expect(lab.caption(next).en).not.toContain('guest');
      state = next;
    }
  });
});
