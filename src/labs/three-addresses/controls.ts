import type { Controls, ParamsOf, SourceFault } from '#kit/controls.ts';
import { type AddressFault, cutLinear, type LinearAddress, parseLinear } from '#sim/paging/linear.ts';
import { type GuestName, guestNames } from './guests.ts';
import { addressFaults, controlWords as say } from './words.ts';

export const controls = {
  access: { kind: 'choice', label: say.access, options: say.accesses, initial: 'read' },
  address: {
    kind: 'source',
    label: say.address,
    language: 'access',
    single: true,
    initial: 'A 0x1000',
    help: say.addressHelp,
    check: checkAddress,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;

/** A guest's name, and where the address behind it begins. */
const split = (text: string): { guest: GuestName | undefined; at: number } => {
  const start = Math.max(0, text.search(/\S/));
  const guest = guestNames.find((name) => name === text[start]?.toUpperCase());
  return { guest: /\s/.test(text[start + 1] ?? '') ? guest : undefined, at: start + 1 };
};

/** What is wrong in the line that should be a guest and an address, and where. */
export function checkAddress(text: string): readonly SourceFault[] {
  const { guest, at } = split(text);
  if (!guest) return [{ line: 1, column: Math.max(1, at), message: addressFaults.guest(text.trim()[0] ?? '') }];
  const read = parseLinear(text.slice(at));
  if (!('kind' in read)) return [];
  return [{ ...placeIn(text, at + read.at), message: addressFaults[read.kind](text[at + read.at] ?? '') }];
}

const placeIn = (text: string, at: AddressFault['at']): { line: number; column: number } => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};

/** What the reader wrote. `check` has seen the text, so that the guest and the address are there. */
export function readAddress(text: string): { guest: GuestName; address: LinearAddress } {
  const { guest = 'A', at } = split(text);
  const read = parseLinear(text.slice(at));
  return { guest, address: 'kind' in read ? cutLinear(0n) : read };
}
