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
  previous: { en: 'Previous', 'zh-CN': '上一页' },
  next: { en: 'Next', 'zh-CN': '下一页' },
  quizOf: (number: number): Text => ({ en: `Quiz on chapter ${number}`, 'zh-CN': `第 ${number} 章测验` }),
  around: { en: 'Previous and next page', 'zh-CN': '上一页与下一页' },
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
