import type { Place } from '#kit/layout.ts';
import type { Mark, Point } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { billOf } from './bill.ts';
import { curveOf, DECADES, percentAt, rateAt, shareOf } from './crossings.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { type PlatformId, platformIds, platformOf } from './platforms.ts';
import { number, percentText, marks as say } from './words.ts';

/** The top of the plane: a little more than native speed. */
const MOST = 120;
/** Places at which a line is worked out. */
const SAMPLES = 60;

const yOf = ({ y, h }: Place, percent: number): number => y + h * (1 - Math.min(MOST, Math.max(0, percent)) / MOST);
const at = (plot: Place, share: number, percent: number): Point => ({
  x: plot.x + share * plot.w,
  y: yOf(plot, percent),
});

/** The axes with their ticks; the upper edge of the grid is native speed. */
export function axisMarks({ params }: State, { plot, yTitle, xTitle, ticks }: Layout): readonly Mark[] {
  const across = (percent: number): Mark => ({
    kind: 'line',
    key: `grid-${percent}`,
    place: [at(plot, 0, percent), at(plot, 1, percent)],
    ghost: percent > 0 && percent < 100,
  });
  const percents = [0, 20, 40, 60, 80, 100];
  return [
    { kind: 'label', key: 'y-title', place: yTitle, align: 'start', size: 's', text: say.yAxis },
    ...percents.map(across),
    ...percents.map(
      (percent): Mark => ({
        kind: 'label',
        key: `percent-${percent}`,
        place: { x: plot.x - 6, y: yOf(plot, percent) },
        align: 'end',
        size: 's',
        mono: true,
        text: String(percent),
      }),
    ),
    ...Array.from(
      { length: DECADES + 1 },
      (_, i): Mark => ({
        kind: 'label',
        key: `rate-${i}`,
        place: { x: plot.x + (i / DECADES) * plot.w, y: ticks },
        align: i === DECADES ? 'end' : 'middle',
        size: 's',
        mono: true,
        text: i < 3 ? String(10 ** i) : `${10 ** (i - 3)}k`,
      }),
    ),
    { kind: 'label', key: 'x-title', place: xTitle, align: 'start', size: 's', text: say.axis(params.axis) },
  ];
}

/** What has been told of the shown technique, as a band across the plane. */
export function oldMarks({ shown }: State, { plot, oldLine }: Layout): readonly Mark[] {
  const old = shown && platformOf(shown).old;
  if (!old) return [];
  const [top, bottom] = [yOf(plot, old.to), yOf(plot, old.from)];
  // Under the band, or above one that lies at the foot of the plane, where the axis has its numbers.
  const below = bottom + 2 * oldLine <= plot.y + plot.h;
  return [
    {
      kind: 'box',
      key: 'old',
      tone: 'data',
      place: { x: plot.x, y: top, w: plot.w, h: Math.max(4, bottom - top) },
      about: say.old(old.text),
    },
    {
      kind: 'label',
      key: 'old-name',
      place: { x: plot.x + plot.w, y: below ? bottom + oldLine : top - oldLine },
      align: 'end',
      size: 's',
      text: say.old(old.text),
    },
  ];
}

/** Where on its line a technique’s number stands: each a little further, and none under the points of this workload. */
function badgeShare(i: number, here: number): number {
  const share = 0.3 + (0.62 * i) / (platformIds.length - 1);
  return Math.abs(share - here) < 0.04 ? here - 0.05 : share;
}

/** Every technique that has its bill: its line, and on it its number. */
export function lineMarks(state: State, layout: Layout): readonly Mark[] {
  const { params, events, billed, shown } = state;
  const { plot, badge } = layout;
  const drawn = platformIds.slice(0, billed);
  const curves = new Map(drawn.map((id) => [id, curveOf(params, id, events)]));
  const place = (id: PlatformId, share: number): Point => {
    const curve = curves.get(id);
    return at(plot, share, curve ? percentAt(curve, rateAt(share)) : 0);
  };
  const line = (id: PlatformId): Mark => ({
    kind: 'line',
    key: `line-${id}`,
    place: Array.from({ length: SAMPLES + 1 }, (_, i) => place(id, i / SAMPLES)),
    ...(id === shown && { tone: 'cross', bold: true }),
  });
  return [
    ...drawn.filter((id) => id !== shown).map(line),
    ...drawn.filter((id) => id === shown).map(line),
    ...drawn.map((id, i): Mark => {
      const { x, y } = place(id, badgeShare(i, shareOf(events[params.axis])));
      return {
        kind: 'box',
        key: `badge-${id}`,
        place: { x: x - badge, y: y - badge, w: 2 * badge, h: 2 * badge },
        pill: true,
        size: 's',
        text: String(i + 1),
        ...(id === shown && { tone: 'cross' }),
        about: platformOf(id).name,
      };
    }),
  ];
}

/** Where on the axis this workload stands, and each technique there. */
export function hereMarks(state: State, { plot, point }: Layout): readonly Mark[] {
  const { params, events, billed, shown, crossings } = state;
  const share = shareOf(events[params.axis]);
  const x = plot.x + share * plot.w;
  return [
    {
      kind: 'line',
      key: 'here',
      tone: 'data',
      place: [
        { x, y: plot.y },
        { x, y: plot.y + plot.h },
      ],
      about: both(
        `${say.here.en}: ${number(events[params.axis])}`,
        `${say.here['zh-CN']}：${number(events[params.axis])}`,
      ),
    },
    ...platformIds.slice(0, billed).map((id): Mark => {
      const { percent } = billOf(params, id, events);
      const { name } = platformOf(id);
      return {
        kind: 'dot',
        key: `here-${id}`,
        tone: 'data',
        place: { ...at(plot, share, percent), r: point },
        about: both(`${name.en}: ${percentText(percent)}`, `${name['zh-CN']}：${percentText(percent)}`),
        ...(id === shown && !crossings && { now: true }),
      };
    }),
  ];
}

/** Where the shown line crosses others. */
export const crossingMarks = ({ crossings = [], shown }: State, { plot, point }: Layout): readonly Mark[] =>
  (shown ? crossings : []).slice(0, 12).map(({ other, rate, percent }, i): Mark => {
    const { name } = platformOf(other);
    return {
      kind: 'dot',
      key: `cross-${i}`,
      tone: 'cross',
      now: true,
      place: { ...at(plot, shareOf(rate), percent), r: point },
      about: both(
        `crosses ${name.en} at ${number(rate)}: ${percentText(percent)}`,
        `在 ${number(rate)} 处与 ${name['zh-CN']} 相交：${percentText(percent)}`,
      ),
    };
  });
