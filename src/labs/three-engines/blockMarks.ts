import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { MetBlock } from '#sim/vmm/engines/engines.ts';
import type { Layout, Row } from './layout.ts';
import type { State } from './model.ts';
import { nameOf, sourceOf } from './names.ts';
import { digits, words } from './words.ts';

/** As many letters as fit. */
export const cut = (text: string, letters: number): string =>
  text.length > letters ? `${text.slice(0, letters - 1)}…` : text;

/** The blocks in the order in which the guest met them, and beside each of them its translation if the cache has it. */
export function blockMarks(state: State, layout: Layout): readonly Mark[] {
  const { blocks, last } = state.run;
  const all = [...blocks.values()];
  const at = all.findIndex(({ address }) => address === last?.address);
  const { rows } = layout;
  const first = Math.max(0, Math.min(all.length - rows.length, at - (rows.length >> 1)));
  const shown = all.slice(first, first + rows.length);
  const marks = shown.flatMap((block, i) => (rows[i] ? rowMarks(state, block, rows[i], layout) : []));
  const hidden = all.length - shown.length;
  return [
    ...headMarks(state, layout),
    ...marks,
    ...(hidden > 0
      ? [{ kind: 'label', key: 'more', place: layout.more, align: 'end', size: 's', text: words.more(hidden) } as const]
      : []),
  ];
}

function headMarks({ params, run }: State, { head }: Layout): readonly Mark[] {
  const cache = words.cache(run.cache.length, Number(params.cacheBlocks));
  return [
    { kind: 'label', key: 'head block', place: head.block, align: 'start', size: 's', text: words.block },
    { kind: 'label', key: 'head length', place: head.length, align: 'middle', size: 's', text: words.length },
    { kind: 'label', key: 'head runs', place: head.runs, align: 'end', size: 's', text: words.runs },
    { kind: 'label', key: 'head cache', place: head.cache, align: 'end', size: 's', text: cache },
  ];
}

function rowMarks({ program, run }: State, block: MetBlock, row: Row, { letters }: Layout): readonly Mark[] {
  const { address, instructions, runs, translations } = block;
  const name = nameOf(program, address);
  const source = sourceOf(program, block).join('; ');
  const isLast = run.last?.address === address;
  const isKept = run.cache.includes(address);
  return [
    {
      kind: 'box',
      key: `block ${address}`,
      place: row.block,
      tone: 'guestKernel',
      mono: true,
      size: 's',
      text: cut(name, letters[0]),
      now: isLast,
      about: both(`Block ${name}: ${source}`, `块 ${name}：${source}`),
    },
    {
      kind: 'label',
      key: `length ${address}`,
      place: row.length,
      align: 'middle',
      size: 's',
      mono: true,
      text: String(instructions.length),
    },
    {
      kind: 'label',
      key: `runs ${address}`,
      place: row.runs,
      align: 'end',
      size: 's',
      mono: true,
      text: `×${digits(runs)}`,
    },
    {
      kind: 'box',
      key: `translation ${address}`,
      place: row.translation,
      tone: 'data',
      size: 's',
      ghost: !isKept,
      text: words.translated(translations),
      about: isKept ? words.kept(translations) : words.dropped(translations),
    },
  ];
}
