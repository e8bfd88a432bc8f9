import type { Text } from '#kit/text.ts';
import type { Claim } from '#quiz/claim.ts';
import { languageOf, useSay } from './locale.ts';
import { findClaims } from './material.ts';
import { Phrase } from './Phrase.tsx';
import { verdicts } from './verdicts.ts';
import { words } from './words.ts';

/** What the source documents say on the subject, sentence by sentence, and what is to be said about it. */
export function ClaimsView({ id }: { id: string }) {
  const claims = findClaims(id);
  const { say } = useSay();
  if (!claims) return <p className="page-notice">{say(words.noClaims(id))}</p>;
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimCard claim={claim} />
        </li>
      ))}
    </ul>
  );
}

function ClaimCard({ claim: { quote, document, claim, verdict, why, references } }: { claim: Claim }) {
  const { say } = useSay();
  const { word, Icon } = verdicts[verdict];
  return (
    <article className={`claim ${verdict}`}>
      <p className="claim-verdict">
        <Icon aria-hidden="true" />
        <b>{say(word)}</b>
        <span>{say(words.document(document))}</span>
      </p>
      <blockquote lang="zh-CN">
        <p>{quote}</p>
      </blockquote>
      <ClaimWords claim={claim} />
      <p className="claim-why">
        <Phrase text={why} />
      </p>
      <p className="claim-references">
        <b>{say(words.references)}</b> <span lang={languageOf(references.join())}>{references.join('; ')}</span>
      </p>
    </article>
  );
}

/** The same in the reader's words; a reader of Chinese has just read it. */
function ClaimWords({ claim }: { claim: Text }) {
  const { locale } = useSay();
  if (locale === 'zh-CN') return null;
  return (
    <p className="claim-words">
      <Phrase text={claim} />
    </p>
  );
}
