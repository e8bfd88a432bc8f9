import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import type { Layout } from './layout.ts';
import { items, type State, trayOf } from './model.ts';

const states = {
  right: both('placed right', '已放对'),
  wrong: both('placed wrong', '放错了'),
} as const;

/** The name as it is read aloud: it begins with what is written, where the full name has that in brackets. */
const calledBy = (name: string, short: string): string =>
  name.endsWith(` (${short})`) ? `${short}: ${name.slice(0, -short.length - 3)}` : name;

/** The systems that may be placed. Each keeps its place, whichever others the year leaves out. */
export function trayMarks(state: State, { tray }: Layout): readonly Mark[] {
  const offered = new Set(trayOf(state).map(({ id }) => id));
  return items.flatMap(({ id, name, tray: { short } }, i): Mark[] => {
    const place = tray[i];
    if (!place || !offered.has(id)) return [];
    const placing = state.placed[id];
    const told = placing && (placing.right ? states.right : states.wrong);
    const called = calledBy(name, short);
    return [
      {
        kind: 'box',
        key: `system-${id}`,
        place,
        size: 's',
        text: short,
        about: told ? both(`${called}, ${told.en}`, `${called}，${told['zh-CN']}`) : both(called, called),
        move: ['pick', id],
        picked: state.picked === id,
        ...(state.picked === id && { now: true }),
        ...(placing && !placing.right && { tone: 'bad' as const }),
        ...(placing?.right && { ghost: true }),
      },
    ];
  });
}
