import { centre } from '#kit/layout.ts';
import type { Line, Mark, Sheet } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { type Layout, PAGE } from './layout.ts';
import type { Deed } from './schedule.ts';
import type { State } from './state.ts';
import { toneOf } from './tlbMarks.ts';
import { owners, same } from './words.ts';

/** A page of the schedule: each access in its owner's lane, and the crossings between lanes. */
export function stripMarks(state: State, layout: Layout, sheet: Sheet): readonly Mark[] {
  const from = Math.floor(Math.max(0, state.at - 1) / PAGE) * PAGE;
  const lanes = layout.lanes.map(({ who, line, at }): Mark => {
    return {
      kind: 'label',
      key: `lane-${who}${line}`,
      place: at,
      text: owners[who],
      size: 's',
      align: 'start',
      tone: toneOf(who),
    };
  });
  const events = state.plan
    .slice(from, from + PAGE)
    .flatMap((deed, slot) => eventMarks(state, layout, sheet, deed, from + slot, slot));
  return [...lanes, ...events];
}

function eventMarks(state: State, layout: Layout, sheet: Sheet, deed: Deed, i: number, slot: number): Mark[] {
  const key = `event-${i}`;
  const isNow = i === state.at - 1 && !state.looking;
  const common = { kind: 'box', key, ghost: i >= state.at, now: isNow, size: 's', mono: true } as const;
  switch (deed.kind) {
    case 'access':
      return accessMarks(state, layout, sheet, deed, i, slot);
    case 'exit':
    case 'enter':
      return [crossing(layout, deed, slot, { key, ghost: i >= state.at, now: isNow })];
    case 'cr3': {
      const about = same(`MOV to CR3, ${deed.guest}`);
      return [{ ...common, place: layout.event(slot, deed.guest), tone: 'guestKernel', text: 'C', about }];
    }
    case 'invept':
    case 'invvpid':
    case 'remap': {
      const text = { invept: 'E', invvpid: 'V', remap: 'M' }[deed.kind];
      return [
        { ...common, place: layout.event(slot, 'host'), tone: 'vmm', text, about: same(deed.kind.toUpperCase()) },
      ];
    }
  }
}

type Crossing = Extract<Deed, { kind: 'exit' | 'enter' }>;

/** Down to the host at a VM exit, up to the guest at a VM entry. */
function crossing(
  layout: Layout,
  { kind, guest }: Crossing,
  slot: number,
  how: Pick<Line, 'key' | 'ghost' | 'now'>,
): Line {
  const down = [centre(layout.event(slot, guest)), centre(layout.event(slot, 'host'))];
  const about =
    kind === 'exit'
      ? both(`VM exit from guest ${guest}`, `客户机 ${guest} 的虚拟机退出`)
      : both(`VM entry to guest ${guest}`, `进入客户机 ${guest}`);
  const place = kind === 'exit' ? down : down.toReversed();
  return { kind: 'line', place, arrow: true, about, ...how, ...(!how.ghost && { tone: 'cross' }) };
}

function accessMarks(
  state: State,
  layout: Layout,
  sheet: Sheet,
  deed: Extract<Deed, { kind: 'access' }>,
  i: number,
  slot: number,
): Mark[] {
  const place = layout.event(slot, deed.who);
  const outcome = state.outcomes[i];
  const isNow = i === state.at - 1 && !state.looking;
  const at = centre(place);
  const about = both(
    `${owners[deed.who].en}, page ${deed.page}${outcome ? `: ${outcome}` : ''}`,
    `${owners[deed.who]['zh-CN']}，第 ${deed.page} 页${outcome ? `：${outcome === 'hit' ? '命中' : outcome === 'miss' ? '未命中' : '读到旧页框'}` : ''}`,
  );
  const box: Mark = {
    kind: 'box',
    key: `event-${i}`,
    place,
    tone: toneOf(deed.who),
    text: deed.page.toString(16),
    size: 's',
    mono: true,
    ghost: outcome === undefined,
    now: isNow,
    about,
  };
  if (outcome !== 'miss' && outcome !== 'stale') return [box];
  const r = sheet === 'wide' ? 4.5 : 3;
  return [
    box,
    {
      kind: 'dot',
      key: `miss-${i}`,
      place: { x: place.x + place.w - r + 1, y: at.y - place.h / 2 + r - 1, r },
      tone: outcome === 'stale' ? 'bad' : 'cross',
    },
  ];
}
