import { defineLab } from '#kit/lab.ts';
import { asksOf } from './asks.ts';
import { captionOf } from './caption.ts';
import { controls } from './controls.ts';
import { eventIn } from './event.ts';
import { goals } from './goals.ts';
import { model } from './model.ts';
import { moments } from './moments.ts';
import { omits } from './omits.ts';
import { readingsOf } from './readings.ts';
import { sceneOf } from './scene.ts';

export default defineLab({
  title: { en: 'Rings and traps', 'zh-CN': '特权环与陷入' },
  question: {
    en: 'A kernel that is not in ring 0: what does it ask for, and who does it?',
    'zh-CN': '不在 ring 0 的内核：它要求什么，又由谁来做？',
  },
  controls,
  model,
  scene: sceneOf,
  caption: captionOf,
  readings: readingsOf,
  event: eventIn,
  asks: asksOf,
  moments,
  goals,
  omits,
  budget: 200_000,
});
