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
  title: both('Two modes, four rings', '两种模式，四个环'),
  question: both(
    'Which instructions leave the guest, and who deals with them?',
    '哪些指令会离开客户机？又由谁来处理？',
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
