import { type MouseEvent, type ReactNode, useContext } from 'react';
import { readRun } from '#kit/link.ts';
import type { Link } from '#kit/run.ts';
import { type Staged, StagedContext } from '#stage/context.ts';
import { wordsToLink } from '#stage/InlineLab.tsx';
import { queryOf } from './address.ts';

interface Props {
  /** A moment of the lab's. */
  readonly moment?: string;
  /** Settings to turn, told as `guestLevels=5 nat=true`: the same story on a different machine. */
  readonly set?: string;
  /** A goal to try. What the reader has done so far stays. */
  readonly goal?: string;
  readonly children: ReactNode;
}

/** The place of the page's lab. */
export const LAB_PLACE = 'lab';

/** Words that move the diagram. Without scripts they are a link that opens the same state. */
export function Go({ children, ...where }: Props) {
  const staged = useContext(StagedContext);
  const link = staged ? linkOf(staged, where) : undefined;
  if (!staged) return <span>{children}</span>;
  const go = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    move(staged, where.set, link);
    showLab();
  };
  return (
    <a className="go" href={link ? queryOf(link) : `#${LAB_PLACE}`} onClick={go}>
      {children}
    </a>
  );
}

/** The link that opens what the words name; undefined for a goal, which opens nothing. */
function linkOf({ lab }: Staged, { moment, set }: Omit<Props, 'children'>): Link | undefined {
  if (moment !== undefined) return Object.hasOwn(lab.moments, moment) ? lab.moments[moment] : undefined;
  return set === undefined ? undefined : wordsToLink(set);
}

function move({ lab, store }: Staged, set: string | undefined, link: Link | undefined): void {
  if (!link) return;
  const { open, tune } = store.getState();
  const { run } = readRun(lab.controls, link);
  const named = Object.entries(run.params).filter(([name]) => Object.hasOwn(link, name));
  if (set === undefined) open(run);
  else tune(Object.fromEntries(named));
}

/** Brings the lab into view where little of it can be seen: on a phone it stands above the text. */
export function showLab(place: Element | null | undefined = document.getElementById(LAB_PLACE)): void {
  const { top = 0, bottom = 0 } = place?.getBoundingClientRect() ?? {};
  const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
  if (place && seen < Math.min(bottom - top, innerHeight) / 2) place.scrollIntoView({ block: 'start' });
}
