import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { eptReasons, oldFigureReasons, pv64Reasons, type Reasons, vtxReasons } from './askReasons.ts';
import { isListed } from './costControls.ts';
import { isCounting, type State } from './model.ts';
import { percentOf } from './percentOf.ts';
import { type PlatformId, platformIds, platformOf } from './platforms.ts';
import { kindNames } from './words.ts';

/** Percentages this near one another count as the same. */
const NEAR = 0.5;

/** The machine's question about its next bill, and about the crossings. The reasons tell listed prices: where others are set it is not asked. */
export function askAbout(state: State): Ask<State> | undefined {
  if (isCounting(state) || state.crossings) return undefined;
  const next = platformIds[state.billed];
  const areListed = (...ids: readonly PlatformId[]): boolean => ids.every((id) => isListed(state.params, id));
  switch (next) {
    case 'binary-translation':
      return areListed(next) ? askOldFigure(state) : undefined;
    case 'vt-x':
      return areListed(next, 'binary-translation')
        ? askAgainst(next, 'binary-translation', vtxText, vtxReasons(state))
        : undefined;
    case 'pv-64':
      return areListed(next, 'pv-32') ? askAgainst(next, 'pv-32', pv64Text, pv64Reasons) : undefined;
    case 'ept':
      return areListed(next, 'vt-x') ? askAgainst(next, 'vt-x', eptText, eptReasons(state)) : undefined;
    case undefined:
      return askCrossing(state);
    case 'interpreter':
    case 'pv-32':
    case 'posted':
      return undefined;
  }
}

function askOldFigure(state: State): Ask<State> {
  const why = oldFigureReasons(state);
  return {
    key: 'old-figure',
    text: both(
      'Binary translation is next. “80–85 % of native”: is that what this workload gets?',
      '接下来是二进制翻译。“达到原生的 80–85%”：这份负载会得到这个数吗？',
    ),
    options: {
      below: { text: both('Less than 80 %', '不到 80%'), why: why.below },
      inside: { text: both('80 to 85 %', '80% 到 85%'), why: why.inside },
      above: { text: both('More than 85 %', '高于 85%'), why: why.above },
    },
    right: (after) => {
      const percent = percentOf(after, 'binary-translation');
      return percent < 80 ? 'below' : percent > 85 ? 'above' : 'inside';
    },
  };
}

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

const pv64Text = both('64-bit Xen PV is next. Against the 32-bit one?', '接下来是 64 位 Xen PV。与 32 位相比？');

const eptText = both('EPT of 2010 is next. Against VT-x of 2006?', '接下来是 2010 年的 EPT。与 2006 年的 VT-x 相比？');

function askCrossing({ params }: State): Ask<State> {
  const axis = kindNames[params.axis];
  const { name } = platformOf(params.technique);
  return {
    key: 'crossing',
    text: both(
      `All bills are there. With more ${axis.en} and the rest as it is, will the line “${name.en}” cross another?`,
      `账都算好了。“${axis['zh-CN']}”增加而其余不变，“${name['zh-CN']}”的线会与别的线相交吗？`,
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
