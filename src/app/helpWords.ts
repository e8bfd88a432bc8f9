import type { Text } from '#kit/text.ts';

/** The keys, and what each does. */
export const keyWords: readonly (readonly [keys: readonly string[], does: Text])[] = [
  [['←', '→'], { en: 'one step back, one step on', 'zh-CN': '后退一步、前进一步' }],
  [
    ['Shift ←', 'Shift →'],
    { en: 'to the previous or next event worth seeing', 'zh-CN': '跳到上一个或下一个值得看的事件' },
  ],
  [['Space'], { en: 'play and pause', 'zh-CN': '播放与暂停' }],
  [['Home', 'End'], { en: 'to the start, to the end', 'zh-CN': '回到开头、走到结尾' }],
  [['↑', '↓'], { en: 'from mark to mark in the picture', 'zh-CN': '在图中逐个移动' }],
  [['Enter'], { en: 'use the mark that has focus', 'zh-CN': '操作当前选中的部分' }],
  [['R'], { en: 'reset', 'zh-CN': '重置' }],
  [['F'], { en: 'project full screen; Esc leaves', 'zh-CN': '全屏投影，Esc 退出' }],
  [['S'], { en: 'share this state as a link', 'zh-CN': '把当前状态分享为链接' }],
  [
    ['PgUp', 'PgDn'],
    { en: 'while projecting: back and on, as a clicker sends', 'zh-CN': '投影时后退、前进，翻页笔也可用' },
  ],
];
/** What the list of keys says besides. */
export const helpWords = {
  close: { en: 'Close', 'zh-CN': '关闭' },
  title: { en: 'Keys', 'zh-CN': '按键' },
  focus: {
    en: 'These act while a diagram has focus: click it, or reach it with Tab.',
    'zh-CN': '先让图获得焦点，这些键才起作用：点一下图，或用 Tab 键移到图上。',
  },
  anywhere: { en: 'The key ? opens this from anywhere', 'zh-CN': '在任何地方按 ? 都打开本窗口' },
} satisfies Record<string, Text>;
