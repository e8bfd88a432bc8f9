import type { Mark } from '#kit/mark.ts';
import { sureText } from '#kit/source.ts';
import { both } from '#kit/text.ts';
import { type BillLine, billOf, UNIT } from './bill.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { type PlatformId, platformOf } from './platforms.ts';
import { kindNames, number, marks as say } from './words.ts';

/** The shown technique's bill; before there is one, the rates alone. */
export function billMarks(state: State, layout: Layout): readonly Mark[] {
  const { params, events, shown } = state;
  const id: PlatformId = shown ?? params.technique;
  const bill = billOf(params, id, events);
  const most = Math.max(1, ...bill.lines.map(({ extra }) => extra));
  const heading = shown ? platformOf(id).name : both('The workload', '负载');
  return [
    {
      kind: 'label',
      key: 'bill-title',
      place: layout.billTitle,
      align: 'start',
      text: heading,
    },
    { kind: 'label', key: 'bill-note', place: layout.billNote, align: 'end', size: 's', text: say.assumed },
    ...bill.lines.flatMap((line, i) => lineMarks(line, layout.bill[i] ?? layout.plot, most, shown !== undefined)),
  ];
}

function rateText(rate: number): string {
  if (rate >= 10_000) return `${number(rate / 1000)}k`;
  return !Number.isInteger(rate) && rate < 10 ? rate.toFixed(1) : number(rate);
}

/** `100 × (2,313 − 243)`. */
function sumText({ kind, rate, native, price }: BillLine): string {
  const mark = price.sure === 'assumed' ? '*' : '';
  if (kind === 'plain') return price.cycles === native ? `1M × ${number(price.cycles)}` : `1M × (${price.cycles} − 1)`;
  return `${rateText(rate)} × (${number(price.cycles)}${mark} − ${number(native)})`;
}

function lineMarks(
  line: BillLine,
  { x, y, w, h }: { x: number; y: number; w: number; h: number },
  most: number,
  isBilled: boolean,
): readonly Mark[] {
  const { kind, rate, extra, price } = line;
  const key = `bill-${kind}`;
  const middle = y + h * 0.36;
  const width = (Math.max(0, extra) / most) * w;
  const name: Mark = { kind: 'label', key, place: { x, y: middle }, align: 'start', size: 's', text: kindNames[kind] };
  const sum: Mark = {
    kind: 'label',
    key: `${key}-sum`,
    place: { x: x + w, y: middle },
    align: 'end',
    size: 's',
    text: isBilled ? sumText(line) : kind === 'plain' ? number(UNIT) : rateText(rate),
    about: both(
      `${kindNames[kind].en}: ${price.cycles} cycles each (${sureText(price.sure).en}: ${price.source.en}); ${number(extra)} more than native`,
      `${kindNames[kind]['zh-CN']}：每次 ${price.cycles} 周期（${sureText(price.sure)['zh-CN']}：${price.source['zh-CN']}）；比原生多 ${number(extra)}`,
    ),
  };
  if (!isBilled || extra <= 0) return [name, sum];
  const bar: Mark = {
    kind: 'box',
    key: `${key}-bar`,
    tone: 'vmm',
    place: { x, y: y + h * 0.72, w: Math.max(2, width), h: h * 0.24 },
    about: both(`${number(extra)} cycles more than native`, `比原生多 ${number(extra)} 周期`),
    ...(price.sure === 'assumed' && { ghost: true }),
  };
  return [name, sum, bar];
}
