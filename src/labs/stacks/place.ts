import { column, type Place } from '#kit/layout.ts';
import type { StackLayer, StackSystem } from '#sim/stacks/layer.ts';
import type { Site } from '#sim/stacks/site.ts';

/** What a system’s layers are to its picture. */
interface Parts {
  /** Over one another: what a guest brings along, and what stands under it alone. */
  readonly guest: readonly StackLayer[];
  /** Beside the guest: processes and partitions that serve it. */
  readonly beside: readonly StackLayer[];
  /** The most privileged software, side by side. */
  readonly base: readonly StackLayer[];
}

const isBase = ({ is, in: mode }: StackLayer): boolean =>
  is === 'vmm' || is === 'host-kernel' || (is === 'device-model' && mode === 'root0');

function partsOf({ layers }: StackSystem): Parts {
  const above = layers.filter((layer) => !isBase(layer) && layer.is !== 'hardware');
  const isBeside = ({ is }: StackLayer): boolean => is === 'device-model' || is === 'service-os';
  return {
    guest: above.filter((layer) => !isBeside(layer)),
    beside: above.filter(isBeside),
    base: layers.filter(isBase),
  };
}

/** What of an outer system’s guest column stays when another system takes its guest’s place. */
const stays = ({ guest }: Parts): readonly StackLayer[] => guest.filter(({ is }) => is === 'emulator');

/** How many rows a system takes without the hardware. */
function rowsOf({ system, outer }: Site): number {
  const own = partsOf(system).guest.length + 1;
  return outer ? own + stays(partsOf(outer.system)).length + 1 : own;
}

/** Space between rows and between columns. */
export interface Gaps {
  readonly down: number;
  readonly across: number;
}

/**
 * Where every layer stands: the least privileged on top, the hardware at the bottom; the guest on the left, whoever
 * serves it on the right. A system inside a guest stands where that guest’s programs and kernel would.
 */
export function placeStack(site: Site, area: Place, gaps: Gaps): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const rows = column(rowsOf(site) + 1, area, gaps.down);
  const ground = rows.at(-1);
  const outermost = site.outer ?? site;
  for (const layer of outermost.system.layers) if (layer.is === 'hardware' && ground) places.set(layer.id, ground);
  const upper = rows.slice(0, -1);
  if (site.outer) {
    const inner = placeUpper(site.outer.system, upper, gaps, places, true);
    placeUpper(site.system, inner, gaps, places, false);
  } else placeUpper(site.system, upper, gaps, places, false);
  return places;
}

/** Places a system’s layers in these rows, and says what is left for its guest. */
function placeUpper(
  system: StackSystem,
  rows: readonly Place[],
  gaps: Gaps,
  places: Map<string, Place>,
  isHollow: boolean,
): readonly Place[] {
  const parts = partsOf(system);
  const { beside, base } = parts;
  const guest = isHollow ? stays(parts) : parts.guest;
  const last = rows.at(-1);
  const over = rows.slice(0, -1);
  const first = over[0];
  if (!last || !first) return [];
  const share = beside.length > 0 ? (isHollow ? 0.7 : 0.62) : 1;
  const left = over.map((row) => ({ ...row, w: row.w * share - (share < 1 ? gaps.across / 2 : 0) }));
  placeBase(base, last, left[0] ?? last, gaps, places, beside.length > 0);
  placeBeside(beside, over, left[0] ?? first, gaps, places);
  const own = left.slice(left.length - guest.length);
  for (const [i, layer] of guest.entries()) set(places, layer, own[i]);
  return left.slice(0, left.length - guest.length);
}

const set = (places: Map<string, Place>, { id }: StackLayer, place: Place | undefined): void => {
  if (place) places.set(id, place);
};

/** The last of several stands under whoever is beside the guest, the others under the guest. */
function placeBase(
  base: readonly StackLayer[],
  row: Place,
  guest: Place,
  gaps: Gaps,
  places: Map<string, Place>,
  isSplit: boolean,
): void {
  const [others, host] = isSplit && base.length > 1 ? [base.slice(0, -1), base.at(-1)] : [base, undefined];
  const width = host ? guest.w : row.w;
  const each = (width - gaps.across * (others.length - 1)) / others.length;
  for (const [i, layer] of others.entries())
    set(places, layer, { ...row, x: row.x + i * (each + gaps.across), w: each });
  if (host) set(places, host, { ...row, x: row.x + width + gaps.across, w: row.w - width - gaps.across });
}

function placeBeside(
  beside: readonly StackLayer[],
  rows: readonly Place[],
  guest: Place,
  gaps: Gaps,
  places: Map<string, Place>,
): void {
  const [top, bottom] = [rows[0], rows.at(-1)];
  if (!top || !bottom || beside.length === 0) return;
  const x = guest.x + guest.w + gaps.across;
  const room = { x, y: top.y, w: top.x + top.w - x, h: bottom.y + bottom.h - top.y };
  for (const [i, place] of column(beside.length, room, gaps.down).entries()) {
    const layer = beside[i];
    if (layer) set(places, layer, place);
  }
}
