import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { isCrossing, model, type State } from './model.ts';
import { lineNow } from './place.ts';

/** The machine's question about its next step, where somebody might believe something else. */
export function askAbout(state: State): Ask<State> | undefined {
  const next = model.step(state);
  if (next === state || !next.last) return undefined;
  const { technique, segmentLimits } = state.params;
  const text = lineNow(next)?.text.trim() ?? '';
  const reason = leftBy(next);
  if (next.run.divergence && !state.run.divergence)
    return technique === 'deprivileged' && segmentLimits && reason === undefined ? askSame(text) : undefined;
  if (technique === 'interpreter' || !/^(out|in|cli|sti|lgdt|lidt|ltr|hlt|int|mov cr)\b/i.test(text)) return undefined;
  if (reason === undefined && isCrossing(next.last)) return undefined;
  const why = reason === undefined ? whyNot[technique] : whyLeft(reason);
  return why && askWho(technique, text, why);
}

/** Why the step first leaves the guest, if it does. */
const leftBy = ({ last }: State): string | undefined => last?.deeds.find((deed) => deed.kind === 'leave')?.reason;

/** What makes the instruction itself enter the VMM; nothing where a page or an interrupt does. */
function whyLeft(reason: string): Text | undefined {
  if (reason.startsWith('callout'))
    return both(
      'Its translation is a callout: the translator put a call to the VMM in its place.',
      '译文里换上了对 VMM 的调用，由 VMM 来做。',
    );
  if (reason.startsWith('hypercall'))
    return both(
      'This kernel knows of its hypervisor: INT 82h is how it asks.',
      '这个内核知道有虚拟机管理程序：INT 82h 就是它提出请求的方式。',
    );
  if (reason.startsWith('int '))
    return both(
      'INT takes a gate of the IDT that the processor really holds, and that one is the VMM’s.',
      'INT 走的是处理器实际持有的 IDT 里的门，而那张表是 VMM 的。',
    );
  if (reason === '#GP')
    return both(
      'In this ring the processor refuses it with #GP, whose gate leads to the VMM.',
      '在这个 ring，处理器以 #GP 拒绝它，而 #GP 的门通向 VMM。',
    );
  const exit = Number.parseInt(reason, 10);
  return Number.isNaN(exit) || notOfItself.includes(exit)
    ? undefined
    : both(`An execution control asks for this exit, reason ${reason}.`, `执行控制要求它退出（原因 ${exit}）。`);
}

/** Exits for an exception, an interrupt, an interrupt window and an EPT violation: SDM vol. 3D, appendix C. */
const notOfItself = [0, 1, 7, 48];

/** Why an instruction does not enter the VMM, by technique. */
const whyNot: Partial<Record<State['params']['technique'], Text>> = {
  bare: both('There is no VMM: this is bare metal.', '没有 VMM：这是裸机。'),
  'binary-translation': both(
    'Its translation does it in the cache, on the virtual processor’s variables, without a call.',
    '译文在缓存里就地作用于虚拟处理器的变量，不调用 VMM。',
  ),
  paravirtual: both(
    'The kernel has registered this gate with the hypervisor, and it leads from ring 3 straight to ring 1.',
    '内核向虚拟机管理程序登记过这道门，它从 ring 3 直达 ring 1。',
  ),
  hardware: both(
    'No execution control asks for an exit here, so the guest does it by itself, on its own state.',
    '没有哪个执行控制要求它退出，客户机自行完成，动的是自己的状态。',
  ),
};

const askWho = (technique: string, text: string, why: Text): Ask<State> => ({
  key: `who-${technique}`,
  text: both(`Next: ${text}. Does the VMM get the processor?`, `下一条：${text}。处理器会转到 VMM 吗？`),
  options: {
    yes: { text: both('Yes', '会'), why },
    no: { text: both('No', '不会'), why },
  },
  right: (after) => (leftBy(after) === undefined ? 'no' : 'yes'),
});

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
