import type { Label, Mark, Sheet } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import { indexAt, spanOf } from '#sim/paging/level.ts';
import { indexOf, offsetIn } from '#sim/paging/linear.ts';
import type { Walk } from '#sim/paging/walk.ts';
import { physicalOf, targetOf } from './hand.ts';
import { hexAddress, hexLong } from './hex.ts';
import type { Layout } from './layout.ts';
import type { Walker } from './model.ts';
import { pathOf } from './path.ts';
import { type Ribbon, ribbonBoxes } from './ribbon.ts';
import { marks as say, tableWord } from './words.ts';

/** Both addresses, each over or under what it selects in. */
export function ribbonMarks(state: Walker, layout: Layout, sheet: Sheet): Mark[] {
  const upper = [
    ...virtualNames(state, layout, sheet),
    ...ribbonBoxes(virtualRibbon(state, layout), state.walk, sheet),
  ];
  if (!state.plan.isNested || state.open) return upper;
  return [
    ...upper,
    ...physicalNames(state.walk, layout, sheet),
    ...ribbonBoxes(physicalRibbon(state, layout), state.walk, sheet),
  ];
}

function virtualRibbon(state: Walker, layout: Layout): Ribbon {
  const { address } = state.walk.access;
  const leaf = Math.min(...pathOf(state).map(({ target }) => target || 5));
  return {
    cut: 'virtual',
    tone: 'guestKernel',
    levels: state.plan.guestLevels,
    leaf,
    reached: targetOf(state.walk) ?? 6,
    place: layout.virtual,
    nameOf: tableWord,
    valueAt: (level) => (level ? indexOf(address, level) : offsetIn(address, leaf)),
  };
}

function physicalRibbon(state: Walker, layout: Layout): Ribbon {
  const { walk, plan } = state;
  const sought = targetOf(walk);
  const target = sought ?? plan.guestLevels;
  const column = pathOf(state).filter((cell) => cell.by === 'ept' && cell.target === target);
  const leaf = Math.min(...column.map(({ level }) => level));
  const physical = sought === undefined ? undefined : physicalOf(walk, sought);
  return {
    cut: 'physical',
    tone: 'vmm',
    levels: plan.eptLevels,
    leaf,
    reached: reachedInEpt(walk, target),
    place: layout.physical,
    nameOf: (level) => `EPT ${level}`,
    valueAt: (level) => physical && (level ? indexAt(physical, level) : physical % spanOf(leaf)),
  };
}

/** The lowest field of the guest-physical address that has been used. */
function reachedInEpt({ references, fault }: Walk, target: number): number {
  const last = references.at(-1);
  if (last?.target !== target) return 6;
  if (last.by === 'guest' || last.isLeaf) return 0;
  return fault ? last.level : last.level - 1;
}

const label = (
  key: string,
  place: Label['place'],
  align: 'start' | 'end',
  text: string | Text,
  mono = false,
): Label => ({
  kind: 'label',
  key,
  place,
  align,
  size: 's',
  mono,
  text,
});

function virtualNames({ plan, walk }: Walker, { names }: Layout, sheet: Sheet): Mark[] {
  if (sheet === 'wide') {
    const [first, second] = plan.isNested ? [say.guest, say.virtual] : [say.virtualAlone, say.address];
    return [
      label('name-virtual', names.virtual, 'end', first),
      label('name-virtual-more', names.virtualMore, 'end', second),
    ];
  }
  return [
    label('name-virtual', names.virtual, 'start', plan.isNested ? say.guestVirtual : say.virtualAddress),
    label('name-virtual-more', names.virtualMore, 'end', hexLong(walk.access.address.hex), true),
  ];
}

function physicalNames(walk: Walk, { names }: Layout, sheet: Sheet): Mark[] {
  if (sheet === 'wide')
    return [
      label('name-physical', names.physical, 'end', say.guest),
      label('name-physical-more', names.physicalMore, 'end', say.physical),
    ];
  const target = targetOf(walk);
  const physical = target === undefined ? undefined : physicalOf(walk, target);
  return [
    label('name-physical', names.physical, 'start', say.guestPhysical),
    label('name-physical-more', names.physicalMore, 'end', physical === undefined ? '' : hexAddress(physical), true),
  ];
}
