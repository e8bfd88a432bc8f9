import { useLayoutEffect, useMemo, useState } from 'react';
import type { Lab } from '#kit/lab.ts';
import { type Dropped, isPacked, readRun } from '#kit/link.ts';
import type { Link } from '#kit/run.ts';
import type { Locale } from '#kit/text.ts';
import type { Staged } from '#stage/context.ts';
import { createLabStore } from '#stage/store.ts';
import { queryOf } from './address.ts';
import { useAddress } from './here.ts';
import { LAB_NAME } from './LessonLab.tsx';

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
    // A run of another lab, which stands in the text, is that lab's to open.
    if (Object.keys(link).length === 0 || LAB_NAME in link) return;
    const show = (words: Link, lost: readonly Dropped[] = []) => {
      const read = readRun(lab.controls, words);
      store.getState().open(read.run);
      setDropped([...lost, ...read.dropped]);
    };
    if (!Object.values(link).some(isPacked)) return show(link);
    let gone = false;
    import('#kit/pack.ts').then(({ unpackLink }) => {
      const unpacked = unpackLink(link);
      if (!gone) show(unpacked.link, unpacked.dropped);
    });
    return () => {
      gone = true;
    };
  }, [lab, store, search]);
  return { dropped, dismiss: () => setDropped([]) };
}
