import { both, type Text } from '#kit/text.ts';
import type { EventKind } from '#sim/vmm/count/counts.ts';

/** A whole number with its thousands apart. */
export const number = (n: number): string => Math.round(n).toLocaleString('en');
/** Per cent of native, to one place. */
export const percentText = (percent: number): string => `${percent.toFixed(1)} %`;

export const kindNames: Readonly<Record<EventKind | 'plain', Text>> = {
  plain: both('computing', '计算'),
  calls: both('system calls', '系统调用'),
  faults: both('page faults', '缺页'),
  tables: both('table writes', '写页表'),
  ports: both('port I/O', '端口 I/O'),
  interrupts: both('interrupts', '中断'),
  misses: both('TLB misses', 'TLB 未命中'),
};

export const marks = {
  yAxis: both('% of native', '占原生速度 %'),
  axis: (kind: EventKind): Text =>
    both(
      `${kindNames[kind].en} per million cycles of computing`,
      `每百万计算周期的${kind === 'misses' ? ' ' : ''}${kindNames[kind]['zh-CN']}次数`,
    ),
  here: both('this workload', '当前负载'),
  old: (range: string): Text => both(`old figure ${range}`, `旧说法 ${range}`),
  bill: both('extra cycles', '多出的周期'),
  assumed: both('* assumed price', '* 假定的价格'),
} as const;
