import { describe, expect, test } from 'vitest';
import { BROADCAST } from '#sim/net/address.ts';
import { askAgain, giveUp, unanswered } from '#sim/net/giveUp.ts';
import { receive } from '#sim/net/receive.ts';
import { sendOwn } from '#sim/net/send.ts';
import { sourceTowards } from '#sim/net/stack.ts';
import { arp, cidr, echo, frame, machine, tcp } from './plain.ts';

const [MAC1, MAC2, MAC7] = ['02:00:00:00:00:01', '02:00:00:00:00:02', '02:00:00:00:00:07'];
const one = machine({ eth0: '10.0.0.1/24' });

describe('ARP', () => {
  const asked = sendOwn(one, echo('echo-request', '10.0.0.1', '10.0.0.2'));
  test('asks everyone once, however many packets wait, and sends them all when the answer comes', () => {
    expect(asked.leaving).toMatchObject([
      { dev: 'eth0', frame: { dst: BROADCAST, load: { op: 'request', targetIp: '10.0.0.2', senderIp: '10.0.0.1' } } },
    ]);
    const more = sendOwn(asked.stack, echo('echo-request', '10.0.0.1', '10.0.0.2', 2));
    expect(more).toMatchObject({ leaving: [], fate: { kind: 'asked', hop: '10.0.0.2' } });
    const answered = receive(more.stack, 'eth0', frame(MAC2, MAC1, arp('reply', '10.0.0.2', MAC2, '10.0.0.1')));
    expect(answered.leaving.map(({ frame: { dst, load } }) => [dst, load])).toMatchObject([
      [MAC2, { body: { ident: 1 } }],
      [MAC2, { body: { ident: 2 } }],
    ]);
    const known = sendOwn(answered.stack, echo('echo-request', '10.0.0.1', '10.0.0.2', 3));
    expect(known.fate.kind).toBe('sent');
  });
  test('whoever has the address answers the asker alone, and remembers who asked', () => {
    const request = frame(MAC7, BROADCAST, arp('request', '10.0.0.7', MAC7, '10.0.0.1'));
    const { leaving, stack, deed } = receive(one, 'eth0', request);
    expect(deed).toEqual({ did: 'arp-answered' });
    expect(leaving).toMatchObject([{ frame: { src: MAC1, dst: MAC7, load: { op: 'reply', senderMac: MAC1 } } }]);
    expect(sendOwn(stack, echo('echo-request', '10.0.0.1', '10.0.0.7')).fate.kind).toBe('sent');
  });
  test('others neither answer nor learn from it, and a reply that nobody asked for is not believed', () => {
    const request = frame(MAC7, BROADCAST, arp('request', '10.0.0.7', MAC7, '10.0.0.9'));
    expect(receive(one, 'eth0', request)).toEqual({
      stack: one,
      leaving: [],
      deed: { did: 'ignored', why: 'other-address' },
    });
    const unasked = frame(MAC7, MAC1, arp('reply', '10.0.0.7', MAC7, '10.0.0.1'));
    expect(receive(one, 'eth0', unasked)).toEqual({
      stack: one,
      leaving: [],
      deed: { did: 'ignored', why: 'unexpected' },
    });
  });
  test('gives up: the packet’s own program is told, another sender gets a host unreachable', () => {
    expect(unanswered(asked.stack)).toMatchObject([{ dev: 'eth0', hop: '10.0.0.2' }]);
    expect(askAgain(asked.stack)).toEqual(asked.leaving);
    expect(giveUp(asked.stack)).toMatchObject({ stack: one, leaving: [], lost: [{ own: true, hop: '10.0.0.2' }] });

    const router = machine({ br0: '10.0.0.1/24', eth0: '192.168.1.10/24' }, { forwarding: true });
    const known = { ...router, neighbours: { 'br0 10.0.0.7': { mac: MAC7 } } };
    const passing = receive(known, 'br0', frame(MAC7, MAC1, echo('echo-request', '10.0.0.7', '192.168.1.77')));
    expect(giveUp(passing.stack)).toMatchObject({
      lost: [{ own: false, hop: '192.168.1.77' }],
      leaving: [
        { dev: 'br0', frame: { load: { src: '10.0.0.1', dst: '10.0.0.7', body: { kind: 'host-unreachable' } } } },
      ],
    });
  });
});

