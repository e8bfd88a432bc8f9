import type { Text } from '#kit/text.ts';

/** What a lesson's page says around the author's words. */
export const words = {
  lesson: (number: string): Text => ({ en: `Lesson ${number}`, 'zh-CN': `第 ${number} 课` }),
  minutes: (count: number): Text => ({
    en: count === 1 ? '1 minute' : `${count} minutes`,
    'zh-CN': `约 ${count} 分钟`,
  }),
  after: { en: 'after', 'zh-CN': '先修' },
  objectives: { en: 'What you will be able to do', 'zh-CN': '学完本课，你能够' },
  reading: { en: 'Further reading', 'zh-CN': '延伸阅读' },
  previous: { en: 'Previous', 'zh-CN': '上一课' },
  next: { en: 'Next', 'zh-CN': '下一课' },
  around: { en: 'Previous and next lesson', 'zh-CN': '上一课与下一课' },
  markRead: { en: 'I have read this lesson', 'zh-CN': '我已读完本课' },
  noTranslation: {
    en: 'This lesson has not been translated yet: here is the English text.',
    'zh-CN': '本课尚无中文译文，下面是英文原文。',
  },
  stale: {
    en: 'This translation follows an earlier edition of the English text.',
    'zh-CN': '英文原文已经更新，这篇译文依据的是较早的版本。',
  },
  dropped: {
    en: 'Parts of this link do not fit this diagram and were left out:',
    'zh-CN': '这个链接中有几处与图不符，已忽略：',
  },
  wouldFit: { en: 'what would fit:', 'zh-CN': '正确的写法：' },
  andMore: (count: number): Text => ({ en: `and ${count} more`, 'zh-CN': `另有 ${count} 处` }),
  dismiss: { en: 'Dismiss', 'zh-CN': '知道了' },
  document: (number: number): Text => ({ en: `Source ${number}`, 'zh-CN': `资料 ${number}` }),
  references: { en: 'References', 'zh-CN': '依据' },
  noQuiz: (id: string): Text => ({ en: `There is no quiz called “${id}”.`, 'zh-CN': `没有名为“${id}”的测验。` }),
  noClaims: (id: string): Text => ({
    en: `There are no claims called “${id}”.`,
    'zh-CN': `没有名为“${id}”的资料摘录。`,
  }),
} satisfies Record<string, Text | ((...args: never[]) => Text)>;

/** What a quiz says around the author's questions. */
export const quizWords = {
  questions: { en: 'Questions', 'zh-CN': '问题' },
  question: (place: number, all: number): Text => ({
    en: `Question ${place} of ${all}`,
    'zh-CN': `第 ${place} 题，共 ${all} 题`,
  }),
  pickAll: { en: 'Pick all that apply.', 'zh-CN': '选出所有符合的选项。' },
  yourNumber: { en: 'Your number', 'zh-CN': '你的数' },
  putInOrder: { en: 'Put these in order, the first on top.', 'zh-CN': '按顺序排列，最先的在最上面。' },
  up: (item: string): Text => ({ en: `Move up: ${item}`, 'zh-CN': `上移：${item}` }),
  down: (item: string): Text => ({ en: `Move down: ${item}`, 'zh-CN': `下移：${item}` }),
  moved: (item: string, place: number, all: number): Text => ({
    en: `${item}: now ${place} of ${all}.`,
    'zh-CN': `${item}：现在是第 ${place} 位，共 ${all} 位。`,
  }),
  toLab: { en: 'Show the diagram', 'zh-CN': '看图' },
  reachHow: {
    en: 'Bring the diagram to this state, then check.',
    'zh-CN': '先让图到达这个状态，再来检查。',
  },
  otherLab: { en: 'This question needs a diagram that is not on this page.', 'zh-CN': '这道题要用到的图不在本页。' },
  check: { en: 'Check', 'zh-CN': '检查' },
  checkAgain: { en: 'Check again', 'zh-CN': '再检查' },
  right: { en: 'Right.', 'zh-CN': '正确。' },
  notYet: { en: 'Not yet.', 'zh-CN': '还不对。' },
  notAnswered: { en: 'Not answered yet.', 'zh-CN': '还没有作答。' },
  writeNumber: { en: 'Not answered yet: write a number.', 'zh-CN': '还没有作答：请写一个数。' },
  moveFirst: { en: 'Not answered yet: move the items into your order first.', 'zh-CN': '还没有作答：请先排好顺序。' },
  reachFirst: { en: 'Not answered yet: do something in the diagram first.', 'zh-CN': '还没有作答：请先在图中操作。' },
  answerIs: { en: 'The answer:', 'zh-CN': '答案：' },
  whyEach: { en: 'Why each option is right or wrong', 'zh-CN': '逐项说明' },
  whyAnswer: { en: 'Why', 'zh-CN': '原因' },
  optionRight: { en: 'right', 'zh-CN': '对' },
  optionWrong: { en: 'wrong', 'zh-CN': '错' },
  score: (right: number, all: number): Text => ({
    en: `${right} of ${all} right`,
    'zh-CN': `${all} 题中答对 ${right} 题`,
  }),
  open: (count: number): Text => ({
    en: count === 1 ? '1 not answered yet' : `${count} not answered yet`,
    'zh-CN': `还有 ${count} 题未答`,
  }),
  revisit: { en: 'Here is what to revisit:', 'zh-CN': '值得回头再看：' },
  retry: { en: 'Try the missed ones again', 'zh-CN': '重做没答对的题' },
  solution: { en: 'Show one way to do it', 'zh-CN': '演示一种做法' },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;
