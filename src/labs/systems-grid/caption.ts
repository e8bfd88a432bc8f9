import { both, type Text } from '#kit/text.ts';
import { type CellId, homesOf, partsOf } from './cells.ts';
import { describe } from './describe.ts';
import { itemOf, type State } from './model.ts';
import { marks, positionWords, techniqueWords } from './words.ts';

/** What just happened, and why. */
export function captionOf(state: State): Text {
  switch (state.last.kind) {
    case 'start':
      return startCaption(state);
    case 'step':
      return stepCaption(state);
    case 'pick':
      return withName(state.last.id, (name) =>
        both(
          `${name}: where does its monitor stand, and how is what it runs run? Choose a cell.`,
          `${name}：它的监控器在哪里？里面的东西怎样运行？选一格。`,
        ),
      );
    case 'drop':
      return withName(state.last.id, (name) => both(`${name} is put back.`, `${name} 已放回。`));
    case 'put':
      return putCaption(state, state.last.id);
  }
}

const withName = (id: string, saying: (name: string) => Text): Text => saying(itemOf(id)?.tray.short ?? id);

function startCaption({ params: { rule, year }, judged: { examples } }: State): Text {
  const n = examples.length;
  if (n === 0)
    return both(
      `Of the systems known by ${year}, “${rule}” speaks of none: nothing could break it, so it says nothing.`,
      `在 ${year} 年已有的系统里，“${rule}”一个也没涉及：没有什么能反驳它，它也就什么都没说。`,
    );
  return both(
    `“${rule}” speaks of ${n} of the forms that systems had by ${year}. ${n === 1 ? 'Look at it' : 'Step through them'}, or pick a system and place it.`,
    `到 ${year} 年为止，“${rule}”涉及 ${n} 种系统形态。可以${n === 1 ? '看一看' : '逐个看'}，也可以选一个系统放进格子。`,
  );
}

function stepCaption(state: State): Text {
  const { judged, examined } = state;
  const example = judged.examples[examined - 1];
  if (!example) return startCaption(state);
  const { subject, truth } = example;
  const what = describe(subject);
  const [en, zh] =
    truth === null
      ? speedWords
      : truth
        ? ['It keeps the rule.', '它符合规则。']
        : ['It breaks the rule.', '它违反规则。'];
  const last = examined === judged.examples.length ? verdict(state) : both('', '');
  return both(
    `${subject.name}, from ${subject.form.from}: ${what.en}. ${en}${last.en && ` ${last.en}`}`,
    `${subject.name}，${subject.form.from} 年起：${what['zh-CN']}。${zh}${last['zh-CN']}`,
  );
}

/** Cycles: Adams & Agesen, ASPLOS 2006, section 6.3 (call/ret and ptemod). Short, as it is said of each system: it must leave the picture its place when projected. */
const speedWords = [
  'But a type has no speed; a workload on a machine has one. Translated against hardware-assisted, a call took 51 cycles against 11, a page-table store 391 against 12,733 (Adams & Agesen 2006).',
  '但类型没有速度，有速度的是某台机器上的某种负载。翻译对硬件辅助：一次调用是 51 对 11 个周期，写一次页表却是 391 对 12,733（Adams 与 Agesen，2006）。',
] as const;

function verdict({ judged: { holds, counterexamples } }: State): Text {
  if (holds === null) return both('So the rule cannot be decided from types.', '所以，单凭类型无法判定这条规则。');
  if (holds) return both('No system breaks the rule.', '没有系统违反这条规则。');
  const n = counterexamples.length;
  return both(
    `The rule is broken by ${n} ${n === 1 ? 'system' : 'systems'}: it does not hold.`,
    `共有 ${n} 个反例，规则不成立。`,
  );
}

const cellWords = (cell: CellId): Text => {
  const { position, technique } = partsOf(cell);
  if (!position || !technique) return marks.outAbout;
  return marks.cell(positionWords[position], techniqueWords[technique]);
};

function putCaption(state: State, id: string): Text {
  const item = itemOf(id);
  const placing = state.placed[id];
  if (!item || !placing) return startCaption(state);
  const { short, why } = item.tray;
  const homes = homesOf(item, state.params);
  if (!placing.right)
    return placing.misses > 1 ? say2(wrongWords(short), why) : say2(wrongWords(short), hintFor(placing.cell, homes));
  const others = homes.filter((home) => home !== placing.cell).map(cellWords);
  const also =
    others.length === 0
      ? both('', '')
      : both(
          ` Right as well: ${others.map(({ en }) => en).join('; ')}.`,
          `同样正确的还有：${others.map((each) => each['zh-CN']).join('；')}。`,
        );
  return say2(both('Right.', '对。'), both(`${why.en}${also.en}`, `${why['zh-CN']}${also['zh-CN']}`));
}

const wrongWords = (short: string): Text => both(`${short} is not there.`, `${short} 不在这一格。`);
const say2 = (first: Text, second: Text): Text =>
  both(`${first.en} ${second.en}`, `${first['zh-CN']}${second['zh-CN']}`);

/** The first time, which of the two axes was wrong; what the reader put is answered, not the right cell given away. */
function hintFor(cell: CellId, homes: readonly CellId[]): Text {
  const put = partsOf(cell);
  const parts = homes.map(partsOf);
  if (parts.some(({ position }) => position !== undefined && position === put.position))
    return both(
      'The position is right, the technique is not: how do the guest’s instructions come to run?',
      '位置对了，技术不对：客户机的指令是怎样运行起来的？',
    );
  if (parts.some(({ technique }) => technique !== undefined && technique === put.technique))
    return both(
      'The technique is right, the position is not: what lies directly under the monitor?',
      '技术对了，位置不对：紧挨在监控器下面的是什么？',
    );
  return both(
    'Neither axis is right: look at its layers, and find the monitor, if there is one.',
    '两条轴都不对：看看它的分层，找一找监控器，如果有的话。',
  );
}
