import { both, type Text } from './text.ts';

/** A number that the model counts itself. */
export const ofModel = both('model', '模型');

const sureWords = {
  seen: both('seen', '见于原文'),
  measured: both('measured', '实测'),
  derived: both('derived', '推算'),
  recalled: both('recalled', '据记忆'),
  assumed: both('assumed', '假定'),
} as const satisfies Readonly<Record<string, Text>>;

/** How sure a number is: `seen` in its source, `recalled` from it, `measured` by us, `derived` from such numbers, or `assumed`. */
export type Sure = keyof typeof sureWords;
export const sureText = (sure: Sure): Text => sureWords[sure];

/** Where a number is from and how sure that is, as a reader is told. */
export const sourceText = ({ source, sure }: { readonly source: Text; readonly sure: Sure }): Text =>
  both(`${source.en} (${sureWords[sure].en})`, `${source['zh-CN']}（${sureWords[sure]['zh-CN']}）`);

/** A number that the reader has set in the place of a listed one. */
export const setByYou = (listed: number, source: Text): Text =>
  both(`set by you; listed: ${listed}, ${source.en}`, `由你设定；原定 ${listed}，${source['zh-CN']}`);

/** Sources of numbers that came together. */
export const joinSources = (sources: readonly Text[]): Text =>
  both(sources.map(({ en }) => en).join('; '), sources.map((source) => source['zh-CN']).join('；'));
