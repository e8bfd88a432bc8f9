import type { Text } from '#kit/text.ts';
import { Words } from '#stage/Words.tsx';
import { useSay } from './locale.ts';

/** A phrase in the reader's language, alone in its element; what stands between backticks is a machine's word. */
export function Phrase({ text }: { text: string | Text }) {
  const { say } = useSay();
  return <Words said={say(text)} />;
}
