import { describe, expect, test } from 'vitest';
import { type Mark, type Sheet, sheets } from '#kit/mark.ts';
import type { Link } from '#kit/run.ts';
import { type Locale, locales } from '#kit/text.ts';
import { partsOf } from '#stage/parts.ts';
import lab from '../../src/labs/network-modes/lab.ts';
import { bridged, hostOnly, nat, open, returnRoute, routed, type State, story, type } from './network-modes.tell.ts';

const both: readonly Sheet[] = ['wide', 'tall'];
const sizes = { wide: { s: 19, m: 21, l: 26 }, tall: { s: 12.5, m: 14, l: 18 } } as const;

/** Every state of runs that show the picture at its fullest. */
const told: readonly Link[] = [
  { ...bridged, moves: 'ping.g1.out' },
  { moves: 'ping.g1.host' },
  { moves: 'ping.out.hostLan' },
  { ...hostOnly, gateway: 'true', moves: 'ping.g2.out' },
  { ...hostOnly, ...returnRoute, moves: 'ping.out.g1' },
  { ...routed, moves: 'ping.g1.out' },
  { ...routed, ...returnRoute, moves: 'ping.out.g2' },
  { ...nat, moves: 'fill ping.g2.out' },
  { ...nat, ...returnRoute, moves: 'connect.g1' },
  { ...bridged, gateway: 'true', moves: 'from.out ping.out.g1' },
];
const typed: readonly State[] = [
  type('g1 ping -t 1 192.168.1.50', routed),
  type('g1 nc 192.168.1.50 8080\ng2 nc 192.168.1.50 8080\ng1 nc 192.168.1.50 65535', nat),
  type('g1 ping 172.16.200.200', nat),
  type('out ip route add default via 192.168.1.10\nout ping 172.16.0.1', routed),
  type('host ip addr del 10.0.0.1/24 dev br0\nhost ip addr add 172.16.100.100/24 dev br0\ng1 ping 10.0.0.77', hostOnly),
  type('g1 ip addr del 10.0.0.101/24 dev eth0'),
  type(
    'g1 ip addr del 10.0.0.101/24 dev eth0\ng1 ip addr add 192.168.100.100/24 dev eth0\ng1 ip route add default via 192.168.100.200\nout ip addr del 192.168.1.50/24 dev eth0\nout ip addr add 192.168.200.200/24 dev eth0\nout ip route add 192.168.100.0/24 via 192.168.200.201\nhost ip addr add 192.168.100.200/24 dev br0\ng1 ping 192.168.200.200',
  ),
];
const states: readonly State[] = [...Object.values(lab.moments).map(open), ...told.flatMap(story), ...typed];

interface Words {
  readonly of: string;
  readonly words: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** Letters in ems, a little wider than the fonts are. */
const widthOf = (words: string, mono: boolean): number =>
  [...words].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 1 : mono ? 0.6 : 0.56), 0);

/** Where the words of a mark stand on the sheet. */
const wordsOf = (mark: Mark, sheet: Sheet, locale: Locale): readonly Words[] =>
  partsOf(mark, locale).flatMap(({ tag, name, at, words: said = '' }) => {
    const words = said.trim();
    if (tag !== 'text' || words === '') return [];
    const size = sizes[sheet][name === 'sub' ? 's' : (mark.size ?? 'm')];
    const w = widthOf(words, mark.mono === true) * size;
    const align = mark.kind === 'label' ? (mark.align ?? 'middle') : 'middle';
    const shift = String(at.dy ?? 0).endsWith('em') ? Number.parseFloat(String(at.dy)) * size : 0;
    const x = Number(at.x) - w * { start: 0, middle: 0.5, end: 1 }[align];
    return [{ of: mark.key, words, x, y: Number(at.y) + shift - size * 0.42, w, h: size * 0.84 }];
  });

type Area = Pick<Words, 'x' | 'y' | 'w' | 'h'>;
const overlap = (a: Area, b: Area): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const isWithin = (a: Area, b: Area, by: number): boolean =>
  a.x >= b.x + by && a.y >= b.y && a.x + a.w <= b.x + b.w - by && a.y + a.h <= b.y + b.h;
