import { RING } from '#sim/io/addressMap.ts';
import { type Guest, guestAt, isParavirtual } from '#sim/io/machine.ts';
import type { State } from './state.ts';

export type Owner = 'free' | 'driver' | 'device' | 'done';
export interface Slot {
  /** Counted from the first request on, or from the first sector of a command. */
  readonly n: number;
  /** What is written on it. */
  readonly number: number;
  readonly owner: Owner;
  readonly isNow: boolean;
}
/** Slots that the picture shows. */
export const SHOWN = 8;
/** Chains of three descriptors that a disk queue holds. */
const CHAINS = Math.floor(RING / 3);

export const isIde = ({ machine: { setup } }: State): boolean => setup.road === 'emulated' && setup.request === 'read';

/** The guest whose ring is shown: the one that the last event was of. */
export const shownGuest = ({ machine, last }: State): Guest => guestAt(machine, last?.guest ?? 0);

/** How many of its requests the device has been told of. */
function toldOf(state: State, { posted, taken, registers }: Guest): number {
  if (isParavirtual(state.machine.setup)) return posted;
  return taken + ((registers.tdt - registers.tdh + RING) % RING);
}

function ownerOf(state: State, guest: Guest, n: number): Owner {
  const { posted, taken, reaped } = guest;
  if (n >= posted) return n === posted && state.last?.do === 'describe' ? 'driver' : 'free';
  if (n >= toldOf(state, guest)) return 'driver';
  if (n >= taken) return 'device';
  return n >= reaped ? 'done' : 'free';
}

/** Which request the last event was about. */
function focusOf({ last, machine }: State, { posted, taken }: Guest): number {
  const isDone = last?.do === 'complete' || last?.do === 'interrupt' || last?.do === 'reap';
  switch (last?.do) {
    case 'fill':
      return posted;
    case 'describe':
      return isParavirtual(machine.setup) ? posted : posted - 1;
    case 'publish':
    case 'notify':
    case 'doorbell':
    case 'access':
      return Math.max(0, posted - 1);
    default:
      return isDone ? Math.max(0, taken - 1) : Math.max(0, Math.min(taken, posted - 1));
  }
}

const touched: readonly string[] = ['describe', 'publish', 'fetch', 'copy', 'dma', 'complete', 'receive'];

export function slotsOf(state: State): readonly Slot[] {
  if (isIde(state)) return ideSlots(state);
  const guest = shownGuest(state);
  const focus = focusOf(state, guest);
  const from = Math.floor(focus / SHOWN) * SHOWN;
  const isDisk = isParavirtual(state.machine.setup) && state.machine.setup.request === 'read';
  return Array.from({ length: SHOWN }, (_, i) => {
    const n = from + i;
    return {
      n,
      number: isDisk ? 3 * (n % CHAINS) : n % RING,
      owner: ownerOf(state, guest, n),
      isNow: n === focus && touched.includes(state.last?.do ?? ''),
    };
  });
}

/** The sectors of the command under way, or its one region descriptor. */
function ideSlots(state: State): readonly Slot[] {
  const { machine, last } = state;
  const isPio = machine.setup.blockMode === 'pio';
  const left = machine.todo.filter((op) => op.do === 'ports' && op.ports === 'sector').length;
  const isUnderWay = machine.cargo !== undefined;
  if (!isPio) {
    const owner = isUnderWay ? 'device' : last?.do === 'describe' ? 'driver' : 'free';
    return [{ n: 0, number: 0, owner, isNow: last?.do === 'describe' || last?.do === 'disk' }];
  }
  const moved = isUnderWay ? 8 - left : 0;
  return Array.from({ length: 8 }, (_, n) => {
    const isNow = last?.do === 'ports' && last.ports === 'sector' && n === moved - 1;
    return { n, number: n, owner: !isUnderWay ? 'free' : n < moved ? 'done' : 'device', isNow };
  });
}
