import { ChartNoAxesColumn, Check, CircleDot, History, type LucideIcon, X } from 'lucide-react';
import type { Text } from '#kit/text.ts';
import type { Verdict } from '#quiz/claim.ts';

/** A verdict is a word and a shape; its colour only repeats them. */
export const verdicts: Readonly<Record<Verdict, { word: Text; Icon: LucideIcon }>> = {
  holds: { word: { en: 'Holds', 'zh-CN': '成立' }, Icon: Check },
  outdated: { word: { en: 'Outdated', 'zh-CN': '已过时' }, Icon: History },
  imprecise: { word: { en: 'Imprecise', 'zh-CN': '不准确' }, Icon: CircleDot },
  wrong: { word: { en: 'Wrong', 'zh-CN': '错误' }, Icon: X },
  'vendor-figure': { word: { en: 'A vendor’s figure', 'zh-CN': '厂商数据' }, Icon: ChartNoAxesColumn },
};
