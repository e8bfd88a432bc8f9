/** The frame's addresses at this hop: the Ethernet header above what it carries. */
import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import type { Mac } from '#sim/net/address.ts';
import type { Arp, Frame, Packet } from '#sim/net/frame.ts';
import { loadText, ownerOfMac } from './names.ts';
import type { Places } from './places.ts';
import { shownFrame } from './readings.ts';
import { mainHop, rewritten, type State } from './state.ts';

interface Field {
  readonly text: string | Text;
  readonly sub?: Text;
  readonly about: Text;
  /** Rewritten, compared with the same packet a hop before. */
  readonly changed?: boolean;
  readonly mono?: boolean;
}
type Fields = Readonly<Partial<Record<keyof Places['strip'], Field>>>;

const owners: Readonly<Record<string, Text>> = {
  g1: both('guest 1', '客户机 1'),
  g2: both('guest 2', '客户机 2'),
  br0: both('the host’s br0', '宿主机的 br0'),
  eth0: both('the host’s eth0', '宿主机的 eth0'),
  out: both('outside', '外部机器'),
  all: both('everyone', '所有人'),
};
const ownerText = (mac: Mac): Text => owners[ownerOfMac(mac)] ?? both('?', '?');

function macFields({ src, dst }: Frame, before: Frame | undefined): Fields {
  const [from, to] = [ownerText(src), ownerText(dst)];
  return {
    srcMac: {
      text: src,
      sub: both(`from ${from.en}`, `来自${from['zh-CN']}`),
      about: both('Source MAC address of the frame', '帧的源 MAC 地址'),
      changed: before !== undefined && before.src !== src,
      mono: true,
    },
    dstMac: {
      text: dst,
      sub: both(`to ${to.en}`, `发给${to['zh-CN']}`),
      about: both('Destination MAC address of the frame', '帧的目的 MAC 地址'),
      changed: before !== undefined && before.dst !== dst,
      mono: true,
    },
  };
}

const ipNames = { src: both('source IP', '源 IP'), dst: both('destination IP', '目的 IP') } as const;

function packetFields(packet: Packet, before: Packet | undefined, after: Packet = packet): Fields {
  const old = before ?? packet;
  const field = (name: 'src' | 'dst'): Field => {
    const was = after[name] !== packet[name];
    return {
      text: after[name],
      sub: was ? both(`was ${packet[name]}`, `原为 ${packet[name]}`) : ipNames[name],
      about: ipNames[name],
      changed: was || packet[name] !== old[name],
      mono: true,
    };
  };
  return {
    src: field('src'),
    dst: field('dst'),
    ttl: {
      text: after.ttl === packet.ttl ? `TTL ${packet.ttl}` : `TTL ${packet.ttl}→${after.ttl}`,
      about: both('Time to live: every router lowers it, bridges do not', '生存时间：每台路由器减一，网桥不减'),
      changed: after.ttl !== packet.ttl || packet.ttl !== old.ttl,
      mono: true,
    },
  };
}

const arpFields = ({ senderIp, targetIp, op }: Arp): Fields => ({
  src: {
    text: senderIp,
    sub: op === 'request' ? both('who asks', '提问者') : both('whose MAC this is', '此 MAC 的主人'),
    about: both('Sender’s IP address in the ARP message', 'ARP 消息里的发送者 IP'),
    mono: true,
  },
  dst: {
    text: targetIp,
    sub: op === 'request' ? both('whose MAC is asked', '要问谁的 MAC') : both('who had asked', '当初的提问者'),
    about: both('Target’s IP address in the ARP message', 'ARP 消息里的目标 IP'),
    mono: true,
  },
  ttl: { text: 'ARP', about: both('ARP is not routed and has no TTL', 'ARP 不经路由，没有 TTL'), mono: true },
});

/** The cable that has just been crossed, or is about to be. */
function linkText(state: State): string {
  const hop = mainHop(state.hops);
  const from = state.flights[0]?.[0]?.from;
  if (hop) return `${hop.from.node} ${hop.from.port} → ${hop.to.node} ${hop.to.port}`;
  return from ? `${from.node} ${from.port} → …` : '–';
}

function fieldsOf(state: State): Fields {
  const frame = shownFrame(state);
  if (!frame) return {};
  const { load } = frame;
  const before = state.before?.load.kind === 'ip' ? state.before.load : undefined;
  return {
    ...macFields(frame, state.before),
    ...(load.kind === 'ip' ? packetFields(load, before, rewritten(state)) : arpFields(load)),
    link: { text: linkText(state), about: both('The cable it has crossed', '刚走过的线'), mono: true },
    what: { text: loadText(frame), about: both('What it says', '报文的内容') },
  };
}

const empty: Readonly<Partial<Record<keyof Places['strip'], Text>>> = {
  srcMac: both('source MAC', '源 MAC'),
  dstMac: both('destination MAC', '目的 MAC'),
  src: ipNames.src,
  dst: ipNames.dst,
  link: both('no frame under way', '没有帧在途'),
  ttl: both('TTL', 'TTL'),
  what: both('contents', '内容'),
};

export function stripMarks(state: State, { strip }: Places): Mark[] {
  const fields = fieldsOf(state);
  const names = ['srcMac', 'dstMac', 'src', 'dst', 'link', 'ttl', 'what'] as const;
  return names.map((name): Mark => {
    const field = fields[name];
    const base = { kind: 'box', key: `strip-${name}`, place: strip[name], size: 's' } as const;
    if (!field) return { ...base, text: empty[name] ?? '', ghost: true };
    return {
      ...base,
      text: field.text,
      about: field.about,
      now: field.changed ?? false,
      mono: field.mono ?? false,
      ...(field.sub && { sub: field.sub }),
    };
  });
}
