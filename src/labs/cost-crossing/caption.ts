import { both, type Text } from '#kit/text.ts';
import { type Crossing, cheaperAt, crossingsOf, lead } from './crossing.ts';
import type { Point } from './measure.ts';
import { isBetRight, type State } from './model.ts';
import { longNames, number, placeOn } from './words.ts';
import { ACCESSES, stops } from './workload.ts';

/** What was measured last, or what the lines come to. */
export function caption(state: State): Text {
  const { params, points } = state;
  const point = points.at(-1);
  if (!point) return beforeRuns(state);
  if (state.isOver) return verdict(state);
  const crossing = crossingsOf(points).find(({ to }) => to === point);
  return crossing ? atCrossing(params.axis, crossing, params) : atPoint(state, point);
}

function beforeRuns({ params, bet }: State): Text {
  const count = stops[params.axis].length;
  if (bet === undefined)
    return both(
      `Each of ${count} points will be one trace of ${ACCESSES} accesses run twice, under shadow and under nested paging, so that only the VMM’s technique differs: bet where the lines cross.`,
      `${count} 个点中，每个点都把同一段 ${ACCESSES} 次访问的轨迹运行两遍，影子分页、嵌套分页各一遍，只有 VMM 的做法不同：先押注两条线在哪里相交。`,
    );
  const place = bet === 'none' ? undefined : placeOn(params.axis, bet);
  return both(
    `You bet ${place ? `on ${place.en}` : 'that the lines never cross'}; the runs decide, because every point is counted and none is worked out by a formula.`,
    `你押${place ? `“${place['zh-CN']}”` : '两条线不相交'}；结果由运行决定，因为每个点都是数出来的，不靠公式推算。`,
  );
}

interface Prices {
  readonly exit: number;
  readonly reference: number;
}

/** What either paid for that the other did not: the difference between the two bills is just this. */
function extras({ shadow, nested }: Point, { exit, reference }: Prices) {
  const exits = shadow.exits - nested.exits;
  const entries = nested.references - shadow.references;
  return {
    exits,
    entries,
    exitCycles: number(exits * exit),
    entryCycles: number(Math.max(0, entries) * reference),
  };
}

function atPoint({ params }: State, point: Point): Text {
  const place = placeOn(params.axis, point.x);
  const why = reason(point, params);
  const [s, n] = [number(point.shadow.perAccess), number(point.nested.perAccess)];
  return both(
    `At ${place.en} shadow paging pays ${s} cycles an access and nested paging ${n}, because ${why.en}.`,
    `${place['zh-CN']}：影子分页每次访问付 ${s} 周期，嵌套分页付 ${n}，因为${why['zh-CN']}。`,
  );
}

function reason(point: Point, params: State['params']): Text {
  const { exits, entries, exitCycles, entryCycles } = extras(point, params);
  if (exits === 0 && entries === 0)
    return both(
      'nothing misses in the TLB and no table changes: there is neither a walk nor an exit to tell them apart',
      '没有 TLB 未命中，页表也不变：没有遍历、也没有退出能分出高下',
    );
  if (exits === 0)
    return both(
      `no store to a table calls the VMM and only the walks differ: through EPT they read ${number(entries)} more entries`,
      `没有写页表的操作叫来 VMM，只有遍历不同：经 EPT 多读了 ${number(entries)} 项`,
    );
  if (entries <= 0)
    return both(
      `shadow paging has ${exits} more exits, ${exitCycles} cycles, and reads no fewer entries${params.tags ? '' : ': without tags each exit empties the TLB'}`,
      `影子分页多 ${exits} 次退出，共 ${exitCycles} 周期，读的页表项也不更少${params.tags ? '' : '：没有标签，每次退出都清空 TLB'}`,
    );
  return both(
    `shadow paging’s ${exits} extra exits cost ${exitCycles} cycles, and nested paging’s ${number(entries)} extra table entries ${entryCycles}`,
    `影子分页多出的 ${exits} 次退出花 ${exitCycles} 周期，嵌套分页多读的 ${number(entries)} 个页表项花 ${entryCycles} 周期`,
  );
}

function atCrossing(axis: State['params']['axis'], { from, to, x }: Crossing, prices: Prices): Text {
  const { exitCycles, entryCycles } = extras(to, prices);
  const place = both(placeOn(axis, `${from.x} and ${to.x}`).en, placeOn(axis, `${from.x} 到 ${to.x}`)['zh-CN']);
  const [exits, entries] = [
    both(`shadow paging’s extra exits (${exitCycles} cycles)`, `影子分页多出的退出（${exitCycles} 周期）`),
    both(`nested paging’s extra table entries (${entryCycles} cycles)`, `嵌套分页多读的页表项（${entryCycles} 周期）`),
  ];
  const [more, less] = cheaperAt(to) === 'nested' ? [exits, entries] : [entries, exits];
  return both(
    `The lines cross between ${place.en}, at about ${Math.round(x)}, because ${more.en} now cost more than ${less.en}.`,
    `两条线在${place['zh-CN']}之间相交，约在 ${Math.round(x)} 处，因为${more['zh-CN']}现在超过了${less['zh-CN']}。`,
  );
}

function verdict(state: State): Text {
  const found = result(state);
  const told = betTold(state);
  return both(`All points are measured: ${found.en}${told.en}.`, `各点都已测完：${found['zh-CN']}${told['zh-CN']}。`);
}

function result({ params, points }: State): Text {
  const crossings = crossingsOf(points);
  const [first] = crossings;
  if (first) {
    const place = placeOn(params.axis, Math.round(first.x));
    const winner = longNames[lead(first.to) > 0 ? 'nested' : 'shadow'];
    const again = crossings.length > 1;
    return both(
      `the lines cross at ${place.en}, where the extra exits of the one cost just what the extra table entries of the other do, ${again ? 'and again later' : `and beyond it ${winner.en} is cheaper`}`,
      `两条线相交于“${place['zh-CN']}”，那里一方多出的退出与另一方多读的页表项花费正好相等，${again ? '之后又再次相交' : `此后${winner['zh-CN']}更便宜`}`,
    );
  }
  const cheaper = points.map(cheaperAt).find((who) => who !== 'level') ?? 'level';
  if (cheaper === 'level')
    return both(
      'the lines lie on each other, because nothing misses and nothing exits',
      '两条线重合，因为既无未命中，也无多出的退出',
    );
  return cheaper === 'shadow'
    ? both(
        'the lines do not cross, because shadow paging’s extra exits nowhere cost as much as nested paging’s extra table entries',
        '两条线不相交，因为影子分页多出的退出始终不及嵌套分页多读的页表项贵',
      )
    : both(
        'the lines do not cross, because nested paging’s extra table entries nowhere cost as much as shadow paging’s extra exits',
        '两条线不相交，因为嵌套分页多读的页表项始终不及影子分页多出的退出贵',
      );
}

function betTold(state: State): Text {
  const isRight = isBetRight(state);
  if (state.bet === undefined || isRight === undefined) return both('', '');
  if (state.bet === 'none')
    return both(
      `; your bet, no crossing, is ${isRight ? 'right' : 'wrong'}`,
      `；你押的“不相交”${isRight ? '对了' : '错了'}`,
    );
  return isRight
    ? both(`; your bet, ${state.bet}, is right to within one point`, `；你押的“${state.bet}”误差不超过一格`)
    : both(`; your bet, ${state.bet}, is more than one point off`, `；你押的“${state.bet}”差了一格以上`);
}
