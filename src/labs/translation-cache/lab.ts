import { defineLab } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { askAboutStep } from './asks.ts';
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
  title: both('A binary translator and its cache', '二进制翻译器与它的缓存'),
  question: both(
    'What does the guest’s kernel run, if not its own code?',
    '客户机内核执行的若不是自己的代码，又是什么？',
  ),
  controls,
  model,
  scene: sceneOf,
  caption: captionOf,
  readings: readingsOf,
  event: eventIn,
  asks: askAboutStep,
  moments,
  goals,
  omits,
  budget: 500_000,
});
