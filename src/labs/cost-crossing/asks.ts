import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { cheaperAt } from './crossing.ts';
import type { State } from './model.ts';
import { placeOn } from './words.ts';
import { stops } from './workload.ts';

/** Before the first point, the second and the fourth. */
export function asks(state: State): Ask<State> | undefined {
  const { axis } = state.params;
  const x = stops[axis][state.points.length];
  if (x === undefined) return undefined;
  if (state.points.length === 0) return askLower(state, x);
  if (state.points.length === 1) return askRise(state, x);
  return state.points.length === 3 ? askExits(state, x) : undefined;
}

function askLower({ params: { axis, entries } }: State, x: number): Ask<State> {
  const place = placeOn(axis, x);
  return {
    key: `lower-${axis}`,
    text: both(
      `The first point: ${place.en}, and a TLB of ${entries} entries. Which line is lower?`,
      `第一个点：${place['zh-CN']}，TLB ${entries} 项。哪条线更低？`,
    ),
    options: {
      shadow: {
        text: both('Shadow', '影子'),
        why: both(
          'Shadow paging is lower where the guest’s tables stand still and the TLB misses: its walks read at most 4 entries, those through EPT up to 24.',
          '客户机页表不变、TLB 又常未命中时，影子分页更低：它的遍历至多读 4 项，经 EPT 的遍历可达 24 项。',
        ),
      },
      nested: {
        text: both('Nested', '嵌套'),
        why: both(
          'Nested paging is lower where the guest changes its tables and the TLB still hits: only shadow paging then pays exits, for each store, each INVLPG and each first touch after it.',
          '客户机改页表、TLB 却仍常命中时，嵌套分页更低：写页表、INVLPG 及其后的首次触碰，只有影子分页要付退出的代价。',
        ),
      },
      level: {
        text: both('Neither', '一样低'),
        why: both(
          'They are level only where no table changes and the TLB never misses: then nobody walks and nobody exits.',
          '只有页表不变、TLB 又从不未命中时才一样：既无遍历，也无退出。',
        ),
      },
    },
    right: (next) => (next.points[0] ? cheaperAt(next.points[0]) : 'level'),
  };
}

/** Cycles per access within which two rises count as one. */
const ALIKE = 10;

function askRise({ params: { axis } }: State, x: number): Ask<State> {
  const place = placeOn(axis, x);
  return {
    key: `rise-${axis}`,
    text: both(`The next point: ${place.en}. Which line rises more?`, `下一个点：${place['zh-CN']}。哪条线上升更多？`),
    options: {
      shadow: {
        text: both('Shadow', '影子'),
        why: both(
          'Shadow paging rises with every store to a table: the store exits, its INVLPG exits, and the next touch of the page finds the shadow empty and exits again.',
          '每写一次页表，影子分页都会上升：写入退出，INVLPG 退出，下次触碰该页时影子表项已空，又退出一次。',
        ),
      },
      nested: {
        text: both('Nested', '嵌套'),
        why: both(
          'Nested paging rises with every TLB miss: more pages than the TLB holds, or entries lost at a switch, and each miss reads up to 24 entries.',
          '每次 TLB 未命中，嵌套分页都会上升：页数超过 TLB 容量，或切换时丢了表项，每次未命中最多读 24 项。',
        ),
      },
      alike: {
        text: both(`Neither, to within ${ALIKE} cycles`, `都一样，相差不到 ${ALIKE} 周期`),
        why: both(
          'They rise alike where what is added costs both the same, as an exit to switch VMs does, or costs neither, as pages that still fit the TLB do.',
          '新增的部分让双方付同样代价（如切换虚拟机的退出），或双方都不付（如 TLB 仍装得下的页），才会一样。',
        ),
      },
    },
    right: ({ points: [first, second] }) => {
      if (!first || !second) return 'alike';
      const shadow = second.shadow.perAccess - first.shadow.perAccess;
      const nested = second.nested.perAccess - first.nested.perAccess;
      return Math.abs(shadow - nested) < ALIKE ? 'alike' : shadow > nested ? 'shadow' : 'nested';
    },
  };
}

function askExits({ params: { axis } }: State, x: number): Ask<State> {
  const place = placeOn(axis, x);
  return {
    key: `exits-${axis}`,
    text: both(
      `The next point: ${place.en}. How often is the guest left under nested paging?`,
      `下一个点：${place['zh-CN']}。嵌套分页下会退出客户机多少次？`,
    ),
    options: {
      none: {
        text: both('Never', '一次也没有'),
        why: both(
          'Never, where one VM runs alone: the guest stores to its own tables without being noticed, and every page has its frame already.',
          '只有一台虚拟机运行时，一次也没有：客户机改自己的页表无人过问，每一页也早有页框。',
        ),
      },
      switches: {
        text: both('Once for each VM switch', '每次切换虚拟机一次'),
        why: both(
          'Once for each VM switch, where there are any: the host takes the processor away, and that exit no technique of paging spares.',
          '有切换时，每次切换一次：宿主机收回处理器，这次退出哪种分页方式都免不了。',
        ),
      },
      stores: {
        text: both('Once for each page-table write', '每次写页表一次'),
        why: both(
          'Once for each page-table write, and more, is what shadow paging pays, because it must keep its copy; nested paging keeps none.',
          '每写一次页表至少退出一次，那是影子分页的代价，因为它要维护副本；嵌套分页没有副本。',
        ),
      },
    },
    right: ({ points }) => {
      const { exits, switches } = points.at(-1)?.nested ?? { exits: 0, switches: 0 };
      return exits === 0 ? 'none' : exits === switches ? 'switches' : 'stores';
    },
  };
}
