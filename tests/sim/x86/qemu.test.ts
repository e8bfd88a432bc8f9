// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../../runs.ts';
import { GENERATED, type Guest, galleryGuests, generatedGuest } from './guests.ts';
import { ourVerdict, realVerdict } from './judge.ts';
import { prepareTools } from './oracle.ts';
import recorded from './recorded.json';

/**
 * Any program our machine accepts assembles with real NASM to the same bytes, and prints the same bytes and ends the same way
 * in real QEMU. Where the two tools are here (or a check run by root can install them) they are asked, and must also still say
 * what they said when `recorded.json` was made; elsewhere only the record is compared, and the run says so.
 */
let live = false;
beforeAll(() => {
  live = prepareTools();
  if (!live)
    console.warn('NASM or QEMU is not here: our machine is compared with what they said when recorded.json was made.');
}, 400_000);

const inPairs = async (guests: readonly Guest[], ask: (guest: Guest) => Promise<void>): Promise<void> => {
  const left = [...guests];
  const worker = async (): Promise<void> => {
    for (let guest = left.shift(); guest; guest = left.shift()) await ask(guest);
  };
  await Promise.all([worker(), worker()]);
};

const seeds = (count: number): readonly number[] => Array.from({ length: count }, (_, seed) => seed);
const small = (name: string, code: string): Guest => ({
  name,
  source: `%include "prelude.inc"\nstart:\n${code}\n`,
  defines: [],
  boots: true,
});

describe('our machine, held against real NASM and real QEMU', () => {
  it.each(galleryGuests.map((guest) => [guest.name, guest] as const))(
    'runs the gallery program %s as QEMU does',
    async (name, guest) => {
      const ours = ourVerdict(guest);
      expect(ours).toEqual((recorded.gallery as Readonly<Record<string, unknown>>)[name]);
      if (live) expect(await realVerdict(guest)).toEqual(ours);
    },
    30_000,
  );

  it('runs every generated program as QEMU did when it was recorded', () => {
    expect(recorded.generated).toHaveLength(GENERATED);
    for (const seed of seeds(GENERATED))
      expect({ seed, ...ourVerdict(generatedGuest(seed)) }).toEqual({ seed, ...recorded.generated[seed] });
  }, 300_000);

  it('runs generated programs as QEMU does now', async ({ skip }) => {
    if (!live) skip('NASM or QEMU is not here');
    // Those on record first: NASM and QEMU must still say what the record says.
    const guests = seeds(runs(60)).map((seed) => generatedGuest(seed < 20 ? seed : GENERATED + seed));
    await inPairs(guests, async (guest) => {
      expect({ name: guest.name, ...ourVerdict(guest) }).toEqual({ name: guest.name, ...(await realVerdict(guest)) });
    });
  }, 1_200_000);

  it.each([
    ['a debug exit', 'mov al, 5\nout 0xF4, al', { end: 'debug-exit', code: 5 }],
    ['a sleep without end', 'cli\nhlt', { end: 'halted' }],
    ['a triple fault', 'lidt [none]\nint3\nnone: dw 0, 0, 0', { end: 'triple-fault' }],
  ])(
    'knows %s from the other ends',
    async (name, code, end) => {
      const guest = small(name, code);
      expect(ourVerdict(guest)).toMatchObject(end);
      if (live) expect(await realVerdict(guest)).toMatchObject(end);
    },
    30_000,
  );
});
