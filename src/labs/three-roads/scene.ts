import type { Mark, Sheet } from '#kit/mark.ts';
import { boxMarks } from './boxes.ts';
import { buttonMarks } from './buttons.ts';
import { detailMarks } from './details.ts';
import { laneMarks, plateMarks, tokenMarks } from './lanes.ts';
import { type Layout, layouts } from './layout.ts';
import { ringMarks } from './ringMarks.ts';
import type { State } from './state.ts';
import { labels } from './words.ts';

/** The guest above, its ring in the middle, the VMM and the device below; a token where the last event was. */
export function scene(state: State, sheet: Sheet): readonly Mark[] {
  const layout = layouts[sheet];
  return [
    ...boundaryMarks(layout),
    ...laneMarks(state, layout),
    ...boxMarks(state, layout),
    ...ringMarks(state, layout),
    ...detailMarks(state, layout, sheet),
    ...buttonMarks(state, layout),
    ...plateMarks(state, layout),
    ...tokenMarks(state, layout),
  ];
}

function boundaryMarks({ boundaries }: Layout): readonly Mark[] {
  return boundaries.flatMap(({ line, above, below }, i): Mark[] => {
    const words = i === 0 ? labels.below : labels.hardware;
    return [
      { kind: 'line', key: `boundary-${i}`, place: line, ghost: true },
      ...(above
        ? [{ kind: 'label', key: `above-${i}`, place: above, text: labels.above, size: 's', align: 'start' } as const]
        : []),
      { kind: 'label', key: `below-${i}`, place: below, text: words, size: 's', align: 'start' },
    ];
  });
}
