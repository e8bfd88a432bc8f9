import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialParams } from '#kit/controls.ts';
import type { Link } from '#kit/run.ts';
import lab from '../../src/labs/network-modes/lab.ts';
import { pairs } from '../../src/labs/network-modes/wiring.ts';
import { runs } from '../runs.ts';
import modes from './network-modes.json';
import measured from './network-modes.measured.json';
import {
  bridged,
  hostOnly,
  nat,
  open,
  read,
  resultToWord,
  returnRoute,
  routed,
  type State,
  story,
  tell,
  type,
} from './network-modes.tell.ts';

/** The switches that make each measured mode; what is not named is off. */
const switches: Readonly<Record<string, Link>> = {
  bridge: bridged,
  isolated: {},
  'hostonly-no-gw': hostOnly,
  'hostonly-with-gw': { ...hostOnly, gateway: 'true' },
  'routed-no-return-route': routed,
  'routed-with-static-route': { ...routed, ...returnRoute },
  nat,
  'nat-but-outside-adds-route': { ...nat, ...returnRoute },
};

describe('the matrix agrees, cell by cell, with the one measured on Linux', () => {
  test.each(modes.modes)('in mode $mode', ({ mode, ...row }) => {
    expect(read(tell({ ...switches[mode], moves: 'fill' }))).toMatchObject(row);
  });
  test('and every mode that was measured is one the switches make', () => {
    expect(modes.modes.map(({ mode }) => mode)).toEqual(Object.keys(switches));
  });
});

type Setting = (typeof measured.settings)[number];
const toLink = ({ pings: _pings, outside_sees: _seen, ...values }: Setting): Link =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));

/** What the measuring script tries besides the cells of the matrix. */
const besides = (inside: string): Readonly<Record<string, string>> => ({
  'g1.unusedInside': `g1 ping ${inside}.77`,
  'g1.unusedLan': 'g1 ping 192.168.1.77',
  'g1.elsewhere': 'g1 ping 172.16.0.1',
  'out.unusedInside': 'out ping 10.0.0.77',
  'out.elsewhere': 'out ping 172.16.0.1',
  'g1.outTtl1': 'g1 ping -t 1 192.168.1.50',
  'out.g1Ttl1': `out ping -t 1 ${inside}.101`,
});

describe('every ping under all 64 settings ends as on Linux, with the same reporter (network-modes.measure.sh)', () => {
  test.each(measured.settings.map((setting) => ({ name: JSON.stringify(toLink(setting)), setting })))(
    '$name',
    ({ setting }) => {
      const link = toLink(setting);
      const filled = tell({ ...link, moves: 'fill' });
      const lines = besides(setting.uplink ? '192.168.1' : '10.0.0');
      const words = Object.keys(setting.pings).map((name) => {
        const line = lines[name];
        return [name, resultToWord(line ? type(line, link).last : filled.results[name])];
      });
      expect(Object.fromEntries(words)).toEqual(setting.pings);
      expect(filled.seen).toBe(setting.outside_sees);
    },
  );
  test('there are 64 of them, and each was asked for all 15 cells of the matrix', () => {
    expect(new Set(measured.settings.map((setting) => JSON.stringify(toLink(setting)))).size).toBe(64);
    for (const { pings } of measured.settings)
      expect(Object.keys(pings)).toEqual(expect.arrayContaining(pairs.map((pair) => pair.join('.'))));
  });
});

