import type { Mark } from '#kit/mark.ts';
import { both } from '#kit/text.ts';
import { ownerOf } from '#sim/monitor/machine.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { nameOf, ownerWords } from './names.ts';
import { labels } from './words.ts';

/** Memory, a box a frame: whose it is, and what is in it. */
export function memoryMarks(state: State, { frames, heads }: Layout): readonly Mark[] {
  return [
    { kind: 'label', key: 'head-memory', place: heads.memory, text: labels.memory, size: 's', align: 'start' },
    ...frames.map((place, frame): Mark => {
      const owner = ownerOf(state, frame);
      const whose = ownerWords(state, frame);
      const content = String(state.frames[frame] ?? 0);
      const isSpoilt = state.spoilt.includes(frame);
      const { deed } = state;
      return {
        kind: 'box',
        key: `frame-${frame}`,
        place,
        tone: isSpoilt ? 'bad' : owner === undefined ? 'plain' : owner < 0 ? 'vmm' : 'guestKernel',
        corner: owner === undefined ? '–' : owner < 0 ? 'V' : nameOf(owner),
        sub: content,
        size: 's',
        mono: true,
        about: both(
          `Frame ${frame} is ${whose.en}, holds ${content}${isSpoilt ? ', and was written by another' : ''}`,
          `页框 ${frame} 是${whose['zh-CN']}，存着 ${content}${isSpoilt ? '，被别人写过' : ''}`,
        ),
        ...(owner === undefined && { ghost: true }),
        ...(deed.kind === 'ran' && deed.frame === frame && { now: true }),
      };
    }),
  ];
}
