import { useLayoutEffect, useMemo, useState } from 'react';
import type { Lab } from '#kit/lab.ts';
import { type Dropped, readRun } from '#kit/link.ts';
import type { Link } from '#kit/run.ts';
import type { Locale } from '#kit/text.ts';
import type { Staged } from '#stage/context.ts';
import { createLabStore } from '#stage/store.ts';
import { queryOf } from './address.ts';
import { useAddress } from './here.ts';

/** The page's lab, where it has one: its store outlives a change of language. */
export function usePageLab(id: string, lab: Lab, locale: Locale, page: string): Staged {
  const [store] = useState(() => createLabStore(lab, readRun(lab.controls, {}).run));
  const href = useAddress()(page);
  return useMemo(() => {
    const addressOf = (link: Link) => new URL(href + queryOf(link), globalThis.location?.href).href;
    return { id, lab, store, locale, addressOf };
  }, [id, lab, store, locale, href]);
}

/**
 * Opens the run that the address tells, and names what the link got wrong.
 * The first picture is always the one that was served; the run follows it
 * before anything is painted.
 */
export function useLinkedRun({ lab, store }: Staged, search: string): { dropped: readonly Dropped[]; dismiss(): void } {
  const [dropped, setDropped] = useState<readonly Dropped[]>([]);
  useLayoutEffect(() => {
    const link = Object.fromEntries(new URLSearchParams(search));
    if (Object.keys(link).length === 0) return;
    const read = readRun(lab.controls, link);
    store.getState().open(read.run);
    setDropped(read.dropped);
  }, [lab, store, search]);
  return { dropped, dismiss: () => setDropped([]) };
}
