import type { Tone } from '#kit/mark.ts';
import { thousands } from '#kit/reading.ts';
import { type Locale, say, type Text } from '#kit/text.ts';

/** What the stage itself says; what a lab says stands in the lab. */
export const words = {
  step: { en: 'step', 'zh-CN': '步' },
  stepOf: (at: number, known: number, ended: boolean): Text => ({
    en: `step ${thousands(at)}${ended ? ` of ${thousands(known)}` : ''}`,
    'zh-CN': `第 ${thousands(at)} 步${ended ? `，共 ${thousands(known)} 步` : ''}`,
  }),
  toStart: { en: 'Back to the start', 'zh-CN': '回到开头' },
  back: { en: 'Step back', 'zh-CN': '后退一步' },
  onward: { en: 'Step', 'zh-CN': '前进一步' },
  toEnd: { en: 'To the end', 'zh-CN': '走到结尾' },
  play: { en: 'Play', 'zh-CN': '播放' },
  pause: { en: 'Pause', 'zh-CN': '暂停' },
  slider: { en: 'Place in the run', 'zh-CN': '运行进度' },
  held: {
    en: 'The lab stands still until you have bet on its next step.',
    'zh-CN': '先押注下一步，实验才会继续走。',
  },
  transport: { en: 'Run', 'zh-CN': '运行' },
  speed: { en: 'Speed', 'zh-CN': '速度' },
  rest: { en: 'Settings, goals and limits', 'zh-CN': '设置、目标与局限' },
  controls: { en: 'Settings', 'zh-CN': '设置' },
  rareControls: { en: 'More settings', 'zh-CN': '更多设置' },
  counters: { en: 'Counted so far', 'zh-CN': '目前的计数' },
  none: { en: 'none yet', 'zh-CN': '尚无' },
  share: { en: 'Share this state', 'zh-CN': '分享当前状态' },
  shared: { en: 'A link to exactly this state:', 'zh-CN': '指向当前状态的链接：' },
  copied: { en: 'Copied.', 'zh-CN': '已复制。' },
  copy: { en: 'Copy', 'zh-CN': '复制' },
  close: { en: 'Close', 'zh-CN': '关闭' },
  project: { en: 'Project full screen', 'zh-CN': '全屏投影' },
  unproject: { en: 'Leave full screen', 'zh-CN': '退出投影' },
  table: { en: 'Show as table', 'zh-CN': '以表格显示' },
  quantity: { en: 'Quantity', 'zh-CN': '量' },
  value: { en: 'Value', 'zh-CN': '值' },
  source: (text: Text): Text => ({ en: `Source: ${text.en}`, 'zh-CN': `来源：${text['zh-CN']}` }),
  shown: { en: 'What the picture shows', 'zh-CN': '图中内容' },
  omits: { en: 'What this model leaves out', 'zh-CN': '这个模型省略了什么' },
  goals: { en: 'Try to', 'zh-CN': '试一试' },
  reached: { en: 'Done.', 'zh-CN': '已达成。' },
  skip: { en: 'Skip', 'zh-CN': '跳过' },
  bet: { en: 'Before this step', 'zh-CN': '走这一步之前' },
  betRight: { en: 'You bet right.', 'zh-CN': '猜对了。' },
  betWrong: (picked: string, right: string): Text => ({
    en: `You said “${picked}”. The machine did: ${right}.`,
    'zh-CN': `你猜“${picked}”，机器实际：${right}。`,
  }),
  asking: { en: 'Ask me before key steps', 'zh-CN': '关键步骤前先问我' },
  samples: { en: 'Examples to begin with', 'zh-CN': '现成的例子' },
  ownText: { en: 'your own', 'zh-CN': '你写的' },
  edit: { en: 'Edit', 'zh-CN': '编辑' },
  run: { en: 'Run this', 'zh-CN': '运行' },
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  enter: { en: 'Enter', 'zh-CN': '输入' },
  empty: { en: '(nothing yet)', 'zh-CN': '（还没有内容）' },
  fault: (line: number, column: number): Text => ({
    en: `Line ${line}, column ${column}: `,
    'zh-CN': `第 ${line} 行第 ${column} 列：`,
  }),
  budget: (steps: number): Text => ({
    en: `Stopped after ${steps} steps: the run’s budget is spent.`,
    'zh-CN': `已走完 ${steps} 步的上限，运行就此停止。`,
  }),
  computing: { en: 'Working out the rest of the run …', 'zh-CN': '正在计算余下的步骤……' },
  skipped: (skipped: number, all: number): Text => ({
    en: `${skipped} of ${all} moves did not apply to this machine.`,
    'zh-CN': `${all} 个操作中有 ${skipped} 个不适用于这台机器。`,
  }),
  legend: { en: 'Legend', 'zh-CN': '图例' },
  picture: (title: string, caption: string): Text => ({ en: `${title}: ${caption}`, 'zh-CN': `${title}：${caption}` }),
  lane: { en: 'Which machine is shown', 'zh-CN': '显示哪台机器' },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;

/** What each role of the legend stands for. */
export const roles: Readonly<Partial<Record<Tone, Text>>> = {
  guestUser: { en: 'guest user code', 'zh-CN': '客户机用户态' },
  guestKernel: { en: 'guest kernel', 'zh-CN': '客户机内核' },
  vmm: { en: 'hypervisor', 'zh-CN': '虚拟机管理程序' },
  host: { en: 'host', 'zh-CN': '宿主机' },
  hw: { en: 'hardware', 'zh-CN': '硬件' },
  cross: { en: 'a crossing that costs', 'zh-CN': '有代价的切换' },
  data: { en: 'data on its way', 'zh-CN': '途中的数据' },
  bad: { en: 'refused or wrong', 'zh-CN': '被拒绝或出错' },
};

export type Say = (text: string | Text) => string;
const sayers: Readonly<Record<Locale, Say>> = { en: (text) => say(text, 'en'), 'zh-CN': (text) => say(text, 'zh-CN') };
/** Says phrases in the reader's language; the same function for the same language, so effects may depend on it. */
export const sayIn = (locale: Locale): Say => sayers[locale];
