import { both, type Text } from '#kit/text.ts';
import { lineText } from './doing.ts';
import type { State } from './model.ts';
import { addressToHex } from './pieces.ts';

/** A translation, a call into the monitor, a fault, an interrupt, or the end. */
export function eventIn(_before: State, after: State): Text | undefined {
  const { deed, divergence } = after.run;
  if (divergence) return both('differs from bare metal', '与裸机不同');
  if (deed.kind === 'translate')
    return both(`translates ${addressToHex(deed.address)}`, `翻译 ${addressToHex(deed.address)}`);
  if (deed.kind === 'leave')
    return both(`${deed.reason}: ${lineText(after, deed.address)}`, `${deed.reason}：${lineText(after, deed.address)}`);
  return undefined;
}
