import { column, type Place, row } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import type { LayerKind } from '#sim/systems/system.ts';
import type { Layout } from './layout.ts';
import { tones } from './tones.ts';
import { layerWords, typeWords } from './words.ts';

/** Goldberg’s two types, side by side: the same parts at the same height, and in the second an OS between. */
const first: readonly (LayerKind | 'same')[] = ['programs', 'guest-kernel', 'vmm', 'same', 'hardware'];
const second: readonly (LayerKind | 'same')[] = ['programs', 'guest-kernel', 'vmm', 'host-kernel', 'hardware'];

/** What stands beside the grid while no system is at hand. */
export function typeMarks({ stack, name, gap }: Layout): readonly Mark[] {
  const [left = stack, right = stack] = row(2, stack, 3 * gap);
  return [...typeStack('first', first, left, gap, name.y), ...typeStack('second', second, right, gap, name.y)];
}

function typeStack(
  type: 'first' | 'second',
  layers: readonly (LayerKind | 'same')[],
  place: Place,
  gap: number,
  headY: number,
): readonly Mark[] {
  const rows = column(layers.length, place, gap);
  const head: Mark = {
    kind: 'label',
    key: `type-${type}`,
    place: { x: place.x + place.w / 2, y: headY },
    size: 's',
    text: typeWords[type],
    about: typeWords[`${type}About`],
  };
  const boxes = layers.flatMap((is, i): Mark[] => {
    const own = rows[i];
    if (is === 'same' || !own) return [];
    const below = layers[i + 1] === 'same' ? rows[i + 1] : undefined;
    const h = below ? below.y + below.h - own.y : own.h;
    return [
      {
        kind: 'box',
        key: `type-${type}-${is}`,
        place: { ...own, h },
        size: 's',
        tone: tones[is],
        text: layerWords[is],
      },
    ];
  });
  return [head, ...boxes];
}
