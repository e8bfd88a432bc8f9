import { both, type Text } from '#kit/text.ts';
import type { Fate } from '#sim/stacks/fate.ts';
import { fatesIn, type State } from './model.ts';
import { capital, insideOf, saidName } from './names.ts';

function neighbourText(fate: Fate, second: Text): Text {
  const { en, 'zh-CN': zh } = capital(second);
  switch (fate) {
    case 'lives':
      return both(`${en} runs on.`, `${zh}照常运行。`);
    case 'stalls':
      return both(
        `${en} keeps its processor and its memory, and loses its devices too.`,
        `${zh}的处理器和内存还在，设备也一样没了。`,
      );
    case 'dies':
      return both(`${en} is gone too.`, `${zh}也没了。`);
  }
}

/** What a crash took with it, worked out from address spaces, from who runs whom, and from who serves whom. */
export function fateCaption(state: State): Text {
  const fates = fatesIn(state);
  if (!fates || state.crashed === undefined)
    return both('The crash is undone; the request can go on.', '崩溃已撤销，请求可以继续。');
  const { crashed, trace } = state;
  const name = capital(saidName(trace, crashed));
  const those = (fate: Fate): readonly Text[] =>
    Object.entries(fates.layers).flatMap(([id, its]) => (its === fate && id !== crashed ? [saidName(trace, id)] : []));
  return sentences([
    taken(name, those('dies')),
    stalled(those('stalls')),
    neighbourText(fates.neighbour, insideOf(trace).second),
    fates.restarts
      ? both(
          'The monitor under it still stands, but restarts the whole machine, unless it was told not to.',
          '其下的监控器还在，但默认会重启整机，除非事先另有设置。',
        )
      : undefined,
  ]);
}

const sentences = (all: readonly (Text | undefined)[]): Text => {
  const said = all.filter((each) => each !== undefined);
  return both(said.map(({ en }) => en).join(' '), said.map((each) => each['zh-CN']).join(''));
};
const list = (names: readonly Text[]): Text =>
  both(names.map(({ en }) => en).join(', '), names.map((name) => name['zh-CN']).join('、'));

function taken(name: Text, others: readonly Text[]): Text {
  if (others.length === 0)
    return both(`${name.en} crashes, and takes nothing with it.`, `${name['zh-CN']}崩溃，没有连累别的层。`);
  const { en, 'zh-CN': zh } = list(others);
  return both(`${name.en} crashes, and takes with it: ${en}.`, `${name['zh-CN']}崩溃，一起没了的有：${zh}。`);
}

function stalled(names: readonly Text[]): Text | undefined {
  if (names.length === 0) return undefined;
  const { en, 'zh-CN': zh } = list(names);
  return both(`Still running, but without an answer from a device: ${en}.`, `还在运行、但设备不再应答的有：${zh}。`);
}
