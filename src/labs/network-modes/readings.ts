import type { Readable, Reading, Readings } from '#kit/reading.ts';
import { both, type Text } from '#kit/text.ts';
import { cidrToText } from '#sim/net/address.ts';
import { type Flow, isTranslated } from '#sim/net/conntrack.ts';
import type { Frame } from '#sim/net/frame.ts';
import { routesOf } from '#sim/net/stack.ts';
import { hasSucceeded, reasonOf } from './failures.ts';
import { modeOf, modePlate } from './mode.ts';
import { loadText, ownerOfMac } from './names.ts';
import { mainHop, pairKey, type Result, type State } from './state.ts';
import { type Machine, stackOf, type Target } from './wiring.ts';
import { nameOf, subjectOf } from './words.ts';

/** The columns of network-modes.json, by their names there. */
const columns: Readonly<Record<string, readonly [Machine, Target, Text]>> = {
  g1_g2: ['g1', 'g2', both('guest 1 → guest 2', '客户机 1 → 客户机 2')],
  g1_host: ['g1', 'host', both('guest 1 → host, its address on their network', '客户机 1 → 宿主机（同网地址）')],
  host_g1: ['host', 'g1', both('host → guest 1', '宿主机 → 客户机 1')],
  g1_out: ['g1', 'out', both('guest 1 → outside', '客户机 1 → 外部')],
  out_g1: ['out', 'g1', both('outside → guest 1', '外部 → 客户机 1')],
  host_out: ['host', 'out', both('host → outside', '宿主机 → 外部')],
  g1_hostLan: ['g1', 'hostLan', both('guest 1 → host’s LAN address', '客户机 1 → 宿主机的局域网地址')],
};

const triedOrNull = (result: Result | undefined): boolean | null => (result ? hasSucceeded(result) : null);

/** The flows whose source is rewritten, as the host notes them. */
export const translatedFlows = ({ network }: State): readonly Flow[] =>
  (stackOf(network, 'host').flows ?? []).filter(isTranslated);

const flowToReadable = ({ original, reply }: Flow): Readable => ({
  protocol: original.proto === 'tcp' ? 'tcp' : 'icmp',
  inside: `${original.src}:${original.srcPort}`,
  outside: original.dst,
  as: `${reply.dst}:${reply.dstPort}`,
});

function lastToReadable(last: Result | undefined): Readable {
  if (!last) return null;
  const { kind, from, address, outcome } = last;
  return { kind, from, to: address, outcome, reason: reasonOf(last)?.en ?? null };
}

/** The same for a reader. */
function lastToText(last: Result): Text {
  const reason = reasonOf(last) ?? both('it was answered', '有应答');
  const kind = last.kind === 'ping' ? both('ping', 'ping') : both('TCP connection', 'TCP 连接');
  return both(
    `${kind.en} from ${nameOf(last.from).en} to ${last.address}: ${reason.en}`,
    `从${subjectOf(last.from)['zh-CN']}到 ${last.address} 的 ${kind['zh-CN']}：${reason['zh-CN']}`,
  );
}

function frameToReadable(frame: Frame | undefined): Readable {
  if (!frame) return null;
  const { src, dst, load } = frame;
  const what = loadText(frame).en;
  return load.kind === 'ip'
    ? { srcMac: src, dstMac: dst, src: load.src, dst: load.dst, ttl: load.ttl, what }
    : { srcMac: src, dstMac: dst, senderIp: load.senderIp, targetIp: load.targetIp, what: `ARP ${load.op}` };
}

const routesToReadable = (state: State, machine: Machine): Readable =>
  routesOf(stackOf(state.network, machine)).map(
    ({ to, via, dev }) => `${to.bits === 0 ? 'default' : cidrToText(to)}${via ? ` via ${via}` : ''} dev ${dev}`,
  );

/** The frame that is shown: the one that has just crossed, or the first that is about to. */
export const shownFrame = (state: State): Frame | undefined =>
  mainHop(state.hops)?.frame ?? state.flights[0]?.[0]?.frame;

const cells = (state: State): Readings =>
  Object.fromEntries(
    Object.entries(columns).map(([name, [from, to, label]]): [string, Reading] => [
      name,
      { label, value: triedOrNull(state.results[pairKey(from, to)]) },
    ]),
  );

function tables(state: State): Readings {
  const fdb = Object.entries(state.network.bridges.br0?.fdb ?? {});
  const host = stackOf(state.network, 'host');
  return {
    fdb: {
      label: both('learned by br0', 'br0 学到的'),
      value: Object.fromEntries(fdb.map(([mac, port]) => [`${ownerOfMac(mac)} ${mac}`, port])),
    },
    natTable: { label: both('translated flows', 'NAT 流表'), value: translatedFlows(state).map(flowToReadable) },
    trackedFlows: { label: both('tracked flows', '跟踪的流'), value: host.flows?.length ?? 0 },
    routesOfHost: { label: both('routes of the host', '宿主机的路由'), value: routesToReadable(state, 'host') },
    routesOfGuest1: { label: both('routes of guest 1', '客户机 1 的路由'), value: routesToReadable(state, 'g1') },
    routesOfOutside: {
      label: both('routes of the outside machine', '外部机器的路由'),
      value: routesToReadable(state, 'out'),
    },
  };
}

export function readings(state: State): Readings {
  return {
    mode: { label: both('mode', '模式'), value: modeOf(state.network), words: modePlate(state), counter: true },
    frames: { label: both('frames on cables', '线上的帧'), value: state.frames, counter: true },
    arpRequests: { label: both('ARP requests', 'ARP 请求'), value: state.arpRequests, counter: true },
    outside_sees: { label: both('outside sees', '外部看到的源地址'), value: state.seen, counter: true },
    ...cells(state),
    last: {
      label: both('last attempt', '上一次尝试'),
      value: lastToReadable(state.last),
      ...(state.last && { words: lastToText(state.last) }),
    },
    frame: { label: both('frame', '帧'), value: frameToReadable(shownFrame(state)) },
    ...tables(state),
  };
}
