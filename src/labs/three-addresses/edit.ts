import { type GuestName, VIRTUAL_PAGES } from './guests.ts';
import { type Host, nameOf, type Place, sharePage, swapFrames, takeFrame } from './host.ts';
import { guestPage, isMapped, setMapped } from './kernel.ts';
import { type EditMove, pageIn, restart, type State } from './state.ts';

/** Whether the guest has a use for a page: the kernel's and the tables always, the rest while they are mapped. */
export const isUsed = (host: Host, { guest, page }: Place): boolean =>
  page <= 4 ||
  Array.from({ length: VIRTUAL_PAGES }, (_, virtual) => virtual).some(
    (virtual) => isMapped(host, guest, virtual) && guestPage(host, guest, virtual) === page,
  );

/** Changes a map, or what is picked. After a change of a map the access is made again from its beginning. */
export function edit(state: State, move: EditMove): State {
  const { host, access } = state;
  switch (move[0]) {
    case 'unmap':
      return unmap(state, move[1], move[2]);
    case 'unback': {
      const place = { guest: move[1], page: move[2] };
      // A page in use must be found again as it was; what is in a free one is nobody's concern.
      const isKept = isUsed(host, place);
      return restart(state, takeFrame(host, place, isKept), access, {
        kind: isKept ? 'paged-out' : 'ballooned',
        place,
      });
    }
    case 'share': {
      const place = { guest: move[1], page: move[2] };
      return restart(state, sharePage(host, place), access, { kind: 'shared', place });
    }
    case 'pick': {
      const place = { guest: move[1], page: move[2] };
      if (state.picked.at === 'physical' && nameOf(state.picked) === nameOf(place)) return state;
      return { ...state, picked: { at: 'physical', ...place }, deed: { kind: 'picked-page', place } };
    }
    case 'frame':
      return pickFrame(state, move[1]);
  }
}

function unmap(state: State, guest: GuestName, virtual: number): State {
  const { host, exits } = setMapped(state.host, guest, virtual, false);
  const after = restart(state, host, state.access, { kind: 'unmapped', guest, virtual });
  return { ...after, counts: { ...state.counts, exits: state.counts.exits + exits } };
}

/** The first frame is remembered; the second changes places with it. */
function pickFrame(state: State, frame: number): State {
  const { picked, host, counts } = state;
  if (picked.at !== 'frame') return { ...state, picked: { at: 'frame', frame }, deed: { kind: 'picked-frame', frame } };
  if (picked.frame === frame) return state;
  const deed = { kind: 'swapped', one: picked.frame, two: frame } as const;
  const after = restart(state, swapFrames(host, picked.frame, frame), state.access, deed);
  // The page of the access is what the reader goes on with.
  const { guest, address } = state.access;
  return {
    ...after,
    picked: { at: 'virtual', guest, page: pageIn(address) ?? -1 },
    counts: { ...counts, swaps: counts.swaps + 1 },
  };
}