const isToken = (key: string): boolean => key === 'token' || key.startsWith('copy-');

function faults(marks: readonly Mark[], sheet: Sheet, locale: Locale): string[] {
  const whole = { x: 0, y: 0, ...sheets[sheet] };
  const all = marks.flatMap((mark) => wordsOf(mark, sheet, locale).map((words) => ({ mark, words })));
  const outside = all.filter(({ mark, words }) => !isWithin(words, mark.kind === 'box' ? mark.place : whole, 1.5));
  const touching = all.flatMap(({ words: a }, i) =>
    all.slice(i + 1).flatMap(({ words: b }) => (overlap(a, b) && a.of !== b.of ? [`${a.words} × ${b.words}`] : [])),
  );
  // A token that is painted before the words lies under them, as the copies of a flood do.
  const hides = (box: Mark, mark: Mark, words: Area): boolean =>
    box.kind === 'box' &&
    overlap(words, box.place) &&
    (isToken(box.key) ? marks.indexOf(box) > marks.indexOf(mark) : !isWithin(words, box.place, 0));
  const cut = all.flatMap(({ mark, words }) =>
    marks.flatMap((box) => (box !== mark && hides(box, mark, words) ? [`${words.words} by ${box.key}`] : [])),
  );
  return [...outside.map(({ words }) => `${words.words} outside ${words.of}`), ...touching, ...cut];
}

describe('the picture', () => {
  test.each(both.flatMap((sheet) => locales.map((locale) => [sheet, locale] as const)))(
    'has every word in its place on the %s sheet in %s: none outside its box, none on another, none cut',
    (sheet, locale) => {
      const found = states.flatMap((state) => faults(lab.scene(state, sheet), sheet, locale));
      expect([...new Set(found)]).toEqual([]);
    },
  );
  test('has the same marks under the same keys on both sheets, at most 150', () => {
    for (const state of states) {
      const keys = (sheet: Sheet) => lab.scene(state, sheet).map(({ kind, key }) => `${kind} ${key}`);
      expect(keys('tall')).toEqual(keys('wide'));
      expect(keys('wide').length).toBeLessThanOrEqual(150);
    }
  });
  test('has cells large enough for a finger', () => {
    for (const mark of lab.scene(open({}), 'tall'))
      if (mark.kind === 'box' && mark.move)
        expect(Math.min(mark.place.w, mark.place.h), mark.key).toBeGreaterThanOrEqual(22);
  });
  test('shows a frame at the place it has reached, and moves one token along', () => {
    const spots = story({ moves: 'ping.g1.g2' }).map((state) => {
      const token = lab.scene(state, 'wide').find(({ key }) => key === 'token');
      return token?.kind === 'box' ? Math.round(token.place.x + token.place.w / 2) : undefined;
    });
    expect(spots).toEqual([undefined, undefined, 96, 190, 284, 190, 96, 190, 284, 190, 96]);
  });
  test('shows the switches: wire, gate, stamp, addresses, routes', () => {
    const shapes = (link: Link) =>
      Object.fromEntries(lab.scene(open(link), 'wide').map(({ key, ghost = false }) => [key, !ghost]));
    expect(shapes({})).toMatchObject({ 'wire-uplink': false, 'wire-eth0': true, nat: false, 'br0-address': false });
    expect(shapes(bridged)).toMatchObject({ 'wire-uplink': true, 'wire-eth0': false, 'eth0-address': false });
    expect(shapes({ ...nat, ...returnRoute })).toMatchObject({ nat: true, 'out-route': true, 'g1-gateway': true });
  });
  test('marks what was rewritten, and only that', () => {
    const outlined = (link: Link) =>
      lab.scene(open(link), 'wide').flatMap(({ key, now }) => (now && key.startsWith('strip-') ? [key] : []));
    expect(outlined(lab.moments.rewrite ?? {})).toEqual(['strip-src', 'strip-ttl']);
    expect(outlined(lab.moments.nat ?? {})).toEqual(['strip-dst', 'strip-ttl']);
    expect(outlined({ ...bridged, moves: 'ping.g1.out', at: '10' })).toEqual([]);
  });
});
