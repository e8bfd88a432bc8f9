import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { replay, replayToEnd } from '#kit/replay.ts';
import { facts } from '#sim/systems/facts.ts';
import { cellIds, homesOf } from '../../src/labs/systems-grid/cells.ts';
import lab from '../../src/labs/systems-grid/lab.ts';
import { items, type State, trayOf } from '../../src/labs/systems-grid/model.ts';

const tell = (moves: string, settings: Record<string, string> = {}): State => {
  const { run, dropped } = readRun(lab.controls, { ...settings, moves });
  expect(dropped).toEqual([]);
  return replay(lab, run.params, run.moves);
};
const read = (state: State) =>
  Object.fromEntries(Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value]));
const answer = (rule: string, settings: Record<string, string> = {}) => {
  const { holds, counterexamples } = read(tell('', { rule, ...settings }));
  return { holds, counterexamples };
};

describe('a rule is tried on the catalogue', () => {
  test('“paravirtual implies bare-metal” is broken by UML and lguest, as the ledger says', () => {
    expect(answer('paravirtual implies bare-metal')).toEqual({
      holds: false,
      counterexamples: ['User-Mode Linux (UML)', 'lguest'],
    });
  });
  test('“full implies hosted” is broken from the first virtual machine on', () => {
    const { holds, counterexamples } = answer('full implies type-2');
    expect(holds).toBe(false);
    expect(counterexamples).toEqual(expect.arrayContaining(['CP-67', 'VMware ESX / ESXi', 'Xen (HVM)', 'KVM']));
  });
  test.each([
    ['bare-metal implies paravirtual', 'VMware ESX / ESXi'],
    ['hosted implies full', 'User-Mode Linux (UML)'],
    ['own-kernel implies type-1 or type-2', 'KVM'],
    ['container implies shared-kernel and not own-kernel', 'Kata Containers'],
    ['shared-kernel implies foreign-isa', 'Docker'],
  ])('“%s” is broken by %s', (rule, name) => {
    const { holds, counterexamples } = answer(rule);
    expect(holds).toBe(false);
    expect(counterexamples).toContain(name);
  });
  test.each([
    'shared-kernel implies no-monitor',
    'hardware-assisted implies not foreign-isa',
    'library implies not own-kernel',
  ])('“%s” holds', (rule) => expect(answer(rule)).toEqual({ holds: true, counterexamples: [] }));
  test('a rule about speed is neither shown nor broken: no system has a speed by itself', () => {
    for (const rule of [
      'type-2 implies slower-than type-1',
      'container implies faster-than type-1',
      'not slower-than full',
    ])
      expect(answer(rule)).toEqual({ holds: null, counterexamples: [] });
    const state = tell('1', { rule: 'type-2 implies slower-than type-1' });
    expect(lab.caption(state).en).toContain('391 against 12,733');
  });
  test('what a rule says besides speed can still break it', () => {
    expect(answer('paravirtual implies bare-metal and slower-than full').holds).toBe(false);
  });
  test('before UML there was nothing paravirtual: the rule says nothing, and so nothing breaks it', () => {
    const state = tell('', { year: '1998' });
    expect(read(state)).toMatchObject({ holds: true, counterexamples: [], concerned: 0 });
    expect(lab.caption(state).en).toContain('none');
  });
  test('in 2026 lguest is gone, and a rule about what is alive no longer meets it', () => {
    expect(answer('paravirtual implies bare-metal', { alive: 'true' }).counterexamples).toEqual([
      'User-Mode Linux (UML)',
    ]);
  });
  test('the answer is there before a step is made, and steps only show it one system at a time', () => {
    const end = replayToEnd(lab, { params: tell('').params, moves: [] });
    expect(read(end)).toMatchObject({ holds: false, examined: 6, broken: 2 });
    expect(lab.model.step(end)).toBe(end);
  });
});

