import { both, type Text } from '#kit/text.ts';
import { billOf, dearestLine, UNIT } from './bill.ts';
import { isCounting, type State } from './model.ts';
import { platformIds, platformOf } from './platforms.ts';
import { kindNames, number, percentText } from './words.ts';

/** What the last step was, and what it came to. */
export function captionOf(state: State): Text {
  if (state.crossings) return crossingsText(state);
  if (state.shown) return billText(state);
  return state.guest ? guestText(state) : startText;
}

const startText = both(
  `A workload: so many events for every ${number(UNIT)} cycles of computing. Nothing has been billed yet.`,
  `一份负载：每 ${number(UNIT)} 个计算周期里，各种事件有多少。还没有算账。`,
);

function guestText(state: State): Text {
  const { guest } = state;
  if (!guest || guest.steps === 0)
    return both(
      'The guest stands at its entry on bare metal. Each step runs a slice of it, twice as long as the one before, and counts.',
      '客户机停在入口，运行在裸机上。每一步运行一段并计数，每段比前一段长一倍。',
    );
  const { plain, events } = guest.counts;
  const { calls, faults, tables, ports, interrupts } = events;
  const going = isCounting(state) ? both('It goes on.', '它还没结束。') : both('The count is complete.', '计数完成。');
  return both(
    `Counted so far: plain instructions ${number(plain)}, system calls ${number(calls)}, page faults ${number(faults)}, table writes ${number(tables)}, port accesses ${number(ports)}, interrupts ${number(interrupts)}. ${going.en}`,
    `至今数得：普通指令 ${number(plain)}，系统调用 ${number(calls)}，缺页 ${number(faults)}，写页表 ${number(tables)}，端口访问 ${number(ports)}，中断 ${number(interrupts)}。${going['zh-CN']}`,
  );
}

function billText({ params, events, shown }: State): Text {
  const id = shown ?? params.technique;
  const bill = billOf(params, id, events);
  const { name } = platformOf(id);
  const most = dearestLine(bill);
  const told = both(
    `${name.en}: natively ${number(bill.native)} cycles, here ${number(bill.cycles)}, so ${percentText(bill.percent)} of native.`,
    `${name['zh-CN']}：原生 ${number(bill.native)} 周期，这里 ${number(bill.cycles)} 周期，即原生的 ${percentText(bill.percent)}。`,
  );
  if (!most) return both(`${told.en} Nothing costs more than natively.`, `${told['zh-CN']}没有一项比原生贵。`);
  const kind = kindNames[most.kind];
  return both(
    `${told.en} Most of the loss: ${kind.en}, ${number(most.extra)} cycles.`,
    `${told['zh-CN']}损失最多的一项：${kind['zh-CN']}，${number(most.extra)} 周期。`,
  );
}

function crossingsText({ params, shown, crossings = [] }: State): Text {
  const name = platformOf(shown ?? params.technique).name;
  const axis = kindNames[params.axis];
  if (crossings.length === 0)
    return both(
      `With more ${axis.en} and the rest as it is, the line “${name.en}” crosses no other. This ranking holds for these prices and these other rates only.`,
      `沿“${axis['zh-CN']}”这条轴，“${name['zh-CN']}”的线不与别的线相交：在这里名次是固定的，但只对这些价格和其余频率成立。`,
    );
  const places = crossings.slice(0, 4).map(({ other, rate, percent }) => {
    const { en, 'zh-CN': zh } = platformOf(other).name;
    return both(
      `${en} at ${number(rate)} (${percentText(percent)})`,
      `${number(rate)} 处与“${zh}”（${percentText(percent)}）`,
    );
  });
  const hidden = crossings.length - places.length;
  const more = hidden > 0 ? both(`, and ${hidden} more`, `，以及另外 ${hidden} 处`) : both('', '');
  return both(
    `With more ${axis.en} and the rest as it is, the line “${name.en}” crosses ${places.map(({ en }) => en).join(', ')}${more.en}: which is faster depends on where the workload stands.`,
    `沿“${axis['zh-CN']}”这条轴，“${name['zh-CN']}”的线在 ${places.map((place) => place['zh-CN']).join('、')}${more['zh-CN']}相交：谁快，取决于负载落在哪里。`,
  );
}

/** Whether everything has been worked out. */
export const isOver = ({ billed, crossings }: State): boolean =>
  billed === platformIds.length && crossings !== undefined;
