import { useMemo } from 'react';
import type { Link } from '#kit/run.ts';
import { useStaged } from '#stage/context.ts';
import { InlineLab } from '#stage/InlineLab.tsx';
import { loadLab } from '#stage/shelf.ts';
import { useSearch } from './here.ts';
import { later } from './later.tsx';

interface Props {
  readonly id: string;
  /** Where it opens: a moment of the lab's; its start if none is named. */
  readonly moment?: string;
  /** Settings that all its machines begin with, on top of the moment’s: `packets=16 batch=8`. */
  readonly set?: string;
  /** Settings of the machine beside it, which makes the same moves under the same clock. */
  readonly beside?: string;
}

/** The name under which an address says that its run is that of a lab in the text, and not of the page's own. */
export const LAB_NAME = 'lab';

/** The run that an address tells of this lab, if of this one. */
function linkTo(id: string, search: string): Link | undefined {
  const { [LAB_NAME]: named, ...link }: Link = Object.fromEntries(new URLSearchParams(search));
  return named === id ? link : undefined;
}

/** A lab in the text: the page's own once more, or another, which is fetched when the reader comes near it. */
export const LessonLab = later<Props>(async (id) => {
  const lab = await loadLab(id);
  return function Placed({ moment, set, beside }: Props) {
    const staged = useStaged();
    const search = useSearch();
    const isOther = staged.id !== id;
    const link = useMemo(() => (isOther ? linkTo(id, search) : undefined), [isOther, search]);
    const addressOf = (run: Link) => staged.addressOf(isOther ? { [LAB_NAME]: id, ...run } : run);
    return <InlineLab {...staged} {...{ id, lab, link, addressOf, moment, set, beside }} />;
  };
});
