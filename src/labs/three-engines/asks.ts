import { askAbout as ask, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { type Engine, engines } from '#sim/vmm/engines/bill.ts';
import { addedIn, model, type State } from './model.ts';
import { nameOf } from './names.ts';

const about = ask(model);

/** Whose bar grows most; where two grow alike, the one on top. */
const dearest = (next: State): Engine => {
  const added = addedIn(next);
  return engines.reduce((a, b) => ((added[b] ?? -1) > (added[a] ?? -1) ? b : a));
};

const bets: Readonly<Record<Engine, Bet>> = {
  interpreter: [
    both('The interpreter’s', '解释器的'),
    both(
      'It decodes every instruction anew, however often it has seen it, while the others have nothing to prepare.',
      '同一条指令见过多少遍，它都要重新译码；另外两种此刻没有什么要准备的。',
    ),
    both(
      'It pays the same small price for each instruction, whatever the instruction is. Here another engine pays a large price once.',
      '它对每条指令都付同样一笔小钱，不论是什么指令。这一步，另有引擎要一次付出一大笔。',
    ),
  ],
  translator: [
    both('The translator’s', '翻译器的'),
    both(
      'It has no translation of this block and must make one before anything runs: thousands of cycles an instruction.',
      '它没有这个块的译文，必须先译出来才能跑：每条指令几千个周期。',
    ),
    both('It has the translation already; only running it costs something.', '译文现成，花的只是执行的钱。'),
  ],
  direct: [
    both('Direct execution’s', '直接执行的'),
    both(
      'The block holds privileged instructions. Each one traps, and a trap costs more than much decoding.',
      '块里有特权指令，条条陷入；一次陷入，抵得上许多次译码。',
    ),
    both(
      'No trap, no price: at best the processor runs the block as it is, and at worst the code is not for it at all.',
      '不陷入就不额外付钱：处理器要么原样执行这个块，要么根本不认识这种代码。',
    ),
  ],
};

/** Before a block: which engine will pay most for it. */
export function asks(state: State): Ask<State> | undefined {
  const next = model.step(state);
  const { last } = next.run;
  if (next === state || !last) return undefined;
  const name = nameOf(next.program, last.address);
  const kind = last.traps > 0 ? 'trap' : last.translation;
  return about(state, `grows-${kind}`, question(kind, name, last.executed), bets, dearest);
}

function question(kind: 'trap' | 'found' | 'new' | 'evicted' | 'stale', name: string, n: number) {
  switch (kind) {
    case 'trap':
      return both(
        `Next is block ${name}, with privileged instructions in it. Whose bar grows most?`,
        `下一个是块 ${name}，里面有特权指令。谁的条增长最多？`,
      );
    case 'found':
      return both(`Block ${name} comes again. Whose bar grows most?`, `又是块 ${name}。谁的条增长最多？`);
    case 'new':
      return both(
        `Next is block ${name}, ${n} instructions that have not run before. Whose bar grows most?`,
        `下一个是块 ${name}，${n} 条指令，以前没有跑过。谁的条增长最多？`,
      );
    case 'evicted':
      return both(
        `Block ${name} comes again, but the cache has been full since. Whose bar grows most?`,
        `又是块 ${name}，不过这期间缓存满过。谁的条增长最多？`,
      );
    case 'stale':
      return both(
        `Block ${name} comes again, and the guest has written to it. Whose bar grows most?`,
        `又是块 ${name}，但客户机改写过它。谁的条增长最多？`,
      );
  }
}
