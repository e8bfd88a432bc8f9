import { bottom, centre, left, right, top } from '#kit/layout.ts';
import type { Line, Mark, Point } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import { levelOf, type State, type Where, whereIs } from './model.ts';
import { labels } from './words.ts';

/** Privilege from top to bottom: the program, the guest's kernel, the hypervisor; and the way the processor has just gone. */
export function ringMarks(state: State, layout: Layout): readonly Mark[] {
  const { bits } = state.params;
  const is64 = bits === '64';
  const here = whereIs(state);
  const now = (where: Where) => here === where && { now: true };
  return [
    ...layout.rings.map((place, i): Mark => {
      const ring = [3, 1, 0][i];
      return { kind: 'label', key: `ring-${ring}`, place, align: 'start', size: 's', mono: true, text: `ring ${ring}` };
    }),
    {
      kind: 'box',
      key: 'user',
      place: is64 ? layout.user64 : layout.user,
      tone: 'guestUser',
      size: 's',
      text: is64 ? labels.shortUser : labels.user,
      ...(is64 && { sub: labels.ownTables }),
      ...now('user'),
    },
    {
      kind: 'box',
      key: 'kernel',
      place: layout.kernel[bits],
      tone: 'guestKernel',
      size: 's',
      text: is64 ? labels.shortKernel : labels.kernel,
      sub: is64 ? labels.ownTables : both('flat segments, INT 82h', '平坦段，INT 82h'),
      ...now('kernel'),
    },
    ...(is64
      ? [
          {
            kind: 'box',
            key: 'ring-1-empty',
            place: layout.kernel['32'],
            size: 's',
            ghost: true,
            text: labels.unused,
          } as const,
        ]
      : []),
    {
      kind: 'box',
      key: 'xen',
      place: layout.xen,
      tone: 'vmm',
      size: 's',
      text: labels.xen,
      sub: labels.checks,
      ...now('xen'),
    },
    ...way(state, layout, here),
  ];
}

/** The arrow from where the processor was to where it is. */
function way(state: State, layout: Layout, here: Where): readonly Line[] {
  const { from, steps } = state;
  if (steps === 0 || from === here) return [];
  const place = placeOf(state, layout);
  const [a, b] = [place(from), place(here)];
  const down = b.y > a.y;
  const ends: readonly [Point, Point] =
    a.y === b.y
      ? a.x < b.x
        ? [right(a), left(b)]
        : [left(a), right(b)]
      : down
        ? [
            { x: middle(a, b), y: bottom(a).y },
            { x: middle(a, b), y: top(b).y },
          ]
        : [
            { x: middle(a, b), y: top(a).y },
            { x: middle(a, b), y: bottom(b).y },
          ];
  const isCrossing = here === 'xen' || from === 'xen';
  const label = here === 'xen' ? String(crossingsOf(state)) : '';
  return [
    {
      kind: 'line',
      key: 'way',
      place: ends,
      arrow: true,
      bold: true,
      ...(isCrossing ? { tone: 'cross' as const } : {}),
      ...(label && { text: label }),
      about: wayAbout(from, here),
    },
  ];
}

const placeOf =
  ({ params: { bits } }: State, layout: Layout) =>
  (where: Where) => {
    if (where === 'xen') return layout.xen;
    if (where === 'kernel') return layout.kernel[bits];
    return bits === '64' ? layout.user64 : layout.user;
  };

/** Where two boxes face each other: the middle of the narrower one. */
const middle = (a: { x: number; w: number; y: number; h: number }, b: typeof a): number =>
  a.w <= b.w ? centre(a).x : centre(b).x;

/** Visits to the hypervisor so far, the modelled ones among them. */
export const crossingsOf = ({ run, visits }: State): number =>
  [...run.crossings.values()].reduce((all, n) => all + n, 0) + visits + (run.pending ? 1 : 0);

function wayAbout(from: Where, to: Where): Text {
  const name = { user: labels.user, kernel: labels.kernel, xen: labels.xen };
  return both(
    `the processor goes from the ${name[from].en} to the ${name[to].en}`,
    `处理器从${name[from]['zh-CN']}转到${name[to]['zh-CN']}`,
  );
}

/** The ring in which the processor really stands. */
export function realRing(state: State): number {
  if (whereIs(state) === 'xen') return 0;
  return levelOf(state) === 'user' || state.params.bits === '64' ? 3 : 1;
}