describe('the frames of a first ping are those that tcpdump saw', () => {
  const owner: Readonly<Record<string, string>> = {
    '52:54:00:00:00:65': 'g1',
    '52:54:00:00:00:01': 'br0',
    '3c:fd:fe:00:00:0a': 'eth0',
    '3c:fd:fe:00:00:32': 'out',
    'ff:ff:ff:ff:ff:ff': 'all',
  };
  const echo = { 'echo-request': 'echo request', 'echo-reply': 'echo reply' } as Readonly<Record<string, string>>;
  /** Every frame that crosses a machine's own cable, as the measuring script writes it. */
  const framesAt = (node: string, states: readonly State[]): string[] =>
    states.flatMap(({ hops }) =>
      hops
        .filter(({ from, to }) => [from.node, to.node].includes(node))
        .map(({ frame: { src, dst, load } }) => {
          const head = `${owner[src]}>${owner[dst]}`;
          if (load.kind === 'ip') return `${head} ${echo[load.body.kind]} ${load.src}>${load.dst} ttl ${load.ttl}`;
          return load.op === 'request'
            ? `${head} arp who-has ${load.targetIp} tell ${load.senderIp}`
            : `${head} arp ${load.senderIp} is-at ${owner[load.senderMac]}`;
        }),
    );
  const settings: Readonly<Record<string, Link>> = {
    bridged,
    'routed-lost-reply': routed,
    routed: { ...routed, ...returnRoute },
    nat,
  };
  test.each(Object.entries(measured.traces))('%s', (name, { g1, out }) => {
    const states = story({ ...settings[name], moves: 'ping.g1.out' });
    expect(framesAt('g1', states)).toEqual(g1);
    expect(framesAt('out', states)).toEqual(out);
  });
});

describe('every attempt ends', () => {
  const setting = fc.record({
    uplink: fc.boolean(),
    hostAddress: fc.boolean(),
    forwarding: fc.boolean(),
    nat: fc.boolean(),
    gateway: fc.boolean(),
    returnRoute: fc.boolean(),
  });
  const machine = fc.constantFrom('g1', 'g2', 'host', 'out');
  const octet = fc.nat(255);
  const anywhere = fc.tuple(fc.integer({ min: 1, max: 223 }), octet, octet, octet).map((octets) => octets.join('.'));
  const near = fc
    .tuple(fc.constantFrom('10.0.0', '192.168.1'), octet)
    .map(([network, last]) => `${network}.${last}`)
    .filter((address) => address !== '127.0.0.0');
  const address = fc.oneof(
    near,
    anywhere.filter((ip) => !ip.startsWith('127.')),
  );
  const line = fc.oneof(
    fc.tuple(machine, address).map(([on, to]) => `${on} ping ${to}`),
    fc.tuple(machine, fc.integer({ min: 1, max: 9 }), address).map(([on, ttl, to]) => `${on} ping -t ${ttl} ${to}`),
    fc.tuple(machine, address).map(([on, to]) => `${on} nc ${to} 8080`),
    fc.tuple(machine, near).map(([on, via]) => `${on} ip route add default via ${via}`),
    fc.tuple(machine, near).map(([on, ip]) => `${on} ip addr add ${ip}/24 dev eth0`),
    fc
      .tuple(machine, fc.constantFrom('add', 'del'))
      .map(([on, change]) => `${on} ip addr ${change} 10.0.0.1/24 dev br0`),
    machine.map((on) => `${on} sysctl -w net.ipv4.ip_forward=1`),
    machine.map((on) => `${on} ip neigh flush all`),
    fc.constantFrom('host bridge fdb flush dev br0', 'host nft flush chain ip nat post'),
    fc.constant('host nft add rule ip nat post ip saddr 10.0.0.0/24 oifname eth0 masquerade'),
  );
  test('whatever the settings and whatever is typed: in a result, within the budget, and nothing throws', () => {
    fc.assert(
      fc.property(setting, fc.array(line, { minLength: 1, maxLength: 8 }), (values, lines) => {
        const script = lines.join('\n');
        expect(lab.controls.script.check(script)).toEqual([]);
        let state = lab.model.init({ ...values, script });
        let steps = 0;
        for (let next = lab.model.step(state); next !== state; next = lab.model.step(state)) {
          state = next;
          expect(++steps).toBeLessThan(lab.budget ?? 0);
          for (const { from, to, done } of state.hops)
            if (done.by === 'bridge') expect(done.bridged.out, `${from.node} → ${to.node}`).not.toContain(to.port);
        }
        expect(state.taken).toBe(lines.length);
        expect(state.attempt).toBeUndefined();
        expect(state.flights).toEqual([]);
      }),
      { numRuns: runs(120), seed: 52 },
    );
  });
  test('all fifteen cells and the connection are non-null after `fill`, whatever the settings', () => {
    for (let bits = 0; bits < 64; bits++) {
      const names = ['uplink', 'hostAddress', 'forwarding', 'nat', 'gateway', 'returnRoute'];
      const values = Object.fromEntries(names.map((name, i) => [name, (bits >> i) % 2 === 1]));
      const state = lab.model.init({ ...initialParams(lab.controls), ...values });
      const filled = lab.model.act?.(state, ['fill']) as State;
      expect(Object.keys(filled.results)).toHaveLength(pairs.length);
      for (const name of Object.keys(modes.columns)) expect(read(filled)[name]).not.toBeNull();
    }
  });
});

