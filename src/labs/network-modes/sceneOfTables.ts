/** What is remembered: the bridge's learned addresses and the host's translated flows. */
import type { Mark } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import type { Flow } from '#sim/net/conntrack.ts';
import { ownerOfMac, shortIp } from './names.ts';
import type { Places } from './places.ts';
import { translatedFlows } from './readings.ts';
import type { State } from './state.ts';
import { say, words } from './words.ts';

/** The rows under a title; the newest where there are more. */
const ROWS = 3;

interface Row {
  readonly key: string;
  readonly text: string;
  readonly about: Text;
}

function table(name: string, title: Text, places: Places['fdb'], rows: readonly Row[]): Mark[] {
  const start = (i: number) => {
    const { x = 0, y = 0, h = 0 } = places[i] ?? {};
    return { x, y: y + h / 2 };
  };
  const shown = rows.slice(-ROWS);
  const lines: Mark[] = shown.map((line, i) => ({
    kind: 'label',
    key: `${name}-${line.key}`,
    place: start(i + 1),
    align: 'start',
    text: line.text,
    size: 's',
    mono: true,
    about: line.about,
  }));
  const nothing: Mark = {
    kind: 'label',
    key: `${name}-nothing`,
    place: start(1),
    align: 'start',
    text: words.nothing,
    size: 's',
    ghost: true,
  };
  return [
    {
      kind: 'label',
      key: `${name}-title`,
      place: start(0),
      align: 'start',
      text: title,
      size: 's',
      now: rows.length > 0,
    },
    ...(shown.length > 0 ? lines : [nothing]),
  ];
}

/** `.101:1 → .10:1`: what the guest sent, and as what it left. */
function flowRow({ original, reply }: Flow): Row {
  const inside = `${shortIp(original.src)}:${original.srcPort}`;
  const as = `${shortIp(reply.dst)}:${reply.dstPort}`;
  const kind = original.proto === 'tcp' ? 'TCP' : 'ICMP';
  return {
    key: `${kind}-${original.src}-${original.srcPort}-${original.dst}-${original.dstPort}`,
    text: `${inside} → ${as}`,
    about: say(
      `${kind} from ${original.src}:${original.srcPort} to ${original.dst} leaves as ${reply.dst}:${reply.dstPort}`,
      `${original.src}:${original.srcPort} 发往 ${original.dst} 的 ${kind}，以 ${reply.dst}:${reply.dstPort} 的身份离开`,
    ),
  };
}

export function tableMarks(state: State, at: Places): Mark[] {
  const learned = Object.entries(state.network.bridges.br0?.fdb ?? {}).map(
    ([mac, port]): Row => ({
      key: mac,
      text: `${ownerOfMac(mac)} → ${port}`,
      about: say(`${mac} was seen on port ${port}`, `${mac} 曾出现在端口 ${port}`),
    }),
  );
  return [
    ...table('fdb', words.learned, at.fdb, learned),
    ...table('flow', words.flows, at.flows, translatedFlows(state).map(flowRow)),
  ];
}
