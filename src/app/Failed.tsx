import { useSay } from '#lessons/locale.ts';
import { faultWords, words } from './words.ts';

/** A page that could not be drawn. */
export function Failed({ error }: { error: unknown }) {
  const { say } = useSay();
  return (
    <div className="fault">
      <title>{`${say(faultWords.failed)} · ${say(words.site)}`}</title>
      <h1>{say(faultWords.failed)}</h1>
      <p className="lead">{say(faultWords.failedWhy)}</p>
      <pre>
        <code lang="en">{error instanceof Error ? error.message : String(error)}</code>
      </pre>
      <p>
        <button type="button" className="button strong" onClick={() => location.reload()}>
          <span>{say(faultWords.reload)}</span>
        </button>
      </p>
    </div>
  );
}
