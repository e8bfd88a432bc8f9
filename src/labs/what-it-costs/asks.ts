import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { isCounting, type State } from './model.ts';
import { percentOf } from './percentOf.ts';
import { type PlatformId, platformIds } from './platforms.ts';
import { kindNames } from './words.ts';

/** Percentages this near one another count as the same. */
const NEAR = 0.5;

/** The machine's question about its next bill, and about the crossings. */
export function askAbout(state: State): Ask<State> | undefined {
  if (isCounting(state) || state.crossings) return undefined;
  const next = platformIds[state.billed];
  switch (next) {
    case 'binary-translation':
      return askOldFigure();
    case 'vt-x':
      return askAgainst('vt-x', 'binary-translation', vtxText, vtxWhy);
    case 'pv-64':
      return askAgainst('pv-64', 'pv-32', pv64Text, pv64Why);
    case 'ept':
      return askAgainst('ept', 'vt-x', eptText, eptWhy);
    case undefined:
      return askCrossing(state);
    case 'interpreter':
    case 'pv-32':
    case 'posted':
      return undefined;
  }
}

function askOldFigure(): Ask<State> {
  return {
    key: 'old-figure',
    text: both(
      'Binary translation is next. “80–85 % of native”: is that what this workload gets?',
      '接下来是二进制翻译。“达到原生的 80–85%”：这份负载会得到这个数吗？',
    ),
    options: {
      below: {
        text: both('Less than 80 %', '不到 80%'),
        why: both(
          'It is less where the kernel is called often: each system call costs some 2,000 cycles more than natively, each page fault 2,800.',
          '常进内核就会更低：每次系统调用比原生多约 2,000 周期，每次缺页多约 2,800。',
        ),
      },
      inside: {
        text: both('80 to 85 %', '80% 到 85%'),
        why: both(
          'A band so narrow is met where the extra cycles are a fifth of the native ones or a little more: a narrow choice of rates.',
          '要落进这么窄的一段，多出的周期须是原生的五分之一上下：只有很窄的一类频率符合。',
        ),
      },
      above: {
        text: both('More than 85 %', '高于 85%'),
        why: both(
          'It is more where the program computes and seldom calls the kernel: user code runs directly, at full speed.',
          '程序一味计算、少进内核就会更高：用户代码直接运行，全速。',
        ),
      },
    },
    right: (after) => {
      const percent = percentOf(after, 'binary-translation');
      return percent < 80 ? 'below' : percent > 85 ? 'above' : 'inside';
    },
  };
}

type Reasons = Readonly<Record<'above' | 'level' | 'below', Text>>;

const answers: Reasons = {
  above: both('It is faster', '它更快'),
  level: both('The same, to half a point', '一样，相差不到半个百分点'),
  below: both('It is slower', '它更慢'),
};

const askAgainst = (id: PlatformId, other: PlatformId, text: Text, why: Reasons): Ask<State> => ({
  key: id,
  text,
  options: {
    above: { text: answers.above, why: why.above },
    level: { text: answers.level, why: why.level },
    below: { text: answers.below, why: why.below },
  },
  right: (after) => {
    const lead = percentOf(after, id) - percentOf(after, other);
    return Math.abs(lead) < NEAR ? 'level' : lead > 0 ? 'above' : 'below';
  },
});

const vtxText = both(
  'VT-x of 2006 is next. Against binary translation?',
  '接下来是 2006 年的 VT-x。与二进制翻译相比？',
);
const vtxWhy: Reasons = {
  above: both(
    'It is faster where system calls weigh most: 247 cycles instead of 2,313, since the guest’s kernel takes them without an exit.',
    '系统调用为主时它更快：247 周期对 2,313，因为客户机内核直接接手，没有退出。',
  ),
  level: both(
    'They meet where system calls saved and page-table writes paid for weigh the same: some six calls for one write.',
    '省下的系统调用与多付的写页表相抵时才一样：约六次调用抵一次写。',
  ),
  below: both(
    'It is slower where tables change or ports are read: 12,733 cycles for a store that adaptive translation makes in 391.',
    '常改页表、常读端口时它更慢：同一次写，它要 12,733 周期，自适应翻译只要 391。',
  ),
};

const pv64Text = both('64-bit Xen PV is next. Against the 32-bit one?', '接下来是 64 位 Xen PV。与 32 位相比？');
const pv64Why: Reasons = {
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

const eptText = both('EPT of 2010 is next. Against VT-x of 2006?', '接下来是 2010 年的 EPT。与 2006 年的 VT-x 相比？');
const eptWhy: Reasons = {
  above: both(
    'It is faster where page faults and table writes were the loss: they no longer exit at all.',
    '损失来自缺页和写页表时它更快：这些事不再退出。',
  ),
  level: both(
    'They are level where neither exits: computing and system calls alone.',
    '两者都不退出时一样：只有计算和系统调用。',
  ),
  below: both(
    'It is slower where the TLB misses: a walk through both sets of tables takes about four times as long.',
    'TLB 常未命中时它更慢：两套页表都要走，一次遍历约为四倍时间。',
  ),
};

function askCrossing({ params }: State): Ask<State> {
  const axis = kindNames[params.axis];
  return {
    key: 'crossing',
    text: both(
      `All bills are there. With more ${axis.en} and the rest as it is, will the chosen line cross another?`,
      `账都算好了。“${axis['zh-CN']}”增加而其余不变，所选的那条线会与别的线相交吗？`,
    ),
    options: {
      yes: {
        text: both('Yes', '会'),
        why: both(
          'They cross where one technique starts lower, for its other prices, and falls more slowly on this axis.',
          '某种技术因别的价格起点较低，而在这条轴上降得较慢，就会相交。',
        ),
      },
      no: {
        text: both('No', '不会'),
        why: both(
          'They do not where the order at the left end is also the order of the prices on this axis.',
          '左端的名次若与这条轴上价格的高低一致，就不会相交。',
        ),
      },
    },
    right: ({ crossings = [] }) => (crossings.length > 0 ? 'yes' : 'no'),
  };
}
