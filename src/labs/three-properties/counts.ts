import type { SourceFault } from '#kit/controls.ts';
import { both } from '#kit/text.ts';

export const LARGEST_WEIGHT = 9;
const MOST_GUESTS = 4;

/** Four whole numbers, one a guest; where fewer are written the rest are 1. */
export function readCounts(text: string): readonly number[] {
  const written = text.trim().split(/\s+/).filter(Boolean).map(Number);
  return Array.from({ length: MOST_GUESTS }, (_, i) => written[i] ?? 1);
}

/** What is wrong with a line of one to four numbers, each from 1 to `largest`, four of them no more than `most`. */
export function checkCounts(text: string, largest: number, most: number): readonly SourceFault[] {
  const words = [...text.matchAll(/\S+/g)];
  const wrong = words.find(([word]) => !/^\d{1,2}$/.test(word) || Number(word) < 1 || Number(word) > largest);
  const at = (column: number, message: SourceFault['message']): readonly SourceFault[] => [
    { line: 1, column, message },
  ];
  if (words.length === 0)
    return at(1, both('write a number for each guest, such as 2 1 1', '给每台客户机写一个数，例如 2 1 1'));
  if (wrong)
    return at(
      wrong.index + 1,
      both(
        `“${wrong[0].slice(0, 20)}” is not a whole number from 1 to ${largest}`,
        `“${wrong[0].slice(0, 20)}”不是 1 到 ${largest} 之间的整数`,
      ),
    );
  const fifth = words[MOST_GUESTS];
  if (fifth) return at(fifth.index + 1, both('there are four guests at most', '客户机最多四台'));
  const sum = readCounts(text).reduce((a, b) => a + b, 0);
  if (sum <= most) return [];
  return at(
    1,
    both(
      `these add up to ${sum}, a guest without a number having 1; there are ${most} to be given`,
      `合计 ${sum}（没写的按 1 算），而可分的只有 ${most}`,
    ),
  );
}
