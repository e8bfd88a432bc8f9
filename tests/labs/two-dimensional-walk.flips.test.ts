import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import type { Move } from '#kit/model.ts';
import { perform, replayToEnd } from '#kit/replay.ts';
import lab from '../../src/labs/two-dimensional-walk/lab.ts';
import { moment, open, read, type State, tell } from './two-dimensional-walk.tell.ts';

describe('the reader’s own hands', () => {
  test('an entry that was read can be inspected, and nothing else can', () => {
    const offered = (state: State) => lab.scene(state, 'wide').flatMap(({ move }) => (move ? [move.join('.')] : []));
    expect(offered(moment('start'))).toEqual([]);
    expect(offered(open({ at: '5' })).toSorted()).toEqual([
      'inspect.e1.g4',
      'inspect.e2.g4',
      'inspect.e3.g4',
      'inspect.e4.g4',
      'inspect.g4',
    ]);
  });
  test('under the glass every flag bit from 0 to 12 and bit 63 can be flipped', () => {
    const moves = lab
      .scene(moment('inspect'), 'tall')
      .flatMap(({ move }) => (move?.[0] === 'flip' ? [Number(move.at(-1))] : []));
    expect(moves).toEqual(expect.arrayContaining([63, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]));
  });
  test('a flip changes memory and begins the access again', () => {
    const state = open({ moves: '20 inspect.g1 flip.g1.0', at: '22' });
    expect(read(state)).toMatchObject({ references: 0, flips: 1 });
    expect(lab.caption(state).en).toBe('Bit 0 (P) of the PTE is now 0 in memory, so the access begins again from CR3.');
    expect(read(tell({ moves: '20 inspect.g1 flip.g1.0' }))).toMatchObject({
      references: 20,
      fault: { kind: 'guest-page-fault', errorCode: 4 },
    });
  });
  test('an entry that several columns share is changed for all of them', () => {
    const shared = tell({}).walk.references.filter(({ by, level }) => by === 'ept' && level === 4);
    expect(new Set(shared.map(({ address }) => address)).size).toBe(1);
    expect(read(tell({ moves: '21 inspect.e4.data flip.e4.data.0 flip.e4.data.1 flip.e4.data.2' }))).toMatchObject({
      references: 1,
      fault: { kind: 'ept-violation' },
    });
  });
  test('a table’s address bit flipped in a guest entry leads where the EPT has nothing', () => {
    expect(read(tell({ moves: '5 inspect.g4 flip.g4.12' }))).toMatchObject({
      vmExits: 1,
      fault: { kind: 'ept-violation', exitQualification: 0x81 },
    });
  });
  test('a table’s address beyond installed memory reads as ones, which no EPT entry may be', () => {
    expect(read(tell({ moves: '1 inspect.e4.g4 flip.e4.g4.35' }))).toMatchObject({
      references: 2,
      fault: { kind: 'ept-misconfiguration' },
    });
  });
  test('an entry that no memory answers for can be looked at, and not flipped', () => {
    const state = open({ moves: '1 inspect.e4.g4 flip.e4.g4.35 2 inspect.e3.g4', at: '6' });
    expect(state.open?.name).toBe('e3.g4');
    expect(lab.scene(state, 'wide').filter(({ move }) => move?.[0] === 'flip')).toEqual([]);
  });
  test('a step puts the glass away', () => {
    expect(open({ moves: '9 inspect.e1.g3', at: '11' }).open).toBeUndefined();
  });
  test('any address at all is mapped, and found with its offset', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 2n ** 47n - 1n }),
        fc.constantFrom('4K', '2M', '1G'),
        fc.constantFrom('4K', '2M', '1G'),
        fc.boolean(),
        (address, guestPage, eptPage, high) => {
          const text = (high ? BigInt.asUintN(64, address - 2n ** 47n) : address).toString(16);
          const { references, formula, hostPhysical, byte } = read(tell({ address: text, guestPage, eptPage }));
          expect({ references, byte, offset: Number(hostPhysical) % 4096 }).toEqual({
            references: formula,
            byte: '0x48',
            offset: Number(address % 4096n),
          });
        },
      ),
      { numRuns: 60 },
    );
  });
  test.each([
    ['', 1, 1],
    ['0x12g4', 1, 5],
    ['0x1\n0x2', 2, 1],
    ['0x1234 5678 9abc def0 1', 1, 23],
  ])('the address %j is refused at line %i, column %i', (text, line, column) => {
    expect(lab.controls.address.check(text)).toMatchObject([{ line, column }]);
  });
});

test('every sequence of flips ends in an address or a fault', () => {
  const turns = fc.array(fc.nat({ max: 9999 }), { maxLength: 12 });
  fc.assert(
    fc.property(
      turns,
      fc.constantFrom('none', 'eptNotPresent', 'guestReadOnly'),
      fc.boolean(),
      fc.constantFrom('4K', '2M', '1G'),
      (dice, obstacle, eptAD, eptPage) => {
        const params = { ...initialParams(lab.controls), obstacle, eptAD, eptPage } as const;
        let state = replayToEnd(lab as never, { params, moves: [] }) as State;
        for (const die of dice) {
          const pick = (verb: string): Move | undefined => {
            const moves = lab.scene(state, 'wide').flatMap(({ move }) => (move?.[0] === verb ? [move] : []));
            return moves[die % Math.max(1, moves.length)];
          };
          for (const move of [pick('inspect'), pick('flip')]) if (move) state = perform(lab as never, state, move);
          state = replayToEnd({ ...lab, model: { ...lab.model, init: () => state } } as never, { params, moves: [] });
          const { fault, byte, hostPhysical, references } = read(state);
          expect(fault === null).toBe(byte !== null && hostPhysical !== null);
          expect(Number(references)).toBeLessThanOrEqual(24);
        }
      },
    ),
    { numRuns: 40 },
  );
});
