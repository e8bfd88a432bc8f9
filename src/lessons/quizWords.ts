import type { Text } from '#kit/text.ts';

/** What a quiz says around the author's questions. */
export const quizWords = {
  lead: (count: number): Text => ({
    en: `${count} questions, some of them answered by running a machine; your answers stay on this device, and only those you missed are asked again.`,
    'zh-CN': `共 ${count} 题，其中一些要动手运行机器来作答；答案只保存在这台设备上，只有没答对的题会再问一遍。`,
  }),
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
  openLab: { en: 'Open the lab', 'zh-CN': '打开实验' },
  opening: { en: 'Opening the lab…', 'zh-CN': '正在打开实验…' },
  labFailed: { en: 'The lab could not be fetched. Try again.', 'zh-CN': '没能取到实验，请再试一次。' },
  reachHere: {
    en: 'Open the lab, bring it to this state, then check.',
    'zh-CN': '打开实验，让它到达这个状态，再来检查。',
  },
  predictHow: {
    en: 'Open the lab: it stands just before the step, and stays there. Say what the step will do; it is made once your answer is right.',
    'zh-CN': '打开实验，它停在这一步之前，不会自己往下走。先说这一步会怎样，答对后它才走这一步。',
  },
  openFirst: { en: 'Not answered yet: open the lab first.', 'zh-CN': '还没有作答：请先打开实验。' },
  unjudged: {
    en: 'Your answer is kept. It is judged as soon as its lab has been fetched.',
    'zh-CN': '你的答案已保存，取到实验后即可判定。',
  },
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
  judging: (count: number): Text => ({
    en: count === 1 ? '1 waits for its lab to be judged' : `${count} wait for their labs to be judged`,
    'zh-CN': `有 ${count} 题要等取到实验后判定`,
  }),
  revisit: { en: 'Here is what to revisit:', 'zh-CN': '值得回头再看：' },
  retry: { en: 'Try the missed ones again', 'zh-CN': '重做没答对的题' },
  solution: { en: 'Show one way to do it', 'zh-CN': '演示一种做法' },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;
