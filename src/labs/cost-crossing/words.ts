import { both, type Text } from '#kit/text.ts';
import type { Axis } from './controls.ts';

export const number = (n: number): string => n.toLocaleString('en');

export const title = both('Where the lines cross', '两条线在哪里相交');
export const question = both(
  'Shadow or nested paging: at which workload does the cheaper one change?',
  '影子分页还是嵌套分页：负载到哪一步，便宜的一方会换人？',
);

export const controlWords = {
  axis: both('What grows from left to right', '从左到右增长的量'),
  axes: {
    writes: both('page-table writes', '页表写入'),
    pages: both('pages in use', '使用的页数'),
    switches: both('VM switches', '虚拟机切换'),
  },
  writes: both('Page-table writes per 1,000 accesses, unless on the axis', '每千次访问的页表写入次数（不在横轴上时）'),
  pages: both('Pages in use, unless on the axis', '使用的页数（不在横轴上时）'),
  switches: both('VM switches per 1,000 accesses, unless on the axis', '每千次访问的虚拟机切换次数（不在横轴上时）'),
  entries: both('TLB entries (4 ways)', 'TLB 表项数（4 路）'),
  tags: both('TLB tags (VPID, PCID)', 'TLB 标签（VPID、PCID）'),
  caches: both('Paging-structure caches', '分页结构缓存'),
  exit: both('Cycles for a VM exit and its handling', '一次虚拟机退出及其处理的周期数'),
  reference: both('Cycles for reading one table entry', '读一个页表项的周期数'),
} as const;

/** A place on the axis, or a stretch of it, as a phrase. */
export const placeOn = (axis: Axis, x: number | string): Text => {
  switch (axis) {
    case 'writes':
      return both(`${x} page-table writes per 1,000 accesses`, `每千次访问写页表 ${x} 次`);
    case 'pages':
      return both(`${x} pages in use`, `使用 ${x} 页`);
    case 'switches':
      return both(`${x} VM switches per 1,000 accesses`, `每千次访问切换虚拟机 ${x} 次`);
  }
};

export const axisTitle = (axis: Axis, entries: string): Text => {
  switch (axis) {
    case 'writes':
      return both('page-table writes per 1,000 accesses', '每千次访问的页表写入次数');
    case 'pages':
      return both(`pages in use (the TLB holds ${entries})`, `使用的页数（TLB 可容 ${entries} 页）`);
    case 'switches':
      return both('VM switches per 1,000 accesses', '每千次访问的虚拟机切换次数');
  }
};

export const names = { shadow: both('shadow', '影子'), nested: both('nested', '嵌套') } as const;
export const longNames = {
  shadow: both('shadow paging', '影子分页'),
  nested: both('nested paging', '嵌套分页'),
} as const;

export const marks = {
  costAxis: both('cycles per access', '每次访问的周期数'),
  none: both('They never cross', '两线不相交'),
  betNone: both('Bet that the lines do not cross', '押注两条线不相交'),
  bet: (x: number) => both(`your bet ${x}`, `你押 ${x}`),
  cross: (x: number) => both(`cross at ${Math.round(x)}`, `相交于 ${Math.round(x)}`),
  betOn: (place: Text) => both(`Bet that the lines cross at ${place.en}`, `押注两条线在“${place['zh-CN']}”处相交`),
  ratio: both('time: shadow ÷ nested', '耗时：影子 ÷ 嵌套'),
  hint: both('Bet on the axis: where will they cross?', '押注：点击横轴上两线将相交之处'),
  thisChart: both('this chart', '本图各点'),
  published: both('published, elsewhere', '他处发表的测量'),
  shadowWins: both('← shadow faster', '← 影子更快'),
  nestedWins: both('nested faster →', '嵌套更快 →'),
} as const;

export const readingWords = {
  published: {
    from: both('from', '从'),
    to: both('to', '到'),
    micro: both('in micro-benchmarks', '微基准'),
  },
  bets: { none: both('never', '不相交') },
  x: {
    writes: both('writes per 1,000', '每千次写页表'),
    pages: both('pages in use', '使用的页数'),
    switches: both('switches per 1,000', '每千次切换'),
  },
  points: both('points measured', '已测的点'),
  shadowPerAccess: both('shadow, per access', '影子，每次访问'),
  nestedPerAccess: both('nested, per access', '嵌套，每次访问'),
  shadowCycles: both('shadow: cycles', '影子：周期'),
  nestedCycles: both('nested: cycles', '嵌套：周期'),
  shadowExits: both('shadow: VM exits', '影子：虚拟机退出'),
  nestedExits: both('nested: VM exits', '嵌套：虚拟机退出'),
  shadowReferences: both('shadow: entries read', '影子：读页表项'),
  nestedReferences: both('nested: entries read', '嵌套：读页表项'),
  shadowMisses: both('shadow: TLB misses', '影子：TLB 未命中'),
  nestedMisses: both('nested: TLB misses', '嵌套：TLB 未命中'),
  shadowFlushes: both('shadow: TLB flushes', '影子：TLB 清空'),
  nestedFlushes: both('nested: TLB flushes', '嵌套：TLB 清空'),
  accesses: both('accesses in a run', '一次运行的访问数'),
  cheaper: both('cheaper at this point', '此点更便宜的一方'),
  crossing: both('the lines cross at', '两线相交处'),
  crossings: both('all crossings', '所有交点'),
  bet: both('your bet', '你的押注'),
  betRight: both('bet within one point', '押注误差不超过一格'),
  curve: both('points: x, shadow, nested', '各点：横轴、影子、嵌套'),
  cycles: both('cycles', '周期'),
} as const;
