/** The frame's addresses at this hop: the Ethernet header above what it carries. */
import type { Mark } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import type { Frame, Packet } from '#sim/net/frame.ts';
import { loadText, ownerOfMac, shortIp } from './names.ts';
import type { Places } from './places.ts';
import { shownFrame } from './readings.ts';
import { mainHop, type State } from './state.ts';
import { say } from './words.ts';

/** What a router made of the packet that it has just received. */
function rewritten({ hops }: State): Packet | undefined {
  const done = mainHop(hops)?.done;
  return done?.by === 'stack' && done.deed.did === 'forwarded' ? done.deed.fate.packet : undefined;
}

interface Field {
  readonly name: keyof Places['strip'];
  readonly text: string | Text;
  readonly changed: boolean;
  readonly about: Text;
}

/** `10.0.0.101`, or `.101 → 192.168.1.10` where it was just rewritten. */
const change = (before: string, after: string | undefined, brief: string): string =>
  after === undefined || after === before ? before : `${brief} → ${after}`;

function macFields({ src, dst }: Frame, before: Frame | undefined): Field[] {
  const field = (name: 'srcMac' | 'dstMac', mac: string, old: string | undefined, about: Text): Field => ({
    name,
    text: `${mac} ${ownerOfMac(mac)}`,
    changed: old !== undefined && old !== mac,
    about,
  });
  return [
    field('srcMac', src, before?.src, say('Source MAC address', '源 MAC 地址')),
    field('dstMac', dst, before?.dst, say('Destination MAC address', '目的 MAC 地址')),
  ];
}

function packetFields(packet: Packet, before: Frame | undefined, after: Packet | undefined): Field[] {
  const old = before?.load.kind === 'ip' ? before.load : packet;
  const field = (name: 'src' | 'dst', about: Text): Field => ({
    name,
    text: change(packet[name], after?.[name], shortIp(packet[name])),
    changed: (after?.[name] ?? packet[name]) !== old[name],
    about,
  });
  return [
    field('src', say('Source IP address', '源 IP 地址')),
    field('dst', say('Destination IP address', '目的 IP 地址')),
    {
      name: 'ttl',
      text: `TTL ${change(String(packet.ttl), after && String(after.ttl), String(packet.ttl)).replaceAll(' ', '')}`,
      changed: (after?.ttl ?? packet.ttl) !== old.ttl,
      about: say('Time to live: lowered by every router, not by bridges', '生存时间：每台路由器减一，网桥不减'),
    },
  ];
}

function loadFields(state: State, frame: Frame): Field[] {
  const { load } = frame;
  const what: Field = {
    name: 'what',
    text: loadText(frame),
    changed: false,
    about: say('What the packet says', '报文的内容'),
  };
  if (load.kind === 'ip') return [...packetFields(load, state.before, rewritten(state)), what];
  return [
    { name: 'src', text: load.senderIp, changed: false, about: say('Who asks or answers', '提问或回答者的地址') },
    {
      name: 'dst',
      text: load.targetIp,
      changed: false,
      about: say('Whom it asks for, or answers', '所询问或所答复的地址'),
    },
    {
      name: 'ttl',
      text: 'TTL –',
      changed: false,
      about: say('ARP is not routed and has no TTL', 'ARP 不经路由，没有 TTL'),
    },
    what,
  ];
}

/** The cable that has just been crossed. */
function linkText(state: State): string {
  const hop = mainHop(state.hops);
  const from = state.flights[0]?.[0]?.from;
  if (hop) return `${hop.from.node} ${hop.from.port} → ${hop.to.node} ${hop.to.port}`;
  return from ? `${from.node} ${from.port} → …` : '–';
}

const empty = say('no frame under way', '没有帧在途');

export function stripMarks(state: State, { strip }: Places): Mark[] {
  const frame = shownFrame(state);
  const titles = ['ethernet', 'ip'] as const;
  const layer = { ethernet: 'Ethernet', ip: frame?.load.kind === 'arp' ? 'ARP' : 'IPv4' };
  const fields: Field[] = frame
    ? [
        ...macFields(frame, state.before),
        { name: 'link', text: linkText(state), changed: false, about: say('The cable it has crossed', '刚走过的线') },
        ...loadFields(state, frame),
      ]
    : [{ name: 'link', text: empty, changed: false, about: empty }];
  return [
    ...titles.map((name): Mark => {
      const { x, y, h } = strip[name];
      return {
        kind: 'label',
        key: `strip-${name}`,
        place: { x, y: y + h / 2 },
        align: 'start',
        size: 's',
        text: layer[name],
      };
    }),
    ...(Object.keys(strip) as (keyof Places['strip'])[])
      .filter((name) => name !== 'ethernet' && name !== 'ip')
      .map((name): Mark => {
        const field = fields.find((each) => each.name === name);
        const isMono = field !== undefined && name !== 'what' && field.text !== empty;
        return {
          kind: 'box',
          key: `strip-${name}`,
          place: strip[name],
          text: field?.text ?? '',
          size: 's',
          mono: isMono,
          ghost: !field,
          now: field?.changed ?? false,
          ...(field && { about: field.about }),
        };
      }),
  ];
}
