import type { Ask } from '#kit/lab.ts';
import { both, type Text } from '#kit/text.ts';
import { type Bets, firstReadBets, guestLeafBets, lastEntryBets, nextTableBets } from './bets.ts';
import { model, type Walker } from './model.ts';
import { tableWord } from './words.ts';

/** The machine's question about its next step, three or four in a run. */
export function asks(state: Walker): Ask<Walker> | undefined {
  const { plan, walk } = state;
  const { next, references } = walk;
  if (!next || next.by === 'fault') return undefined;
  const last = references.at(-1);
  if (!last) return ask(state, 'first-read', firstWords, firstReadBets(tableWord(plan.guestLevels)), readBy);
  const isFirstEntry = last.by === 'guest' && last.level === plan.guestLevels;
  if (isFirstEntry && !last.isLeaf) {
    const table = tableWord(last.level - 1);
    return ask(state, 'next-table', nextWords(table), nextTableBets(table, plan.isNested), readBy);
  }
  if (next.by === 'guest' && next.level === plan.guestLeaf)
    return ask(state, 'guest-leaf', plan.isNested ? guestWords : tableWords, guestLeafBets(plan.isNested), outcome);
  if (next.by === 'ept' && next.target === 0 && next.level === plan.eptLeaf)
    return ask(state, 'last-entry', eptWords, lastEntryBets(), outcome);
  return undefined;
}

const firstWords = both('What does the processor read from memory first?', '处理器首先从内存读什么？');
const nextWords = (table: string): Text =>
  both(`How many reads until the ${table}’s entry is in hand?`, `还要读几次才能拿到 ${table} 的表项？`);
const guestWords = both(
  'The guest’s last entry is about to be read. What comes of it?',
  '即将读取客户机的最后一个表项。结果如何？',
);
const tableWords = both(
  'The last table entry is about to be read. What comes of it?',
  '即将读取最后一个页表项。结果如何？',
);
const eptWords = both(
  'The last EPT entry is about to be read. What comes of it?',
  '即将读取最后一个 EPT 表项。结果如何？',
);

type Answer = (next: Walker) => string;

/** By which tables the last reference was made. */
const readBy: Answer = ({ walk }) => walk.references.at(-1)?.by ?? 'data';
/** What came of an entry: who has to handle it, or nobody. */
const outcome: Answer = ({ walk }) => walk.fault?.handledBy ?? 'onward';

function ask(state: Walker, key: string, question: Text, bets: Bets, right: Answer): Ask<Walker> {
  const answer = right(model.step(state));
  const options = Object.entries(bets).map(([name, [option, whenRight, whenWrong]]) => [
    name,
    { text: option, why: name === answer ? whenRight : whenWrong },
  ]);
  return { key, text: question, options: Object.fromEntries(options), right };
}
