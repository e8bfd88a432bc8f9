/** What is remembered, where it is remembered: learned addresses in the bridge, translated flows in the IP stack. */
import type { Mark, Point } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { type Flow, sameTuple, tupleOf } from '#sim/net/conntrack.ts';
import { ownerOfMac, shortIp } from './names.ts';
import type { Places } from './places.ts';
import { translatedFlows } from './readings.ts';
import { mainHop, type State } from './state.ts';
import { stackOf } from './wiring.ts';
import { words } from './words.ts';

interface Row {
  readonly key: string;
  readonly text: string;
  readonly about: Text;
  /** Written or used in this step. */
  readonly now: boolean;
}

/** The newest rows, as many as there is room for; a word where there are none. */
function table(name: string, places: readonly Point[], rows: readonly Row[], none: Text | undefined): Mark[] {
  const [first] = places;
  if (rows.length === 0)
    return none && first
      ? [
          {
            kind: 'label',
            key: `${name}-none`,
            place: first,
            align: 'start',
            text: none,
            size: 's',
            tone: 'host',
            ghost: true,
          },
        ]
      : [];
  return rows.slice(-places.length).map(
    ({ key, text, about, now }, i): Mark => ({
      kind: 'label',
      key: `${name}-${key}`,
      place: places[i] ?? { x: 0, y: 0 },
      align: 'start',
      text,
      about,
      now,
      size: 's',
      mono: true,
      tone: 'host',
    }),
  );
}

function learnedRows({ network, hops }: State): Row[] {
  const learnedNow = hops.flatMap(({ to, frame, done }) =>
    to.node === 'br0' && done.by === 'bridge' && done.bridged.learned ? [frame.src] : [],
  );
  return Object.entries(network.bridges.br0?.fdb ?? {}).map(([mac, port]) => ({
    key: mac,
    text: `${ownerOfMac(mac)} → ${port}`,
    about: both(`Learned by br0: ${mac} was seen on port ${port}`, `br0 学到的：${mac} 曾出现在端口 ${port}`),
    now: learnedNow.includes(mac),
  }));
}

/** Whether the packet that has just been passed on belongs to the flow. */
function isUsed({ hops }: State, { original, reply }: Flow): boolean {
  const done = mainHop(hops)?.done;
  if (done?.by !== 'stack' || done.deed.did !== 'forwarded' || !done.deed.translated) return false;
  return sameTuple(tupleOf(done.deed.before), done.deed.translated === 'source' ? original : reply);
}

/** `.101:1→.10:1`: as what the guest sent it, and as what it left. */
function flowRow(state: State, flow: Flow): Row {
  const { original, reply } = flow;
  const kind = original.proto === 'tcp' ? 'TCP' : 'ICMP';
  const from = `${original.src}:${original.srcPort}`;
  return {
    key: `${kind}-${from}-${original.dst}-${original.dstPort}`,
    text: `${shortIp(original.src)}:${original.srcPort}→${shortIp(reply.dst)}:${reply.dstPort}`,
    about: both(
      `Noted flow: ${kind} from ${from} to ${original.dst} leaves as ${reply.dst}:${reply.dstPort}`,
      `流表：${from} 发往 ${original.dst} 的 ${kind}，以 ${reply.dst}:${reply.dstPort} 的身份离开`,
    ),
    now: isUsed(state, flow),
  };
}

export function tableMarks(state: State, at: Places): Mark[] {
  const flows = translatedFlows(state).map((flow) => flowRow(state, flow));
  const hasRule = stackOf(state.network, 'host').masquerade !== undefined;
  return [
    ...table('fdb', at.fdb, learnedRows(state), words.nothingLearned),
    ...table('flow', at.flows, flows, hasRule ? words.noFlows : undefined),
  ];
}