describe('the machine as the reader meets it', () => {
  test('nothing has been tried at the start, and every column says so', () => {
    const start = read(open({}));
    for (const name of Object.keys(modes.columns)) expect(start[name]).toBeNull();
    expect(start).toMatchObject({ mode: 'isolated', frames: 0, arpRequests: 0, natTable: [], last: null });
  });
  test.each([
    [bridged, 'bridged'],
    [{}, 'isolated'],
    [hostOnly, 'host-only'],
    [routed, 'routed'],
    [nat, 'NAT'],
  ])('the switches %j make the mode %s', (link, mode) => {
    expect(read(open(link)).mode).toBe(mode);
  });
  test('one ping fills one cell, and in bridged mode both that stand for the host’s only address', () => {
    expect(Object.keys(tell({ ...hostOnly, moves: 'ping.g1.host' }).results)).toEqual(['g1.host']);
    expect(Object.keys(tell({ ...bridged, moves: 'ping.g1.host' }).results)).toEqual(['g1.host', 'g1.hostLan']);
  });
  test('a ping that begins while another is under way finds that one finished', () => {
    const state = open({ moves: 'ping.g1.g2 3 ping.g2.g1', at: '5' });
    expect(resultToWord(state.results['g1.g2'])).toBe('reply');
    expect(state.attempt).toMatchObject({ from: 'g2', address: '10.0.0.101', stage: 'ready' });
  });
  test('two machines picked one after the other make a ping; the same one twice makes none', () => {
    expect(open({ moves: 'from.g1 ping.g1.g2', at: '2' }).attempt).toMatchObject({ from: 'g1', address: '10.0.0.102' });
    expect(open({ moves: 'from.g1 from.none', at: '2' }).picked).toBeUndefined();
  });
  test('a second ping needs no ARP, and `clear` makes the machines forget', () => {
    const again = tell({ moves: 'ping.g1.g2 20 ping.g1.g2' });
    expect(read(again).arpRequests).toBe(1);
    const fresh = open({ moves: 'ping.g1.g2 20 clear', at: '22' });
    expect(read(fresh)).toMatchObject({ g1_g2: null, frames: 0, fdb: {} });
    expect(fresh.network).toEqual(open({}).network);
  });
  test('the same moves are told on another machine when a switch is turned', () => {
    const moves = 'ping.g1.out';
    expect(tell({ ...routed, moves }).last?.outcome).toBe('timeout');
    expect(tell({ ...routed, ...returnRoute, moves }).last?.outcome).toBe('reply');
  });
});

