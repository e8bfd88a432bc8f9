import { both, type Phrase } from '../../phrase.ts';
import { exitNames, reasonOf } from '../hardware/vmx.ts';

type Texts = Readonly<Record<string, Phrase>>;

/** Every VM exit's number and name, by the reason under which it is counted. */
const byReason = (chinese: (name: Phrase) => string): Texts =>
  Object.fromEntries(
    Object.entries(exitNames).map(([number, name]) => {
      const reason = reasonOf(Number(number));
      return [reason, both(reason, `${number} ${chinese(name)}`)];
    }),
  );

/** In Chinese the manual's own word stands beside the name, to be looked up. */
export const exitTexts = byReason(({ en, 'zh-CN': zh }) => (zh === en ? zh : `${zh}（${en}）`));
const shortTexts = byReason((name) => name['zh-CN']);

/** An exit's reason in a sentence, and where there is little room. */
export const exitText = (reason: string): Phrase => exitTexts[reason] ?? both(reason, reason);
export const shortExitText = (reason: string): Phrase => shortTexts[reason] ?? both(reason, reason);
