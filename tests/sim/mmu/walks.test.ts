import { describe, expect, test } from 'vitest';
import { countExits } from '#sim/mmu/counts.ts';
import { eptTable } from '#sim/mmu/frames.ts';
import { enterProcess } from '#sim/mmu/kernel.ts';
import { emptyMachine, type Machine, type Vmm } from '#sim/mmu/machine.ts';
import { runLines } from '#sim/mmu/runLine.ts';
import { shadowSlot } from '#sim/mmu/shadow.ts';
import { cutLinear } from '#sim/paging/linear.ts';
import { finishWalk } from '#sim/paging/stepWalk.ts';
import { startWalk } from '#sim/paging/walk.ts';
import { resultsOf, run, traceOf, usual } from './traces.ts';

/** `n` pages of an array, each written once, then read `rounds` times one after the other. */
const sweep = (n: number, rounds: number): string => {
  const at = (i: number) => (0x600000 + i * 0x1000).toString(16);
  const pages = Array.from({ length: n }, (_, i) => i);
  const maps = pages.map((i) => `map ${at(i)} ${(0x20000 + i * 0x1000).toString(16)} rw`);
  const writes = pages.map((i) => `write ${at(i)}`);
  const reads = Array.from({ length: rounds }, () => pages.map((i) => `read ${at(i)}`)).flat();
  return ['vm a', 'process p', ...maps, ...writes, ...reads].join('\n');
};
const perMiss = (vmm: Vmm, caches: boolean): number => {
  const [one, two] = [run(sweep(16, 1), { vmm, caches }), run(sweep(16, 2), { vmm, caches })];
  return (two.counts.references - one.counts.references) / (two.counts.misses - one.counts.misses);
};

describe('references of a walk whose pages all have frames', () => {
  test.each([
    ['native', 4],
    ['shadow', 4],
    ['nested', 24],
  ] as const)('%s reads %i entries: n, n and (n+1)(m+1)-1', (vmm, references) => {
    expect(perMiss(vmm, false)).toBe(references);
  });
  test.each([
    ['native', 1],
    ['shadow', 1],
    ['nested', 2],
  ] as const)('%s reads %i with paging-structure caches warm: the lowest of each table', (vmm, references) => {
    expect(perMiss(vmm, true)).toBe(references);
  });
  test('an array that fits in the TLB is walked once a page and read for nothing', () => {
    const { counts } = run(sweep(8, 10), { vmm: 'nested', entries: 8, ways: 8 });
    expect([counts.misses, counts.hits]).toEqual([8, 80]);
  });
});

test('a walk through the tables that this machine made, read by the walk of lesson 3.3, reads as many entries and comes to the same place', () => {
  const text = sweep(3, 1);
  const machine: Machine = run(text, { vmm: 'nested' });
  const last = resultsOf(text, { vmm: 'nested' }).at(-1);
  const root = machine.vms[0]?.processes[0]?.root ?? 0;
  const walk = finishWalk(
    startWalk(
      machine.memory,
      { levels: 4, cr3: root * 4096, ept: { levels: 4, root: eptTable(0, 0), accessedDirty: false } },
      { address: cutLinear(0x602000n), kind: 'read', user: true },
    ),
  );
  expect(walk.references).toHaveLength(24);
  expect(`0x${(walk.hostPhysical ?? 0).toString(16)}`).toBe(last && 'hpa' in last ? last.hpa : '');
});

describe('exits under shadow paging', () => {
  const exits = (text: string, setup = {}) => run(text, { vmm: 'shadow', ...setup }).counts.exits;
  const start = 'vm a\nprocess p\nmap 400000 1000 rw\nread 400000';
  test('a first page costs a CR3 load, a store to the shadowed root, and one hidden fault that fills four levels', () => {
    expect(exits(start)).toMatchObject({ 'cr3-load': 1, 'page-table-write': 1, 'page-fault': 1, invlpg: 0 });
  });
  test('each further page of the table costs a store and a hidden fault; left writable, the table costs one store for all', () => {
    const more = Array.from({ length: 9 }, (_, i) => `map 40${i + 1}000 ${i + 2}000 rw\nread 40${i + 1}000`).join('\n');
    expect(exits(`${start}\n${more}`)).toMatchObject({ 'page-table-write': 10, 'page-fault': 10 });
    expect(exits(`${start}\n${more}`, { sync: 'lazy' })).toMatchObject({ 'page-table-write': 2, 'page-fault': 10 });
  });
  test('the first write to a page that was read costs a second hidden fault, so that dirty is marked', () => {
    const { counts } = run(`${start}\nwrite 400000\nwrite 400000`, { vmm: 'shadow' });
    expect([counts.hidden, counts.delivered]).toEqual([2, 0]);
  });
  test('a true fault exits too, and is handed to the guest', () => {
    const { counts } = run(`${start}\nexec 400000`, { vmm: 'shadow' });
    expect([counts.hidden, counts.delivered, counts.exits['page-fault']]).toEqual([1, 1, 2]);
  });
  test('once filled, reading costs no exit at all', () => {
    expect(countExits(run(`${start}\n${'read 400000\n'.repeat(50)}`, { vmm: 'shadow' }).counts)).toBe(3);
  });
});

