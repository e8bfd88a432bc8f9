import { both, type Text } from '#kit/text.ts';
import type { LastBlock } from '#sim/vmm/engines/engines.ts';
import { addedIn, type State } from './model.ts';
import { nameOf } from './names.ts';
import { digits } from './words.ts';

/** What the last step was for each engine. */
export function caption(state: State): Text {
  const { last, end, machine } = state.run;
  if (last) return end ? joined(ranText(state, last), endText) : ranText(state, last);
  if (end) return both('The guest has halted for good: the run is over.', '客户机已停机，不会再醒来：运行结束。');
  if (machine.retired === 0)
    return both(
      'The guest stands at its first instruction. No engine has been paid anything, and nothing is translated.',
      '客户机停在第一条指令。哪种引擎都还没花一个周期，也没有翻译过任何代码。',
    );
  return both(
    'The guest waits, or enters one handler after another: no block was run.',
    '客户机在等待，或接连进入处理程序：没有执行任何块。',
  );
}

const endText = both('With it the guest ends.', '客户机到此结束。');
const joined = (a: Text, b: Text): Text => both(`${a.en} ${b.en}`, `${a['zh-CN']}${b['zh-CN']}`);

function ranText(state: State, last: LastBlock): Text {
  const name = nameOf(state.program, last.address);
  const added = addedIn(state);
  const [interpreter, translator] = [digits(added.interpreter ?? 0), digits(added.translator ?? 0)];
  const made = translatorText(last);
  const direct = directText(last, added.direct);
  const n = digits(last.executed);
  return both(
    `Block ${name}, ${n} ${last.executed === 1 ? 'instruction' : 'instructions'}. The interpreter decodes each one: +${interpreter}. The translator ${made.en}: +${translator}. ${direct.en}`,
    `块 ${name}，${n} 条指令。解释器逐条译码：+${interpreter}。翻译器${made['zh-CN']}：+${translator}。${direct['zh-CN']}`,
  );
}

function translatorText({ translation, length }: LastBlock): Text {
  const isOne = length === 1;
  switch (translation) {
    case 'found':
      return both('finds the block in its cache', '在缓存里找到了这个块');
    case 'new':
      return both(
        `has never seen the block and translates ${isOne ? 'it' : `all ${length} of it`}`,
        `没见过这个块，${length} 条全要先翻译`,
      );
    case 'evicted':
      return both(
        `has dropped this block for want of room and translates it again${isOne ? '' : `, all ${length}`}`,
        `因放不下丢掉过这个块，${length} 条又翻译一遍`,
      );
    case 'stale':
      return both(
        `finds the guest’s code changed and translates ${isOne ? 'it' : `all ${length}`} again`,
        `发现客户机改写了代码，${length} 条又翻译一遍`,
      );
  }
}

function directText({ traps }: LastBlock, added: number | null): Text {
  if (added === null)
    return both('The processor cannot run it: the code is for another one.', '处理器没法直接执行：这不是给它的代码。');
  const amount = digits(added);
  if (traps === 0) return both(`The processor runs it as it is: +${amount}.`, `处理器原样执行：+${amount}。`);
  return both(
    `The processor runs it as it is, but for ${traps} that ${traps === 1 ? 'traps' : 'trap'}: +${amount}.`,
    `处理器原样执行，其中 ${traps} 条陷入：+${amount}。`,
  );
}
