import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { paidIn, type State } from './model.ts';

const ends = ({ run }: State): boolean => run.end !== undefined;
/** The prices of the two that are compared are those a reader begins with. */
const isUsual = ({ params: { interpret, translate, translated, foreign } }: State): boolean =>
  interpret === 32 && translate === 2300 && translated === 4 && foreign === 7;

export const goals: Readonly<Record<string, Goal<State>>> = {
  overtake: {
    text: both(
      'Let the translator be cheaper than the interpreter at the end of a run, with prices as they are.',
      '价格不动，让翻译器跑到底时比解释器省。',
    ),
    done: both(
      'Translating is paid once, decoding every time: repetition is what a translator lives on.',
      '翻译只付一次，译码每次都付：翻译器靠的就是重复。',
    ),
    solution: { loops: '300', at: '303' },
    reached: (state) => {
      const { interpreter, translator } = paidIn(state);
      return ends(state) && isUsual(state) && (translator ?? 0) < (interpreter ?? 0);
    },
  },
  thrash: {
    text: both(
      'Break it: a run of at least 1,000 instructions, with prices as they are, in which the translator is the slowest of all although it meets at most a dozen blocks.',
      '把它弄坏：价格不动，至少跑 1,000 条指令，碰到的块不超过十二个，却让翻译器成为最慢的一个。',
    ),
    done: both(
      'Each block was dropped before it came round again. A translator without its cache is an interpreter at seventy times the price.',
      '每个块还没轮回来就被丢掉了。没有缓存的翻译器，不过是贵了七十倍的解释器。',
    ),
    solution: { program: '@many-blocks', loops: '100', cacheBlocks: '4', at: '803' },
    reached: (state) => {
      const { interpreter, translator, direct } = paidIn(state);
      const { counts, blocks } = state.run;
      const isSlowest = (translator ?? 0) > Math.max(interpreter ?? 0, direct ?? 0);
      const isThrashed = counts.evictions > blocks.size;
      return (
        ends(state) && isUsual(state) && counts.instructions >= 1000 && blocks.size <= 12 && isThrashed && isSlowest
      );
    },
  },
  'interpreter-wins': {
    text: both(
      'Find a run to its end in which the interpreter is the cheapest of the three.',
      '找一次跑到底时解释器最省的运行。',
    ),
    done: both(
      'Too little came back to repay the translations, and the traps ate what direct execution saves.',
      '重复太少，摊不薄翻译的花费，而陷入又吃掉了直接执行省下的钱。',
    ),
    solution: { program: '@boot', at: '5' },
    reached: (state) => {
      const { interpreter, translator, direct } = paidIn(state);
      return ends(state) && direct !== null && (interpreter ?? 0) < Math.min(translator ?? 0, direct);
    },
  },
};