describe('exits under nested paging', () => {
  test('stores to tables, CR3 loads, INVLPG and the guest’s own faults stay in the guest', () => {
    const text =
      'vm a\nprocess p\nmap 400000 1000 r\nread 400000\nwrite 400000\nprocess q\nprocess p\nunmap 400000\ninvlpg 400000\nread 400000';
    const { counts } = run(text, { vmm: 'nested' });
    expect(counts.exits).toEqual({
      'page-fault': 0,
      'page-table-write': 0,
      'cr3-load': 0,
      invlpg: 0,
      'ept-violation': 1,
      'vm-switch': 0,
      balloon: 0,
    });
    expect(counts.delivered).toBe(2);
  });
});

describe('tags', () => {
  const twoVms = ['a', 'b'].map((vm) => `vm ${vm}\nprocess p\nmap 400000 1000 r\nread 400000`).join('\n');
  test('with VPID a VM finds its translation again after another has run', () => {
    expect(run(`${twoVms}\nvm a\nread 400000`, { vpid: true }).counts).toMatchObject({ hits: 1 });
    expect(run(`${twoVms}\nvm a\nread 400000`, { vpid: false }).counts).toMatchObject({ hits: 0 });
  });
  test('without VPID every exit empties the TLB, a switch of VMs or not', () => {
    const { counts } = run('vm a\nmap 400000 1000 r\nread 400000\nmap 500000 2000 r\nread 500000\nread 400000', {
      vpid: false,
    });
    expect([counts.flushes, counts.hits]).toEqual([2, 0]);
  });
  test('without PCID a CR3 load empties what the TLB has of this VM only', () => {
    const text = `${twoVms}\nprocess q\nprocess p\nvm a\nread 400000\nvm b\nread 400000`;
    expect(run(text, { pcid: false, vpid: true }).counts.hits).toBe(1);
    expect(run(text, { pcid: true, vpid: true }).counts.hits).toBe(2);
  });
});

describe('overcommitment', () => {
  const text =
    'vm a\nmap 400000 1000 rw\nwrite 400000\nballoon 1\nvm b\nmap 400000 5000 rw\nwrite 400000\nvm a\nread 400000';
  test('a ballooned page’s frame goes to whoever asks next, and its guest gets another when it comes back', () => {
    for (const vmm of ['shadow', 'nested'] as const) {
      const [first, second, third] = resultsOf(text, { vmm }).map((result) => ('hpa' in result ? result.hpa : ''));
      expect(second).not.toBe('');
      expect(third).not.toBe(first);
      expect(third).not.toBe(second);
    }
  });
  test('pages that were only read share one frame of zeros; the first write gets a frame of its own', () => {
    const merged = 'vm a\nmap 400000 1000 rw\nmap 401000 2000 rw\nread 400000\nread 401000\nwrite 401000\nread 401000';
    const hpas = resultsOf(merged, { vmm: 'shadow', merge: true }).map((result) => ('hpa' in result ? result.hpa : ''));
    expect(hpas[0]).toBe(hpas[1]);
    expect(hpas[2]).not.toBe(hpas[1]);
    expect(hpas[3]).toBe(hpas[2]);
  });
  test('a page that was dirty before the balloon took it is not writable in the shared frame it is read from after', () => {
    const text = 'vm a\nmap 400000 1000 rw\nwrite 400000\nballoon 1\nread 400000\nwrite 400000';
    const [shadow, nested] = (['shadow', 'nested'] as const).map((vmm) => resultsOf(text, { vmm, merge: true }));
    expect(shadow).toEqual(nested);
    expect(shadow?.[2]).not.toMatchObject({ hpa: shadow?.[1] && 'hpa' in shadow[1] ? shadow[1].hpa : '' });
  });
  test('an alias of a page that gets a frame of its own no longer leads to the frame of zeros', () => {
    const text = 'vm a\nmap 400000 1000 rw\nmap 401000 1000 r\nread 401000\nread 400000\nwrite 400000\nread 401000';
    for (const vmm of ['shadow', 'nested'] as const) {
      const hpas = resultsOf(text, { vmm, merge: true }).map((result) => ('hpa' in result ? result.hpa : ''));
      expect(hpas[3]).toBe(hpas[2]);
      expect(hpas[2]).not.toBe(hpas[1]);
    }
  });
});

test('a table left writable is brought up to date when its CR3 is loaded again', () => {
  const trace = traceOf('vm a\nprocess p\nmap 400000 1000 rw\nread 400000\nunmap 400000\ninvlpg 400000');
  const start = emptyMachine({ ...usual, vmm: 'shadow', sync: 'lazy' });
  const stale = runLines(start, trace, 0, 5);
  const root = stale.vms[0]?.processes[0]?.root ?? 0;
  expect(shadowSlot(stale, 0, root, 0x400000)?.entry.lo).not.toBe(0);
  expect(shadowSlot(enterProcess(enterProcess(stale, 1), 0), 0, root, 0x400000)?.entry.lo).toBe(0);
});
