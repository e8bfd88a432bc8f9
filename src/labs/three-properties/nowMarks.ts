import { left, right } from '#kit/layout.ts';
import type { Mark } from '#kit/mark.ts';
import type { Text } from '#kit/text.ts';
import { instructionToWord } from '#sim/monitor/instruction.ts';
import type { How } from '#sim/monitor/machine.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { nameOf } from './names.ts';
import { labels } from './words.ts';

const doers: Readonly<Record<How, Text>> = {
  direct: labels.core,
  shared: labels.shared,
  trap: labels.trap,
  interpreted: labels.interpreted,
  call: labels.call,
  caught: labels.caught,
};

/** The instruction of this step, and who carried it out. */
export function nowMarks({ deed }: State, { now, heads }: Layout): readonly Mark[] {
  const head: Mark = { kind: 'label', key: 'head-now', place: heads.now, text: labels.now, size: 's', align: 'start' };
  const what = (words: string | Text, isGuest: boolean): Mark => ({
    kind: 'box',
    key: 'what',
    place: now.what,
    text: words,
    size: 's',
    ...(isGuest ? { tone: 'guestKernel', mono: true } : { ghost: true }),
  });
  const who = (words: Text, isCore: boolean): Mark => ({
    kind: 'box',
    key: 'who',
    place: now.who,
    text: words,
    size: 's',
    tone: isCore ? 'hw' : 'vmm',
  });
  const arrow = (isCrossing: boolean): Mark => ({
    kind: 'line',
    key: 'to-who',
    place: [right(now.what), left(now.who)],
    arrow: true,
    ...(isCrossing && { tone: 'cross' }),
  });
  switch (deed.kind) {
    case 'start':
      return [head, what(labels.idle, false)];
    case 'asked':
      return [
        head,
        what(`${nameOf(deed.guest)}: ${instructionToWord(deed.instruction)}`, true),
        { ...who(labels.waits, true), ghost: true },
      ];
    case 'switch':
      return [head, what(nameOf(deed.to), true), arrow(false), who(labels.switches, false)].map(towardsGuest(now));
    case 'ran': {
      const isCore = deed.how === 'direct' || deed.how === 'shared';
      return [
        head,
        what(`${nameOf(deed.guest)}: ${instructionToWord(deed.instruction)}`, true),
        arrow(!isCore),
        who(doers[deed.how], isCore),
      ];
    }
  }
}

/** Here the arrow leads from the VMM to the guest. */
const towardsGuest =
  (now: Layout['now']) =>
  (mark: Mark): Mark =>
    mark.kind === 'line' ? { ...mark, place: [left(now.who), right(now.what)] } : mark;
