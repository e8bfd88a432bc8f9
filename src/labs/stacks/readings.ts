import type { Reading, Readings } from '#kit/reading.ts';
import { sourceText } from '#kit/source.ts';
import { both, type Text } from '#kit/text.ts';
import { billOf } from '#sim/stacks/bill.ts';
import { crossingKinds } from '#sim/stacks/hop.ts';
import { type StackPriceName, stackPrices } from '#sim/stacks/prices.ts';
import { pathOf } from '#sim/stacks/traceRequest.ts';
import { monitorOf } from '#sim/stacks/tracer.ts';
import { refusals } from './caption.ts';
import { controls } from './controls.ts';
import { fatesIn, madeOf, type State } from './model.ts';
import { insideOf, saidName } from './names.ts';
import { driversOf } from './stackMarks.ts';
import { controlWords, countWords, fateWords, kindWords, requestWords, wayWords } from './words.ts';

const cycles = both('cycles', '周期');
const counter = (label: Text, value: number, unit?: Text): Reading => ({
  label,
  value,
  counter: true,
  ...(unit && { unit }),
});
const fact = (label: Text, value: Reading['value'], names?: Reading['names']): Reading => ({
  label,
  value,
  ...(names && { names }),
});
const layerNames = ({ trace }: State): NonNullable<Reading['names']> =>
  Object.fromEntries(trace.layers.map(({ id }) => [id, saidName(trace, id)]));

/** What has been passed, entered and paid so far, and what the system’s data says of it. */
export function readings(state: State): Readings {
  const { trace, params } = state;
  const hops = madeOf(state);
  const bill = billOf(trace, hops, params.request, params);
  const inside = insideOf(trace).one;
  const counts = countWords(inside);
  const path = trace.refused ? [] : pathOf({ start: trace.start, hops });
  return {
    crossings: counter(both('crossings', '穿越次数'), bill.crossings),
    contextSwitches: counter(both('context switches', '上下文切换'), bill.switches),
    copies: counter(both('copies', '复制'), bill.copies),
    cycles: counter(both('time spent', '用时'), bill.cycles, cycles),
    path: fact(both('path', '路径'), path, layerNames(state)),
    kinds: fact(both('crossings by kind', '各种穿越'), bill.kinds, kindWords),
    ...Object.fromEntries(crossingKinds.map((kind) => [`${kind}s`, fact(counts[kind], bill.kinds[kind])])),
    own: fact(both(`${inside.en}’s own, on bare metal too`, `${inside['zh-CN']}自己的，裸机上也有`), bill.own),
    outerEntries: fact(
      both('entries into the monitor on the hardware', '进入硬件之上那层监控器的次数'),
      bill.outerExits,
    ),
    l2Exits: fact(both('exits of L2', 'L2 的退出'), l2Exits(state)),
    ...systemReadings(state),
    ...fateReadings(state),
    ...priceReadings(state),
  };
}

const l2Exits = (state: State): number =>
  madeOf(state).filter(({ from, kind, counted }) => counted && kind === 'exit' && from.startsWith('l2-')).length;

function systemReadings(state: State): Readings {
  const { params, trace } = state;
  const { site, refused } = trace;
  const inside = insideOf(trace).one;
  const names = layerNames(state);
  const outermost = site.outer ?? site;
  return {
    system: fact(controlWords.system, params.system, controls.system.options),
    request: fact(controlWords.request, params.request, requestWords),
    technique: fact(both(`how ${inside.en} is run`, `${inside['zh-CN']}怎样运行`), site.system.way, wayWords),
    monitor: fact(
      both('who has the processor’s highest privilege', '谁握有处理器的最高特权'),
      outermost.system.monitor === undefined ? outermost.system.kernel : monitorOf(outermost),
      names,
    ),
    scheduler: fact(both('who decides what runs', '由谁调度'), outermost.system.scheduler, names),
    driver: fact(both('whose driver', '谁的驱动'), driversOf(state).at(-1) ?? '', names),
    refused: fact(both('why nothing can be nested', '为何不能嵌套'), refused ?? null, refusals),
  };
}

function fateReadings(state: State): Readings {
  const fates = fatesIn(state);
  const names = layerNames(state);
  const those = (fate: string): readonly string[] =>
    Object.entries(fates?.layers ?? {}).flatMap(([id, its]) => (its === fate ? [id] : []));
  return {
    crashed: fact(both('crashed', '崩溃的层'), state.crashed ?? null, names),
    dies: fact(both('is gone', '随之消失'), those('dies'), names),
    stalls: fact(both('runs without its devices', '在运行，但没有设备'), those('stalls'), names),
    neighbour: fact(insideOf(state.trace).second, fates?.neighbour ?? 'lives', fateWords),
    restarts: fact(both('the monitor restarts the machine', '监控器会重启整机'), fates?.restarts ?? false),
  };
}

const priceReadings = ({ params }: State): Readings =>
  Object.fromEntries(
    (Object.keys(stackPrices) as StackPriceName[]).map((name) => {
      return [
        `priceOf${name.charAt(0).toUpperCase()}${name.slice(1)}`,
        { label: controlWords.prices[name], value: params[name], unit: cycles, source: sourceText(stackPrices[name]) },
      ];
    }),
  );
