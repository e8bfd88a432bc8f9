import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams, readValue } from '#kit/controls.ts';
import { readRun } from '#kit/link.ts';
import type { Move } from '#kit/model.ts';
import { perform, replay } from '#kit/replay.ts';
import { type Entry, hasBit, makeEntry } from '#sim/paging/entry.ts';
import { readEntry } from '#sim/paging/memory.ts';
import { frameOf, type Host, ownersOf } from '../../src/labs/three-addresses/host.ts';
import { viewOf } from '../../src/labs/three-addresses/kernel.ts';
import lab from '../../src/labs/three-addresses/lab.ts';
import type { State } from '../../src/labs/three-addresses/state.ts';

const tell = (moves: string, settings: Record<string, string> = {}): State => {
  const { run, dropped } = readRun(lab.controls, { ...settings, moves });
  expect(dropped).toEqual([]);
  return replay(lab, run.params, run.moves);
};
const read = (state: State) =>
  Object.fromEntries(Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value]));
const guests = ['A', 'B'] as const;

/** Where the processor is told that each guest's EPT begins. */
const rootOf = (guest: string): number => tell('', { address: `${guest} 0x1000` }).walk.machine.ept?.root ?? 0;
const roots = { A: rootOf('A'), B: rootOf('B') };

/** The last entry of an EPT, found by indexing four tables, without a walk of the machine's. */
function leafByEpt(host: Host, root: number, page: number): Entry {
  let entry: Entry = makeEntry(root, 7);
  for (const index of [0, 0, 0, page]) entry = readEntry(host.memory, (entry.lo & ~0xfff) + 8 * index);
  return entry;
}

describe('the two maps', () => {
  test('both guests use GVA 0x1000 and GPA 0x5000, and find different bytes in different frames', () => {
    const [a, b] = [read(tell('3')), read(tell('3', { address: 'B 0x1000' }))];
    expect([a.gpa, b.gpa]).toEqual(['0x5000', '0x5000']);
    expect(a.hpa).not.toBe(b.hpa);
    expect([a.byte, b.byte]).toEqual(['x', 'y']);
  });
  test('the offset into a page passes both maps unchanged', () => {
    expect(read(tell('3', { address: 'A 0x1abc' }))).toMatchObject({ gpa: '0x5abc', hpa: '0x3eabc', byte: 'x' });
  });
  test('neighbours in virtual memory are not neighbours in guest-physical memory, nor those in the host', () => {
    const found = [1, 2, 3].map((page) => read(tell(`read.A.${page} 3`)));
    expect(found.map(({ gpa }) => gpa)).toEqual(['0x5000', '0x7000', '0x6000']);
    expect(found.map(({ hpa }) => hpa)).toEqual(['0x3e000', '0xb000', '0x2a000']);
  });
  test('GPA 0 is in both guests: each kernel’s own, reached by a virtual address as everything is', () => {
    const [a, b] = guests.map((guest) => read(tell(`read.${guest}.4 3`)));
    expect([a?.gpa, b?.gpa]).toEqual(['0x0', '0x0']);
    expect(a?.hpa).not.toBe(b?.hpa);
  });
});

