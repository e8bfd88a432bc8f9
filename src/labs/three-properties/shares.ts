import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { Guest } from '#sim/monitor/machine.ts';
import { FAR, HORIZON, names } from '#sim/monitor/machine.ts';
import { wildStore } from '#sim/monitor/step.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { labels, percent } from './words.ts';

/** What each guest has had of the core, beside what its weight entitles it to, and what it may be made to attempt. */
export function shareMarks(state: State, layout: Layout): readonly Mark[] {
  const all = state.guests.reduce((sum, { direct, served }) => sum + direct + served, 0);
  return [
    { kind: 'label', key: 'head-shares', place: layout.heads.shares, text: labels.shares, size: 's', align: 'start' },
    ...state.guests.flatMap((guest, i) => [
      ...barMarks(state, layout, guest, i, all),
      ...buttonMarks(state, layout, guest, i),
    ]),
  ];
}

function barMarks({ guests }: State, { shares }: Layout, guest: Guest, i: number, all: number): readonly Mark[] {
  const at = shares[i];
  if (!at) return [];
  const [name, { direct, served, weight }] = [names[i] ?? '', guest];
  const { x, y, w, h } = at.bar;
  const width = (ticks: number): number => (all ? (w * ticks) / all : 0);
  const weights = guests.reduce((sum, each) => sum + each.weight, 0);
  const entitled = x + (w * weight) / weights;
  const parts: Mark[] = [];
  if (direct)
    parts.push({
      kind: 'box',
      key: `direct-${name}`,
      place: { x, y, w: width(direct), h },
      tone: 'guestKernel',
      about: both(`${name} itself ran for ${direct} ticks`, `${name} 自己运行了 ${direct} 个节拍`),
    });
  if (served)
    parts.push({
      kind: 'box',
      key: `served-${name}`,
      place: { x: x + width(direct), y, w: width(served), h },
      tone: 'vmm',
      about: both(`The VMM worked ${served} ticks for ${name}`, `VMM 替 ${name} 做事 ${served} 个节拍`),
    });
  return [
    {
      kind: 'label',
      key: `name-${name}`,
      place: at.name,
      text: `${name} ×${weight}`,
      size: 's',
      align: 'start',
      tone: 'guestKernel',
    },
    ...parts,
    {
      kind: 'line',
      key: `entitled-${name}`,
      place: [
        { x: entitled, y: y - 3 },
        { x: entitled, y: y + h + 3 },
      ],
      bold: true,
      about: both(`Its weight entitles ${name} to this much`, `按权重，${name} 应得这么多`),
    },
    {
      kind: 'label',
      key: `percent-${name}`,
      place: at.percent,
      text: `${percent(direct + served, all)}%`,
      size: 's',
      align: 'end',
      mono: true,
    },
  ];
}

function buttonMarks(state: State, { shares }: Layout, guest: Guest, i: number): readonly Mark[] {
  const [at, name] = [shares[i], names[i]];
  if (!at || !name) return [];
  const isFree = state.clock < HORIZON && guest.pending === undefined;
  const store = wildStore(state, i).operand;
  const common = { kind: 'box', size: 's' } as const;
  return [
    {
      ...common,
      key: `timer-${name}`,
      place: at.timer,
      text: labels.timer,
      about: both(
        `Make ${name} set its timer to ${FAR} ticks, now and each time`,
        `让 ${name} 把定时器设为 ${FAR} 个节拍，从此次次如此`,
      ),
      ...(guest.greedy ? { picked: true } : isFree ? { move: ['timer', name] } : { ghost: true }),
    },
    {
      ...common,
      key: `wild-${name}`,
      place: at.wild,
      text: labels.wild,
      about: both(
        `Make ${name} store into address ${store}, outside its ${guest.size} frames`,
        `让 ${name} 往地址 ${store} 写，越出它的 ${guest.size} 个页框`,
      ),
      ...(isFree ? { move: ['wild', name] } : { ghost: true }),
    },
  ];
}
