import { HARDWARE, layerOf, type StackLayer, type StackSystem } from './layer.ts';

/** A system in its place: on the hardware, or, as L1, inside a guest of another. */
export interface Site {
  readonly system: StackSystem;
  readonly level: 0 | 1;
  /** The system whose guest this one is in. */
  readonly outer?: Site;
}

/** The layers that a guest brings along: its programs and its kernel. */
export const guestLayers = ({ layers }: StackSystem): readonly StackLayer[] =>
  layers.filter(({ is }) => is === 'programs' || is === 'guest-kernel');

const renamed = (name: string, layer: StackLayer): string =>
  `${layer.is === 'programs' || layer.is === 'guest-kernel' ? 'l2' : 'l1'}-${name}`;

/** A system as it stands inside a guest of another: what stood on the hardware now stands on the outer monitor. */
export function nestIn(inner: StackSystem, outer: StackSystem): Site {
  const own = inner.layers.filter(({ id }) => id !== HARDWARE);
  const names = new Map(own.map((layer) => [layer.id, renamed(layer.id, layer)]));
  const inside = (id: string): string => names.get(id) ?? id;
  const layers = own.map(
    (layer): StackLayer => ({
      ...layer,
      id: inside(layer.id),
      space: `l1-${layer.space}`,
      ...(layer.on && { on: inside(layer.on) }),
      ...(layer.thread && { thread: `l1-${layer.thread}` }),
      ...(layer.maps && { maps: layer.maps.map(inside) }),
      ...(layer.dependsOn && { dependsOn: inside(layer.dependsOn) }),
    }),
  );
  const system: StackSystem = {
    ...inner,
    layers,
    kernel: inside(inner.kernel),
    ...(inner.monitor && { monitor: inside(inner.monitor) }),
    disk: inner.disk.map(inside),
    net: inner.net.map(inside),
    ...(inner.emulator && { emulator: inside(inner.emulator) }),
    scheduler: inside(inner.scheduler),
  };
  return { system, level: 1, outer: { system: outer, level: 0 } };
}

/** Every layer that there is, the innermost guest first. The outer system’s own guest has made room for the inner system. */
export function layersOf({ system, outer }: Site): readonly StackLayer[] {
  if (!outer) return system.layers;
  const guest = guestLayers(outer.system);
  const machine = layerOf(outer.system.layers, outer.system.kernel);
  const inner = system.layers.map(
    (layer): StackLayer =>
      layer.on === HARDWARE
        ? {
            ...layer,
            ...(machine.on && { on: machine.on }),
            ...(machine.dependsOn && { dependsOn: machine.dependsOn }),
          }
        : layer,
  );
  return [...inner, ...outer.system.layers.filter((each) => !guest.includes(each))];
}
