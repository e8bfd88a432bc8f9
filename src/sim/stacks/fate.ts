import { HARDWARE, type StackLayer, type StackSystem } from './layer.ts';
import { guestLayers, layersOf, type Site } from './site.ts';

/** What becomes of a layer when another crashes. `stalls`: it runs on, and gets no answer from its devices. */
export type Fate = 'lives' | 'stalls' | 'dies';
export interface Fates {
  readonly layers: Readonly<Record<string, Fate>>;
  /** The programs of a second guest of the same system. */
  readonly neighbour: Fate;
  /** The monitor lives, and restarts the machine all the same: a vital layer is dead. */
  readonly restarts: boolean;
}

/** What dies with what: shared address space, ground, whatever it depends on. Found by following them until nothing more dies. */
function deadWith(layers: readonly StackLayer[], crashed: string): ReadonlySet<string> {
  const dead = new Set([crashed]);
  for (let before = 0; before !== dead.size; ) {
    before = dead.size;
    for (const layer of layers) if (layer.id !== HARDWARE && isDoomed(layer, layers, dead)) dead.add(layer.id);
  }
  return dead;
}

function isDoomed(layer: StackLayer, layers: readonly StackLayer[], dead: ReadonlySet<string>): boolean {
  const fallen = layers.filter(({ id }) => dead.has(id));
  const isDead = (id: string | undefined): boolean => id !== undefined && dead.has(id);
  const isInSpace = fallen.some(({ space, interpreted }) => !interpreted && space === layer.space);
  // What runs on the hardware itself is held by nothing, and holds everything.
  const isRootDead = fallen.some(({ on }) => on === HARDWARE);
  return isInSpace || isRootDead || isDead(layer.on) || isDead(layer.dependsOn);
}

const isProgram = (is: StackLayer['is']): boolean => is === 'programs' || is === 'container';
const TWIN = '-of-neighbour';

/** The same layers for a second guest: what each guest has of its own is there twice. */
function twinsOf(system: StackSystem): readonly StackLayer[] {
  const own = new Set(system.layers.filter(({ perGuest }) => perGuest).map(({ id }) => id));
  const twin = (id: string): string => (own.has(id) ? `${id}${TWIN}` : id);
  return system.layers
    .filter(({ id }) => own.has(id))
    .map((layer) => ({
      ...layer,
      id: twin(layer.id),
      space: `${layer.space}${TWIN}`,
      ...(layer.on && { on: twin(layer.on) }),
      ...(layer.dependsOn && { dependsOn: twin(layer.dependsOn) }),
    }));
}

/** Everyone on whom a guest’s devices depend. */
const serversOf = ({ disk, net, emulator }: StackSystem): readonly string[] => [
  ...disk,
  ...net,
  ...(emulator === undefined ? [] : [emulator]),
];

/** What becomes of every layer, and of a neighbour, when one crashes. */
export function fatesOf(site: Site, crashed: string): Fates {
  const outermost = (site.outer ?? site).system;
  const layers = layersOf(site);
  const all = [...layers, ...twinsOf(outermost)];
  const dead = deadWith(all, crashed);
  const served = serversOf(site.system)
    .concat(serversOf(outermost))
    .every((id) => !dead.has(id));
  const twins = twinsOf(outermost);
  const own = new Set(twins.map(({ id }) => id.replace(TWIN, '')));
  const neighbourServed = serversOf(outermost).every((id) => own.has(id) || !dead.has(id));
  const guests = new Set(guestLayers(site.system).map(({ id }) => id));
  return {
    layers: Object.fromEntries(
      layers.map(({ id }) => [id, dead.has(id) ? 'dies' : guests.has(id) && !served ? 'stalls' : 'lives']),
    ),
    neighbour: twins.some(({ id, is }) => isProgram(is) && dead.has(id))
      ? 'dies'
      : neighbourServed
        ? 'lives'
        : 'stalls',
    restarts: layers.some(({ id, vital, on }) => vital && dead.has(id) && on !== undefined && !dead.has(on)),
  };
}
