import { both, type Phrase } from '../../phrase.ts';

/** How a run may end, by the name that a program is given. */
export const endTexts: Readonly<Record<string, Phrase>> = {
  'debug-exit': both('by the debug-exit port', '由 debug-exit 端口结束'),
  halted: both('halted for good', '永久停机'),
  'triple-fault': both('triple fault', '三重故障'),
  diverged: both('parted from bare metal', '偏离裸机'),
  refused: both('refused', '拒绝运行'),
};
