import type { Mark, Tone } from '#kit/mark.ts';
import { isDirect, isParavirtual } from '#sim/io/machine.ts';
import type { Layout } from './layout.ts';
import { isIde, type Owner, SHOWN, shownGuest, slotsOf } from './slots.ts';
import type { State } from './state.ts';
import { abouts, owners, ringTitles } from './words.ts';

/** Eight slots of the ring, and whose each of them is now. */
export function ringMarks(state: State, { slots, ringTitle }: Layout): readonly Mark[] {
  const shown = slotsOf(state);
  const marks = shown.map(({ number, n, owner, isNow }, i): Mark => {
    const place = slots[i] ?? { x: 0, y: 0, w: 0, h: 0 };
    return {
      kind: 'box',
      key: `slot-${n % SHOWN}`,
      place,
      tone: toneOf(state, owner),
      text: String(number),
      ...(owner !== 'free' && { sub: owners[owner] }),
      about: abouts.slot(number, owner),
      size: 's',
      ...(owner === 'free' && { ghost: true }),
      ...(isNow && { now: true }),
    };
  });
  return [{ kind: 'label', key: 'ring', place: ringTitle, text: titleOf(state), size: 's', align: 'start' }, ...marks];
}

function titleOf(state: State) {
  const { setup } = state.machine;
  const name = shownGuest(state).id === 0 ? 'A' : 'B';
  if (isIde(state)) return setup.blockMode === 'pio' ? ringTitles.sectors : ringTitles.region(name);
  const shown = slotsOf(state);
  const [first, last] = [shown[0]?.number ?? 0, shown.at(-1)?.number ?? 0];
  return isParavirtual(setup) ? ringTitles.queue(name, first, last) : ringTitles.ring(name, first, last);
}

function toneOf({ machine: { setup } }: State, owner: Owner): Tone {
  switch (owner) {
    case 'free':
      return 'plain';
    case 'driver':
      return 'guestKernel';
    case 'device':
      return isDirect(setup) ? 'hw' : setup.road === 'vhost' ? 'host' : 'vmm';
    case 'done':
      return 'data';
  }
}
