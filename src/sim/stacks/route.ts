import { HARDWARE, layerOf, type StackLayer } from './layer.ts';

/** A layer and all that it lies on, down to what stands on the hardware. */
export function groundOf(layers: readonly StackLayer[], id: string): readonly string[] {
  const { on } = layerOf(layers, id);
  return on === undefined || on === HARDWARE ? [id] : [id, ...groundOf(layers, on)];
}

/**
 * The layers that control passes on its way, the first left out. Within one address space it goes there directly;
 * otherwise down to the first layer that both lie on, and up again; and from one world to another between the two that
 * stand on the hardware.
 */
export function routeBetween(layers: readonly StackLayer[], from: string, to: string): readonly string[] {
  if (from === to) return [];
  if (layerOf(layers, from).space === layerOf(layers, to).space) return [to];
  const down = groundOf(layers, from);
  const up = groundOf(layers, to);
  const meeting = down.find((id) => up.includes(id));
  const below = meeting === undefined ? down : down.slice(0, down.indexOf(meeting) + 1);
  const above = meeting === undefined ? up : up.slice(0, up.indexOf(meeting));
  return cutShort(layers, [...below.slice(1), ...above.toReversed()]);
}

/** Once control is in the address space of its goal, nothing is between them. */
function cutShort(layers: readonly StackLayer[], route: readonly string[]): readonly string[] {
  const goal = route.at(-1);
  if (goal === undefined) return route;
  const { space } = layerOf(layers, goal);
  const there = route.findIndex((id) => layerOf(layers, id).space === space);
  return route[there] === goal ? route : [...route.slice(0, there + 1), goal];
}
