import type { Locale } from '#kit/text.ts';

/** The address of a page, from the root of the site: `/en/memory/two-dimensional-walk/`. */
export const addressOf = (locale: Locale, page = ''): string => `/${locale}/${page}${page ? '/' : ''}`;

/** A link as the query of an address. */
export const queryOf = (link: Readonly<Record<string, string>>): string => `?${new URLSearchParams(link)}`;
