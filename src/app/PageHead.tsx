import { useSay } from '#lessons/locale.ts';
import { words } from './words.ts';

interface Props {
  /** The page's own title; the front page has none but the site's. */
  readonly title?: string;
  readonly description: string;
}

/** Title and description; React puts them into the document's head. The build adds the page's twins in the other languages. */
export function PageHead({ title, description }: Props) {
  const { say } = useSay();
  return (
    <>
      <title>
        {title === undefined ? `${say(words.site)}: ${say(words.headline)}` : `${title} · ${say(words.site)}`}
      </title>
      <meta name="description" content={description} />
    </>
  );
}
