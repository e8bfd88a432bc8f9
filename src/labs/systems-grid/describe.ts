import { both, type Text } from '#kit/text.ts';
import type { Subject } from './subject.ts';
import { positionWords, techniqueWords } from './words.ts';

/** Where it stands and how it works, in a phrase. */
export function describe({ form: { position, techniques } }: Subject): Text {
  const where = positionWords[position];
  const how = techniques.map((technique) => techniqueWords[technique]);
  return both(
    `${where.en}; ${how.map(({ en }) => en).join(' and ')}`,
    `${where['zh-CN']}；${how.map((each) => each['zh-CN']).join('，')}`,
  );
}
