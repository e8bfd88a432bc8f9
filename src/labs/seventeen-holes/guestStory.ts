import type { Mark, Point } from '#kit/mark.ts';
import { thousands } from '#kit/reading.ts';
import { both, type Text } from '#kit/text.ts';
import type { Guest } from './guest.ts';
import { divergenceText, symptomText } from './guestWords.ts';
import type { GuestLayout } from './layout.ts';

/** What was noticed by the machine that compares, and what a reader of the screen notices. */
export function cardMarks(guest: Guest, { cards }: GuestLayout): readonly Mark[] {
  const { divergence } = guest.run;
  const card = (key: string, i: 0 | 1, words: Text | undefined, sub: Text): Mark => ({
    kind: 'box',
    key,
    place: cards[i],
    text: words ?? sub,
    size: 's',
    ...(words ? { tone: 'bad', sub } : { ghost: true }),
  });
  return [
    card(
      'divergence',
      0,
      divergence &&
        both(
          `line ${divergence.line}: ${divergence.instruction}`,
          `第 ${divergence.line} 行：${divergence.instruction}`,
        ),
      divergenceText(guest),
    ),
    card('symptom', 1, guest.symptom && symptomText(guest.symptom.kind), lateText(guest)),
  ];
}

function lateText({ symptom, divergedAt = 0 }: Guest): Text {
  if (!symptom) return both('nothing to be seen yet', '还看不出什么');
  const late = symptom.at - divergedAt;
  return both(`${thousands(late)} instructions later`, `${thousands(late)} 条指令之后`);
}

/** Guest instructions from the start to now; where the two parted, and where it showed. */
export function axisMarks({ run, divergedAt, symptom }: Guest, { axis }: GuestLayout): readonly Mark[] {
  const { from, to, r, above, below } = axis;
  const most = Math.max(2000, run.instructions);
  const at = (n: number): Point => ({ x: from.x + ((to.x - from.x) * n) / most, y: from.y });
  const dot = (key: string, n: number, words: Text, dy: number, tone?: 'bad'): Mark[] => {
    const { x, y } = at(n);
    const isRight = x > (from.x + to.x) / 2;
    return [
      { kind: 'dot', key, place: { x, y, r }, ...(tone && { tone }) },
      {
        kind: 'label',
        key: `${key}-words`,
        place: { x: isRight ? x + r : x - r, y: y + dy },
        align: isRight ? 'end' : 'start',
        text: words,
        size: 's',
        ...(tone && { tone }),
      },
    ];
  };
  return [
    { kind: 'line', key: 'axis', place: [from, to] },
    { kind: 'line', key: 'so-far', place: [from, at(run.instructions)], bold: true },
    ...dot(
      'now',
      run.instructions,
      both(`${thousands(run.instructions)} instructions`, `${thousands(run.instructions)} 条指令`),
      below,
    ),
    ...(divergedAt === undefined
      ? []
      : dot(
          'parted',
          divergedAt,
          both(`parted at ${thousands(divergedAt)}`, `在第 ${thousands(divergedAt)} 条分道`),
          above,
          'bad',
        )),
    ...(symptom
      ? dot(
          'shown',
          symptom.at,
          both(`shows at ${thousands(symptom.at)}`, `到第 ${thousands(symptom.at)} 条才露馅`),
          2 * above,
          'bad',
        )
      : []),
  ];
}
