import { createContext, useContext } from 'react';
import type { Locale } from '#kit/text.ts';
import { addressOf } from './address.ts';
import { useSay } from './locale.ts';

/** Where the reader is. */
export interface Here {
  /** The folder of the host that the site stands in: `/`, or `/some/folder/`. */
  readonly base: string;
  /** From the site's root: `/en/memory/two-dimensional-walk/`. */
  readonly path: string;
  readonly search: string;
}
export const HereContext = createContext<Here>({ base: '/', path: '/', search: '' });
export const useHere = (): Here => useContext(HereContext);

/** Writes the address of a page, `memory/two-dimensional-walk`, in the reader's language if no other is named. */
export function useAddress(): (page?: string, locale?: Locale) => string {
  const { base } = useHere();
  const { locale } = useSay();
  return (page, other = locale) => base.slice(0, -1) + addressOf(other, page);
}
