import type { Controls, ParamsOf, SourceFault } from '#kit/controls.ts';
import { type AddressFault, parseLinear } from '#sim/paging/linear.ts';
import { addressFaults, controlWords as say } from './words.ts';

const pages = { '4K': '4 KiB', '2M': '2 MiB', '1G': '1 GiB' } as const;
const levels = { '4': '4', '5': '5' } as const;

/** What the reader chooses: the tables, what is wrong in them, and the access. */
export const controls = {
  guestLevels: { kind: 'choice', label: say.guestLevels, options: levels, initial: '4' },
  eptLevels: { kind: 'choice', label: say.eptLevels, options: levels, initial: '4' },
  guestPage: { kind: 'choice', label: say.guestPage, options: pages, initial: '4K' },
  eptPage: { kind: 'choice', label: say.eptPage, options: pages, initial: '4K' },
  access: { kind: 'choice', label: say.access, options: say.accesses, initial: 'read' },
  user: { kind: 'switch', label: say.user, initial: true },
  obstacle: { kind: 'choice', label: say.obstacle, options: say.obstacles, initial: 'none' },
  eptAD: { kind: 'switch', label: say.eptAD, initial: false },
  paging: { kind: 'choice', label: say.paging, options: say.pagings, initial: 'nested' },
  address: {
    kind: 'source',
    label: say.address,
    language: 'access',
    single: true,
    initial: '0x44c0 019f f2a8',
    help: say.addressHelp,
    check: checkAddress,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;

/** What is wrong in the line that should be an address, and where. */
export function checkAddress(text: string): readonly SourceFault[] {
  const read = parseLinear(text);
  return 'kind' in read ? [{ ...placeIn(text, read), message: addressFaults[read.kind](text[read.at] ?? '') }] : [];
}

const placeIn = (text: string, { at }: AddressFault): { line: number; column: number } => {
  const before = text.slice(0, at).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
};
