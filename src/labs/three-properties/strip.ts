import { left, type Place } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { HORIZON, type Stretch } from '#sim/monitor/machine.ts';
import { type Layout, PAGE } from './layout.ts';
import type { State } from './model.ts';
import { nameOf } from './names.ts';
import { labels } from './words.ts';

/** A page of time: a lane for each guest, and below them the VMM's. */
export function stripMarks(state: State, layout: Layout): readonly Mark[] {
  const { strip, axis, names } = layout;
  const from = Math.floor(Math.max(0, Math.min(state.clock, HORIZON) - 1) / PAGE) * PAGE;
  const end = strip.x + strip.w;
  const lanes = [...state.guests.map((_, i) => i), -1].map((lane): Mark => {
    const place = { x: names, y: left(laneOf(state, layout, lane)).y };
    const common = { kind: 'label', key: `lane-${lane}`, place, size: 's', align: 'start' } as const;
    return lane < 0
      ? { ...common, text: labels.vmm, tone: 'vmm' }
      : { ...common, text: nameOf(lane), tone: 'guestKernel' };
  });
  const floors = [...state.guests.map((_, i) => i), -1].map((lane): Mark => {
    const { y, h } = laneOf(state, layout, lane);
    const [floor, gap] = [y + h, layout.lane.gap / 2];
    const place = [
      { x: names, y: floor + gap },
      { x: end, y: floor + gap },
    ];
    return { kind: 'line', key: `floor-${lane}`, place, ghost: true };
  });
  return [
    ...floors,
    ...lanes,
    ...state.stretches
      .filter((stretch) => stretch.to > from && stretch.from < from + PAGE)
      .map((stretch) => stretchMark(state, layout, stretch, from)),
    ...dueMarks(state, layout, from),
    { kind: 'label', key: 'from', place: { x: strip.x, y: axis }, text: tickWord(from), size: 's', align: 'start' },
    { kind: 'label', key: 'to', place: { x: end, y: axis }, text: tickWord(from + PAGE), size: 's', align: 'end' },
  ];
}

const tickWord = (tick: number) => both(`tick ${tick}`, `第 ${tick} 个节拍`);

/** Lanes share the strip's height, guests in their order, the VMM's below them. */
function laneOf({ guests }: State, { strip, lane }: Layout, which: number): Place {
  const step = Math.min(lane.most, strip.h / (guests.length + 1));
  const down = which < 0 ? guests.length : which;
  return { ...strip, y: strip.y + down * step, h: step - lane.gap };
}

const xOf = ({ strip }: Layout, from: number, tick: number): number =>
  strip.x + (Math.max(0, Math.min(PAGE, tick - from)) * strip.w) / PAGE;

function stretchMark(state: State, layout: Layout, { lane, guest, from, to, isLate }: Stretch, page: number): Mark {
  const x = xOf(layout, page, from);
  const w = xOf(layout, page, to) - x;
  const name = nameOf(guest);
  const { y, h } = laneOf(state, layout, lane);
  return {
    kind: 'box',
    key: `stretch-${from}`,
    place: { x, y, w, h },
    tone: isLate && lane >= 0 ? 'bad' : lane < 0 ? 'vmm' : 'guestKernel',
    size: 's',
    about: stretchAbout(lane, name, from, to, isLate),
    ...(lane < 0 && guest >= 0 && w > h * 0.7 && { text: name }),
    ...(state.deed.kind !== 'asked' && to === state.clock && { now: true }),
  };
}

function stretchAbout(lane: number, name: string, from: number, to: number, isLate: boolean) {
  const time = `${from}–${to}`;
  if (lane >= 0)
    return both(
      `Ticks ${time}: the core executes ${name}${isLate ? ', past the end of its slice' : ''}`,
      `节拍 ${time}：处理器执行 ${name}${isLate ? '，已超出时间片' : ''}`,
    );
  return name
    ? both(`Ticks ${time}: the VMM works for ${name}`, `节拍 ${time}：VMM 替 ${name} 做事`)
    : both(`Ticks ${time}: the VMM changes guests`, `节拍 ${time}：VMM 切换客户机`);
}

/** Where the slice that runs is to end. */
function dueMarks(state: State, layout: Layout, from: number): readonly Mark[] {
  const { due, running } = state;
  if (running < 0 || due <= from || due > from + PAGE) return [];
  const x = xOf(layout, from, due);
  const { y, h } = laneOf(state, layout, -1);
  return [
    {
      kind: 'line',
      key: 'due',
      place: [
        { x, y: layout.strip.y },
        { x, y: y + h },
      ],
      ghost: true,
      about: both(`The slice ends at tick ${due}`, `时间片到第 ${due} 个节拍为止`),
    },
  ];
}
