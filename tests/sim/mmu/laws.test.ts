import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownFrame, realPage, tablePage, ZEROS } from '#sim/mmu/frames.ts';
import { frameIn, leafRights } from '#sim/mmu/leaf.ts';
import type { Machine } from '#sim/mmu/machine.ts';
import { guestPageAt, readGuestTables, shadowSlot } from '#sim/mmu/shadow.ts';
import { keyPage, keyTag } from '#sim/mmu/tlb.ts';
import { wordsOf } from '#sim/mmu/words.ts';
import { plainResults } from './plain.ts';
import { resultsOf, run, someSetup, someTrace, statesOf, traceOf } from './traces.ts';

const withoutHpa = (results: readonly object[]) => results.map((result) => ({ ...result, hpa: undefined }));

describe('for any trace', { timeout: 30_000 }, () => {
  test('the three give every access the result of the two maps, one after the other', () => {
    fc.assert(
      fc.property(someTrace, someSetup, (text, setup) => {
        const native = resultsOf(text, { ...setup, vmm: 'native' });
        const nested = resultsOf(text, { ...setup, vmm: 'nested' });
        const shadow = resultsOf(text, { ...setup, vmm: 'shadow' });
        expect(native).toEqual(plainResults(text));
        expect(withoutHpa(nested)).toEqual(withoutHpa(native));
        expect(shadow).toEqual(nested);
      }),
      { numRuns: 1500, seed: 4 },
    );
  });

  test('the guest finds the same in its tables under all three, accessed and dirty marks too', () => {
    fc.assert(
      fc.property(someTrace, someSetup, (text, setup) => {
        const nested = tablesOf(run(text, { ...setup, vmm: 'nested' }));
        expect(tablesOf(run(text, { ...setup, vmm: 'shadow' }))).toEqual(nested);
        expect(tablesOf(run(text, { ...setup, vmm: 'native' }))).toEqual(nested);
      }),
      { numRuns: 300, seed: 5 },
    );
  });

  test('frames do not depend on the VMM, the TLB, its tags or the caches', () => {
    fc.assert(
      fc.property(someTrace, someSetup, someSetup, (text, one, other) => {
        const a = resultsOf(text, { ...one, vmm: 'shadow' });
        expect(resultsOf(text, { ...other, merge: one.merge, vmm: 'nested' })).toEqual(a);
      }),
      { numRuns: 500, seed: 6 },
    );
  });

  test('no guest reaches a frame that is not its own, through a walk or from the TLB', () => {
    fc.assert(
      fc.property(someTrace, someSetup, fc.constantFrom('shadow', 'nested'), (text, setup, vmm) => {
        for (const now of statesOf(text, { ...setup, vmm })) expect(strayFrames(now)).toEqual([]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('after each line whose INVLPG is not the next, TLB and shadow hold nothing that a fresh walk would not give', () => {
    fc.assert(
      fc.property(someTrace, someSetup, fc.constantFrom('shadow', 'nested', 'native'), (text, setup, vmm) => {
        const trace = traceOf(text);
        statesOf(text, { ...setup, vmm }).forEach((now, i) => {
          if (trace.flushedNext[i - 1] !== 1) expect(staleOf(now)).toEqual([]);
        });
      }),
      { numRuns: 400, seed: 8 },
    );
  });
});

/** Every entry of every table of every guest. */
const tablesOf = (machine: Machine) =>
  machine.vms.map((vm, i) =>
    Array.from({ length: vm.tables }, (_, table) =>
      wordsOf(machine.memory, realPage(machine, i, tablePage(table)) / 4096).join(),
    ),
  );

/** Frames that some VM can reach now though they are another's, or the host's own. */
function strayFrames(machine: Machine): readonly string[] {
  const owners = new Map<number, number>();
  const found: string[] = [];
  machine.vms.forEach((vm, i) => {
    for (const frame of vm.frames.flatMap((chunk) => chunk?.filter((n) => n > 0 && n !== ZEROS + 1) ?? [])) {
      if (owners.has(frame - 1)) found.push(`frame ${frame - 1} is owned twice`);
      owners.set(frame - 1, i);
    }
  });
  for (const { key, frame, rights } of machine.tlb.sets.flat()) {
    const isShared = frame === ZEROS && !(rights & 2);
    if (!isShared && owners.get(frame) !== keyTag(key) >> 12)
      found.push(`the TLB gives VM ${keyTag(key) >> 12} frame ${frame}`);
  }
  for (const { vm, at, frame, rights } of reachable(machine))
    if (!(frame === ZEROS && !(rights & 2)) && owners.get(frame) !== vm)
      found.push(`VM ${vm} reaches ${frame} at ${at}`);
  return found;
}

const PROBES = ['400000', '401000', '402000', '403000', '7f0000000000', '800000001000'].map((at) =>
  Number.parseInt(at, 16),
);

/** What lowest shadow entries give. */
function reachable(machine: Machine) {
  if (machine.setup.vmm !== 'shadow') return [];
  return machine.vms.flatMap((vm, i) =>
    vm.processes.flatMap(({ root }) =>
      PROBES.flatMap((va) => {
        const entry = shadowSlot(machine, i, root, va)?.entry;
        return entry && entry.lo & 1 ? [{ vm: i, root, at: va, frame: frameIn(entry), rights: leafRights(entry) }] : [];
      }),
    ),
  );
}

/** Translations held somewhere that the guest's tables and the VMM's map, walked afresh, do not give. */
function staleOf(machine: Machine): readonly string[] {
  const found: string[] = [];
  const check = (where: string, vm: number, root: number, va: number, frame: number, rights: number) => {
    const page = guestPageAt(machine, vm, root, va);
    const real = machine.setup.vmm === 'native' ? page : ownFrame(machine, vm, page);
    if (page < 0 || real !== frame) found.push(`${where}: ${va.toString(16)} still leads to ${frame}`);
    for (const wish of [1, 2, 4])
      if (rights & wish && readGuestTables(machine, vm, root, va, wish).fault)
        found.push(`${where}: ${va.toString(16)} still allows ${wish}`);
  };
  for (const { key, frame, rights } of machine.tlb.sets.flat()) {
    const vm = keyTag(key) >> 12;
    check('TLB', vm, machine.vms[vm]?.processes[keyTag(key) & 4095]?.root ?? 0, keyPage(key) * 4096, frame, rights);
  }
  for (const { vm, root, at, frame, rights } of reachable(machine)) check('shadow', vm, root, at, frame, rights);
  return found;
}
