import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { billOf } from './bill.ts';
import type { Layout } from './layout.ts';
import { isCounting, type State } from './model.ts';
import { platformIds, platformOf } from './platforms.ts';
import { number, percentText } from './words.ts';

/** The techniques in the order of their years, and what each comes to. A click shows its bill. */
export function listMarks({ params, events, billed, shown }: State, { list }: Layout): readonly Mark[] {
  return platformIds.map((id, i): Mark => {
    const { name } = platformOf(id);
    const isBilled = i < billed;
    const percent = isBilled ? percentText(billOf(params, id, events).percent) : '…';
    return {
      kind: 'box',
      key: `technique-${id}`,
      place: list[i] ?? { x: 0, y: 0, w: 0, h: 0 },
      size: 's',
      text: both(`${i + 1}  ${name.en}: ${percent}`, `${i + 1}  ${name['zh-CN']}：${percent}`),
      about: both(`${name.en}: ${percent}, show its bill`, `${name['zh-CN']}：${percent}，看它的账单`),
      ...(!isBilled && { ghost: true }),
      ...(isBilled && { move: ['show', id] as const }),
      ...(id === shown && { picked: true, now: i === billed - 1 }),
    };
  });
}

/** What has been counted of the guest. */
export function countedMarks(state: State, { counted }: Layout): readonly Mark[] {
  const { guest } = state;
  if (!guest) return [];
  const { plain } = guest.counts;
  return [
    {
      kind: 'label',
      key: 'counted',
      tone: 'guestKernel',
      place: counted,
      align: 'start',
      size: 's',
      text: both(
        `guest: ${number(guest.steps)} steps, ${number(plain)} plain${isCounting(state) ? ' …' : ''}`,
        `客户机：${number(guest.steps)} 步，普通指令 ${number(plain)}${isCounting(state) ? ' …' : ''}`,
      ),
    },
  ];
}
