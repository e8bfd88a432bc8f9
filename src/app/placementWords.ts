import type { Text } from '#kit/text.ts';

/** What the placement quiz says around its questions. */
export const placementWords = {
  title: { en: 'Where should I start?', 'zh-CN': '该从哪里开始？' },
  lead: {
    en: 'Ten questions about what happens in a virtualized machine. Leave open what you do not know: nothing is graded, and at the end stands the lesson to begin with.',
    'zh-CN': '十道题，问的都是虚拟化的机器里会发生什么。不知道的就空着：这里不打分，最后告诉你该从哪一课开始。',
  },
  show: { en: 'Show me where to start', 'zh-CN': '告诉我从哪里开始' },
  again: { en: 'Take it again', 'zh-CN': '再做一遍' },
  startWith: (lesson: string): Text => ({ en: `Start with ${lesson}`, 'zh-CN': `先读 ${lesson}` }),
  open: { en: 'Open this lesson', 'zh-CN': '打开这一课' },
  firstNew: {
    en: 'It is the first lesson that has something new for you.',
    'zh-CN': '对你来说，这是第一节有新内容的课。',
  },
  firstFinished: {
    en: 'Of the lessons that have something new for you, it is the first that is finished.',
    'zh-CN': '在对你有新内容的课里，这是第一节已经写好的。',
  },
  groundUnwritten: {
    en: 'It is the first lesson you can read of those that build on what you left open. The ground before it is still being written; the lesson says in its first lines what it assumes.',
    'zh-CN':
      '你没答上的内容，后面有一些课以它为基础，这是其中第一节已经写好的。它前面的基础还在编写，课文开头几行会说明需要知道什么。',
  },
  allKnown: { en: 'You know the ground', 'zh-CN': '基础你都会了' },
  allKnownWhy: {
    en: 'Nothing that was asked here is new to you. Pick any lesson from the map.',
    'zh-CN': '这里问到的，你都知道。在地图上任选一课就行。',
  },
  unwritten: { en: 'What you need is being written', 'zh-CN': '你需要的课正在编写' },
  unwrittenWhy: {
    en: 'None of the lessons you miss can be read yet. The map shows what is ready.',
    'zh-CN': '你还缺的那些课都没写好。哪些已经写好，见地图。',
  },
  map: { en: 'To the course map', 'zh-CN': '去课程地图' },
  worth: { en: 'Worth reading', 'zh-CN': '值得读' },
  skip: { en: 'You could skip', 'zh-CN': '可以跳过' },
  reasons: { en: 'The answers, and why', 'zh-CN': '答案与原因' },
  known: { en: 'You know this.', 'zh-CN': '这个你知道。' },
  new: { en: 'Not so.', 'zh-CN': '不是这样。' },
  leftOpen: { en: 'Left open.', 'zh-CN': '没有作答。' },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;
