import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Cidr,
  EVERYWHERE,
  ipToNumber,
  isBroadcastOf,
  isInNetwork,
  isUnicast,
  networkOf,
  numberToIp,
  readCidr,
  readIp,
} from '#sim/net/address.ts';
import { longestMatch } from '#sim/net/route.ts';
import { runs } from '../../runs.ts';
import { cidr } from './plain.ts';

describe('addresses', () => {
  test.each(['', '10.0.0', '10.0.0.256', '10.0.0.01', '10.0.0.1.2', '10.0.0.1x', ' 10.0.0.1', '1e1.0.0.1', '-1.0.0.0'])(
    '%j is not an address',
    (word) => expect(readIp(word)).toBeUndefined(),
  );
  test.each(['10.0.0.1', '10.0.0.1/33', '10.0.0.1/', '10.0.0.1/8/8', '/24', '10.0.0.1/+8'])('%j is no prefix', (word) =>
    expect(readCidr(word)).toBeUndefined(),
  );
  test('networks, their broadcast addresses, and what one machine may have', () => {
    expect(networkOf(cidr('192.168.1.77/26'))).toEqual(cidr('192.168.1.64/26'));
    expect(isBroadcastOf('192.168.1.127', cidr('192.168.1.77/26'))).toBe(true);
    expect(isBroadcastOf('10.0.0.1', cidr('10.0.0.0/31'))).toBe(false);
    expect(['10.0.0.1', '0.0.0.1', '127.0.0.1', '224.0.0.1', '255.255.255.255'].map(isUnicast)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
  test('a number and its dotted form are each other’s inverse', () => {
    fc.assert(
      fc.property(fc.nat(0xffffffff), (n) => {
        expect(ipToNumber(numberToIp(n))).toBe(n);
      }),
    );
  });
});

describe('the longest prefix wins', () => {
  const lan = { to: cidr('10.0.0.0/8'), dev: 'lan' };
  const guests = { to: cidr('10.0.0.0/24'), dev: 'br0' };
  const out = { to: EVERYWHERE, dev: 'eth0', via: '192.168.1.1' };
  test('whatever the order', () => {
    for (const routes of [
      [lan, guests, out],
      [out, guests, lan],
    ]) {
      expect(longestMatch(routes, '10.0.0.7')).toBe(guests);
      expect(longestMatch(routes, '10.0.1.7')).toBe(lan);
      expect(longestMatch(routes, '11.0.0.1')).toBe(out);
    }
    expect(longestMatch([lan, guests], '11.0.0.1')).toBeUndefined();
  });
  test('and no route that holds the destination is longer', () => {
    const prefix = fc.tuple(fc.nat(0xffffffff), fc.nat(32)).map(([n, bits]): Cidr => ({ ip: numberToIp(n), bits }));
    fc.assert(
      fc.property(fc.array(prefix), fc.nat(0xffffffff), (prefixes, n) => {
        const routes = prefixes.map((to, i) => ({ to: networkOf(to), dev: String(i) }));
        const found = longestMatch(routes, numberToIp(n));
        const fitting = routes.filter(({ to }) => isInNetwork(numberToIp(n), to));
        expect(found?.to.bits).toBe(fitting.length ? Math.max(...fitting.map(({ to }) => to.bits)) : undefined);
      }),
      { numRuns: runs(200), seed: 2 },
    );
  });
});
