import type { Mark } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import {
  instructionsOf,
  type Lamp,
  lampsOf,
  type Property,
  properties,
  systemOf,
  touchedOf,
} from '#sim/monitor/properties.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { nameOf } from './names.ts';
import { lampNames, percent, propertyNames, systemNames, systemReasons } from './words.ts';

/** The three lamps with what they were read from, and the familiar system that they make. */
export function lampMarks(state: State, layout: Layout): readonly Mark[] {
  const lamps = lampsOf(state);
  const system = systemOf(state);
  return [
    ...properties.flatMap((property, i) => oneLamp(state, layout, property, lamps[property], i)),
    {
      kind: 'box',
      key: 'system',
      place: layout.system,
      text: systemNames[system],
      sub: systemReasons[system],
      ...(system === 'unseen' && { ghost: true }),
    },
  ];
}

function oneLamp(state: State, { lamps, bulb }: Layout, property: Property, lamp: Lamp, i: number): readonly Mark[] {
  const place = lamps[i];
  if (!place) return [];
  const name = propertyNames[property];
  const proof = lamp === 'unseen' ? lampNames.unseen : proofOf(state, property);
  const { x, y, w, h } = place;
  return [
    {
      kind: 'box',
      key: property,
      place,
      ...(lamp === 'dark' && { tone: 'bad' }),
      ...(lamp === 'unseen' && { ghost: true }),
      about: both(
        `${name.en} ${lampNames[lamp].en}: ${proof.en}`,
        `${name['zh-CN']}${lampNames[lamp]['zh-CN']}：${proof['zh-CN']}`,
      ),
    },
    {
      kind: 'dot',
      key: `bulb-${property}`,
      place: { x: x + w / 2, y: y + h * 0.22, r: bulb },
      ...(lamp === 'lit' && { tone: 'data' }),
      ...(lamp === 'dark' && { tone: 'bad' }),
      ...(lamp === 'unseen' && { ghost: true }),
    },
    { kind: 'label', key: `name-${property}`, place: { x: x + w / 2, y: y + h * 0.54 }, text: name },
    {
      kind: 'label',
      key: `proof-${property}`,
      place: { x: x + w / 2, y: y + h * 0.81 },
      text: proof,
      size: 's',
      ...(lamp === 'dark' && { tone: 'bad' }),
    },
  ];
}

/** What the machine did by which the lamp is told. */
function proofOf(state: State, property: Property): Text {
  switch (property) {
    case 'equivalence':
      return sameness(state);
    case 'efficiency': {
      const all = instructionsOf(state);
      const share = percent(all - touchedOf(state), all);
      return both(`${share}% direct`, `${share}% 直接执行`);
    }
    case 'control':
      return held(state);
  }
}

function sameness({ guests }: State): Text {
  const other = guests.findIndex(({ difference }) => difference === 'overwritten');
  if (other >= 0) return both(`${nameOf(other)} goes wrong`, `${nameOf(other)} 的结果错了`);
  return guests.some(({ difference }) => difference === 'called')
    ? both('must be ported', '须先改写')
    : both('as when alone', '与独占时相同');
}

function held({ foreign, overrun, slices }: State): Text {
  if (foreign) return both('a frame lost', '页框失守');
  if (overrun) return both(`late by ${overrun}`, `迟了 ${overrun} 个节拍`);
  return both(`core back ${slices - 1}×`, `收回 ${slices - 1} 次`);
}
