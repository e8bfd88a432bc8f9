import { both, type Text } from '#kit/text.ts';
import { adams, figure4, type Price, price, section } from '#sim/vmm/prices.ts';
import { type Costs, pentium4, server2019 } from './natives.ts';
import { assumed, p4, server } from './price.ts';

/** A technique on the processor of its year. */
export interface Platform {
  readonly name: Text;
  readonly native: Costs;
  /** Cycles for an instruction that nobody need look at; natively 1. */
  readonly plain: Price;
  readonly costs: Costs;
  /** The percentages that are told of it, in per cent of native. */
  readonly old?: { readonly from: number; readonly to: number; readonly text: string };
}

const directly = price(1, 'derived', 'the processor executes it itself', '由处理器自己执行');
const sum = (a: Price, b: Price): number => a.cycles + b.cycles;

/** Under an interpreter: so many instructions' worth of its work. */
const interpreted = (times: number): Price =>
  assumed(
    times * p4('interpret').cycles,
    `the work of ${times} interpreted instruction${times > 1 ? 's' : ''}`,
    `相当于解释 ${times} 条指令`,
  );

const xen32: Costs = {
  calls: assumed(
    260,
    'as native and a few cycles: the gate leads straight into ring 1',
    '比原生多几个周期：门直接通往 ring 1',
  ),
  faults: price(
    4237,
    'recalled',
    'Xen 2003, lmbench at 2.4 GHz: 2.73 µs for a page fault instead of 1.42',
    'Xen 2003，2.4 GHz 上的 lmbench：一次缺页 2.73 µs，原为 1.42',
  ),
  tables: assumed(
    Math.round(p4('update').cycles + p4('hypercall').cycles / 64),
    'a queued update, and a 64th of a hypercall',
    '一项排队的更新，加六十四分之一次超级调用',
  ),
  ports: assumed(
    sum(p4('hypercall'), p4('port')),
    'a hypercall notifies the driver domain, which touches the device',
    '一次超级调用通知驱动域，由它操作设备',
  ),
  interrupts: assumed(
    889 + p4('hypercall').cycles,
    'an event for the guest, as an interrupt and a trap',
    '给客户机的一次事件，按一次中断加一次陷入计',
  ),
  misses: pentium4.misses,
};

const kvm: Costs = {
  ...server2019,
  ports: assumed(
    8000,
    'an exit to a device model in user space, 5,000 to 15,000',
    '退出到用户态的设备模型，5,000～15,000',
  ),
  interrupts: price(
    900 + 2 * sum(server('exit'), server('entry')),
    'derived',
    'an exit for the interrupt and one for its end, 2,000 each',
    '中断到来退出一次，中断结束再退出一次，各 2,000',
  ),
  misses: price(
    504,
    'derived',
    'a two-dimensional walk takes 3.9 to 4.6 times a native one (Bhargava et al. 2008)',
    '二维遍历的用时是原生遍历的 3.9～4.6 倍（Bhargava 等 2008）',
  ),
};

/** In the order of their years. */
export const platforms = {
  interpreter: {
    name: both('interpreter', '解释器'),
    native: pentium4,
    plain: p4('interpret'),
    costs: {
      calls: interpreted(10),
      faults: interpreted(10),
      tables: interpreted(1),
      ports: interpreted(10),
      interrupts: interpreted(10),
      misses: interpreted(10),
    },
    old: { from: 0, to: 1, text: '≤ 1 %' },
  },
  'pv-32': {
    name: both('Xen 32-bit', 'Xen 32 位'),
    native: pentium4,
    plain: directly,
    costs: xen32,
    old: { from: 90, to: 95, text: '90–95 %' },
  },
  'binary-translation': {
    name: both('BT 2006', 'BT 2006'),
    native: pentium4,
    plain: directly,
    costs: {
      calls: adams(2313, 'seen', figure4, 'a system call and its return', '一次系统调用及其返回'),
      faults: adams(3927, 'seen', section('6.3'), 'a true page fault', '一次真实缺页'),
      tables: p4('tableWrite'),
      ports: adams(
        217,
        'seen',
        figure4,
        'IN from port 80h, which the monitor answers itself',
        '用 IN 读 80h 端口，由监控器自己应答',
      ),
      interrupts: assumed(
        3223,
        'as a divide error: 3,223 cycles (Adams and Agesen 2006, section 6.3)',
        '按除法错计：3,223 周期（Adams 与 Agesen 2006，第 6.3 节）',
      ),
      misses: pentium4.misses,
    },
    old: { from: 80, to: 85, text: '80–85 %' },
  },
  'vt-x': {
    name: both('VT-x 2006', 'VT-x 2006'),
    native: pentium4,
    plain: directly,
    costs: {
      calls: adams(247, 'seen', figure4, 'a system call and its return', '一次系统调用及其返回'),
      faults: adams(11_242, 'seen', section('6.3'), 'a true page fault', '一次真实缺页'),
      tables: adams(12_733, 'seen', section('6.3'), 'a page-table store under shadow paging', '影子分页下写一次页表'),
      ports: adams(15_826, 'seen', section('6.3'), 'IN from port 80h', '用 IN 读 80h 端口'),
      interrupts: price(
        1014 + sum(p4('exit'), p4('entry')),
        'derived',
        'an exit, an entry and an exception delivered (Adams and Agesen 2006, table 1 and section 6.3)',
        '一次退出、一次进入，再投递一次异常（Adams 与 Agesen 2006，表 1 与第 6.3 节）',
      ),
      misses: pentium4.misses,
    },
    old: { from: 84.5, to: 85.5, text: '85 %' },
  },
  'pv-64': {
    name: both('Xen 64-bit', 'Xen 64 位'),
    native: pentium4,
    plain: directly,
    costs: {
      ...xen32,
      calls: assumed(
        2313,
        'as under binary translation: through the monitor and back into an outer ring',
        '与二进制翻译相同：经监控器再回到外层特权级',
      ),
    },
    old: { from: 90, to: 95, text: '90–95 %' },
  },
  ept: { name: both('EPT 2010', 'EPT 2010'), native: server2019, plain: directly, costs: kvm },
  posted: {
    name: both('posted 2020', '投递式 2020'),
    native: server2019,
    plain: directly,
    costs: {
      ...kvm,
      interrupts: assumed(900, 'posted: delivered without an exit, so as native', '投递式：不退出即可送达，与原生相同'),
    },
  },
} as const satisfies Readonly<Record<string, Platform>>;

export type PlatformId = keyof typeof platforms;
export const platformIds = Object.keys(platforms) as readonly PlatformId[];
/** With the type that all of them share. */
export const platformOf = (id: PlatformId): Platform => platforms[id];
