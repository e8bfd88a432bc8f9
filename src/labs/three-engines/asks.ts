import { askAbout as ask, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { type Engine, engines } from '#sim/vmm/engines/bill.ts';
import type { LastBlock } from '#sim/vmm/engines/engines.ts';
import { addedIn, model, type State } from './model.ts';
import { nameOf } from './names.ts';
import { digits } from './words.ts';

const about = ask(model);

/** Whose bar grows most; undefined where two grow alike. */
function dearest(next: State): Engine | undefined {
  const added = addedIn(next);
  const most = Math.max(...engines.map((engine) => added[engine] ?? -1));
  const [first, ...others] = engines.filter((engine) => added[engine] === most);
  return others.length > 0 ? undefined : first;
}

const countOf = (n: number): string => `${digits(n)} ${n === 1 ? 'cycle' : 'cycles'}`;

/** The reasons are read off the block and the prices: each of the three can be the dearest in its own way. */
function betsFor({ params }: State, { translation, traps }: LastBlock, right: Engine): Readonly<Record<Engine, Bet>> {
  const isFound = translation === 'found';
  const isSame = params.isa === 'same';
  return {
    interpreter: [
      both('The interpreter’s', '解释器的'),
      isFound && traps === 0
        ? both(
            'It decodes every instruction anew, however often it has seen it, while the others have nothing to prepare.',
            '同一条指令见过多少遍，它都要重新译码；另外两种此刻没有什么要准备的。',
          )
        : both(
            'It decodes every instruction, and at these prices that comes to more than what the others pay.',
            '它每条指令都要译码；按这里的价格，加起来比另外两种付的都多。',
          ),
      right === 'translator' && isFound
        ? both(
            'It decodes every instruction anew, but at these prices running a translated one costs more.',
            '它每条都要重新译码；但按这里的价格，执行一条译后的指令更贵。',
          )
        : both(
            'It pays the same small price for each instruction, whatever the instruction is. Here another engine pays a large price once.',
            '它对每条指令都付同样一笔小钱，不论是什么指令。这一步，另有引擎要一次付出一大笔。',
          ),
    ],
    translator: [
      both('The translator’s', '翻译器的'),
      isFound
        ? both(
            'It has the translation already, but at these prices each translated instruction costs more than decoding one.',
            '译文现成；但按这里的价格，执行一条译后的指令，比译码一条还贵。',
          )
        : both(
            `It has no translation of this block and must make one before anything runs: ${countOf(params.translate)} an instruction.`,
            `它没有这个块的译文，必须先译出来才能跑：每条指令 ${digits(params.translate)} 个周期。`,
          ),
      isFound
        ? both('It has the translation already; only running it costs something.', '译文现成，花的只是执行的钱。')
        : both(
            'It does have to translate the block first, but at these prices another engine pays more.',
            '它确实要先翻译这个块；但按这里的价格，另有引擎付得更多。',
          ),
    ],
    direct: [
      both('Direct execution’s', '直接执行的'),
      both(
        'The block holds privileged instructions. Each one traps, and what the traps cost is more than the others pay.',
        '块里有特权指令，条条陷入；陷入的花费，超过另外两种付的钱。',
      ),
      isSame
        ? traps > 0
          ? both(
              'It does pay for what traps, but at these prices another engine pays more for this block.',
              '陷入确实要花钱；但按这里的价格，为这个块另有引擎付得更多。',
            )
          : both(
              'Nothing in the block traps: the processor runs it as it is, a cycle an instruction.',
              '块里没有会陷入的：处理器原样执行，一条一个周期。',
            )
        : both(
            'The code is for another processor. This one cannot run it at all, and pays nothing.',
            '这是给另一种处理器的代码，这一个根本执行不了，也就不花钱。',
          ),
    ],
  };
}

/** Before a block: which engine will pay most for it. */
export function asks(state: State): Ask<State> | undefined {
  const next = model.step(state);
  const { last } = next.run;
  const right = dearest(next);
  if (next === state || !last || !right) return undefined;
  const name = nameOf(next.program, last.address);
  const kind = last.traps > 0 ? 'trap' : last.translation;
  return about(
    state,
    `grows-${kind}`,
    question(last, name),
    betsFor(next, last, right),
    (after) => dearest(after) ?? right,
  );
}

const comes: Readonly<Record<LastBlock['translation'], (name: string) => Text>> = {
  found: (name) => both(`Block ${name} comes again.`, `又是块 ${name}。`),
  new: (name) => both(`Next is block ${name}, which has not run before.`, `下一个是块 ${name}，以前没有跑过。`),
  evicted: (name) =>
    both(`Block ${name} comes again, but the cache has been full since.`, `又是块 ${name}，不过这期间缓存满过。`),
  stale: (name) =>
    both(`Block ${name} comes again, and the guest has written to it.`, `又是块 ${name}，但客户机改写过它。`),
};

/** All that the answer depends on, beside the prices. */
function question({ translation, length, traps }: LastBlock, name: string): Text {
  const block = comes[translation](name);
  const holds =
    length === 1
      ? both(`one ${traps > 0 ? 'privileged ' : ''}instruction`, `一条${traps > 0 ? '特权' : ''}指令`)
      : both(
          `${digits(length)} instructions${traps > 0 ? `, ${digits(traps)} of them privileged` : ''}`,
          `${digits(length)} 条指令${traps > 0 ? `，其中 ${digits(traps)} 条是特权指令` : ''}`,
        );
  return both(
    `${block.en} It has ${holds.en}. Whose bar grows most?`,
    `${block['zh-CN']}它有${length === 1 ? '' : ' '}${holds['zh-CN']}。谁的条增长最多？`,
  );
}