describe('who handles a fault', () => {
  test('a page the guest’s table lacks goes to the guest’s kernel, without a VM exit', () => {
    const after = read(tell('unmap.A.1 1'));
    expect(after).toMatchObject({ fault: 'guest-page-fault', handledBy: 'guest kernel', exits: 0, guestFaults: 1 });
    expect(read(tell('unmap.A.1 5'))).toMatchObject({ byte: 'x', exits: 0 });
  });
  test('a page without a frame goes to the hypervisor, and the guest finds what it left', () => {
    expect(read(tell('pick.A.5 unback.A.5 2'))).toMatchObject({
      fault: 'ept-violation',
      handledBy: 'hypervisor',
      exits: 1,
      framesUsed: 14,
    });
    expect(read(tell('pick.A.5 unback.A.5 6'))).toMatchObject({ byte: 'x', guestFaults: 0, framesUsed: 15 });
  });
  test('a page never used before costs two faults, the guest’s first', () => {
    expect(read(tell('1', { address: 'B 0x3000' })).handledBy).toBe('guest kernel');
    expect(read(tell('4', { address: 'B 0x3000' })).handledBy).toBe('hypervisor');
    expect(read(tell('8', { address: 'B 0x3000' }))).toMatchObject({ byte: '00', exits: 1, guestFaults: 1 });
  });
  test('even the guest’s tables need frames: a walk that meets none exits before it has a guest-physical address', () => {
    expect(read(tell('pick.A.4 unback.A.4 1'))).toMatchObject({ gpa: null, fault: 'ept-violation', exits: 1 });
    expect(read(tell('pick.A.4 unback.A.4 5'))).toMatchObject({ byte: 'x' });
  });
  test('an address where nothing belongs ends the process, and the run', () => {
    const end = tell('2', { address: 'B 0x7fff_f000' });
    expect(lab.model.step(end)).toBe(end);
    expect(read(end)).toMatchObject({ handledBy: 'guest kernel', exits: 0 });
    expect(read(tell('1', { address: 'A 0x8000 0000 0000' })).fault).toBe('general-protection');
  });
});

describe('what the hypervisor may do unseen', () => {
  test('two guests’ frames change places, and every reading of the guests’ is as it was', () => {
    const [before, after] = [tell('3'), tell('3 frame.62 frame.22 3')];
    expect(read(after)).toMatchObject({ guestSees: read(before).guestSees as object, byte: 'x', hpa: '0x16000' });
  });
  test('alike pages are shared, and the first write makes a copy: the other guest keeps its own', () => {
    expect(read(tell('pick.A.7 share.A.7'))).toMatchObject({ framesUsed: 14, shared: 1 });
    const written = read(tell('pick.A.7 share.A.7 read.A.2 write.A.2 6'));
    expect(written).toMatchObject({
      framesUsed: 15,
      copies: 1,
      exits: 1,
      byte: '*',
      guestSees: { A: 'x * z K', B: 'y L – K' },
    });
  });
  test('the last owner of a shared frame gets it back without a copy', () => {
    expect(read(tell('pick.A.7 share.A.7 read.A.2 write.A.2 6 read.B.2 write.B.2 6'))).toMatchObject({
      copies: 1,
      exits: 2,
      framesUsed: 15,
    });
  });
  test('reading a shared frame costs nothing', () => {
    expect(read(tell('pick.A.7 share.A.7 read.B.2 3'))).toMatchObject({ byte: 'L', exits: 0 });
  });
});

/** Random turns through what the scene offers. */
const wander = (turns: readonly number[], look: (state: State, move: Move | undefined, next: State) => void): void => {
  let state = lab.model.init(initialParams(lab.controls));
  for (const dice of turns) {
    const moves = lab.scene(state, 'wide').flatMap(({ move }) => (move ? [move] : []));
    const move = dice % 2 ? moves[dice % moves.length] : undefined;
    const next = move ? perform(lab, state, move as never) : lab.model.step(state);
    look(state, move, next);
    state = next;
  }
};
const turns = fc.array(fc.nat(9999), { minLength: 20, maxLength: 60 });

