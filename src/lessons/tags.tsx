import type { MDXComponents } from 'mdx/types';
import type { ComponentProps, ReactNode } from 'react';
import { Go } from './Go.tsx';
import { useAddress } from './here.ts';
import { LessonLab } from './LessonLab.tsx';
import { later } from './later.tsx';
import { loadClaims, loadQuiz } from './material.ts';
import { Term } from './Term.tsx';

/** An aside to the text. */
function Note({ children }: { children: ReactNode }) {
  return <aside className="note">{children}</aside>;
}

/** A drawing made ahead, inlined by the build. */
function Figure({ svg, title }: { svg: string; title: string }) {
  return (
    <figure className="drawn">
      <div role="img" aria-label={title}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: our own drawing, put in by the build */}
        <div dangerouslySetInnerHTML={{ __html: svg }} />
      </div>
      <figcaption>{title}</figcaption>
    </figure>
  );
}

/** The author's answer, kept back until it is asked for. */
function Answer({ ask, children }: { ask: string; children: ReactNode }) {
  return (
    <details className="answer">
      <summary>
        <span>{ask}</span>
      </summary>
      <div>{children}</div>
    </details>
  );
}

/** A link in the text: `/memory/paging` is a lesson in the reader's language. */
function ProseLink({ href = '', children, ...rest }: ComponentProps<'a'>) {
  const address = useAddress();
  const inside = /^\/[^/]/.test(href);
  return (
    <a href={inside ? address(href.replace(/^\/|\/$/g, '')) : href} {...rest}>
      {children}
    </a>
  );
}

/** What is stressed; one letter by itself is a variable, which is slanted in every language. */
function Stressed({ children }: { children?: ReactNode }) {
  return typeof children === 'string' && /^[A-Za-z]$/.test(children) ? <var>{children}</var> : <em>{children}</em>;
}

/** A table scrolls inside its own frame, so that the page never does. */
function ProseTable(props: ComponentProps<'table'>) {
  return (
    <div className="table">
      <table {...props} />
    </div>
  );
}

/** A table's corner that names nothing is no header. */
function ProseHeader({ children, ...rest }: ComponentProps<'th'>) {
  return children === undefined ? <td /> : <th {...rest}>{children}</th>;
}

const LaterQuiz = later(async (id: string) => {
  const [{ QuizView }] = await Promise.all([import('./QuizView.tsx'), loadQuiz(id)]);
  return QuizView;
});

const LaterClaims = later(async (id: string) => {
  const [{ ClaimsView }] = await Promise.all([import('./ClaimsView.tsx'), loadClaims(id)]);
  return ClaimsView;
});

/** What an author may use in a lesson. */
export const tags = {
  Lab: LessonLab,
  Go,
  Quiz: LaterQuiz,
  Term,
  Note,
  Claims: LaterClaims,
  Figure,
  Answer,
  a: ProseLink,
  em: Stressed,
  table: ProseTable,
  th: ProseHeader,
} satisfies MDXComponents;
