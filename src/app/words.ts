import type { Text } from '#kit/text.ts';

/** What the site says around its lessons. */
export const words = {
  site: { en: 'Hypervisible', 'zh-CN': 'Hypervisible' },
  headline: { en: 'See the machine inside the machine.', 'zh-CN': '看见机器里的机器。' },
  pitch: {
    en: 'Every diagram here is a machine that really runs. Step it, change it, break it, and watch how virtualization works.',
    'zh-CN': '这里的每幅图都是一台真正在运行的机器。走一步，改一改，把它弄坏，虚拟化的原理就在眼前。',
  },
  description: {
    en: 'Learn how virtualization works from diagrams that are views of machines that really run.',
    'zh-CN': '用真正在运行的机器作图，学懂虚拟化的工作原理。',
  },
  tryIt: { en: 'This one is live.', 'zh-CN': '这幅图是活的。' },
  step: { en: 'Step it', 'zh-CN': '走一步' },
  itsLesson: { en: 'Read the lesson about it', 'zh-CN': '读这幅图的课文' },
  startHere: { en: 'Start here', 'zh-CN': '从这里开始' },
  chapter: (number: number): Text => ({ en: `Chapter ${number}`, 'zh-CN': `第 ${number} 章` }),
  contents: { en: 'Contents', 'zh-CN': '目录' },
  placement: { en: 'Where to start', 'zh-CN': '从哪里开始' },
  progress: { en: 'My progress', 'zh-CN': '我的进度' },
  systems: { en: 'Systems', 'zh-CN': '系统目录' },
  glossary: { en: 'Glossary', 'zh-CN': '术语表' },
  glossaryLead: (count: number): Text => ({
    en: `${count} terms, one word for one thing, in both languages.`,
    'zh-CN': `共 ${count} 条术语，一物一名，中英对照。`,
  }),
  find: { en: 'Find a term', 'zh-CN': '查找术语' },
  found: (count: number): Text => ({ en: count === 1 ? '1 term' : `${count} terms`, 'zh-CN': `${count} 条` }),
  noneFound: { en: 'No term contains these letters.', 'zh-CN': '没有包含这些字的术语。' },
  seeAlso: { en: 'see also', 'zh-CN': '参见' },
  home: { en: 'Home', 'zh-CN': '首页' },
  mainNavigation: { en: 'Main', 'zh-CN': '主导航' },
  footNavigation: { en: 'You and the course', 'zh-CN': '你与课程' },
  skip: { en: 'Skip to the text', 'zh-CN': '跳到正文' },
  language: { en: 'Language', 'zh-CN': '语言' },
  theme: { en: 'Theme', 'zh-CN': '主题' },
  light: { en: 'Light', 'zh-CN': '浅色' },
  dark: { en: 'Dark', 'zh-CN': '深色' },
  projector: { en: 'Projector: large letters, strong lines', 'zh-CN': '投影：大字、粗线' },
  read: { en: 'read', 'zh-CN': '已读' },
  untranslated: { en: 'in English', 'zh-CN': '英文' },
  help: { en: 'Help: keys', 'zh-CN': '帮助：按键' },
  dismiss: { en: 'Dismiss', 'zh-CN': '知道了' },
  noJs: {
    en: 'The text and the pictures are all here. To step the diagrams, turn on JavaScript.',
    'zh-CN': '课文和图都在这里。要让图动起来，请启用 JavaScript。',
  },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;

/** What is said when something is not there or went wrong. */
export const faultWords = {
  notFound: { en: 'This page is not here', 'zh-CN': '这里没有这个页面' },
  noLesson: (id: string): Text => ({ en: `There is no lesson “${id}”.`, 'zh-CN': `没有“${id}”这一课。` }),
  noLanguage: (word: string): Text => ({
    en: `“${word}” is not a language of this site; there are English (en) and Chinese (zh-CN).`,
    'zh-CN': `本站没有“${word}”这种语言，只有英文（en）和中文（zh-CN）。`,
  }),
  noPage: (path: string): Text => ({ en: `There is no page “${path}”.`, 'zh-CN': `没有“${path}”这个页面。` }),
  nearest: { en: 'Did you mean this lesson?', 'zh-CN': '你要找的是不是这一课？' },
  goOn: { en: 'Go on from here:', 'zh-CN': '可以从这里继续：' },
  failed: { en: 'This page could not be shown', 'zh-CN': '这个页面无法显示' },
  failedWhy: {
    en: 'Something went wrong while it was being drawn or fetched. Your answers are safe. Reloading usually helps.',
    'zh-CN': '绘制或读取页面时出了错。你的作答没有丢失，重新加载通常就好了。',
  },
  reload: { en: 'Reload', 'zh-CN': '重新加载' },
  forbidden: {
    en: 'This browser does not keep your answers: it does not let this site store anything. Everything else works.',
    'zh-CN': '这个浏览器不会保存你的作答：它不允许本站存储任何内容。其他功能一切正常。',
  },
  full: {
    en: 'This browser does not keep your answers: its storage is full. Everything else works.',
    'zh-CN': '这个浏览器不会保存你的作答：存储空间已满。其他功能一切正常。',
  },
  rubbish: {
    en: 'Some answers kept in this browser could not be read, so they were left out.',
    'zh-CN': '这个浏览器中保存的部分作答无法读取，已略去。',
  },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;
