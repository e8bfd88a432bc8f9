import { askAbout, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import type { Region } from '#sim/holes/judge.ts';
import { addressOf } from '#sim/vmm/guestEvent.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import { IF } from '#sim/x86/cpu/state.ts';
import { itemsOf, reportedOf } from './items.ts';
import { model, nextOf, type Running, type Sorting, type State } from './model.ts';
import { regionMeanings, regionNames } from './words.ts';

const ask = askAbout(model);

/** Instructions that a belief can be wrong about. */
const asked = ['popf', 'sgdt', 'lar', 'wbinvd', 'iret', 'cli'];

/** The machine's question about its next step. */
export function asks(state: State): Ask<State> | undefined {
  return state.kind === 'sorting' ? askPlace(state) : askPopf(state);
}

function askPlace(state: Sorting): Ask<State> | undefined {
  const id = nextOf(state);
  if (reportedOf(state.cpu) || id === undefined || !asked.includes(id)) return undefined;
  const name = itemsOf(state.cpu).find((each) => each.id === id)?.name ?? id;
  const bet = (region: Region): Bet => {
    const [n, m] = [regionNames[region], regionMeanings[region]];
    return [both(`${n.en}: ${m.en}`, `${n['zh-CN']}：${m['zh-CN']}`), rights[region], wrongs[region]];
  };
  return ask(
    state,
    `place-${id}`,
    both(`${name} is tried next. Where will it turn out to belong?`, `接下来试 ${name}。它该在哪里？`),
    { hole: bet('hole'), caught: bet('caught'), harmless: bet('harmless'), neither: bet('neither') },
    (next) => (next.kind === 'sorting' ? (next.placed[id]?.region ?? 'neither') : 'neither'),
  );
}

const rights: Readonly<Record<Region, Text>> = {
  hole: both('It completed, and not as at ring 0.', '它完成了，却和 ring 0 上不一样。'),
  caught: both('It gave the processor to the monitor, as it should.', '它把处理器交给了监控器，正该如此。'),
  harmless: both('It trapped, and the monitor had nothing to do but to return.', '它陷入了，监控器除了返回无事可做。'),
  neither: both('The result was that of ring 0, with no help.', '无人帮忙，结果也与 ring 0 相同。'),
};
const wrongs: Readonly<Record<Region, Text>> = {
  hole: both(
    'For a hole it must complete and yet not do what it does at ring 0. Compare the two columns.',
    '要算漏洞，得是完成了、做的却不是 ring 0 上的事。请对照两列。',
  ),
  caught: both(
    'To be caught it must give the processor to the monitor where it matters. That an instruction is for kernels does not make it do so.',
    '要截得住，就得在要紧处把处理器交给监控器。一条指令是给内核用的，并不等于它会这样。',
  ),
  harmless: both(
    'That would be an instruction that traps and yet neither changes nor shows anything the monitor keeps.',
    '那该是会陷入、却既不改动也不显示监控器所保管之物的指令。',
  ),
  neither: both(
    'That would be an instruction that gives the same at every ring and with anybody’s tables.',
    '那该是无论在哪个特权级、用谁的表，结果都一样的指令。',
  ),
};

/** Whether the next POPF changes IF, or is kept from it without a word. */
function meansToChange(state: Running): boolean {
  const next = model.step(state);
  if (next.kind !== 'running' || !next.guest || !state.guest || next.guest.run.pending) return false;
  const { run } = next.guest;
  return run.divergence?.what === 'eflags.IF' || ((run.guest.cpu.eflags ^ state.guest.run.guest.cpu.eflags) & IF) !== 0;
}

/** What the guest's next POPF does, where it means to change IF. */
function askPopf(state: Running): Ask<State> | undefined {
  const run = state.guest?.run;
  if (!run || run.pending || run.divergence || run.deed.kind !== 'run') return undefined;
  const found = lineAt(run.program, addressOf(run.guest));
  if (found?.text.trim() !== 'popf' || !meansToChange(state)) return undefined;
  return ask(
    state,
    'guest-popf',
    both(
      'POPF is next, and the image on the stack holds another IF. What becomes of the guest’s interrupt flag?',
      '下一条是 POPF，栈上那份标志里的 IF 与现在的不同。客户机的中断标志会怎样？',
    ),
    {
      traps: [
        both('POPF traps, and the monitor sets it.', 'POPF 陷入，由监控器改写。'),
        both('', ''),
        both('CLI and STI trap at an outer ring. POPF never does.', '在外层的环里，CLI 和 STI 会陷入，POPF 从不。'),
      ],
      done: [
        both('It becomes what the image on the stack says.', '变成栈上那份标志里的值。'),
        both('The guest has flags and a ring 0 of its own here.', '在这里，客户机有自己的标志和自己的 ring 0。'),
        both(
          'At ring 0 it would. Here the processor leaves IF alone, and the monitor never hears of it.',
          '在 ring 0 会。这里处理器不动 IF，监控器也毫不知情。',
        ),
      ],
      kept: [
        both('Nothing: it stays as it was.', '什么也没有：原样不动。'),
        both('The processor ignored IF and nobody was told.', '处理器忽略了 IF，谁也没得到通知。'),
        both(
          'That is so at an outer ring. Under VT-x the guest’s kernel is at ring 0.',
          '在外层的环里是这样。用 VT-x 时，客户机内核就在 ring 0。',
        ),
      ],
    },
    (next) => {
      if (next.kind !== 'running' || !next.guest) return 'kept';
      return next.guest.run.divergence ? 'kept' : 'done';
    },
  );
}
