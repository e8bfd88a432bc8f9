/** Who reached whom, in real attempts. Every cell sends its ping. */
import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { hasSucceeded, reasonOf } from './failures.ts';
import type { Places } from './places.ts';
import { pairKey, type State } from './state.ts';
import { type Machine, machines, pairs, type Target, targetAddress, targets } from './wiring.ts';
import { plateOf, words } from './words.ts';

function aboutCell(state: State, from: Machine, to: Target): Text {
  const address = targetAddress(state.network, to);
  const ping = both(`Ping ${address} from ${plateOf[from].en}`, `从${plateOf[from]['zh-CN']} ping ${address}`);
  const result = state.results[pairKey(from, to)];
  if (!result) return both(`${ping.en}: not tried yet`, `${ping['zh-CN']}：还没试过`);
  const reason = reasonOf(result);
  return reason
    ? both(`${ping.en}: not reachable, ${reason.en}`, `${ping['zh-CN']}：不通，${reason['zh-CN']}`)
    : both(`${ping.en}: reachable`, `${ping['zh-CN']}：通`);
}

function cellMark(state: State, at: Places, from: Machine, to: Target): Mark[] {
  const place = at.cells[machines.indexOf(from)]?.[targets.indexOf(to)];
  if (!place) return [];
  const result = state.results[pairKey(from, to)];
  const { attempt, last } = state;
  const subject = attempt ?? last;
  const isAbout =
    subject?.from === from && subject.address === targetAddress(state.network, to) && subject.kind === 'ping';
  return [
    {
      kind: 'box',
      key: `cell-${pairKey(from, to)}`,
      place,
      text: result ? (hasSucceeded(result) ? words.yes : words.no) : words.untried,
      tone: result && !hasSucceeded(result) ? 'bad' : 'plain',
      size: 's',
      ghost: !result,
      now: isAbout && state.note.kind !== 'filled',
      about: aboutCell(state, from, to),
      move: ['ping', from, to],
    },
  ];
}

const heads: Readonly<Record<Target, string | Text>> = {
  g1: 'g1',
  g2: 'g2',
  host: 'host',
  hostLan: words.lan,
  out: 'out',
};

function headMarks(at: Places): Mark[] {
  return [
    ...targets.map((target, i): Mark => {
      const { x = 0, y = 0, w = 0, h = 0 } = at.head[i] ?? {};
      const text = heads[target];
      return {
        kind: 'label',
        key: `head-${target}`,
        place: { x: x + w / 2, y: y + h / 2 },
        text,
        size: 's',
        mono: typeof text === 'string',
      };
    }),
    ...machines.map((machine, i): Mark => {
      const { x = 0, y = 0, h = 0 } = at.rows[i] ?? {};
      return {
        kind: 'label',
        key: `row-${machine}`,
        place: { x, y: y + h / 2 },
        align: 'start',
        text: machine,
        size: 's',
        mono: true,
      };
    }),
  ];
}

function buttonMarks({ seen }: State, at: Places): Mark[] {
  const value = seen === null ? words.untried : seen;
  return [
    {
      kind: 'box',
      key: 'fill',
      place: at.fill,
      text: words.fill,
      size: 's',
      move: ['fill'],
      about: both('Try every pair, and guest 1’s TCP connection', '把每一对都试一遍，外加客户机 1 的 TCP 连接'),
    },
    {
      kind: 'box',
      key: 'clear',
      place: at.clear,
      text: words.clear,
      size: 's',
      move: ['clear'],
      about: both('Empty the caches, the flows and the matrix', '清空缓存、流表和矩阵'),
    },
    {
      kind: 'box',
      key: 'seen',
      place: at.seen,
      text: seen === 'none' ? words.seenNone : words.seen(value),
      size: 's',
      ghost: seen === null,
      move: ['connect', 'g1'],
      about: both(
        'Open a TCP connection from guest 1 to the outside machine, and see whose address it sees',
        '从客户机 1 向外部机器建立 TCP 连接，看它看到谁的地址',
      ),
    },
  ];
}

export const matrixMarks = (state: State, at: Places): Mark[] => [
  ...headMarks(at),
  ...pairs.flatMap(([from, to]) => cellMark(state, at, from, to)),
  ...buttonMarks(state, at),
];
