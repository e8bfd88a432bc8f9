import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { Region } from '#sim/holes/judge.ts';
import { exitNames } from '#sim/vmm/hardware/vmx.ts';
import { itemsOf, type Placed } from './items.ts';
import type { Layout } from './layout.ts';
import type { Sorting } from './model.ts';
import { measuredLines } from './remarks.ts';
import { type Row, rowsOf } from './rows.ts';
import { labels, mannerNames, regionNames } from './words.ts';

/** The instruction in hand, or the one tried last: registers before and after, its place, and a real processor beside it. */
export function panelMarks(state: Sorting, layout: Layout): readonly Mark[] {
  const { panel } = layout;
  const id = state.picked ?? state.shown;
  const name = itemsOf(state.cpu).find((item) => item.id === id)?.name;
  if (id === undefined || name === undefined)
    return [
      { kind: 'label', key: 'advice', place: panel.name, align: 'start', text: labels.pick },
      ...labels.why.map(
        (words, i): Mark => ({
          kind: 'label',
          key: `why-${i}`,
          place: { x: panel.columns[0], y: panel.header + i * panel.rows.down },
          align: 'start',
          text: words,
          size: 's',
        }),
      ),
    ];
  const head: Mark = {
    kind: 'label',
    key: 'name',
    place: panel.name,
    align: 'start',
    text: name,
    size: 'l',
    mono: true,
  };
  const placed = state.placed[id];
  if (!placed)
    return [
      head,
      { kind: 'label', key: 'advice', place: panel.lines[0] ?? panel.name, align: 'start', text: labels.bet },
    ];
  return [
    head,
    ...(placed.verdict ? tableMarks(state, layout, placed.verdict) : factMarks(layout, placed)),
    verdictMark(layout, placed),
    ...lineMarks(layout, linesOf(state, id, placed)),
  ];
}

function tableMarks(
  { cpu, ring }: Sorting,
  { panel }: Layout,
  verdict: NonNullable<Placed['verdict']>,
): readonly Mark[] {
  const [, second, third] = panel.columns;
  const { each } = verdict.shown;
  const here = cpu === 'vtx' ? labels.non : both(`ring ${ring}`, `ring ${ring}`);
  const heads = [labels.bare, here].map(
    (words, i): Mark => ({
      kind: 'label',
      key: `head-${i}`,
      place: { x: i ? third : second, y: panel.header },
      text: words,
      size: 's',
    }),
  );
  const whole = [each.setup, each.instruction].filter(Boolean).join('; ').replaceAll('\n', '; ');
  const code: Mark = {
    kind: 'label',
    key: 'code',
    place: panel.code,
    align: 'start',
    text: whole.length > 28 ? each.instruction.replace('.end', 'next') : whole,
    size: 's',
    mono: true,
  };
  const exit: readonly Row[] =
    verdict.exit === undefined
      ? []
      : [
          {
            name: 'VM exit',
            bare: '–',
            here: `${verdict.exit} ${exitNames[verdict.exit]?.en.split(' ')[0] ?? ''}`,
            differs: true,
          },
        ];
  return [
    code,
    ...heads,
    ...[...exit, ...rowsOf(verdict.shown)].slice(0, 5).flatMap((row, i) => rowMarks(panel, row, i)),
  ];
}

function rowMarks({ columns, rows }: Layout['panel'], { name, bare, here, differs }: Row, i: number): readonly Mark[] {
  const y = rows.first + i * rows.down;
  const [first, second, third] = columns;
  return [
    { kind: 'label', key: `row-${i}`, place: { x: first, y }, align: 'start', text: name, size: 's' },
    { kind: 'label', key: `bare-${i}`, place: { x: second, y }, text: bare, size: 's', mono: true },
    {
      kind: 'label',
      key: `here-${i}`,
      place: { x: third, y },
      text: here,
      size: 's',
      mono: true,
      ...(differs && { tone: 'cross' }),
    },
  ];
}

function factMarks({ panel }: Layout, { fact }: Placed): readonly Mark[] {
  if (!fact) return [];
  const at = (i: number) => ({ x: panel.columns[0], y: panel.rows.first + i * panel.rows.down });
  return [
    { kind: 'label', key: 'stands', place: at(0), align: 'start', text: labels.stands, size: 's' },
    { kind: 'label', key: 'fact', place: at(1), align: 'start', text: fact.why, size: 's' },
  ];
}

function verdictMark({ panel }: Layout, { region, verdict }: Placed): Mark {
  const manner = verdict?.manner;
  return {
    kind: 'box',
    key: 'verdict',
    place: panel.verdict,
    text: verdictNames[region],
    ...(region === 'hole' && { tone: 'bad' }),
    ...(manner && { sub: mannerNames[manner] }),
  };
}
const verdictNames: Readonly<Record<Region, Text>> = {
  hole: both('a hole', '漏洞'),
  caught: both('sensitive, and caught', '敏感，截得住'),
  harmless: both('traps, and need not', '会陷入，其实不必'),
  neither: both('neither', '都不是'),
};

function linesOf({ cpu }: Sorting, id: string, { guess, region, verdict, agrees }: Placed): readonly Text[] {
  const real = verdict ? measuredLines(id, cpu, agrees ?? false) : [];
  if (guess === undefined) return real;
  const [en, zh] = [regionNames[guess].en, regionNames[guess]['zh-CN']];
  return [
    ...real,
    guess === region
      ? both(`You bet “${en}”: right.`, `你押的是“${zh}”：对了。`)
      : both(`You bet “${en}”: no.`, `你押的是“${zh}”：不对。`),
  ];
}

const lineMarks = ({ panel }: Layout, lines: readonly Text[]): readonly Mark[] =>
  lines.map((line, i) => ({
    kind: 'label',
    key: `line-${i}`,
    place: panel.lines[i] ?? panel.name,
    align: 'start',
    text: line,
    size: 's',
  }));