describe('a host with two interfaces', () => {
  const host = machine(
    { br0: '10.0.0.1/24', eth0: '192.168.1.10/24' },
    { neighbours: { 'br0 10.0.0.7': { mac: MAC7 } } },
  );
  const from7 = (dst: string, ttl = 64) => frame(MAC7, MAC1, echo('echo-request', '10.0.0.7', dst, 1, ttl));
  test('answers for any of its addresses on any interface, pings and ARP alike (weak end-system model)', () => {
    const { deed, leaving } = receive(host, 'br0', from7('192.168.1.10'));
    expect(deed.did).toBe('answered');
    expect(leaving).toMatchObject([{ dev: 'br0', frame: { load: { src: '192.168.1.10', dst: '10.0.0.7' } } }]);
    const request = frame(MAC7, BROADCAST, arp('request', '10.0.0.7', MAC7, '192.168.1.10'));
    expect(receive(host, 'br0', request).deed.did).toBe('arp-answered');
  });
  test('drops what is for others, silently, while forwarding is off', () => {
    expect(receive(host, 'br0', from7('192.168.1.50'))).toEqual({
      stack: host,
      leaving: [],
      deed: { did: 'dropped', why: 'forwarding-off' },
    });
  });
  test('as a router lowers the TTL, keeps both addresses, and changes both MACs', () => {
    const router = {
      ...host,
      forwarding: true,
      neighbours: { ...host.neighbours, 'eth0 192.168.1.50': { mac: MAC2 } },
    };
    expect(receive(router, 'br0', from7('192.168.1.50')).leaving).toMatchObject([
      {
        dev: 'eth0',
        frame: { src: '02:00:00:00:00:10', dst: MAC2, load: { src: '10.0.0.7', dst: '192.168.1.50', ttl: 63 } },
      },
    ]);
  });
  test('reports a missing route, and before it looks at the TTL; then a TTL that has run out', () => {
    const router = { ...host, forwarding: true };
    expect(receive(router, 'br0', from7('172.16.0.1', 1)).deed).toMatchObject({
      did: 'refused',
      why: 'net-unreachable',
    });
    expect(receive(router, 'br0', from7('192.168.1.50', 1))).toMatchObject({
      deed: { did: 'refused', why: 'ttl-exceeded' },
      leaving: [{ frame: { load: { src: '10.0.0.1', dst: '10.0.0.7' } } }],
    });
  });
  test('never reports an error about an error', () => {
    const router = { ...host, forwarding: true };
    const quoted = echo('echo-request', '172.16.0.1', '10.0.0.7');
    const error = { ...echo('echo-reply', '10.0.0.7', '172.16.0.1'), body: { kind: 'ttl-exceeded', quoted } as const };
    expect(receive(router, 'br0', frame(MAC7, MAC1, error)).leaving).toEqual([]);
  });
  test('ignores frames for other MACs, pings to everyone, and packets that claim to be its own', () => {
    const whys = [
      frame(MAC7, MAC2, echo('echo-request', '10.0.0.7', '10.0.0.1')),
      from7('10.0.0.255'),
      frame(MAC7, MAC1, echo('echo-request', '192.168.1.10', '10.0.0.1')),
    ].map((each) => receive(host, 'br0', each).deed);
    expect(whys).toMatchObject([{ why: 'other-mac' }, { why: 'broadcast' }, { why: 'own-source' }]);
  });
  test('speaks under the address of the network it speaks to', () => {
    expect(['10.0.0.7', '192.168.1.50', '192.168.1.10', '172.16.0.1'].map((ip) => sourceTowards(host, ip))).toEqual([
      '10.0.0.1',
      '192.168.1.10',
      '192.168.1.10',
      undefined,
    ]);
    const routed = { ...host, routes: [{ to: cidr('172.16.0.0/12'), dev: 'eth0', via: '192.168.1.50' }] };
    expect(sourceTowards(routed, '172.16.0.1')).toBe('192.168.1.10');
  });
});

describe('TCP as far as the end of the handshake', () => {
  const server = { ...one, listens: [8080], neighbours: { 'eth0 10.0.0.2': { mac: MAC2 } } };
  const to1 = (kind: 'syn' | 'syn-ack' | 'ack' | 'rst', dstPort = 8080) =>
    frame(MAC2, MAC1, tcp(kind, '10.0.0.2', 40_000, '10.0.0.1', dstPort));
  test('a listener accepts after SYN, SYN-ACK and ACK, and knows its peer by the packet’s source', () => {
    const greeted = receive(server, 'eth0', to1('syn'));
    expect(greeted.leaving).toMatchObject([
      { frame: { load: { body: { kind: 'syn-ack', srcPort: 8080, dstPort: 40_000 } } } },
    ]);
    expect(receive(greeted.stack, 'eth0', to1('ack'))).toMatchObject({
      deed: { did: 'accepted' },
      stack: { accepted: ['10.0.0.2'], opening: [] },
    });
  });
  test('nobody listens: RST; an ACK or RST out of the blue is dropped', () => {
    expect(receive(server, 'eth0', to1('syn', 9)).deed).toMatchObject({ did: 'tcp', sends: 'rst' });
    expect(receive(server, 'eth0', to1('syn-ack', 9)).deed).toMatchObject({ did: 'tcp', sends: 'rst' });
    for (const kind of ['ack', 'rst'] as const)
      expect(receive(server, 'eth0', to1(kind)).deed).toEqual({ did: 'ignored', why: 'unexpected' });
  });
});
