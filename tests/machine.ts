import type { ParamsOf } from '#kit/controls.ts';
import { defineLab } from '#kit/lab.ts';

const controls = {
  limit: { kind: 'range', label: { en: 'Limit', 'zh-CN': '上限' }, min: 0, max: 1_000_000, initial: 9 },
  pace: { kind: 'choice', label: { en: 'Pace', 'zh-CN': '步幅' }, options: { one: '1', two: '2' }, initial: 'one' },
  loud: { kind: 'switch', label: { en: 'Loud', 'zh-CN': '出声' }, initial: false },
  words: {
    kind: 'source',
    label: { en: 'Words', 'zh-CN': '文字' },
    language: 'shell',
    initial: '',
    prompt: { en: 'Say', 'zh-CN': '说' },
    gallery: {
      hi: {
        title: { en: 'Hello', 'zh-CN': '你好' },
        about: { en: 'It greets.', 'zh-CN': '打个招呼。' },
        text: 'hello there',
      },
    },
    check: (text) =>
      text.includes('bad')
        ? [{ line: 1, column: text.indexOf('bad') + 1, message: { en: 'no “bad” here', 'zh-CN': '不能写 bad' } }]
        : [],
  },
} as const satisfies import('#kit/controls.ts').Controls;

export interface Count {
  readonly n: number;
  readonly limit: number;
  readonly by: number;
  readonly touched: readonly number[];
}

/** A synthetic machine for tests and benchmarks of the stage: it counts to its limit, and can be touched on the way. */
export const counter = defineLab<typeof controls, Count, readonly ['touch', number]>({
  title: { en: 'Counter', 'zh-CN': '计数器' },
  question: { en: 'How far does it count?', 'zh-CN': '它数到几？' },
  controls,
  model: {
    init: ({ limit, pace }: ParamsOf<typeof controls>) => ({ n: 0, limit, by: pace === 'two' ? 2 : 1, touched: [] }),
    step: (state) => (state.n >= state.limit ? state : { ...state, n: state.n + state.by }),
    act: (state, [, where]) => ({ ...state, touched: [...state.touched, where] }),
  },
  scene: ({ n }) => [
    {
      kind: 'box',
      key: 'count',
      place: { x: 10 + (n % 90) * 10, y: 10, w: 80, h: 40 },
      text: String(n),
      move: ['touch', n % 5],
    },
    { kind: 'label', key: 'word', place: { x: 100, y: 200 }, text: { en: 'count', 'zh-CN': '计数' } },
  ],
  caption: ({ n }) => ({ en: `It has counted to ${n}.`, 'zh-CN': `数到了 ${n}。` }),
  readings: ({ n, limit, touched }) => ({
    n: { label: { en: 'count', 'zh-CN': '计数' }, value: n, counter: true },
    touched: { label: { en: 'touched', 'zh-CN': '触碰' }, value: touched },
    over: { label: { en: 'over', 'zh-CN': '已结束' }, value: n >= limit },
  }),
  event: (before, after) =>
    Math.floor(after.n / 5) > Math.floor(before.n / 5) ? { en: 'a five', 'zh-CN': '逢五' } : undefined,
  asks: ({ n }) =>
    n === 3
      ? {
          key: 'four',
          text: { en: 'What comes next?', 'zh-CN': '接下来是几？' },
          options: {
            four: { text: '4', why: { en: 'It adds one.', 'zh-CN': '每次加一。' } },
            five: { text: '5', why: { en: 'That would be two more.', 'zh-CN': '那就多加了一。' } },
          },
          right: (next) => (next.n === 4 ? 'four' : 'five'),
        }
      : undefined,
  moments: { start: {}, five: { at: '5' } },
  goals: {
    touched: {
      text: { en: 'Touch it.', 'zh-CN': '碰它一下。' },
      done: { en: 'You touched it.', 'zh-CN': '碰到了。' },
      solution: { moves: '2 touch.2', at: '3' },
      reached: (state) => state.touched.length > 0,
    },
  },
  omits: [{ en: 'Everything else.', 'zh-CN': '其余一切。' }],
  budget: 1_000_000,
});
