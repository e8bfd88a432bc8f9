import { both, type Text } from '#kit/text.ts';
import { lastHop, type State } from './model.ts';
import { capital, saidName, tidy } from './names.ts';
import { kindWords } from './words.ts';

/** Ticks of the scrubber: crossings, switches, and crashes. */
export function event(_before: State, after: State): Text | undefined {
  const hop = lastHop(after);
  if (after.last === 'crash' && after.crashed !== undefined) {
    const { en, 'zh-CN': zh } = capital(saidName(after.trace, after.crashed));
    return tidy(both(`${en} crashes`, `${zh}崩溃`));
  }
  if (after.last !== 'hop' || !hop || !(hop.counted || hop.switches || hop.kind === 'doorbell')) return undefined;
  const [kind, name] = [kindWords[hop.kind], saidName(after.trace, hop.to)];
  return tidy(both(`${kind.en} to ${name.en}`, `${kind['zh-CN']} → ${name['zh-CN']}`));
}
