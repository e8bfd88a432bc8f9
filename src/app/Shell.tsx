import { X } from 'lucide-react';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { Locale } from '#kit/text.ts';
import { chaptersIn } from '#lessons/catalog.ts';
import { useAddress } from '#lessons/here.ts';
import { LocaleContext, useSay } from '#lessons/locale.ts';
import { dismissTrouble, useProgress } from '#lessons/progress.ts';
import { BrandMark } from './BrandMark.tsx';
import { HelpButton } from './HelpButton.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { ThemeSwitch } from './ThemeSwitch.tsx';
import { faultWords, words } from './words.ts';

/** The place of the page's own words. */
const MAIN = 'main';

interface Props {
  readonly locale: Locale;
  /** The page without its language: `memory/two-dimensional-walk`. */
  readonly name: string;
  readonly children: ReactNode;
}

/** What stands around every page of one language. */
export function Shell({ locale, name, children }: Props) {
  const main = useFocusOnArrival(name);
  return (
    <LocaleContext value={locale}>
      <DocumentLanguage locale={locale} />
      <a className="skip" href={`#${MAIN}`}>
        {words.skip[locale]}
      </a>
      <SiteHeader name={name} />
      <Trouble />
      <main id={MAIN} ref={main} tabIndex={-1}>
        {children}
      </main>
      <SiteFooter name={name} />
    </LocaleContext>
  );
}

/** Sizes of letters follow the document's language, so it is set before anything that stands after this measures the page. */
function DocumentLanguage({ locale }: { locale: Locale }) {
  useLayoutEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  return null;
}

/** Gives focus to a new page, so that a screen reader begins there. A change of language is no new page. */
function useFocusOnArrival(name: string) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(name);
  useEffect(() => {
    if (before.current !== name) main.current?.focus({ preventScroll: true });
    before.current = name;
  }, [name]);
  return main;
}

function SiteHeader({ name }: { name: string }) {
  const { locale, say } = useSay();
  const address = useAddress();
  const here = chaptersIn(locale).find(({ id }) => name.startsWith(`${id}/`));
  return (
    <header className="site-header">
      <a className="brand" href={address()} aria-label={`${say(words.site)}: ${say(words.home)}`}>
        <BrandMark />
        <span>{say(words.site)}</span>
      </a>
      {here && (
        <a
          className="where-chapter"
          href={`${address('contents')}#${here.id}`}
          lang={here.written === locale ? undefined : here.written}
        >
          {`${here.number} · ${here.title}`}
        </a>
      )}
      <nav className="site-nav" aria-label={say(words.mainNavigation)}>
        {(['contents', 'glossary', 'progress'] as const).map((page) => (
          <a
            key={page}
            className={page === 'progress' ? 'where-wide' : undefined}
            href={address(page)}
            aria-current={name === page ? 'page' : undefined}
          >
            {say(words[page])}
          </a>
        ))}
      </nav>
      <LanguageSwitch name={name} />
      <ThemeSwitch />
      <HelpButton />
    </header>
  );
}

/** What is the reader's own; a narrow header leaves it to the foot. On a phone the switches of the header stand here too. */
function SiteFooter({ name }: { name: string }) {
  const { say } = useSay();
  const address = useAddress();
  return (
    <footer className="site-footer">
      <nav className="foot-nav" aria-label={say(words.footNavigation)}>
        {(['placement', 'progress', 'systems'] as const).map((page) => (
          <a key={page} href={address(page)} aria-current={name === page ? 'page' : undefined}>
            {say(words[page])}
          </a>
        ))}
      </nav>
      <ThemeSwitch />
    </footer>
  );
}

/** Says once what became of the reader's answers where they cannot be kept. The region is there from the start. */
function Trouble() {
  const { say } = useSay();
  const trouble = useProgress((progress) => progress.trouble);
  return (
    <div role="status">
      {trouble && (
        <div className="page-notice trouble">
          <p>
            <span>{say(faultWords[trouble])}</span>
          </p>
          <button type="button" className="icon-button" aria-label={say(words.dismiss)} onClick={dismissTrouble}>
            <X aria-hidden="true" />
          </button>
        </div>
      )}
    </div>
  );
}
