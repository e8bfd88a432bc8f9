import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { Engine } from '#sim/vmm/engines/bill.ts';
import { type Chart, chartOf, type Scale, scaleOf } from './chart.ts';
import { toneOf } from './engineMarks.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { digits, engineNames, words } from './words.ts';

/** Cycles over the loop count of whole runs, and where the translator overtakes; or over the blocks of this run. */
export function chartMarks(state: State, layout: Layout): readonly Mark[] {
  const { plot, chartTitle } = layout;
  const chart = chartOf(state);
  const scale = scaleOf(chart, layout);
  return [
    { kind: 'label', key: 'chart', place: chartTitle, align: 'start', size: 's', text: titleOf(state, chart) },
    { kind: 'box', key: 'plot', place: plot, ghost: true },
    ...tickMarks(chart, scale, layout),
    ...(chart.bills.length > 1 ? curveMarks(state, chart, scale, layout) : []),
  ];
}

/** What is drawn, and the answer to the question that it is drawn for. */
function titleOf({ breakEven }: State, { by }: Chart): Text {
  if (by === 'blocks') return words.chartOfBlocks;
  const answer = breakEven === null ? words.noBreakEven : words.breakEven(breakEven);
  return both(`${words.chart.en}: ${answer.en}`, `${words.chart['zh-CN']}：${answer['zh-CN']}`);
}

function tickMarks({ most }: Chart, { x }: Scale, { ticks }: Layout): readonly Mark[] {
  const shown = Array.from({ length: 7 }, (_, power) => 10 ** power).filter((tick) => tick <= most);
  return shown.map(
    (tick): Mark => ({
      kind: 'label',
      key: `tick ${tick}`,
      place: { x: x(tick), y: ticks },
      align: tick === 1 ? 'start' : tick * 2 > most ? 'end' : 'middle',
      size: 's',
      mono: true,
      text: digits(tick),
    }),
  );
}

const curveMarks = (state: State, chart: Chart, scale: Scale, layout: Layout): readonly Mark[] => [
  ...powerMarks(scale, layout),
  ...(chart.by === 'loops' ? loopMarks(state, scale, layout) : []),
  ...chart.drawn.map(
    (engine): Mark => ({
      kind: 'line',
      key: `curve ${engine}`,
      place: chart.bills.map(({ x, bill }) => scale.at(x, bill[engine] ?? 1)),
      tone: toneOf[engine],
      bold: true,
      about: curveAbout(engine, chart),
    }),
  ),
  ...nameMarks(chart, scale, layout),
];

function curveAbout(engine: Engine, { by, bills }: Chart): Text {
  const list = bills.map(({ x, bill }) => `${digits(x)}: ${digits(bill[engine] ?? 0)}`).join('; ');
  const { en, 'zh-CN': zh } = engineNames[engine];
  return by === 'loops'
    ? both(`${en}, cycles by LOOPS: ${list}`, `${zh}，各 LOOPS 下的周期数：${list}`)
    : both(`${en}, cycles by blocks executed: ${list}`, `${zh}，执行若干块次后的周期数：${list}`);
}

const superscripts = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

const powerMarks = ({ at, powers }: Scale, { powers: x }: Layout): readonly Mark[] =>
  powers.map(
    (power): Mark => ({
      kind: 'label',
      key: `power ${power}`,
      place: { x, y: at(1, 10 ** power).y },
      align: 'end',
      size: 's',
      text: `10${superscripts[power] ?? `^${power}`}`,
    }),
  );

/** Where the reader's run stands, and where the translator overtakes the interpreter. */
function loopMarks({ params, breakEven }: State, { x }: Scale, { plot }: Layout): readonly Mark[] {
  const upright = (loops: number) => [
    { x: x(loops), y: plot.y },
    { x: x(loops), y: plot.y + plot.h },
  ];
  const own: Mark = {
    kind: 'line',
    key: 'own',
    place: upright(params.loops),
    ghost: true,
    about: words.own(params.loops),
  };
  if (breakEven === null) return [own];
  return [own, { kind: 'line', key: 'break-even', place: upright(breakEven), about: words.breakEven(breakEven) }];
}

/** Names at the right ends of the curves, kept a line apart. */
function nameMarks({ drawn, bills, most }: Chart, scale: Scale, { names, line }: Layout): readonly Mark[] {
  const last = bills.at(-1);
  const ends = drawn
    .map((engine) => ({ engine, y: scale.at(most, last?.bill[engine] ?? 1).y }))
    .sort((a, b) => a.y - b.y);
  let floor = 0;
  return ends.map(({ engine, y }): Mark => {
    const at = Math.max(y, floor);
    floor = at + line;
    return {
      kind: 'label',
      key: `curve ${engine} name`,
      place: { x: names, y: at },
      align: 'start',
      size: 's',
      text: engineNames[engine],
    };
  });
}