describe('the machine’s questions', () => {
  /** What is asked before the next step, and its right answer. */
  const asked = (moves: string, settings: Record<string, string> = {}): readonly [string, string] | undefined => {
    const state = tell(moves, settings);
    const ask = lab.asks?.(state);
    return ask && [ask.key, ask.right(lab.model.step(state))];
  };
  test('compare a page’s frame with where the other guest’s page lies now, not with where it was read', () => {
    expect(asked('3 read.B.1 1')).toEqual(['same-gpa', 'other']);
    // The two frames have changed places: B’s page is where A’s was read.
    expect(asked('3 frame.62 frame.22 read.B.1 1')).toEqual(['same-gpa', 'other']);
    expect(asked('pick.A.7 share.A.7 read.A.2 3 read.B.2 1')).toEqual(['same-gpa', 'same']);
    expect(asked('pick.A.7 share.A.7 read.A.2 3 write.A.2 5 read.B.2 1')).toEqual(['same-gpa', 'other']);
  });
  test('ask who is told, and not which frame, where the EPT refuses', () => {
    expect(asked('read.A.3 3 read.B.3 3')).toEqual(['who-no-frame', 'hypervisor']);
    expect(asked('pick.A.7 share.A.7 read.A.2 3 read.B.2 write.B.2 1')).toEqual(['shared-write', 'exit']);
  });
  test('ask whose fault an unmapped page is only where no table is in the way', () => {
    expect(asked('unmap.A.1')).toEqual(['who-unmapped', 'guest']);
    expect(asked('pick.A.1 unback.A.1 read.A.1 unmap.A.1')).toBeUndefined();
  });
  test('ask for a moved byte only where the page was moved with what it held', () => {
    expect(asked('3 frame.62 frame.22 2')).toEqual(['moved-byte', 'same']);
    expect(asked('3 write.A.1 3 frame.62 frame.22 read.A.1 2')).toEqual(['moved-byte', 'same']);
    // Unmapped and taken by the balloon, the page comes back with zeros, in another frame since B has had its own.
    const ballooned = '3 unmap.A.1 pick.A.5 unback.A.5 read.B.3 8 read.A.1 7';
    expect(read(tell(`${ballooned} 1`))).toMatchObject({ byte: '00', hpa: '0x0' });
    expect(asked(ballooned)).toBeUndefined();
  });
});

describe('laws, over random turns', () => {
  test('the EPT in memory says what the slot map says, and lets nobody write a frame that two share', () => {
    fc.assert(
      fc.property(turns, (dice) =>
        wander(dice, (_before, _move, { host }) => {
          const leaves = guests.flatMap((guest) =>
            host.slots[guest].map((_, page) => leafByEpt(host, roots[guest], page)),
          );
          const frames = leaves.map((leaf) => (hasBit(leaf, 0) ? leaf.lo >>> 12 : undefined));
          expect(frames).toEqual(guests.flatMap((guest) => host.slots[guest]));
          const isShared = (frame: number | undefined): boolean =>
            frame !== undefined && ownersOf(host, frame).length > 1;
          const shared = leaves.filter((_, i) => isShared(frames[i]));
          expect(shared.some((leaf) => hasBit(leaf, 1))).toBe(false);
        }),
      ),
      { numRuns: 40 },
    );
  });
  test('nothing but the guest’s own writes and unmapping changes what a guest sees', () => {
    fc.assert(
      fc.property(turns, (dice) =>
        wander(dice, (before, move, after) => {
          const mayChange = (guest: string): boolean =>
            (move?.[0] === 'unmap' && move[1] === guest) ||
            (!move &&
              after.access.guest === guest &&
              ['mapped', 'byte'].includes(after.deed.kind) &&
              (after.deed.kind === 'mapped' || after.access.kind === 'write'));
          for (const guest of guests)
            if (!mayChange(guest)) expect(viewOf(after.host, guest)).toBe(viewOf(before.host, guest));
        }),
      ),
      { numRuns: 60 },
    );
  });
  test('the byte that the processor finds is the one in the guest’s view', () => {
    fc.assert(
      fc.property(turns, (dice) =>
        wander(dice, (_before, _move, state) => {
          if (state.walk.byte === undefined) return;
          const seen = viewOf(state.host, state.access.guest).split(' ')[Number(state.access.address.hex) / 4096 - 1];
          expect(read(state).byte).toBe(seen);
        }),
      ),
      { numRuns: 60 },
    );
  });
});

test('an address is read with its guest, and a fault says where and what would be right', () => {
  expect(readValue(lab.controls.address, ' b 0x2_000')).toEqual({ value: ' b 0x2_000' });
  expect(lab.controls.address.check('0x1000')[0]).toMatchObject({ line: 1, column: 1 });
  expect(lab.controls.address.check('A 0x10g0')[0]).toMatchObject({ line: 1, column: 7 });
  expect(lab.controls.address.check('A')[0]).toMatchObject({ line: 1 });
  expect(frameOf(tell('').host, { guest: 'B', page: 6 })).toBeUndefined();
});
