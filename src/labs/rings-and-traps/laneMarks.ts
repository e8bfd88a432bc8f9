import type { Mark, Tone } from '#kit/mark.ts';
import { both, type Text } from '#kit/text.ts';
import { type Lane, type Layout, lanes } from './layout.ts';
import { outerOf } from './registers.ts';
import { registersIn, type State } from './state.ts';
import { labels } from './words.ts';

/** Who stands in a ring. */
function tenant({ run }: State, lane: Lane): readonly [Text, Tone] {
  const kernel = outerOf(run)?.real.ring ?? 0;
  if (lane === 'hw') return [labels.processor, 'hw'];
  if (lane === '3') return kernel === 3 ? [labels.together, 'guestKernel'] : [labels.application, 'guestUser'];
  if (lane === String(kernel)) return [kernel === 0 ? labels.ownKernel : labels.kernel, 'guestKernel'];
  return lane === '0' ? [labels.vmm, 'vmm'] : [labels.unused, 'plain'];
}

/** The rings, and the processor that enforces them. The one where it stands is marked. */
export function laneMarks(state: State, layout: Layout): readonly Mark[] {
  const level = registersIn(state).real.cpl;
  return lanes.map((lane): Mark => {
    const [who, tone] = tenant(state, lane);
    const unused = who === labels.unused;
    return {
      kind: 'box',
      key: `lane-${lane}`,
      place: layout.lanes[lane],
      tone,
      size: 's',
      text: lane === 'hw' ? who : `Ring ${lane}`,
      ...(lane !== 'hw' && lane !== '2' && { sub: who }),
      ...(unused && { ghost: true }),
      ...(lane === level && { picked: true }),
      about: lane === 'hw' ? who : both(`Ring ${lane}: ${who.en}`, `Ring ${lane}：${who['zh-CN']}`),
    };
  });
}
