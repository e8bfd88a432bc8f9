import { askAbout, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { handledBy } from '#sim/vmm/hardware/handledBy.ts';
import { exitText } from '#sim/vmm/tell/exitTexts.ts';
import { lineText } from './codeMarks.ts';
import { isRoot, model, type State, vmmOf, waitOf } from './model.ts';
import { EPT_VIOLATION, INTERRUPT, PORT } from './reasons.ts';
import { type Topic, topics } from './topics.ts';

const about = askAbout(model);

const inGuest = both('The guest', '客户机');
const inHost = both('The host: it exits', '宿主机：它会退出');

const bets = ({ stays, exits }: Pick<Topic, 'stays' | 'exits'>): Readonly<Record<string, Bet>> => ({
  guest: [inGuest, stays, exits],
  host: [inHost, exits, stays],
});

const leaves = (next: State): boolean => next.run.deed.kind === 'leave';

/** Before an instruction that one might expect to exit, or might not; before an exit is handled; while a host's interrupt waits. */
export function askAboutStep(state: State): Ask<State> | undefined {
  const next = model.step(state);
  if (next === state || state.run.deed.kind === 'boot') return undefined;
  if (state.run.deed.kind === 'leave') return state.run.deed.exitReason === PORT ? askHandler(state) : undefined;
  if (isRoot(state)) return undefined;
  const { deed } = next.run;
  const exit = deed.kind === 'leave' ? deed.exitReason : undefined;
  if (waitOf(state) !== undefined)
    return exit === undefined || exit === INTERRUPT ? askInterrupt(state, next) : undefined;
  const text = lineText(state, addressOf(state.run.guest));
  if (exit === EPT_VIOLATION) return isSpecial.test(text.replace(/^[\w.]+:\s*/, '')) ? undefined : askTouch(state);
  const topic = topics.find(({ pattern }) => pattern.test(text));
  if (topic?.key === 'port' && state.run.settings.controls.io) return undefined;
  // An instruction may also exit for a page that its fetch needs, or because a timer interrupts before it: not by its own doing.
  return topic && (deed.kind === 'run' || (exit !== undefined && exit === topic.exit))
    ? askTopic(state, topic, text)
    : undefined;
}

/** What nobody would call an ordinary instruction. */
const isSpecial =
  /^(cli|sti|pushf|popf|iret|int |hlt|cpuid|rdtsc|rdmsr|wrmsr|vmcall|inv|in |out |[ls][gil]dt|[ls]tr|[ls]msw|clts|ud2|mov (cr|dr|\w+, (cr|dr)))/;

const askTopic = (state: State, topic: Topic, text: string): Ask<State> =>
  about(
    state,
    topic.key,
    both(
      `The next instruction is ${text}. Who has the processor after it?`,
      `下一条是 ${text}。执行之后，处理器在谁手里？`,
    ),
    bets(topic),
    (after) => (leaves(after) ? 'host' : 'guest'),
  );

const askTouch = (state: State): Ask<State> =>
  about(
    state,
    'touch',
    both(
      'The next instruction is an ordinary one, and yet the processor will leave the guest. Why?',
      '下一条只是普通指令，处理器却要离开客户机。为什么？',
    ),
    {
      page: [
        both('A page it needs has no entry in the EPT', '它要用的一页在 EPT 里没有表项'),
        both('Memory is given at the first touch, by an EPT violation.', '内存在第一次碰到时才给，靠的是 EPT 违例。'),
        both('This time it is something else.', '这次另有原因。'),
      ],
      privilege: [
        both('It is privileged', '它是特权指令'),
        both('It is privileged.', '它是特权指令。'),
        both('Privilege is judged in the guest; it does not make an exit.', '特权在客户机内部判断，并不引起退出。'),
      ],
    },
    (after) => (after.run.deed.kind === 'leave' && after.run.deed.exitReason === EPT_VIOLATION ? 'page' : 'privilege'),
  );

function askHandler(state: State): Ask<State> {
  const { exit } = vmmOf(state);
  const reason = exit ? exitText(exit.reason) : both('', '');
  return about(
    state,
    `handler-${exit ? handledBy(exit) : 'kvm'}`,
    both(`Exit ${reason.en}. Who will deal with it?`, `退出 ${reason['zh-CN']}。由谁处理？`),
    {
      hardware: [
        both('The processor alone', '处理器自己'),
        both('The processor.', '处理器。'),
        both(
          'It has saved the state and noted a reason; what to do is for software to say.',
          '它只保存状态、记下原因；怎么办，得由软件来定。',
        ),
      ],
      kvm: [
        both('KVM, in the host’s kernel', 'KVM，在宿主机内核'),
        both('KVM knows all it needs, so user space is not asked.', '需要的 KVM 都知道，不必惊动用户态。'),
        both(
          'KVM has the processor first, but there is no such device in the kernel.',
          '处理器先到 KVM，可内核里没有这个设备。',
        ),
      ],
      qemu: [
        both('QEMU, in user space', 'QEMU，在用户态'),
        both('The device is one of QEMU’s models, so KVM returns to it.', '这个设备是 QEMU 的模型，KVM 返回给它。'),
        both(
          'QEMU is asked only for what KVM does not do itself, devices above all.',
          '只有 KVM 自己不做的才问 QEMU，主要是设备。',
        ),
      ],
    },
    (after) => {
      const last = vmmOf(after).exit;
      return last ? handledBy(last) : 'kvm';
    },
  );
}

const askInterrupt = (state: State, next: State): Ask<State> =>
  about(
    state,
    `interrupt-${leaves(next) ? 'exits' : 'stays'}`,
    both(
      'An interrupt of the host’s is waiting. Who has the processor after the next step?',
      '宿主机的一个中断在等。下一步之后，处理器在谁手里？',
    ),
    bets({
      stays: both(
        'External-interrupt exiting is 0, so the interrupt is the guest’s to take or to mask.',
        '“外部中断退出”为 0，收不收这个中断就归客户机管。',
      ),
      exits: both(
        'External-interrupt exiting is 1: it exits at once, whatever the guest’s IF.',
        '“外部中断退出”为 1：立刻退出，不管客户机的 IF。',
      ),
    }),
    (after) => (leaves(after) ? 'host' : 'guest'),
  );
