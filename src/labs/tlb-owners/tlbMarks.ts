import { left } from '#kit/layout.ts';
import type { Box, Mark, Sheet, Tone } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { Translation } from '#sim/mmu/tlb.ts';
import type { Layout } from './layout.ts';
import { ENTRIES } from './model.ts';
import { entriesByOwner } from './readings.ts';
import type { Owner } from './schedule.ts';
import type { State } from './state.ts';
import { isStale, ownerOf, pageOf, pcidOf, vpidOf } from './tags.ts';
import { letters, owners, marks as say } from './words.ts';

export const toneOf = (who: Owner): Tone => (who === 'host' ? 'vmm' : 'guestUser');
export const hex = (n: number): string => `0x${n.toString(16)}`;

/** The sixteen entries in their sets, whose they are, and the set that is looked into. */
export function tlbMarks(state: State, layout: Layout, sheet: Sheet): readonly Mark[] {
  const { sets, ways } = state.tlb;
  const boxes = sets.flatMap((_, set) => Array.from({ length: ways }, (__, way) => entryBox(state, layout, set, way)));
  const head: Mark = {
    kind: 'label',
    key: 'head-tlb',
    place: layout.heads.tlb,
    text: say.tlb(sets.length),
    size: 's',
    align: 'start',
  };
  return [head, ...lookUp(state, layout), ...boxes, ...ownerMarks(state, layout, sheet), ...glassMarks(state, layout)];
}

function entryBox(state: State, layout: Layout, set: number, way: number): Box {
  const { tlb, told, picked } = state;
  const entry = tlb.sets[set]?.find((held) => held.way === way);
  const common = {
    kind: 'box',
    key: `entry-${set}.${way}`,
    place: layout.entry(set, way, tlb.sets.length),
    mono: true,
    picked: picked?.set === set && picked.way === way,
    move: ['entry', set, way],
  } as const;
  if (!entry)
    return { ...common, ghost: true, about: both(`set ${set}, way ${way}: empty`, `第 ${set} 组第 ${way} 路：空`) };
  const who = ownerOf(state, entry);
  const isUsed = (told.kind === 'hit' || told.kind === 'miss') && told.key === entry.key;
  const page = hex(pageOf(entry));
  return {
    ...common,
    tone: isStale(state, entry) ? 'bad' : toneOf(who),
    text: `${letters[who]} ${pageOf(entry).toString(16)}`,
    sub: `→ ${hex(entry.frame)}`,
    now: isUsed && !state.looking,
    about: both(
      `${owners[who].en}: page ${page} is in frame ${hex(entry.frame)}`,
      `${owners[who]['zh-CN']}：第 ${page} 页在页框 ${hex(entry.frame)}`,
    ),
  };
}

/** The arrow from the core to the set that the access is looked for in. */
function lookUp(state: State, layout: Layout): Mark[] {
  const { told, tlb } = state;
  if (told.kind !== 'hit' && told.kind !== 'miss') return [];
  const sets = tlb.sets.length;
  const set = told.page % sets;
  const way = tlb.sets[set]?.find(({ key }) => key === told.key)?.way ?? 0;
  const row = sets === 1 ? way - (way % 4) : 0;
  return [
    {
      kind: 'line',
      key: 'look-up',
      place: layout.toSet(left(layout.entry(set, row, sets)).y),
      tone: 'data',
      arrow: true,
    },
  ];
}

/** One bar of sixteen entries, cut by owner. */
function ownerMarks(state: State, { owners: place }: Layout, sheet: Sheet): Mark[] {
  const counts = entriesByOwner(state);
  const each = place.w / ENTRIES;
  const letter = sheet === 'wide' ? 19 * 0.6 : 12.5 * 0.6;
  let x = place.x;
  return (['A', 'B', 'host'] as const).map((who): Mark => {
    const w = counts[who] * each;
    const word = `${letters[who]} ${counts[who]}`;
    const at = { ...place, x, w };
    x += w;
    return {
      kind: 'box',
      key: `owner-${who}`,
      place: at,
      tone: toneOf(who),
      size: 's',
      mono: true,
      ghost: w === 0,
      ...(w > word.length * letter && { text: word }),
    };
  });
}

/** The entry under the glass: every field, and whose it is. */
function glassMarks(state: State, { heads }: Layout): Mark[] {
  const { picked, tlb } = state;
  const entry = picked && tlb.sets[picked.set]?.find(({ way }) => way === picked.way);
  if (!entry) return [];
  return [{ kind: 'label', key: 'glass', place: heads.glass, text: fieldsOf(state, entry), size: 's', align: 'start' }];
}

function fieldsOf(state: State, entry: Translation) {
  const tag = `VPID ${vpidOf(entry)} · PCID ${pcidOf(entry)}`;
  const [page, frame, who] = [hex(pageOf(entry)), hex(entry.frame), owners[ownerOf(state, entry)]];
  return both(
    `${tag} · page ${page} → frame ${frame} · ${who.en}`,
    `${tag} · 页 ${page} → 页框 ${frame} · ${who['zh-CN']}`,
  );
}
