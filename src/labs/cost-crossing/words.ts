import type { Text } from '#kit/text.ts';
import type { Axis } from './controls.ts';

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });
export const number = (n: number): string => n.toLocaleString('en');

export const title = text('Where the lines cross', '两条线在哪里相交');
export const question = text(
  'Shadow or nested paging: at which workload does the cheaper one change?',
  '影子分页还是嵌套分页：负载到哪一步，便宜的一方会换人？',
);

export const controlWords = {
  axis: text('What grows from left to right', '从左到右增长的量'),
  axes: {
    writes: text('page-table writes', '页表写入'),
    pages: text('pages in use', '使用的页数'),
    switches: text('VM switches', '虚拟机切换'),
  },
  writes: text('Page-table writes per 1,000 accesses, unless on the axis', '每千次访问的页表写入次数（不在横轴上时）'),
  pages: text('Pages in use, unless on the axis', '使用的页数（不在横轴上时）'),
  switches: text('VM switches per 1,000 accesses, unless on the axis', '每千次访问的虚拟机切换次数（不在横轴上时）'),
  entries: text('TLB entries (4 ways)', 'TLB 表项数（4 路）'),
  tags: text('TLB tags (VPID, PCID)', 'TLB 标签（VPID、PCID）'),
  caches: text('Paging-structure caches', '分页结构缓存'),
  exit: text('Cycles for a VM exit and its handling', '一次虚拟机退出及其处理的周期数'),
  reference: text('Cycles for reading one table entry', '读一个页表项的周期数'),
} as const;

/** A place on the axis, as a phrase. */
export const placeOn = (axis: Axis, x: number): Text => {
  switch (axis) {
    case 'writes':
      return text(`${x} page-table writes per 1,000 accesses`, `每千次访问写页表 ${x} 次`);
    case 'pages':
      return text(`${x} pages in use`, `使用 ${x} 页`);
    case 'switches':
      return text(`${x} VM switches per 1,000 accesses`, `每千次访问切换虚拟机 ${x} 次`);
  }
};

export const axisTitle = (axis: Axis, entries: string): Text => {
  switch (axis) {
    case 'writes':
      return text('page-table writes per 1,000 accesses', '每千次访问的页表写入次数');
    case 'pages':
      return text(`pages in use (the TLB holds ${entries})`, `使用的页数（TLB 可容 ${entries} 页）`);
    case 'switches':
      return text('VM switches per 1,000 accesses', '每千次访问的虚拟机切换次数');
  }
};

export const names = { shadow: text('shadow', '影子'), nested: text('nested', '嵌套') } as const;
export const longNames = {
  shadow: text('shadow paging', '影子分页'),
  nested: text('nested paging', '嵌套分页'),
} as const;

export const marks = {
  costAxis: text('cycles per access', '每次访问的周期数'),
  none: text('They never cross', '两线不相交'),
  betNone: text('Bet that the lines do not cross', '押注两条线不相交'),
  bet: (x: number) => text(`your bet ${x}`, `你押 ${x}`),
  cross: (x: number) => text(`cross at ${Math.round(x)}`, `相交于 ${Math.round(x)}`),
  betOn: (place: Text) => text(`Bet that the lines cross at ${place.en}`, `押注两条线在“${place['zh-CN']}”处相交`),
  ratio: text('time: shadow ÷ nested', '耗时：影子 ÷ 嵌套'),
  hint: text('Bet on the axis: where will they cross?', '押注：点击横轴上两线将相交之处'),
  thisChart: text('this chart', '本图各点'),
  published: text('published, elsewhere', '他处发表的测量'),
  shadowWins: text('← shadow faster', '← 影子更快'),
  nestedWins: text('nested faster →', '嵌套更快 →'),
} as const;

export const readingWords = {
  x: {
    writes: text('writes per 1,000', '每千次写页表'),
    pages: text('pages in use', '使用的页数'),
    switches: text('switches per 1,000', '每千次切换'),
  },
  points: text('points measured', '已测的点'),
  shadowPerAccess: text('shadow, per access', '影子，每次访问'),
  nestedPerAccess: text('nested, per access', '嵌套，每次访问'),
  shadowCycles: text('shadow: cycles', '影子：周期'),
  nestedCycles: text('nested: cycles', '嵌套：周期'),
  shadowExits: text('shadow: VM exits', '影子：虚拟机退出'),
  nestedExits: text('nested: VM exits', '嵌套：虚拟机退出'),
  shadowReferences: text('shadow: entries read', '影子：读页表项'),
  nestedReferences: text('nested: entries read', '嵌套：读页表项'),
  shadowMisses: text('shadow: TLB misses', '影子：TLB 未命中'),
  nestedMisses: text('nested: TLB misses', '嵌套：TLB 未命中'),
  shadowFlushes: text('shadow: TLB flushes', '影子：TLB 清空'),
  nestedFlushes: text('nested: TLB flushes', '嵌套：TLB 清空'),
  accesses: text('accesses in a run', '一次运行的访问数'),
  cheaper: text('cheaper at this point', '此点更便宜的一方'),
  crossing: text('the lines cross at', '两线相交处'),
  crossings: text('all crossings', '所有交点'),
  bet: text('your bet', '你的押注'),
  betRight: text('bet within one point', '押注误差不超过一格'),
  curve: text('points: x, shadow, nested', '各点：横轴、影子、嵌套'),
  cycles: text('cycles', '周期'),
} as const;
