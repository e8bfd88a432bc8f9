import type { EventKind } from '#sim/vmm/count/counts.ts';
import { adams, type Price, section } from '#sim/vmm/prices.ts';
import { assumed, p4, server } from './price.ts';

/** What each event costs where no monitor is. */
export type Costs = Readonly<Record<EventKind, Price>>;

const store = adams(1, 'seen', section('6.3'), 'a store to a page-table entry', '写一个页表项');
const walk = (reads: number): Price =>
  assumed(
    reads * 30,
    `a walk of ${reads} reads at 30 cycles; a read costs 2 to 100 (Bhargava et al. 2008, table 2)`,
    `一次遍历读 ${reads} 项，每项 30 周期；读一项要 2～100 周期（Bhargava 等 2008，表 2）`,
  );

/** A Pentium 4 672 of 2005, 3.8 GHz, running a 32-bit guest. */
export const pentium4: Costs = {
  calls: p4('syscall'),
  faults: p4('fault'),
  tables: store,
  ports: p4('port'),
  interrupts: assumed(
    889,
    'as a divide error: 889 cycles (Adams and Agesen 2006, section 6.3)',
    '按除法错计：889 周期（Adams 与 Agesen 2006，第 6.3 节）',
  ),
  misses: walk(2),
};

/** A server processor of 2019 running a 64-bit guest. */
export const server2019: Costs = {
  calls: server('syscall'),
  faults: server('fault'),
  tables: store,
  ports: server('port'),
  interrupts: assumed(
    900,
    'as on the Pentium 4; nobody has published it apart',
    '与 Pentium 4 相同；没有单独发表的数据',
  ),
  misses: walk(4),
};
