import type { Mark } from '#kit/mark.ts';
import type { Layout } from './layout.ts';
import { causes, type State } from './state.ts';
import { causeWords, marks as say } from './words.ts';

/** What each miss is owed to, as bars. Their scale grows with the longest, never shrinks. */
export function billMarks({ misses, told }: State, layout: Layout): readonly Mark[] {
  const most = Math.max(16, ...causes.map((cause) => misses[cause]));
  const latest = told.kind === 'miss' ? told.cause : undefined;
  const rows = causes.flatMap((cause, i): Mark[] => {
    const { name, count, bar } = layout.cause(i);
    const isFlush = cause === 'exit' || cause === 'switch' || cause === 'cr3';
    const place = { ...bar, w: (bar.w * misses[cause]) / most };
    return [
      {
        kind: 'label',
        key: `cause-${cause}`,
        place: name,
        text: causeWords[cause],
        size: 's',
        align: 'start',
        now: cause === latest,
      },
      { kind: 'box', key: `bar-${cause}`, place, tone: isFlush ? 'cross' : 'hw', ghost: misses[cause] === 0 },
      {
        kind: 'label',
        key: `count-${cause}`,
        place: count,
        text: String(misses[cause]),
        size: 's',
        mono: true,
        align: 'end',
        now: cause === latest,
      },
    ];
  });
  return [
    { kind: 'label', key: 'head-causes', place: layout.heads.causes, text: say.causes, size: 's', align: 'start' },
    ...rows,
  ];
}