describe('the stories of the lesson', () => {
  test('a failed ping names who dropped the packet and why', () => {
    const lossOf = (link: Link) => tell({ ...link, moves: 'ping.g1.out' }).last?.loss;
    expect(lossOf({ ...hostOnly, gateway: 'true' })).toMatchObject({ node: 'host', why: 'forwarding-off' });
    expect(lossOf(routed)).toMatchObject({ node: 'out', why: 'no-route-back', to: '10.0.0.101' });
    expect(resultToWord(tell({ moves: 'ping.g1.out' }).last)).toBe('no-route');
  });
  test('in bridged mode the outside machine sees the guest’s own MAC, in NAT mode the host’s', () => {
    const macOutside = (link: Link) =>
      story({ ...link, moves: 'ping.g1.out' })
        .flatMap(({ hops }) => hops)
        .find(({ to, frame }) => to.node === 'out' && frame.load.kind === 'ip')?.frame.src;
    expect(macOutside(bridged)).toBe('52:54:00:00:00:65');
    expect(macOutside(nat)).toBe('3c:fd:fe:00:00:0a');
  });
  test('NAT notes the flow of a guest and leaves alone the reply to an outsider', () => {
    expect(read(tell({ ...nat, moves: 'ping.g1.out' })).natTable).toEqual([
      { protocol: 'icmp', inside: '10.0.0.101:1', outside: '192.168.1.50', as: '192.168.1.10:1' },
    ]);
    expect(read(tell({ ...nat, ...returnRoute, moves: 'ping.out.g1' }))).toMatchObject({ out_g1: true, natTable: [] });
  });
  test('two guests that use one port are told apart by another one', () => {
    const state = type('g1 nc 192.168.1.50 8080\ng2 nc 192.168.1.50 8080', nat);
    expect(read(state).natTable).toMatchObject([
      { inside: '10.0.0.101:40000', as: '192.168.1.10:40000' },
      { inside: '10.0.0.102:40000', as: '192.168.1.10:40001' },
    ]);
  });
  test('nobody answers for an address that is not there: three requests, then the sender is told', () => {
    const state = type('g1 ping 10.0.0.77');
    expect(resultToWord(state.last)).toBe('host-unreachable 10.0.0.101');
    expect(read(state).arpRequests).toBe(3);
  });
  test('a route that is typed repairs what a switch would have', () => {
    const state = type(
      'g1 ping 192.168.1.50\nout ip route add 10.0.0.0/24 via 192.168.1.10\ng1 ping 192.168.1.50',
      routed,
    );
    expect(read(state).g1_out).toBe(true);
    expect(lab.goals['one-way-repair']?.reached(state)).toBe(true);
  });
  test('what was tried under other settings no longer counts', () => {
    const state = type('g1 ping 192.168.1.50\nhost nft flush chain ip nat post', nat);
    expect(read(state)).toMatchObject({ mode: 'routed', g1_out: null });
    expect(lab.goals['one-way-repair']?.reached(state)).toBe(false);
  });
  test('an address on the wrong network makes a mode that has no name', () => {
    expect(read(type('host ip addr add 172.16.0.1/24 dev br0')).mode).toBe('other');
  });
});

describe('goals', () => {
  test('NAT does not count as the repair, nor bridged mode as a surprise or a hiding place', () => {
    const reached = (goal: string, link: Link) => lab.goals[goal]?.reached(tell({ ...link, moves: 'fill' }));
    expect(reached('one-way-repair', nat)).toBe(false);
    expect(reached('surprise', bridged)).toBe(false);
    expect(reached('surprise', routed)).toBe(false);
    expect(reached('hide-and-be-found', { ...bridged, nat: 'true', forwarding: 'true' })).toBe(false);
    expect(reached('hide-and-be-found', nat)).toBe(false);
  });
  test('settings alone are not enough: the ping has to have come back', () => {
    for (const goal of Object.values(lab.goals)) {
      const { moves: _moves, at: _at, ...settings } = goal.solution;
      expect(goal.reached(open(settings))).toBe(false);
      expect(goal.reached(open(goal.solution))).toBe(true);
    }
  });
});

describe('moments', () => {
  test.each(Object.entries(lab.moments))('%s stands where its story is, not past its end', (_name, link) => {
    expect(Number(link.at ?? 0)).toBeLessThan(story(link).length);
  });
  const captions: Readonly<Record<string, string>> = {
    flood: 'every other port',
    'host-only-gateway': 'belongs to the whole machine',
    'forwarding-off': 'forwarding is off',
    'routed-lost-reply': 'has no route to 10.0.0.0/24, so its reply goes nowhere',
    rewrite: '10.0.0.101 becomes 192.168.1.10',
    nat: '192.168.1.10 back into 10.0.0.101',
    connection: 'its peer is 192.168.1.10',
    unanswered: 'three times',
  };
  test.each(Object.entries(captions))('%s says: %s', (name, words) => {
    expect(lab.caption(open(lab.moments[name] ?? {})).en).toContain(words);
  });
  test.each(['bridged', 'isolated', 'host-only', 'routed', 'nat-outsider-adds-route'])(
    '%s ends with a reply',
    (name) => {
      expect(open(lab.moments[name] ?? {}).last?.outcome).toBe('reply');
    },
  );
});

