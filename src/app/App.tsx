import { Component, type ReactNode, useMemo, useState } from 'react';
import { type Here, HereContext, noQuery } from '#lessons/here.ts';
import { Failed } from './Failed.tsx';
import type { Page } from './pages.tsx';
import { Shell } from './Shell.tsx';

interface Props {
  readonly page: Page;
  readonly base: string;
  readonly query?: Here['query'];
}

/** The whole site, at one of its pages. The outermost element says which page was served; main.tsx reads it. */
export function App({ page: { path, locale, name, body }, base, query = noQuery }: Props) {
  const [served] = useState(path);
  // The same one while nothing of it changes: whatever is not live yet would be drawn anew.
  const here = useMemo(() => ({ base, path, query }), [base, path, query]);
  const caught = <Catch key={name}>{body}</Catch>;
  return (
    <HereContext value={here}>
      <div className="site" data-served={served}>
        {locale ? (
          <Shell locale={locale} name={name}>
            {caught}
          </Shell>
        ) : (
          caught
        )}
      </div>
    </HereContext>
  );
}

/** Shows what broke while a page was being drawn, inside the site. React has no other way than a class. */
class Catch extends Component<{ readonly children: ReactNode }, { readonly error?: unknown }> {
  override state: { readonly error?: unknown } = {};
  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    return 'error' in this.state ? <Failed error={this.state.error} /> : this.props.children;
  }
}
