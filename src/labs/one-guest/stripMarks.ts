import { column, type Place, row } from '#kit/layout.ts';
import type { Mark, Point, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { GuestEvent } from '#sim/vmm/advanceEvents.ts';
import type { Deed } from '#sim/vmm/deed.ts';
import type { Technique } from '#sim/vmm/technique.ts';
import { vectorNumber } from '#sim/vmm/tell/vectorText.ts';
import type { Layout } from './layout.ts';
import { isCrossing, type State } from './model.ts';
import { labels, rowNames, shortRowNames } from './words.ts';

/** Privilege runs downward: who has the processor. */
const owners = ['user', 'kernel', 'vmm', 'hw'] as const;
type Owner = (typeof owners)[number];
const tones: Readonly<Record<Owner, Tone>> = { user: 'guestUser', kernel: 'guestKernel', vmm: 'vmm', hw: 'hw' };

const guestAt = (level: number): Owner => (level === 3 ? 'user' : 'kernel');

function ownerAfter(deed: Deed, technique: Technique, after: number): Owner {
  switch (deed.kind) {
    case 'leave':
    case 'handle':
    case 'translate':
      return 'vmm';
    case 'sleep':
    case 'end':
      return 'hw';
    case 'run':
    case 'boot':
    case 'enter':
    case 'deliver':
      return technique === 'interpreter' ? 'vmm' : guestAt(after);
  }
}

/** Who has the processor, one after the other, during an event; nobody is named twice in a row. */
function ownersIn({ deeds, level, after }: GuestEvent, technique: Technique): readonly Owner[] {
  const path: Owner[] = [technique === 'interpreter' ? 'vmm' : guestAt(level)];
  for (const [i, deed] of deeds.entries()) {
    if (deed.kind === 'deliver' && technique !== 'interpreter') path.push('hw');
    const isLast = i === deeds.length - 1;
    const owner = ownerAfter(deed, technique, isLast ? after : level);
    if (owner !== path.at(-1)) path.push(owner);
  }
  return path;
}

/** At most nine letters, which is what a column on a phone has room for. */
const shortReason = (reason: string): string => {
  const short = reason.replace('interrupt', 'irq').replace('hypercall ', '');
  return short.length > 9 ? `${short.slice(0, 8)}…` : short;
};

/** The words among the names; the rest are the machine's own, and the same in every language. */
const chinese: Readonly<Record<string, string>> = {
  exit: '退出',
  irq: '中断',
  timer: '定时器',
  window: '窗口',
  translate: '翻译',
  vector: '向量',
  end: '结束',
  run: '运行',
};

/** What an event is called under its column. */
export function nameOf(event: GuestEvent): Text {
  const name = plainNameOf(event);
  const own = name.replace(/^[a-z]+/, (word) => chinese[word] ?? word);
  return both(name, own);
}

/** Its first reason to leave the guest, or what else it was. */
function plainNameOf({ deeds }: GuestEvent): string {
  const leaves = deeds.filter((deed) => deed.kind === 'leave');
  const [first] = leaves;
  if (first?.kind === 'leave') {
    const short = first.exitReason === undefined ? shortReason(first.reason) : `exit ${first.exitReason}`;
    return leaves.length > 1 ? `${short} +${leaves.length - 1}` : short;
  }
  const last = deeds.at(-1);
  if (last?.kind === 'deliver') return `vector ${vectorNumber(last.vector)}`;
  if (deeds.some((deed) => deed.kind === 'translate')) return 'translate';
  return last?.kind === 'sleep' ? 'hlt' : (last?.kind ?? '');
}

/** The latest crossings and the event now: who had the processor. */
export function stripMarks(state: State, { strip, names, columns }: Layout): readonly Mark[] {
  const { past, last, run } = state;
  const rows = column(owners.length, { ...strip, h: strip.h - 26 }, 4);
  const isNarrow = names < 100;
  const shown = columnsOf(state, columns);
  const places = row(columns, { ...strip, x: strip.x + names, w: strip.w - names }, 6);
  const here = last && ownersIn(last, run.vmm.kind).at(-1);
  const marks: Mark[] = owners.flatMap((owner, i): Mark[] => {
    const place = rows[i];
    if (!place) return [];
    const y = place.y + place.h / 2;
    return [
      {
        kind: 'line',
        key: `level-${owner}`,
        ghost: true,
        place: [
          { x: strip.x + names, y },
          { x: strip.x + strip.w, y },
        ],
      },
      {
        kind: 'box',
        key: `owner-${owner}`,
        place: { ...place, w: names - 8 },
        tone: tones[owner],
        size: 's',
        text: (isNarrow ? shortRowNames : rowNames)[owner],
        ...(owner === here && { now: true }),
      },
    ];
  });
  return [
    ...marks,
    ...shown.flatMap((event, i) =>
      eventMarks(event, places[i], rows, state, strip.y + strip.h - 11, past.includes(event)),
    ),
  ];
}

/** The latest crossings, and at the end the event of the last step, crossing or not. */
function columnsOf({ past, last }: State, columns: number): readonly GuestEvent[] {
  const all = last && !isCrossing(last) ? [...past, last] : past;
  return all.slice(-columns);
}

function eventMarks(
  event: GuestEvent,
  place: Place | undefined,
  rows: readonly Place[],
  { last, run }: State,
  foot: number,
  crosses: boolean,
): readonly Mark[] {
  if (!place) return [];
  const owned = ownersIn(event, run.vmm.kind).slice(-9);
  const isNow = event === last;
  const steps = row(Math.max(2, owned.length), place, 0);
  const points = owned.map((owner, i): Point => {
    const at = rows[owners.indexOf(owner)];
    return { x: (steps[i]?.x ?? 0) + (steps[i]?.w ?? 0) / 2, y: (at?.y ?? 0) + (at?.h ?? 0) / 2 };
  });
  const name = nameOf(event);
  const marks: Mark[] = points.map((point, i) => ({
    kind: 'dot',
    key: `at-${event.number}-${i}`,
    place: { ...point, r: 6 },
    tone: tones[owned[i] ?? 'kernel'],
  }));
  const path: Mark[] =
    points.length > 1
      ? [
          {
            kind: 'line',
            key: `path-${event.number}`,
            place: points,
            arrow: true,
            ...(crosses && owned.includes('vmm') && { tone: 'cross' }),
          },
        ]
      : [];
  return [
    ...path,
    ...marks,
    {
      kind: 'label',
      key: `name-${event.number}`,
      place: { x: place.x + place.w / 2, y: foot },
      size: 's',
      text: name.en === 'run' ? labels.now : name,
      ...(isNow && { now: true }),
      about: both(
        `event ${event.number}: ${owned.map((owner) => rowNames[owner].en).join(' → ')} (${name.en})`,
        `事件 ${event.number}：${owned.map((owner) => rowNames[owner]['zh-CN']).join(' → ')}（${name['zh-CN']}）`,
      ),
    },
  ];
}
