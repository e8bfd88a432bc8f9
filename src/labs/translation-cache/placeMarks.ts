import { left, right } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { cut } from './blockMarks.ts';
import { doingOf } from './doing.ts';
import type { Layout } from './layout.ts';
import { type State, vmmOf } from './model.ts';
import { words } from './words.ts';

/** The one address space that guest and monitor share, and the wall between them, if there is one. */
export function spaceMarks(state: State, { spaceTitle, guestSpace, vmmSpace }: Layout): readonly Mark[] {
  const { breached } = vmmOf(state);
  const limits = state.run.settings.segmentLimits;
  const x = (guestSpace.x + guestSpace.w + vmmSpace.x) / 2;
  const wall = [
    { x, y: guestSpace.y - 4 },
    { x, y: guestSpace.y + guestSpace.h + 4 },
  ];
  const marks: Mark[] = [
    { kind: 'label', key: 'space', place: spaceTitle, align: 'start', size: 's', text: words.space },
    {
      kind: 'box',
      key: 'guest space',
      place: guestSpace,
      tone: 'guestKernel',
      size: 's',
      text: words.guestSpace,
      sub: '0 – ffbf ffff',
    },
    {
      kind: 'box',
      key: 'vmm space',
      place: vmmSpace,
      tone: breached === undefined ? 'vmm' : 'bad',
      size: 's',
      text: words.vmmSpace,
      sub: breached === undefined ? 'ffc0 0000' : words.breach,
      about: limits ? words.wall : words.noWall,
    },
    { kind: 'line', key: 'wall', place: wall, bold: limits, ghost: !limits, about: limits ? words.wall : words.noWall },
  ];
  if (breached !== undefined)
    marks.push({
      kind: 'line',
      key: 'breach',
      tone: 'bad',
      arrow: true,
      place: [
        { x: x - 70, y: guestSpace.y + guestSpace.h - 8 },
        { x: vmmSpace.x + 8, y: guestSpace.y + guestSpace.h - 8 },
      ],
    });
  return marks;
}

/** Who has the processor, and what is being done with it; a crossing is drawn between the two that it joins. */
export function levelMarks(state: State, { levels, doing, letters }: Layout): readonly Mark[] {
  const names: readonly Text[] = [words.user, words.kernel, words.vmm];
  const tones = ['guestUser', 'guestKernel', 'vmm'] as const;
  const { level, text, from } = doingOf(state);
  const marks = levels.map(
    (place, i): Mark => ({
      kind: 'box',
      key: `level ${i}`,
      place,
      tone: tones[i] ?? 'plain',
      size: 's',
      text: names[i] ?? '',
      now: i === level,
    }),
  );
  const place = doing[level];
  if (place)
    marks.push({
      kind: 'label',
      key: 'doing',
      place: { x: place.x + 6, y: place.y + place.h / 2 },
      align: 'start',
      size: 's',
      text: both(cut(text.en, letters[2]), cut(text['zh-CN'], letters[2])),
    });
  const [a, b] = [from === undefined ? undefined : levels[from], levels[level]];
  if (a && b && from !== level)
    marks.push({
      kind: 'line',
      key: 'crossing',
      tone: 'cross',
      arrow: true,
      bold: true,
      place: [
        { x: right(a).x - 14, y: left(a).y },
        { x: right(b).x - 14, y: left(b).y },
      ],
      about: both('The processor changes hands.', '处理器换手。'),
    });
  return marks;
}

/** What the run has cost so far, on one scale. */
export function billMarks({ run: { cycles } }: State, { billTitle, bill }: Layout): readonly Mark[] {
  const most = Math.max(1, cycles.guest, cycles.vmm);
  const parts = [
    { key: 'guest', tone: 'guestKernel', name: words.billGuest, value: cycles.guest },
    { key: 'vmm', tone: 'vmm', name: words.billVmm, value: cycles.vmm },
  ] as const;
  return [
    { kind: 'label', key: 'bill', place: billTitle, align: 'start', size: 's', text: words.bill },
    ...parts.flatMap(({ key, tone, name, value }, i): readonly Mark[] => {
      const room = bill[i];
      if (!room) return [];
      const w = Math.max(6, (room.w * value) / most);
      // The words stand on a bar that is long enough to begin under them, and behind one that is not.
      const x = room.x + (w < room.w / 5 ? w + 8 : 10);
      const amount = value.toLocaleString('en');
      const text = both(`${name.en}: ${amount}`, `${name['zh-CN']}：${amount}`);
      return [
        {
          kind: 'box',
          key: `bill ${key}`,
          place: { ...room, w },
          tone,
          about: text,
        },
        {
          kind: 'label',
          key: `bill ${key} says`,
          place: { x, y: room.y + room.h / 2 },
          align: 'start',
          size: 's',
          text,
        },
      ];
    }),
  ];
}
