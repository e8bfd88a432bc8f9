import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { crossingsOf, lead } from './crossing.ts';
import { isBetRight, type State } from './model.ts';

export const goals: Readonly<Record<string, Goal<State>>> = {
  'find-it': {
    text: both(
      'Bet where the lines cross, then run all points: be right to within one point.',
      '押注两条线在哪里相交，再测完各点：误差不超过一格。',
    ),
    done: both(
      'The crossing lies where the extra exits of the one cost as much as the extra table entries of the other: that sum can be done before the run.',
      '交点就在一方多出的退出与另一方多读的页表项花费相等之处：这笔账在运行之前就能算。',
    ),
    solution: { moves: 'bet.50', at: '14' },
    reached: (state) => state.bet !== 'none' && isBetRight(state) === true,
  },
  'move-the-crossing': {
    text: both(
      'On the axis of page-table writes, find settings under which nested paging costs more at every point.',
      '以页表写入为横轴，找出一组设置，使嵌套分页在每个点上都更贵。',
    ),
    done: both(
      'Exits this cheap, or misses this many, and even a guest that keeps changing its tables is better off with a shadow: the crossing belongs to the prices, not to the techniques.',
      '退出足够便宜，或未命中足够多，即使客户机不停改页表，用影子也更划算：交点取决于价格，而不是技术本身。',
    ),
    solution: { exit: '400', at: '13' },
    reached: ({ isOver, params, points }) =>
      isOver && params.axis === 'writes' && points.every((point) => lead(point) < 0),
  },
  'cross-by-switching': {
    text: both(
      'On the axis of VM switches, make the lines cross: nested paging is cheaper at first, shadow paging in the end.',
      '以虚拟机切换为横轴，让两条线相交：起初嵌套分页便宜，最后影子分页便宜。',
    ),
    done: both(
      'Each switch costs entries of the TLB, for want of tags or of room, and whoever pays more for a miss pays more for a switch.',
      '没有标签，或者放不下，每次切换都要丢 TLB 表项；谁的未命中更贵，谁的切换就更贵。',
    ),
    solution: { axis: 'switches', pages: '12', entries: '64', tags: 'false', at: '13' },
    reached: ({ isOver, params, points }) =>
      isOver && params.axis === 'switches' && points[0] !== undefined && lead(points[0]) > 0 && endsBelow(points),
  },
};

const endsBelow = (points: State['points']): boolean => {
  const last = points.at(-1);
  return crossingsOf(points).length > 0 && last !== undefined && lead(last) < 0;
};