describe('a system is placed', () => {
  test('right: the reason is given, and where else it would be right', () => {
    const state = tell('pick.xen put.bare-para');
    expect(state.placed.xen).toEqual({ cell: 'bare-para', right: true, misses: 0 });
    expect(lab.caption(state).en).toMatch(
      /^Right\. Xen is loaded first.*Right as well: on bare metal, hardware-assisted\.$/,
    );
  });
  test('wrong once: the axis that is wrong is named; wrong twice: the reason is', () => {
    expect(lab.caption(tell('pick.kvm put.host-assist')).en).toContain('The technique is right, the position is not');
    expect(lab.caption(tell('pick.vmware-esx put.bare-para')).en).toContain(
      'The position is right, the technique is not',
    );
    expect(lab.caption(tell('pick.wine put.host-para')).en).toContain('Neither axis is right');
    const twice = tell('pick.kvm put.host-assist pick.kvm put.bare-assist');
    expect(lab.caption(twice).en).toContain('module of the host’s kernel');
    expect(twice.placed.kvm?.misses).toBe(2);
  });
  test('VirtualBSD is refused by every cell of the grid: it is a guest’s image', () => {
    for (const cell of cellIds)
      expect(tell(`pick.virtualbsd put.${cell}`).placed.virtualbsd?.right).toBe(cell === 'out');
  });
  test('in 1970 only CP-67 could be placed, and in 2003 ESX had no hardware to help it', () => {
    expect(trayOf(tell('', { year: '1970' })).map(({ id }) => id)).toEqual(['cp-67', 'virtualbsd']);
    expect(tell('pick.vmware-esx put.bare-assist', { year: '2003' }).placed['vmware-esx']?.right).toBe(false);
    expect(tell('pick.vmware-esx put.bare-assist').placed['vmware-esx']?.right).toBe(true);
  });
  test('no cell can be chosen before a system is', () => {
    expect(tell('put.bare-para').placed).toEqual({});
    expect(tell('pick.kvm pick.kvm put.kernel-assist').placed).toEqual({});
  });
});

test('every cell of bare or hosted, full or paravirtual has an inhabitant', () => {
  const everAfter = { year: 2026, alive: false };
  const homes = new Set(facts.flatMap((system) => homesOf(system, everAfter)));
  for (const position of ['bare', 'host'] as const) {
    expect(homes).toContain(`${position}-para`);
    expect(['interpret', 'translate', 'trap', 'assist'].some((how) => homes.has(`${position}-${how}` as never))).toBe(
      true,
    );
  }
});

test('two dozen systems, each with a home that the grid shows', () => {
  expect(items).toHaveLength(24);
  for (const item of items)
    for (const home of homesOf(item, { year: 2026, alive: false })) expect(cellIds).toContain(home);
});

test('a rule that speaks of one system has nothing to step through', () => {
  const one = tell('', { year: '1999' });
  expect(read(one)).toMatchObject({ concerned: 1 });
  expect(lab.caption(one).en).toContain('Look at it');
  expect(lab.caption(tell('')).en).toContain('Step through them');
});

describe('the machine’s question', () => {
  const askedAt = (rule: string, moves = '0') => {
    const state = tell(moves, { rule });
    const ask = lab.asks?.(state);
    return { ask, right: ask?.right(lab.model.step(state)) };
  };
  test('speaks of “implies” only where the rule has it', () => {
    const words = (rule: string) => Object.values(askedAt(rule).ask?.options ?? {}).map(({ why }) => why.en);
    expect(words('paravirtual').join(' ')).not.toContain('implies');
    expect(words('paravirtual implies bare-metal').join(' ')).toContain('after “implies”');
  });
  test('does not say that a rule with “or” takes all of it', () => {
    const { ask } = askedAt('full implies bare-metal or hosted');
    expect(ask?.options.keeps?.why.en).not.toContain('all that');
  });
  test('says where a rule that asks for a speed is decided without it', () => {
    const without = askedAt('hosted implies slower-than bare-metal or open-source');
    expect(without.right).toBe('keeps');
    expect(without.ask?.options.open?.why.en).toContain('decides without it');
    const open = askedAt('type-2 implies slower-than type-1');
    expect(open.right).toBe('open');
    expect(open.ask?.options.open?.why.en).toContain('a speed belongs to a workload');
  });
});
