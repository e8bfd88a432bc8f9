import type { Mark } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import type { State, TlbMove } from './state.ts';
import { marks as say } from './words.ts';

const offers: readonly { readonly key: string; readonly move: TlbMove; readonly text: string | Text }[] = [
  { key: 'remap-A', move: ['remap', 'A'], text: say.remap('A') },
  { key: 'remap-B', move: ['remap', 'B'], text: say.remap('B') },
  { key: 'invept', move: ['invept'], text: 'INVEPT' },
  { key: 'invvpid-A', move: ['invvpid', 'A'], text: say.invvpid('A') },
  { key: 'invvpid-B', move: ['invvpid', 'B'], text: say.invvpid('B') },
];

/** What only the hypervisor can do, offered while it runs; without VPIDs there is none to invalidate. */
export function buttonMarks({ running, params }: State, { buttons }: Layout): readonly Mark[] {
  return offers.flatMap(({ key, move, text }, i): Mark[] => {
    const place = buttons[i];
    if (!place || (move[0] === 'invvpid' && !params.tags)) return [];
    const common = { kind: 'box', key, place, text, size: 's' } as const;
    return [running === 'host' ? { ...common, move } : { ...common, ghost: true, about: say.hostOnly }];
  });
}
