import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BROADCAST } from '#sim/net/address.ts';
import { type Bridge, bridgeFrame, flushBridge } from '#sim/net/bridge.ts';
import { runs } from '../../runs.ts';
import { echo, frame } from './plain.ts';

const [A, B, HOST] = ['52:54:00:00:00:0a', '52:54:00:00:00:0b', '52:54:00:00:00:01'];
const load = echo('echo-request', '10.0.0.1', '10.0.0.2');
const br0: Bridge = { ports: ['own', 'tap1', 'tap2', 'eth0'], own: { port: 'own', mac: HOST }, fdb: {} };

describe('a learning bridge', () => {
  test('floods a broadcast to every port but the one it came from, and notes who sent it', () => {
    const { bridge, out, how, learned } = bridgeFrame(br0, 'tap1', frame(A, BROADCAST, load));
    expect({ out, how, learned, fdb: bridge.fdb }).toEqual({
      out: ['own', 'tap2', 'eth0'],
      how: 'flooded-broadcast',
      learned: true,
      fdb: { [A]: 'tap1' },
    });
  });
  test('sends a frame for a learned address by that port alone', () => {
    const { bridge } = bridgeFrame(br0, 'tap1', frame(A, BROADCAST, load));
    expect(bridgeFrame(bridge, 'tap2', frame(B, A, load))).toMatchObject({ out: ['tap1'], how: 'forwarded' });
  });
  test('floods an unknown address, but not to the stack of its own machine (br_handle_frame_finish)', () => {
    expect(bridgeFrame(br0, 'tap1', frame(A, B, load))).toMatchObject({
      out: ['tap2', 'eth0'],
      how: 'flooded-unknown',
    });
  });
  test('knows its own address without having learned it', () => {
    expect(bridgeFrame(br0, 'tap1', frame(A, HOST, load))).toMatchObject({ out: ['own'], how: 'forwarded' });
    expect(bridgeFrame(br0, 'own', frame(HOST, BROADCAST, load))).toMatchObject({ learned: false, bridge: br0 });
  });
  test('drops a frame whose receiver is behind the port it came from', () => {
    const { bridge } = bridgeFrame(br0, 'tap1', frame(A, BROADCAST, load));
    expect(bridgeFrame(bridge, 'tap1', frame(B, A, load))).toMatchObject({ out: [], how: 'filtered' });
  });
  test('believes the latest frame: a machine that has moved is found at its new port', () => {
    const before = bridgeFrame(br0, 'tap1', frame(A, BROADCAST, load)).bridge;
    const { bridge, learned } = bridgeFrame(before, 'eth0', frame(A, BROADCAST, load));
    expect([learned, bridge.fdb]).toEqual([true, { [A]: 'eth0' }]);
    expect(flushBridge(bridge)).toEqual(br0);
  });

  const mac = fc.constantFrom(A, B, '52:54:00:00:00:0c', '52:54:00:00:00:0d');
  const port = fc.constantFrom('tap1', 'tap2', 'eth0');
  const arrival = fc.record({ port, src: mac, dst: fc.oneof(mac, fc.constantFrom(BROADCAST, HOST)) });
  test('never sends a frame back out of its port, and a known address gets it by one port at most', () => {
    fc.assert(
      fc.property(fc.array(arrival), (arrivals) => {
        let bridge = br0;
        for (const { port: from, src, dst } of arrivals) {
          const known = bridge.fdb[dst] ?? (dst === HOST ? 'own' : undefined);
          const moved = src === dst ? from : known;
          const { out, bridge: after } = bridgeFrame(bridge, from, frame(src, dst, load));
          expect(out).not.toContain(from);
          expect(new Set(out).size).toBe(out.length);
          if (dst !== BROADCAST && moved !== undefined) expect(out).toEqual(moved === from ? [] : [moved]);
          expect(after.fdb[src]).toBe(from);
          bridge = after;
        }
      }),
      { numRuns: runs(200), seed: 1 },
    );
  });
});
