import { both, type Text } from '#kit/text.ts';
import { type EventKind, eventKinds } from '#sim/vmm/count/counts.ts';
import { type Bill, billOf, dearestLine } from './bill.ts';
import { withRate } from './crossings.ts';
import type { State } from './model.ts';
import type { PlatformId } from './platforms.ts';

export type Side = 'above' | 'level' | 'below';
export type Reasons = Readonly<Record<Side, Text>>;

/** On which event a technique gains most against another in this workload, and on which it loses most. */
interface Balance {
  readonly gain: EventKind | undefined;
  readonly loss: EventKind | undefined;
}

/** What is gained or lost on an event counts from so many hundredths of the native cycles. */
const FELT = 0.5;

function balanceOf({ params, events }: State, id: PlatformId, other: PlatformId): Balance {
  const [its, others] = [billOf(params, id, events), billOf(params, other, events)];
  const lead = (kind: EventKind): number => extraOf(others, kind) - extraOf(its, kind);
  const felt = (FELT / 100) * its.native;
  const ordered = eventKinds.toSorted((a, b) => lead(b) - lead(a));
  const [gain, loss] = [ordered[0], ordered.at(-1)];
  return {
    gain: gain && lead(gain) > felt ? gain : undefined,
    loss: loss && lead(loss) < -felt ? loss : undefined,
  };
}

const extraOf = ({ lines }: Bill, kind: EventKind): number => lines.find((line) => line.kind === kind)?.extra ?? 0;

/** Why binary translation falls short of the old figure, meets it, or does better. */
export function oldFigureReasons({ params, events }: State): Readonly<Record<'below' | 'inside' | 'above', Text>> {
  const bill = billOf(params, 'binary-translation', events);
  const withoutPorts = billOf(params, 'binary-translation', withRate(events, 'ports', 0));
  return {
    below:
      dearestLine(bill)?.kind === 'interrupts'
        ? both(
            'It is less where interrupts come often: each costs some 2,300 cycles more than natively.',
            '中断频繁就会更低：每次比原生多约 2,300 周期。',
          )
        : both(
            'It is less where the kernel is called often: each system call costs some 2,000 cycles more than natively, each page fault 2,800.',
            '常进内核就会更低：每次系统调用比原生多约 2,000 周期，每次缺页多约 2,800。',
          ),
    inside: both(
      'A band so narrow is met where the extra cycles are a fifth of the native ones or a little more: a narrow choice of rates.',
      '要落进这么窄的一段，多出的周期须是原生的五分之一上下：只有很窄的一类频率符合。',
    ),
    above:
      bill.percent > 85 && withoutPorts.percent <= 85
        ? both(
            'It is more where ports are read often: the monitor answers in 217 cycles what takes a device 3,209.',
            '常读端口就会更高：设备要 3,209 周期的事，监控器自己应答只要 217。',
          )
        : both(
            'It is more where the program computes and seldom calls the kernel: user code runs directly, at full speed.',
            '程序一味计算、少进内核就会更高：用户代码直接运行，全速。',
          ),
  };
}

/** VT-x of 2006 against binary translation. */
export function vtxReasons(state: State): Reasons {
  const { gain, loss } = balanceOf(state, 'vt-x', 'binary-translation');
  return {
    above: both(
      'It is faster where system calls weigh most: 247 cycles instead of 2,313, since the guest’s kernel takes them without an exit.',
      '系统调用为主时它更快：247 周期对 2,313，因为客户机内核直接接手，没有退出。',
    ),
    level: vtxLevel(gain, loss),
    below: vtxBelow(loss),
  };
}

function vtxLevel(gain: EventKind | undefined, loss: EventKind | undefined): Text {
  if (!gain && !loss)
    return both(
      'They are level where the program hardly does anything but compute: both run it directly.',
      '程序几乎只在计算时两者一样：都是直接运行。',
    );
  return loss === 'tables'
    ? both(
        'They meet where system calls saved and page-table writes paid for weigh the same: some six calls for one write.',
        '省下的系统调用与多付的写页表相抵时才一样：约六次调用抵一次写。',
      )
    : both(
        'They meet where the system calls saved weigh as much as the exits paid for.',
        '省下的系统调用与多付的退出相抵时才一样。',
      );
}

function vtxBelow(loss: EventKind | undefined): Text {
  switch (loss) {
    case 'faults':
      return both(
        'It is slower where pages fault: 11,242 cycles instead of 3,927, for under shadow paging every fault exits.',
        '常缺页时它更慢：11,242 周期对 3,927，因为影子分页下每次缺页都退出。',
      );
    case 'interrupts':
      return both(
        'It is slower where interrupts come often: an exit, an entry and the delivery are 5,354 cycles instead of 3,223.',
        '中断频繁时它更慢：一次退出、一次进入再加投递，5,354 周期对 3,223。',
      );
    default:
      return both(
        'It is slower where tables change or ports are read: 12,733 cycles for a store that adaptive translation makes in 391.',
        '常改页表、常读端口时它更慢：同一次写，它要 12,733 周期，自适应翻译只要 391。',
      );
  }
}

export const pv64Reasons: Reasons = {
  above: both(
    'Nothing in its price list is cheaper: without segment limits its kernel has to leave ring 1.',
    '它的价目没有一项更便宜：没有段界限，内核只得离开 ring 1。',
  ),
  level: both(
    'They are level where there are hardly any system calls: all other prices are the same.',
    '几乎没有系统调用时两者一样：其余价格全同。',
  ),
  below: both(
    'It is slower as soon as there are system calls: each visits Xen, since kernel and user share ring 3.',
    '一有系统调用它就更慢：内核与用户同在 ring 3，每次都要经过 Xen。',
  ),
};

/** EPT of 2010 against VT-x of 2006. */
export function eptReasons(state: State): Reasons {
  const { gain, loss } = balanceOf(state, 'ept', 'vt-x');
  return {
    above:
      gain === 'ports' || gain === 'interrupts'
        ? both(
            'It is faster where devices were the loss: they still exit, but on the newer processor an exit costs less.',
            '损失来自设备时它也更快：仍要退出，但新处理器上退出一次便宜些。',
          )
        : both(
            'It is faster where page faults and table writes were the loss: they no longer exit at all.',
            '损失来自缺页和写页表时它更快：这些事不再退出。',
          ),
    level: loss
      ? both(
          'They meet where what the longer walks cost weighs as much as the exits that are saved.',
          '多走页表的花费与省下的退出相抵时才一样。',
        )
      : both(
          'They are level where neither exits: computing and system calls alone.',
          '两者都不退出时一样：只有计算和系统调用。',
        ),
    below: both(
      'It is slower where the TLB misses: a walk through both sets of tables takes about four times as long.',
      'TLB 常未命中时它更慢：两套页表都要走，一次遍历约为四倍时间。',
    ),
  };
}
