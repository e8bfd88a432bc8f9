import { askAbout, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { model } from './model.ts';
import { textAt } from './path.ts';
import { registersOf } from './registers.ts';
import type { State } from './state.ts';
import { mnemonic } from './words.ts';

const ask = askAbout(model);

/** What the next instruction comes to, if it is that which is next. */
export function askInstruction(state: State): Ask<State> | undefined {
  const next = model.step(state);
  const { reason = '' } = next.path?.crossing ?? {};
  if (next === state || reason === 'window' || reason === 'exit' || reason.startsWith('interrupt')) return undefined;
  const text = textAt(state.run, addressOf(state.run.guest));
  if (reason.startsWith('int ')) return state.whole ? undefined : askCall(state, text);
  const name = mnemonic(text);
  if (name === 'POPF') return next.strayed ? askOutcome(state, text, 'popf') : undefined;
  if (reason === '#GP' && byIopl.includes(name))
    return askOutcome(state, text, name === 'CLI' || name === 'STI' ? 'flag' : 'privileged', aboveIopl);
  if (reason === '#GP' && isPrivileged(text)) return askOutcome(state, text, 'privileged', outsideRing0);
  return name === 'ADD' && !next.path ? askOutcome(state, text, 'innocuous') : undefined;
}

/** A #GP may also come of a segment’s limit or of a selector: that is not the manual’s list of privileged instructions. */
const isPrivileged = (text: string): boolean =>
  /^(lgdt|lidt|lldt|ltr|lmsw|clts|hlt|invd|wbinvd|invlpg|rdmsr|wrmsr|mov ([cd]r|\w+, ?[cd]r))/i.test(text);
/** SDM vol. 1, "Input/Output": these ask for CPL at or below IOPL. */
const byIopl = ['CLI', 'STI', 'IN', 'INS', 'INSB', 'INSW', 'INSD', 'OUT', 'OUTS', 'OUTSB', 'OUTSW', 'OUTSD'];

const outsideRing0 = both(
  'It is privileged, and this is not ring 0: the manual promises #GP(0), and the VMM owns the gate it leads to.',
  '它是特权指令，而这里不是 ring 0：手册说这时产生 #GP(0)，而它通向的门归 VMM 所有。',
);
const aboveIopl = both(
  'IOPL is 0, so only ring 0 may do this: the manual promises #GP(0), and the VMM owns the gate it leads to.',
  'IOPL 是 0，只有 ring 0 才许这样做：手册说这时产生 #GP(0)，而它通向的门归 VMM 所有。',
);

const outcomesOf = (refused: Text): Readonly<Record<string, Bet>> => ({
  executes: [
    both('The processor executes it', '处理器照常执行'),
    both(
      'It touches registers and memory that are the guest’s anyway, so the processor has no reason to refuse.',
      '它只碰本来就属于客户机的寄存器和内存，处理器没有理由拒绝。',
    ),
    both(
      'That is for instructions that concern nobody but the guest. This one is about the state of the machine.',
      '只有与别人无关的指令才这样。这一条涉及整台机器的状态。',
    ),
  ],
  refuses: [
    both('The processor refuses: a trap', '处理器拒绝：陷入'),
    refused,
    both(
      'The processor traps only what its manual says it does at this ring. This instruction is not on that list.',
      '手册写明在这个 ring 会陷入的，处理器才陷入。这条指令不在其中。',
    ),
  ],
  ignores: [
    both('The processor ignores part of it', '处理器悄悄略过一部分'),
    both(
      'Outside ring 0 POPF leaves IF as it is and raises nothing: the VMM never hears of it.',
      '不在 ring 0 时，POPF 让 IF 保持原样，也不产生任何异常：VMM 无从得知。',
    ),
    both(
      'A few instructions do just that, and they are the trouble of lesson 2.2; this is none of them.',
      '确实有少数指令会这样，那是 2.2 课的麻烦；这一条不是。',
    ),
  ],
});

const outcomeOf = (next: State): string => (next.strayed ? 'ignores' : next.path ? 'refuses' : 'executes');

const askOutcome = (state: State, text: string, key: string, refused: Text = outsideRing0): Ask<State> =>
  ask(
    state,
    key,
    both(
      `Next: \`${text}\`, in ring ${registersOf(state.run).real.cpl}. What happens?`,
      `下一条：\`${text}\`，在 ring ${registersOf(state.run).real.cpl}。会怎样？`,
    ),
    outcomesOf(refused),
    outcomeOf,
  );

const askCall = (state: State, text: string): Ask<State> =>
  ask(
    state,
    'call',
    both(
      `Next: \`${text}\`, a system call. In which ring is the processor then?`,
      `下一条：\`${text}\`，一次系统调用。之后处理器在哪个 ring？`,
    ),
    {
      '0': [
        both('Ring 0, in the VMM', 'ring 0，在 VMM 里'),
        both(
          'The processor looks into the IDT that it really holds, and that one is the VMM’s.',
          '处理器查的是它实际持有的 IDT，而那张表是 VMM 的。',
        ),
        both('Only where a monitor stands beneath.', '下面有监控器时才这样。'),
      ],
      '1': [
        both('The ring of the guest’s kernel', '客户机内核所在的 ring'),
        both('Here the gate leads there directly.', '这里的门直接通向那里。'),
        both(
          'The guest’s IDT says so, but the processor has never seen that table: LIDT trapped.',
          '客户机的 IDT 是这么写的，可处理器从没见过那张表：LIDT 陷入了。',
        ),
      ],
      '3': [
        both('Still ring 3', '仍在 ring 3'),
        both('It stays.', '它留在原处。'),
        both(
          'INT n always goes through a gate of the IDT, and no gate there leads to ring 3.',
          'INT n 必定经过 IDT 里的一道门，而那里没有一道门通向 ring 3。',
        ),
      ],
    },
    (next) => registersOf(next.run).real.cpl,
  );
