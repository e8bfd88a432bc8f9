import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { type Region, regions } from '#sim/holes/judge.ts';
import { type Item, itemsOf } from './items.ts';
import { cellsOf, type Layout } from './layout.ts';
import { holesIn, isSorted, nextOf, type Sorting } from './model.ts';
import { labels, regionMeanings, regionNames, sets } from './words.ts';

/** The lamp, the two bars, the places between them, and every instruction in its place. */
export function setMarks(state: Sorting, layout: Layout): readonly Mark[] {
  const { bars } = layout;
  return [
    ...lampMarks(state, layout),
    { kind: 'box', key: 'sensitive', place: bars.sensitive, text: sets.sensitive, size: 's', tone: 'data' },
    {
      kind: 'box',
      key: 'traps',
      place: bars.traps,
      text: state.cpu === 'vtx' ? sets.exits : sets.traps,
      size: 's',
      tone: 'hw',
    },
    ...regions.flatMap((region) => regionMarks(state, layout, region)),
    ...itemMarks(state, layout),
  ];
}

/** The condition of Popek and Goldberg’s first theorem, so far. */
function lampMarks(state: Sorting, { lamp }: Layout): readonly Mark[] {
  const holes = holesIn(state);
  const isLit = holes === 0 && isSorted(state);
  return [
    {
      kind: 'dot',
      key: 'bulb',
      place: { ...lamp.bulb, r: lamp.r },
      ...(holes > 0 && { tone: 'bad' }),
      ...(isLit && { tone: 'data' }),
      ...(holes === 0 && !isLit && { ghost: true }),
    },
    {
      kind: 'label',
      key: 'condition',
      place: lamp.words,
      align: 'start',
      text: conditionOf(holes, isLit),
      ...(holes > 0 && { tone: 'bad' }),
    },
  ];
}

function conditionOf(holes: number, isLit: boolean): Text {
  if (holes > 0)
    return both(
      `Popek–Goldberg: broken, ${holes} hole${holes > 1 ? 's' : ''}`,
      `Popek–Goldberg 条件不成立：${holes} 个漏洞`,
    );
  if (isLit) return both('Popek–Goldberg: the condition holds', 'Popek–Goldberg 条件成立');
  return both('Is every sensitive instruction caught?', '敏感指令都截得住吗？');
}

function regionMarks({ picked }: Sorting, { regions: places, title }: Layout, region: Region): readonly Mark[] {
  const place = places[region];
  const [name, meaning] = [regionNames[region], regionMeanings[region]];
  return [
    {
      kind: 'box',
      key: `region-${region}`,
      place,
      about: both(`${name.en}: ${meaning.en}`, `${name['zh-CN']}：${meaning['zh-CN']}`),
      ...(region === 'hole' && { tone: 'bad' }),
      ...(picked !== undefined && { move: ['place', region], picked: false }),
    },
    {
      kind: 'label',
      key: `name-${region}`,
      place: { x: place.x + place.w / 2, y: place.y + title },
      text:
        region === 'neither'
          ? both(`${name.en} (dashed: ${labels.tray.en})`, `${name['zh-CN']}（虚线：${labels.tray['zh-CN']}）`)
          : name,
      size: 's',
    },
  ];
}

/** Whoever was not tried, or is in neither set, stays where it was: outside. */
function itemMarks(state: Sorting, layout: Layout): readonly Mark[] {
  const items = itemsOf(state.cpu);
  const outside = cellsOf(layout, layout.regions.neither, items.length);
  const next = nextOf(state);
  return items.map((item, i): Mark => {
    const placed = state.placed[item.id];
    const region = placed?.region ?? 'neither';
    const inside = items.filter(({ id }) => state.placed[id]?.region === region);
    const cell =
      region === 'neither'
        ? outside[i]
        : cellsOf(layout, layout.regions[region], inside.length)[inside.findIndex(({ id }) => id === item.id)];
    return {
      kind: 'box',
      key: `item-${item.id}`,
      place: cell ?? layout.regions.neither,
      text: item.name,
      size: 's',
      mono: true,
      move: ['pick', item.id],
      picked: state.picked === item.id,
      about: aboutItem(state, item, next),
      ...(!placed && state.picked !== item.id && { ghost: true }),
      ...(state.shown === item.id && { now: true }),
    };
  });
}

function aboutItem({ placed }: Sorting, { id, name }: Item, next: string | undefined): Text {
  const region = placed[id]?.region;
  if (region) return both(`${name}: ${regionNames[region].en}`, `${name}：${regionNames[region]['zh-CN']}`);
  const [en, zh] = next === id ? [', comes next', '，下一条就是它'] : ['', ''];
  return both(`${name}: not tried yet${en}`, `${name}：还没试${zh}`);
}
