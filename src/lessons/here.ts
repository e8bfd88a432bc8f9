import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Locale } from '#kit/text.ts';
import { addressOf } from './address.ts';
import { useSay } from './locale.ts';

/** Where the reader is. */
export interface Here {
  /** The folder of the host that the site stands in: `/`, or `/some/folder/`. */
  readonly base: string;
  /** From the site's root: `/en/memory/two-dimensional-walk/`. */
  readonly path: string;
  /** The query the page was asked for with. Only who reads it is told of a change: what is not live yet stays as it was served. */
  readonly query: Pick<StoreApi<Query>, 'getState' | 'getInitialState' | 'subscribe'>;
}
export interface Query {
  readonly search: string;
}
export const noQuery: Here['query'] = createStore<Query>(() => ({ search: '' }));
export const HereContext = createContext<Here>({ base: '/', path: '/', query: noQuery });
export const useHere = (): Here => useContext(HereContext);
export const useSearch = (): string => useStore(useHere().query, ({ search }) => search);

/** Writes the address of a page, `memory/two-dimensional-walk`, in the reader's language if no other is named. */
export function useAddress(): (page?: string, locale?: Locale) => string {
  const { base } = useHere();
  const { locale } = useSay();
  return (page, other = locale) => base.slice(0, -1) + addressOf(other, page);
}
