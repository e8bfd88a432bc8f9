import { column, type Place, row } from '#kit/layout.ts';
import type { Box, Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { facts } from '#sim/systems/facts.ts';
import { type PlacedLayer, placeLayers } from '#sim/systems/placeLayers.ts';
import type { Layer, SystemFacts } from '#sim/systems/system.ts';
import { clip } from './clip.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { tones } from './tones.ts';
import { typeMarks } from './typeMarks.ts';
import { changedWord, layerWords, privilegeWords, shortPrivileges } from './words.ts';

/** The system whose layers are shown: the one in hand, or the one just placed or looked at. */
export function shownOf({ picked, last, judged, examined }: State): SystemFacts | undefined {
  const id =
    picked ??
    (last.kind === 'put'
      ? last.id
      : last.kind === 'step'
        ? judged.examples[examined - 1]?.subject.system.id
        : undefined);
  return facts.find((system) => system.id === id);
}

/** A name that fits over the stack. */
const headOf = ({ name, tray }: SystemFacts): string => tray?.short ?? clip(name.replace(/ \(.*\)$/, ''), 20);

/** The layers of the system at hand, the least privileged on top. */
export function stackMarks(state: State, layout: Layout): readonly Mark[] {
  const system = shownOf(state);
  if (!system) return typeMarks(layout);
  const name: Mark = { kind: 'label', key: 'stack-name', place: layout.name, text: headOf(system), now: true };
  return [
    name,
    ...placeLayers(system.stack).map((placed) => layerMark(placed, placeOf(placed, system, layout), layout)),
  ];
}

/** The cells of a layer, as a place on the sheet. */
function placeOf({ row: r, column: c, rows, columns }: PlacedLayer, { stack }: SystemFacts, layout: Layout): Place {
  const all = column(stack.length, layout.stack, layout.gap);
  const [from = layout.stack, to = from] = [all[r], all[r + rows - 1]];
  const most = Math.max(...stack.map((each) => each.length));
  const [left = from, right = left] = [row(most, from, layout.gap)[c], row(most, from, layout.gap)[c + columns - 1]];
  return { x: left.x, y: from.y, w: right.x + right.w - left.x, h: to.y + to.h - from.y };
}

/** A box beside another on the wide sheet. */
const NARROW = 150;

function layerMark({ layer, row: r, column: c }: PlacedLayer, place: Place, { tallEnough }: Layout): Box {
  const kind = layerWords[layer.is];
  return {
    kind: 'box',
    key: `layer-${r}-${c}`,
    place,
    size: 's',
    tone: tones[layer.is],
    text: layer.name === undefined ? kind : clip(layer.name, place.w < NARROW ? 11 : 20),
    ...(layer.in && place.h >= tallEnough && { sub: shortPrivileges[layer.in] }),
    about: aboutLayer(layer, kind),
  };
}

function aboutLayer({ in: privilege, changed, name }: Layer, kind: Text): Text {
  const parts: readonly Text[] = [
    ...(name ? [both(name, name)] : []),
    kind,
    ...(changed ? [changedWord] : []),
    ...(privilege ? [privilegeWords[privilege]] : []),
  ];
  return both(parts.map(({ en }) => en).join(', '), parts.map((part) => part['zh-CN']).join('，'));
}
