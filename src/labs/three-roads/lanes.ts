import { bottom, type Place } from '#kit/layout.ts';
import type { Mark, Point } from '#kit/mark.ts';
import { isDirect } from '#sim/io/machine.ts';
import type { Lane, Layout } from './layout.ts';
import { type Way, whereOf } from './place.ts';
import { slotsOf } from './slots.ts';
import type { State } from './state.ts';

/** The ways of this road, pale; those the last event took in their colour, with the crossings counted on them. */
export function laneMarks(state: State, { lanes, secondLanes }: Layout): readonly Mark[] {
  const ways = whereOf(state)?.ways ?? [];
  const own = state.last?.guest === 1 ? { ...lanes, ...secondLanes } : lanes;
  const pale = roadOf(state).filter((lane) => !ways.some((way) => way.lane === lane));
  return [
    ...pale.map((lane): Mark => ({ kind: 'line', key: lane, place: lanes[lane] })),
    ...ways.map((way) => wayMark(way, own[way.lane])),
  ];
}

/** A number of three digits is more than a badge has room for: it stands on a plate of its own. */
const BADGE = 99;

function wayMark({ lane, back, crossings }: Way, points: readonly Point[]): Mark {
  const line = { kind: 'line', key: lane, place: back ? points.toReversed() : points, arrow: true } as const;
  if (lane === 'breach') return { ...line, tone: 'bad' };
  if (!crossings) return { ...line, tone: 'data' };
  return { ...line, tone: 'cross', ...(crossings <= BADGE && { text: String(crossings) }) };
}

/** The plates of such numbers, where the way has crossed its boundary. */
export function plateMarks(state: State, { lanes, token: { w, h } }: Layout): readonly Mark[] {
  return (whereOf(state)?.ways ?? []).flatMap(({ lane, crossings = 0 }): Mark[] => {
    const [from, to] = lanes[lane];
    if (crossings <= BADGE || !from || !to) return [];
    const place = { x: Math.max(4, from.x + (to.x - from.x) * 0.75 - w / 2), y: from.y + (to.y - from.y) * 0.75, w, h };
    return [{ kind: 'box', key: `times-${lane}`, place, pill: true, tone: 'cross', text: `× ${crossings}`, size: 's' }];
  });
}

function roadOf({ machine: { setup } }: State): readonly Lane[] {
  switch (setup.road) {
    case 'emulated':
    case 'virtio':
      return ['exit', 'toUser', 'ringQemu', 'qemuTap', 'tapDevice'];
    case 'vhost':
      return ['exit', 'toWorker', 'ringWorker', 'workerTap', 'tapDevice'];
    case 'passthrough':
    case 'sriov':
      return setup.posted ? ['doorbell', 'deviceIommu', 'ringIommu'] : ['exit', 'doorbell', 'deviceIommu', 'ringIommu'];
  }
}

/** What is happening, at the part where it happens; it moves from part to part. */
export function tokenMarks(state: State, { parts, slots, token }: Layout): readonly Mark[] {
  const where = whereOf(state);
  if (!where) return [];
  const isSecond = where.at === 'driver' && state.last?.guest === 1;
  const shown = slotsOf(state);
  const focus = Math.max(
    0,
    shown.findIndex(({ isNow }) => isNow),
  );
  const at = where.at === 'ring' ? slots[focus] : parts[isSecond ? 'second' : where.at];
  if (!at) return [];
  const isBad = isDirect(state.machine.setup) && state.held?.stopped === 'fault' && state.last?.do === 'dma';
  const tone = isBad || where.at === 'neighbour' ? 'bad' : where.ways.some((way) => way.crossings) ? 'cross' : 'data';
  return [{ kind: 'box', key: 'token', place: under(at, token), pill: true, tone, text: where.says, size: 's' }];
}

function under(place: Place, { w, h, over }: Layout['token']): Place {
  const { x, y } = bottom(place);
  return { x: Math.max(4, x - w / 2), y: y - over, w, h };
}
