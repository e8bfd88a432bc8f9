/** A sentence in parts: every second one is a machine's word, which stood between backticks. One part where there is none. */
export const partsOfSentence = (said: string): readonly string[] => {
  const parts = said.split('`');
  return parts.length < 3 ? [said] : parts;
};

/** A sentence, alone in its element. */
export function Words({ said }: { said: string }) {
  const parts = partsOfSentence(said);
  return (
    <span>
      {parts.length === 1
        ? said
        : parts.map((part, i) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence are their places
            i % 2 ? <code key={i}>{part}</code> : <span key={i}>{part}</span>,
          )}
    </span>
  );
}

/** The same sentence where no element can stand. */
export const plainly = (said: string): string => said.replaceAll('`', '');
