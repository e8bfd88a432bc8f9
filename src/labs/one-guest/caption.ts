import { both, type Text } from '#kit/text.ts';
import type { GuestEvent } from '#sim/vmm/advanceEvents.ts';
import type { Deed } from '#sim/vmm/deed.ts';
import { differingValue } from '#sim/vmm/lockstep.ts';
import { crossingText, workText } from '#sim/vmm/tell/crossingTexts.ts';
import { vectorText } from '#sim/vmm/tell/vectorText.ts';
import { endOf, type State } from './model.ts';
import { lineNow } from './place.ts';
import { endNames } from './words.ts';

/** What the last step was, and why: the crossing in one breath. */
export function captionOf(state: State): Text {
  const { run, last } = state;
  const what = instructionText(state);
  if (!last)
    return both(
      'Nothing has run yet: the guest stands at its entry, in ring 0 as it believes.',
      '还没有运行：客户机停在入口，自以为在 ring 0。',
    );
  const clauses = [...last.deeds.flatMap((deed) => clauseOf(deed, state)), ...levelChange(last)];
  const told = join(what, clauses);
  if (run.divergence && run.end === 'diverged') return and(told, divergenceText(state));
  const end = endOf(state);
  return end === undefined ? told : and(told, endText(state, end));
}

/** Rings change without anybody's help too. */
const levelChange = ({ level, after }: GuestEvent): readonly Text[] =>
  level === after
    ? []
    : [both(`the guest goes from CPL ${level} to CPL ${after}`, `客户机从 CPL ${level} 到 CPL ${after}`)];

const and = (a: Text, b: Text): Text => both(`${a.en} ${b.en}`, `${a['zh-CN']}${b['zh-CN']}`);

/** Long crossings are told from their end: the last five clauses. */
function join(what: Text, clauses: readonly Text[]): Text {
  const told = clauses.slice(-5);
  return both(
    `${what.en}: ${told.map(({ en }) => en).join('; ')}.`,
    `${what['zh-CN']}：${told.map((clause) => clause['zh-CN']).join('；')}。`,
  );
}

function instructionText(state: State): Text {
  const line = lineNow(state);
  if (!line) return both('No source line', '没有对应的源代码行');
  const text = line.text.trim();
  return line.prelude
    ? both(`prelude.inc line ${line.line}, ${text}`, `prelude.inc 第 ${line.line} 行 ${text}`)
    : both(`Line ${line.line}, ${text}`, `第 ${line.line} 行 ${text}`);
}

const places = {
  direct: both('it runs on the processor itself', '它直接在处理器上运行'),
  translated: both('its translation runs from the cache', '运行的是缓存中的译文'),
  interpreted: both('the interpreter carries it out', '由解释器代为执行'),
} satisfies Record<string, Text>;

function clauseOf(deed: Deed, { run }: State): readonly Text[] {
  switch (deed.kind) {
    case 'boot':
      return [];
    case 'run':
      return [places[deed.where]];
    case 'deliver': {
      const vector = vectorText(deed.vector);
      return [
        both(
          `vector ${vector.en} is delivered through the guest’s own IDT`,
          `向量 ${vector['zh-CN']} 经客户机自己的 IDT 交付`,
        ),
      ];
    }
    case 'sleep':
      return [both('the processor waits in HLT for the next tick', '处理器停在 HLT，等下一次滴答')];
    case 'end':
      return [both('nothing more happens', '此后不再发生什么')];
    case 'leave':
      return [crossingText(deed)];
    case 'handle':
      return [workText(deed.work)];
    case 'enter':
      return run.end === undefined && deed.inject !== undefined
        ? [
            both(
              `the guest goes on in its handler for vector ${vectorText(deed.inject).en}`,
              `客户机在自己的处理程序里继续：向量 ${vectorText(deed.inject)['zh-CN']}`,
            ),
          ]
        : [both('the guest goes on', '客户机继续')];
    case 'translate':
      return [both('the block that begins here is translated', '从这里开始的基本块被翻译')];
  }
}

function divergenceText({ run: { divergence } }: State): Text {
  if (!divergence) return both('', '');
  const { what, here, bare } = divergence;
  const [mine, theirs] = [here, bare].map((value) => differingValue(what, value, hex));
  const name = what === 'memory' ? both('the last store', '最后一次写入') : nameOf(what);
  return both(
    `From here the guest is not what it would be: ${name.en} is ${mine}, on bare metal ${theirs}.`,
    `从此客户机与裸机不同：${name['zh-CN']}是 ${mine}，裸机上是 ${theirs}。`,
  );
}

const hex = (n: number): string => `${(n >>> 0).toString(16).toUpperCase()}h`;

/** A flag or a register under the manuals’ name. */
function nameOf(what: string): Text {
  const name = what.replace('eflags.', '').toUpperCase();
  return both(name, `${name} `);
}

function endText({ run }: State, end: string): Text {
  const name = endNames[end] ?? both(end, end);
  const detail = end === 'refused' && run.endDetail !== undefined ? ` (${run.endDetail})` : '';
  return both(`The run is over, ${name.en}${detail}.`, `运行终止，${name['zh-CN']}${detail}。`);
}
