import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FlowTable, isTranslated, mirror, sameTuple, trackIn, trackOut, tupleOf } from '#sim/net/conntrack.ts';
import type { Packet } from '#sim/net/frame.ts';
import { runs } from '../../runs.ts';
import { echo, tcp } from './plain.ts';

const HOST = '192.168.1.10';
/** A packet through the host as a first one of its flow: before routing, then after it. */
const leave = (table: FlowTable, packet: Packet, source: string | null = HOST) => {
  const { packet: seen, standing } = trackIn(table, packet);
  return trackOut(table, seen, standing, source ?? undefined);
};
/** What the receiver sends back. */
const answer = ({ src, dst, body, ...packet }: Packet): Packet => {
  if ('quoted' in body) throw new Error('an error has no answer');
  const back =
    'ident' in body
      ? { ...body, kind: 'echo-reply' as const }
      : { kind: 'syn-ack' as const, srcPort: body.dstPort, dstPort: body.srcPort };
  return { ...packet, src: dst, dst: src, body: back };
};

describe('source NAT', () => {
  test('keeps the port where it is free, and takes another where it is not', () => {
    const first = leave([], tcp('syn', '10.0.0.101', 40_000, '192.168.1.50', 8080));
    const second = leave(first.table, tcp('syn', '10.0.0.102', 40_000, '192.168.1.50', 8080));
    expect(first.packet).toMatchObject({ src: HOST, body: { srcPort: 40_000 } });
    expect(second.packet).toMatchObject({ src: HOST, body: { srcPort: 40_001 } });
    const elsewhere = leave(second.table, tcp('syn', '10.0.0.102', 40_000, '192.168.1.50', 80));
    expect(elsewhere.packet).toMatchObject({ body: { srcPort: 40_000 } });
  });
  test('tells pings apart by their identifiers', () => {
    const first = leave([], echo('echo-request', '10.0.0.101', '192.168.1.50', 7));
    const second = leave(first.table, echo('echo-request', '10.0.0.102', '192.168.1.50', 7));
    expect(second.packet).toMatchObject({ body: { ident: 8 } });
    const reply = trackIn(second.table, echo('echo-reply', '192.168.1.50', HOST, 8));
    expect(reply).toMatchObject({ standing: 'reply', packet: { dst: '10.0.0.102', body: { ident: 7 } } });
  });
  test('gives all packets of a flow the source of its first, whatever the rule says later', () => {
    const { table } = leave([], echo('echo-request', '10.0.0.101', '192.168.1.50'));
    const again = trackIn(table, echo('echo-request', '10.0.0.101', '192.168.1.50'));
    expect(again.standing).toBe('original');
    expect(trackOut(table, again.packet, again.standing, undefined).packet.src).toBe(HOST);
  });
  test('leaves alone the replies of a flow that began outside', () => {
    const { table } = leave([], echo('echo-request', '192.168.1.50', '10.0.0.101'), null);
    expect(table.map(isTranslated)).toEqual([false]);
    const reply = trackIn(table, echo('echo-reply', '10.0.0.101', '192.168.1.50'));
    expect(reply.standing).toBe('reply');
    expect(trackOut(table, reply.packet, reply.standing, HOST).packet.src).toBe('10.0.0.101');
  });
  test('brings an ICMP error about a translated packet to its sender, quoting what it had sent', () => {
    const sent = leave([], echo('echo-request', '10.0.0.101', '192.168.1.77', 3));
    const error: Packet = {
      ...echo('echo-reply', HOST, HOST),
      body: { kind: 'host-unreachable', quoted: sent.packet },
    };
    const { packet, standing } = trackIn(sent.table, error);
    expect(standing).toBe('related');
    expect(packet).toMatchObject({ dst: '10.0.0.101', body: { quoted: { src: '10.0.0.101', body: { ident: 3 } } } });
  });

  const guest = fc.constantFrom('10.0.0.101', '10.0.0.102', '10.0.0.103');
  const port = fc.constantFrom(1023, 1024, 40_000, 40_001, 65_535);
  const first = fc.oneof(
    fc
      .tuple(guest, port, fc.constantFrom(80, 8080))
      .map(([src, from, to]) => tcp('syn', src, from, '192.168.1.50', to)),
    fc.tuple(guest, port).map(([src, ident]) => echo('echo-request', src, '192.168.1.50', ident)),
  );
  test('undoes for a reply exactly what it did to the request, and no two flows look alike outside', () => {
    fc.assert(
      fc.property(fc.array(first, { maxLength: 40 }), (packets) => {
        let table: FlowTable = [];
        for (const packet of packets) {
          const sent = leave(table, packet);
          table = sent.table;
          expect(sent.packet.src).toBe(HOST);
          expect(trackIn(table, answer(sent.packet)).packet).toEqual(answer(packet));
        }
        const outside = table.map(({ reply }) => JSON.stringify(reply));
        expect(new Set(outside).size).toBe(table.length);
        for (const packet of packets) {
          const tuple = tupleOf(packet);
          if (tuple) expect(sameTuple(mirror(mirror(tuple)), tuple)).toBe(true);
        }
      }),
      { numRuns: runs(100), seed: 3 },
    );
  });
});
