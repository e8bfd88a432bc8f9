import type { Mark, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { type Engine, engines } from '#sim/vmm/engines/bill.ts';
import type { Lane, Layout } from './layout.ts';
import { addedIn, paidIn, pricesOf, type State } from './model.ts';
import { digits, engineNames, words } from './words.ts';

/** Software carries the guest out, or what software has written; or the processor does. */
export const toneOf: Readonly<Record<Engine, Tone>> = { interpreter: 'vmm', translator: 'data', direct: 'hw' };

/** The rule an engine is paid by, with the numbers of this run. */
function formulaOf({ params, run: { counts } }: State, engine: Engine): string {
  const prices = pricesOf(params);
  const [n, made] = [digits(counts.instructions), digits(counts.translated)];
  switch (engine) {
    case 'interpreter':
      return `${n} × ${prices.interpret}`;
    case 'translator':
      return `${made} × ${digits(prices.translate)} + ${n} × ${prices.translated}`;
    case 'direct':
      return `${n} + ${digits(counts.traps)} × ${digits(prices.trap)}`;
  }
}

/** Three bars on one scale: as long as what each engine has been paid. */
export function engineMarks(state: State, { lanes }: Layout): readonly Mark[] {
  const bill = paidIn(state);
  const most = Math.max(1, ...engines.map((engine) => bill[engine] ?? 0));
  return engines.flatMap((engine, i) => {
    const lane = lanes[i];
    const amount = bill[engine];
    if (!lane) return [];
    return amount === null ? ghostMarks(engine, lane) : laneMarks(state, engine, lane, amount, most);
  });
}

function laneMarks(state: State, engine: Engine, lane: Lane, amount: number, most: number): readonly Mark[] {
  const rule = formulaOf(state, engine);
  const { en, 'zh-CN': zh } = engineNames[engine];
  const added = addedIn(state)[engine] ?? 0;
  const about = both(
    `${en}: ${rule} = ${digits(amount)} cycles; the last step added ${digits(added)}`,
    `${zh}：${rule} = ${digits(amount)} 个周期；上一步加了 ${digits(added)}`,
  );
  return [
    nameMark(engine, lane, both(`${en}: ${rule}`, `${zh}：${rule}`)),
    {
      kind: 'label',
      key: `${engine} amount`,
      place: lane.amount,
      align: 'end',
      size: 's',
      mono: true,
      text: digits(amount),
    },
    {
      kind: 'box',
      key: `${engine} bar`,
      place: { ...lane.bar, w: Math.max(2, (lane.bar.w * amount) / most) },
      tone: toneOf[engine],
      about,
    },
  ];
}

const nameMark = (engine: Engine, { name }: Lane, text: Text): Mark => ({
  kind: 'label',
  key: `${engine} name`,
  place: name,
  align: 'start',
  size: 's',
  text,
});

const ghostMarks = (engine: Engine, lane: Lane): readonly Mark[] => [
  nameMark(engine, lane, engineNames[engine]),
  { kind: 'box', key: `${engine} bar`, place: lane.bar, ghost: true, size: 's', text: words.impossible },
];
