import { centre, type Place } from '#kit/layout.ts';
import type { Mark, Point, Tone } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { type Cell, cellName, cellOf, sameCell } from './cell.ts';
import type { Layout } from './layout.ts';
import { mayInterrupt, type State, waitOf } from './model.ts';
import { words } from './words.ts';

const tones: Readonly<Record<string, Tone>> = {
  'root 0': 'vmm',
  'root 3': 'host',
  'non-root 0': 'guestKernel',
  'non-root 3': 'guestUser',
};
const occupants: Readonly<Record<string, { readonly en: string; readonly 'zh-CN': string }>> = words.occupants;

/** The two modes by four rings: all the places there are for a processor to be in. */
export function tableMarks(state: State, layout: Layout): readonly Mark[] {
  const here = cellOf(state.run);
  return [
    { kind: 'label', key: 'head root', place: layout.heads[0], text: words.root },
    { kind: 'label', key: 'head non-root', place: layout.heads[1], text: words.nonRoot },
    ...layout.ringNames.map(
      (place, i): Mark => ({
        kind: 'label',
        key: `ring ${3 - i}`,
        place,
        align: 'start',
        size: 's',
        mono: true,
        text: words.ring(3 - i),
      }),
    ),
    ...layout.root.flatMap((place, i) => cellMarks({ mode: 'root', ring: 3 - i }, place, here)),
    ...layout.nonRoot.flatMap((place, i) => cellMarks({ mode: 'non-root', ring: 3 - i }, place, here)),
    ...pathMarks(state, layout, here),
    tokenMark(layout, here),
    ...interruptMarks(state, layout),
  ];
}

function cellMarks(cell: Cell, place: Place, here: Cell): readonly Mark[] {
  const name = cellName(cell);
  const text = occupants[name];
  const box: Mark = text
    ? { kind: 'box', key: `cell ${name}`, place, tone: tones[name] ?? 'plain', now: sameCell(cell, here), about: text }
    : { kind: 'box', key: `cell ${name}`, place, ghost: true, about: words.empty };
  if (!text) return [box];
  const at = { x: place.x + 7, y: place.y + 14 * (place.h / 44) };
  return [
    box,
    { kind: 'label', key: `in ${name}`, place: at, align: 'start', size: 's', tone: tones[name] ?? 'plain', text },
  ];
}

const placeOf = ({ mode, ring }: Cell, { root, nonRoot }: Layout): Place =>
  (mode === 'root' ? root : nonRoot)[3 - ring] ?? { x: 0, y: 0, w: 9, h: 9 };

/** The token stands in the lower right of its cell. */
function tokenPlace(cell: Cell, layout: Layout): Place {
  const { x, y, w, h } = placeOf(cell, layout);
  const { token } = layout;
  return { x: x + w - token.w - 4, y: y + h - token.h - 3, ...token };
}

const tokenMark = (layout: Layout, here: Cell): Mark => ({
  kind: 'box',
  key: 'cpu',
  place: tokenPlace(here, layout),
  tone: 'data',
  pill: true,
  size: 's',
  text: words.cpu,
  about: both(
    `The processor is in ${here.mode} mode, ring ${here.ring}.`,
    `处理器在${here.mode === 'root' ? '根' : '非根'}模式 ring ${here.ring}。`,
  ),
});

const kvm: Cell = { mode: 'root', ring: 0 };

/** From where the processor was to where it is; QEMU is reached from the guest by way of the host's kernel only. */
function pathMarks(state: State, layout: Layout, here: Cell): readonly Mark[] {
  const { from } = state;
  if (!from || sameCell(from, here)) return [];
  const viaKernel = from.mode !== here.mode && from.ring === 3 && from.mode === 'root';
  const stops = viaKernel ? [from, kvm, here] : [from, here];
  const place: readonly Point[] = stops.map((cell) => centre(tokenPlace(cell, layout)));
  return [
    {
      kind: 'line',
      key: 'path',
      tone: 'cross',
      bold: true,
      arrow: true,
      place: shortened(place, layout.token),
      about: both('The processor changes its mode or its ring.', '处理器切换模式或特权级。'),
    },
  ];
}

/** Ends at the token's edge instead of under it. */
function shortened(path: readonly Point[], { w, h }: Layout['token']): readonly Point[] {
  const [last, before] = [path.at(-1), path.at(-2)];
  if (!last || !before) return path;
  const [dx, dy] = [last.x - before.x, last.y - before.y];
  const reach = Math.min(w / 2 / Math.max(1e-6, Math.abs(dx)), h / 2 / Math.max(1e-6, Math.abs(dy)));
  return [...path.slice(0, -1), { x: last.x - dx * reach, y: last.y - dy * reach }];
}

/** The host's interrupt: the reader sends it while the guest runs, and it waits if nothing makes it exit. */
function interruptMarks(state: State, { interrupt, waiting }: Layout): readonly Mark[] {
  const wait = waitOf(state);
  const may = mayInterrupt(state);
  return [
    {
      kind: 'box',
      key: 'interrupt',
      place: interrupt,
      tone: 'hw',
      size: 's',
      text: words.interrupt,
      ghost: !may && wait === undefined,
      picked: wait !== undefined,
      about: may || wait !== undefined ? words.interruptOffer : words.interruptRoot,
      ...(may && { move: ['interrupt'] as const }),
    },
    {
      kind: 'label',
      key: 'waiting',
      place: waiting,
      align: 'start',
      size: 's',
      ...(wait && { tone: 'bad' as const }),
      text: wait === undefined ? words.none : words.waits(wait),
    },
  ];
}
