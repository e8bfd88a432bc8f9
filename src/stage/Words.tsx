/** A sentence, alone in its element; what stands between backticks is a machine's word. */
export function Words({ said }: { said: string }) {
  const parts = said.split('`');
  return (
    <span>
      {parts.length < 3
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
