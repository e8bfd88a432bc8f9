import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { askers, identify } from './identity.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { labels } from './words.ts';

/** What a guest learns from CPUID, and what it makes of it. */
export function answerMarks({ params: { asker, bit } }: State, { asker: at, answers }: Layout): readonly Mark[] {
  const told = identify(asker, bit);
  const name = askers[asker];
  const cells = [
    { key: 'bit', value: told.bit === undefined ? labels.notAsked : String(told.bit), what: labels.bit },
    { key: 'leaf', value: told.name ?? labels.notAsked, what: labels.leaf },
    { key: 'clock', value: told.clock, what: labels.clock },
    { key: 'disk', value: told.disk, what: labels.disk },
  ];
  return [
    {
      kind: 'label',
      key: 'asker',
      place: at,
      align: 'start',
      size: 's',
      text: both(`Also booted: ${name.en}`, `另一台客户机已启动：${name['zh-CN']}`),
    },
    ...cells.map(
      ({ key, value, what }, i): Mark => ({
        kind: 'box',
        key: `answer-${key}`,
        place: answers[i] ?? { x: 0, y: 0, w: 0, h: 0 },
        size: 's',
        tone: i < 2 ? 'hw' : 'guestKernel',
        text: value,
        sub: what,
      }),
    ),
  ];
}
