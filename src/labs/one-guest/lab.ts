import { defineLab } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { askAbout } from './asks.ts';
import { captionOf } from './caption.ts';
import { controls } from './controls.ts';
import { eventIn } from './event.ts';
import { goals } from './goals.ts';
import { BUDGET, model } from './model.ts';
import { moments } from './moments.ts';
import { omits } from './omits.ts';
import { readingsOf } from './readings.ts';
import { sceneOf } from './scene.ts';

export default defineLab({
  title: both('One guest, every technique', '一个客户机，六种技术'),
  question: both(
    'The same program under six techniques: who has the processor, and where does the guest first notice?',
    '同一个程序，六种技术：处理器在谁手里，客户机从哪里开始察觉？',
  ),
  controls,
  model,
  scene: sceneOf,
  caption: captionOf,
  readings: readingsOf,
  event: eventIn,
  asks: askAbout,
  moments,
  goals,
  omits,
  budget: BUDGET,
});
