import type { Text } from '#kit/text.ts';
import { useSay } from './locale.ts';

/** A phrase in the reader's language, alone in its element; what stands between backticks is a machine's word. */
export function Phrase({ text }: { text: string | Text }) {
  const { say } = useSay();
  const parts = say(text).split('`');
  return (
    <span>
      {parts.length < 3
        ? say(text)
        : parts.map((part, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are their places
            i % 2 ? <code key={i}>{part}</code> : <span key={i}>{part}</span>,
          )}
    </span>
  );
}
