import { both, type Text } from '#kit/text.ts';
import { lampsOf, properties } from '#sim/monitor/properties.ts';
import type { State } from './model.ts';
import { nameOf } from './names.ts';
import { propertyNames } from './words.ts';

/** A lamp that goes out, an attempt, a change of guests. */
export function event(before: State, after: State): Text | undefined {
  if (before === after) return undefined;
  const [was, is] = [lampsOf(before), lampsOf(after)];
  const broken = properties.find((property) => was[property] !== 'dark' && is[property] === 'dark');
  if (broken) return both(`${propertyNames[broken].en} is broken`, `${propertyNames[broken]['zh-CN']}被打破`);
  const { deed } = after;
  switch (deed.kind) {
    case 'start':
      return undefined;
    case 'asked':
      return both(`${nameOf(deed.guest)} is up to something`, `${nameOf(deed.guest)} 另有打算`);
    case 'switch':
      return both(`The core goes to ${nameOf(deed.to)}`, `处理器交给 ${nameOf(deed.to)}`);
    case 'ran':
      if (deed.how === 'caught') return both('A store outside the bounds is caught', '越界访问被拦下');
      return deed.isForeign ? both('A frame of another is touched', '动了别人的页框') : undefined;
  }
}
