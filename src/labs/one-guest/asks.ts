import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { isCrossing, model, type State } from './model.ts';
import { lineNow } from './place.ts';

const entersVmm = ({ last }: State): boolean => last?.deeds.some(({ kind }) => kind === 'leave') ?? false;

/** The machine's question about its next step, where somebody might believe something else. */
export function askAbout(state: State): Ask<State> | undefined {
  const next = model.step(state);
  if (next === state || !next.last) return undefined;
  const { technique } = state.params;
  const line = lineNow(next);
  const text = line?.text.trim() ?? '';
  if (next.run.divergence && !state.run.divergence) return askSame(text);
  if (technique === 'interpreter' || !/^(out|in|cli|sti|lgdt|lidt|ltr|hlt|int|mov cr)\b/i.test(text)) return undefined;
  if (isCrossing(next.last) && !entersVmm(next) && technique !== 'bare') return undefined;
  return askWho(technique, text);
}

function askWho(technique: string, text: string): Ask<State> {
  return {
    key: `who-${technique}`,
    text: both(`Next: ${text}. Does the VMM get the processor?`, `下一条：${text}。处理器会转到 VMM 吗？`),
    options: {
      yes: {
        text: both('Yes', '会'),
        why: both(
          'It would where the processor refuses the instruction in the guest’s ring, an execution control asks for an exit, or a translator put a callout in its place.',
          '当处理器在客户机所在的环拒绝这条指令、执行控制要求退出，或者翻译器在这里换上了对 VMM 的调用时，才会。',
        ),
      },
      no: {
        text: both('No', '不会'),
        why: both(
          'It would not where there is no VMM, where the guest may do it by itself, or where its translation does it on the virtual processor without a call.',
          '当没有 VMM、客户机可以自行完成，或译文在缓存里就地作用于虚拟处理器时，不会。',
        ),
      },
    },
    right: (after) => (entersVmm(after) ? 'yes' : 'no'),
  };
}

function askSame(text: string): Ask<State> {
  return {
    key: 'same',
    text: both(
      `Next: ${text}, in the guest’s outer ring. Does it do what it does in ring 0?`,
      `下一条：在外层的环执行 ${text}。结果与 ring 0 相同吗？`,
    ),
    options: {
      same: {
        text: both('The same, or it traps', '相同，否则会陷入'),
        why: both(
          'That would be Popek and Goldberg’s condition. Instructions of this processor break it: they neither trap nor do the same.',
          '这正是 Popek 与 Goldberg 的条件。这款处理器有些指令不满足：既不陷入，结果也不同。',
        ),
      },
      other: {
        text: both('Something else, and nobody is told', '结果不同，且无人得知'),
        why: both(
          'It is sensitive and not privileged: in the outer ring it reads or drops what belongs to ring 0, without a trap.',
          '它敏感而非特权：在外层的环读出或丢弃本属于 ring 0 的东西，却不陷入。',
        ),
      },
    },
    right: (after) => (after.run.divergence ? 'other' : 'same'),
  };
}