describe('questions', () => {
  /** Key → the right option, over a told run. */
  const asked = (link: Link) => {
    const states = story(link);
    const pairsOf = states.slice(0, -1).flatMap((state, i) => {
      const ask = lab.asks?.(state);
      return ask ? [[ask.key, ask.right(states[i + 1] as State)] as const] : [];
    });
    return Object.fromEntries(pairsOf.reverse());
  };
  test('three in the run with the lost reply, answered by what the machine then does', () => {
    expect(asked({ ...routed, moves: 'ping.g1.out' })).toEqual({
      'ports-broadcast': 'others',
      host: 'pass',
      reply: 'nowhere',
    });
  });
  test('a packet for the host’s own address is not said to wait for forwarding, on or off', () => {
    for (const forwarding of ['true', 'false']) {
      const states = story({ ...hostOnly, gateway: 'true', forwarding, moves: 'ping.g1.hostLan' });
      const ask = states.map((state) => lab.asks?.(state)).find((each) => each?.key === 'host');
      expect(ask?.options.pass?.why.en).toContain('forwarding has no part in it');
    }
  });
  test('the same questions have other answers on other machines', () => {
    expect(asked({ ...nat, moves: 'ping.g1.out' })).toMatchObject({ host: 'rewrite', reply: 'direct' });
    expect(asked({ ...routed, ...returnRoute, moves: 'ping.g1.out' })).toMatchObject({ reply: 'host' });
    expect(asked({ ...hostOnly, gateway: 'true', moves: 'ping.g1.out' })).toMatchObject({ host: 'drop' });
    expect(asked({ ...hostOnly, gateway: 'true', moves: 'ping.g1.hostLan' })).toMatchObject({ host: 'keep' });
    expect(asked({ ...bridged, moves: 'ping.g1.out' })).toMatchObject({
      'ports-broadcast': 'others',
      'ports-known': 'one',
    });
  });
});

describe('typed lines', () => {
  const check = (text: string) => lab.controls.script.check(text).map(({ line, column }) => [line, column]);
  test('comments and empty lines say nothing, and every form of the help is understood', () => {
    expect(check('# a plan\n\n  g1 ping 192.168.1.50   # first')).toEqual([]);
    const { help } = lab.controls.script;
    for (const words of [help.en.match(/“[^”]+”/g), help['zh-CN'].match(/“[^”]+”/g)])
      for (const quoted of words ?? []) expect(check(quoted.slice(1, -1)), quoted).toEqual([]);
  });
  test.each([
    ['g3 ping 10.0.0.1', [1, 1], 'a machine: g1, g2, host or out'],
    ['g1 pong 10.0.0.1', [1, 4], '“ping”'],
    ['\ng1 ping 10.0.0.256', [2, 9], 'the address of one machine'],
    ['g1 ping 224.0.0.1', [1, 9], 'the address of one machine'],
    ['g1 ping', [1, 8], '“-t”'],
    ['g1 ping 10.0.0.1 now', [1, 18], 'ends before this word'],
    ['out ip route add 10.0.0.7/24 via 192.168.1.10', [1, 18], 'a network such as 10.0.0.0/24'],
    ['g1 nft flush chain ip nat post', [1, 4], '“sysctl”'],
    ['host sysctl -w net.ipv4.ip_forward=2', [1, 16], '“net.ipv4.ip_forward=0”, or “net.ipv4.ip_forward=1”'],
    ['host nft add rule ip nat post ip saddr 10.0.0.0/8 oifname eth0 masquerade', [1, 40], '“10.0.0.0/24”'],
  ])('%j is wrong at %j, and it says what would be right', (text, place, words) => {
    expect(check(text)).toEqual([place]);
    expect(lab.controls.script.check(text)[0]?.message.en).toContain(words);
  });
  test.each([
    ['host ip addr add 10.0.0.1/24 dev br0', hostOnly, 'exists'],
    ['host ip addr del 10.0.0.1/24 dev br0', {}, 'no-such-address'],
    ['g1 ip addr add 10.0.0.9/24 dev br0', {}, 'no-device'],
    ['host ip addr add 10.0.0.9/24 dev eth0', bridged, 'port-of-bridge'],
    ['g1 ip route add default via 192.168.1.10', {}, 'bad-gateway'],
    ['out ip route del 10.0.0.0/24', {}, 'no-such-route'],
  ] as const)('%j under %j is refused: %s', (script, link, refused) => {
    expect(type(script, link).note).toMatchObject({ kind: 'typed', refused });
  });
});
