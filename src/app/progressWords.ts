import type { Text } from '#kit/text.ts';
import type { Standing } from '#lessons/report.ts';

const of = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What a file or this device holds, in numbers. */
export interface Holdings {
  readonly answers: number;
  readonly read: number;
  readonly tried: number;
}
const holdings = ({ answers, read, tried }: Holdings): Text => ({
  en: `${of(answers, 'answer', 'answers')}, ${of(read, 'lesson', 'lessons')} read, ${of(tried, 'thing', 'things')} tried in labs`,
  'zh-CN': `${answers} 个答案、${read} 课已读、实验中试过的 ${tried} 项`,
});

/** What the page of the reader's own progress says. */
export const progressWords = {
  lead: {
    en: 'What you have read, tried and answered. It is kept on this device only, and goes nowhere unless you save it to a file.',
    'zh-CN': '你读过、试过、答过的都在这里。这些只保存在这台设备上，除非你自己存成文件，不会传到任何地方。',
  },
  readOf: (count: number, all: number): Text => ({
    en: `${count} of ${all} lessons read`,
    'zh-CN': `${all} 课中已读 ${count} 课`,
  }),
  labsOf: (labs: number, goals: number): Text => ({
    en: `${of(labs, 'lab', 'labs')} run, ${of(goals, 'goal', 'goals')} reached`,
    'zh-CN': `运行过 ${labs} 个实验，达成 ${goals} 个目标`,
  }),
  answersOf: (count: number): Text => ({
    en: `${of(count, 'question', 'questions')} answered`,
    'zh-CN': `答过 ${count} 题`,
  }),
  none: {
    en: 'Nothing yet. As you read, step the machines and answer questions, it appears here.',
    'zh-CN': '还什么都没有。读课文、操作实验、回答问题之后，这里就会有记录。',
  },
  run: { en: 'lab run', 'zh-CN': '运行过实验' },
  goals: (count: number): Text => ({
    en: `${of(count, 'goal', 'goals')} reached`,
    'zh-CN': `达成 ${count} 个目标`,
  }),
  answered: (count: number, all: number | undefined, right: number): Text =>
    all === undefined
      ? { en: `${count} answered`, 'zh-CN': `答过 ${count} 题` }
      : { en: `${count} of ${all} answered, ${right} right`, 'zh-CN': `${all} 题中答过 ${count} 题，答对 ${right} 题` },
  notBegun: { en: 'not begun', 'zh-CN': '还没开始' },
  objectives: { en: 'Objectives', 'zh-CN': '学习目标' },
  standing: {
    shown: { en: 'answered right', 'zh-CN': '已答对' },
    revisit: { en: 'to revisit', 'zh-CN': '值得再看' },
    begun: { en: 'begun', 'zh-CN': '已开始' },
    open: { en: 'not asked yet', 'zh-CN': '还没问到' },
  } satisfies Record<Standing, Text>,
} satisfies Record<string, Text | Record<string, Text> | ((...args: never[]) => Text)>;

/** What saving and bringing back says. */
export const transferWords = {
  title: { en: 'Take it with you', 'zh-CN': '导出与导入' },
  how: {
    en: 'Save your progress to a file, and open that file on another device or after clearing this browser.',
    'zh-CN': '把进度存成文件，换一台设备或清空浏览器之后，再打开这个文件。',
  },
  save: { en: 'Save to a file', 'zh-CN': '存成文件' },
  open: { en: 'Open a file', 'zh-CN': '打开文件' },
  holds: (file: string, saved: string, what: Holdings): Text => ({
    en: `${file}, saved on ${saved}, holds ${holdings(what).en}.`,
    'zh-CN': `${file} 存于 ${saved}，其中有 ${holdings(what)['zh-CN']}。`,
  }),
  merge: { en: 'Merge', 'zh-CN': '合并' },
  mergeHow: (what: Holdings): Text => ({
    en: `Merge adds ${holdings(what).en} that are not here yet. Whatever is here already stays as it is.`,
    'zh-CN': `合并会加入这里还没有的 ${holdings(what)['zh-CN']}；这里已有的保持原样。`,
  }),
  replace: { en: 'Replace', 'zh-CN': '替换' },
  replaceHow: (what: Holdings): Text => ({
    en: `Replace forgets what is on this device, ${holdings(what).en}, and leaves only what the file holds.`,
    'zh-CN': `替换会忘掉这台设备上的 ${holdings(what)['zh-CN']}，只留下文件里的。`,
  }),
  cancel: { en: 'Cancel', 'zh-CN': '取消' },
  merged: { en: 'Merged. What was here is still here.', 'zh-CN': '已合并，这里原有的都还在。' },
  replaced: { en: 'Replaced by what the file holds.', 'zh-CN': '已替换为文件中的内容。' },
  refused: { en: 'This file was not used, and nothing has changed.', 'zh-CN': '没有使用这个文件，一切未变。' },
  unread: { en: 'The file could not be read.', 'zh-CN': '文件无法读取。' },
  tooLarge: {
    en: 'It is larger than 4 MB; no progress is that long.',
    'zh-CN': '它超过 4 MB，进度文件不会这么大。',
  },
  notStored: {
    en: 'This browser did not store all of it, so that nothing was changed.',
    'zh-CN': '这个浏览器没能全部存下，因此一切未变。',
  },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;
