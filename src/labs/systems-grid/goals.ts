import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { itemOf, type State } from './model.ts';
import { moments } from './moments.ts';
import { parseRule } from './parseRule.ts';
import { isTautology } from './tautology.ts';

const full = ['interpret', 'translate', 'trap', 'assist'];

/** Whether a system stands right in one of these cells. */
const isFilled = ({ placed }: State, position: string, techniques: readonly string[]): boolean =>
  Object.values(placed).some(({ cell, right }) => right && techniques.some((t) => cell === `${position}-${t}`));
const isRight = ({ placed }: State, id: string): boolean => placed[id]?.right === true;

/** How many systems a rule must speak of before it says something. */
const ENOUGH = 5;

export const goals = {
  'break-it': {
    text: both(
      'Break “paravirtual implies bare-metal”: place a paravirtual system where it stands, off the bare metal.',
      '推翻“paravirtual implies bare-metal”：找一个不在裸金属上的半虚拟化系统，放到它的位置。',
    ),
    done: both(
      'One such system is enough: the technique does not tell the position.',
      '有一个这样的系统就够了：由技术推不出位置。',
    ),
    solution: { moves: 'pick.uml put.host-para', at: '2' },
    reached: (state: State) => isFilled(state, 'host', ['para']) || isFilled(state, 'kernel', ['para']),
  },
  'two-by-two': {
    text: both(
      'Fill the two by two: a full and a paravirtual system, each on bare metal and on a host OS.',
      '填满二乘二：完全虚拟化与半虚拟化，裸金属上和宿主操作系统上，各找一个系统。',
    ),
    done: both(
      'All four corners are inhabited, so no implication holds in either direction.',
      '四个角都有系统，所以无论哪个方向的“若……则……”都不成立。',
    ),
    solution: moments.corners,
    reached: (state: State) =>
      ['bare', 'host'].every((place) => isFilled(state, place, full) && isFilled(state, place, ['para'])),
  },
  outside: {
    text: both(
      'Place Wine, the JVM and VirtualBSD: three things that are no machine’s monitor.',
      '放好 Wine、JVM 和 VirtualBSD：它们都不是整机的监控器。',
    ),
    done: both(
      'An interface, a language and a disk image: each has its place, and none is on the grid of machines.',
      '一套接口、一种语言、一个磁盘镜像：各有其位，都不在整机的格子里。',
    ),
    solution: moments.outside,
    reached: (state: State) => ['wine', 'jvm', 'virtualbsd'].every((id) => isRight(state, id)),
  },
  kvm: {
    text: both('Find the place of KVM.', '找到 KVM 的位置。'),
    done: both(
      'Neither on bare metal nor on an OS: in the kernel of one.',
      '既不在裸金属上，也不在操作系统上，而在操作系统的内核里。',
    ),
    solution: { moves: 'pick.kvm put.kernel-assist', at: '2' },
    reached: (state: State) => isRight(state, 'kvm') && itemOf('kvm') !== undefined,
  },
  'true-rule': {
    text: both(
      `Write a rule with “implies” that holds, speaks of at least ${ENOUGH} systems, and says something: “x implies x” would hold of anything.`,
      `写一条含 implies、能成立、至少涉及 ${ENOUGH} 个系统的规则，而且要言之有物：“x implies x”对什么都成立，不算。`,
    ),
    done: both(
      'What holds follows from what the words mean, or from what hardware can do; not from a ranking.',
      '能成立的，要么出自词义，要么出自硬件的能力；没有一条来自排名。',
    ),
    solution: { rule: 'shared-kernel implies no-monitor' },
    reached: ({ judged, params }: State) => {
      const parsed = parseRule(params.rule);
      if (!('rule' in parsed) || parsed.rule.kind !== 'implies' || isTautology(parsed.rule)) return false;
      return judged.holds === true && judged.examples.length >= ENOUGH;
    },
  },
} satisfies Readonly<Record<string, Goal<State>>>;
