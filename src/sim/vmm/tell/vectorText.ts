import { both, type Phrase } from '../../phrase.ts';
import { mnemonicOf } from '../direct/names.ts';

/** Vectors below this are the processor's own: SDM vol. 3A, "Sources of Interrupts". */
const FIRST_OF_ALL_OTHERS = 32;

/** A vector where there is little room: an exception by its number in the manual, 14, and any other as programs have it, 20h. */
export const vectorNumber = (vector: number): string =>
  vector < FIRST_OF_ALL_OTHERS ? String(vector) : `${vector.toString(16).toUpperCase()}h`;

/** A vector in a sentence: an exception has its mnemonic beside it, 14 (#PF). */
export function vectorText(vector: number): Phrase {
  const [number, mnemonic] = [vectorNumber(vector), mnemonicOf(vector)];
  return mnemonic === undefined ? both(number, number) : both(`${number} (${mnemonic})`, `${number}（${mnemonic}）`);
}
