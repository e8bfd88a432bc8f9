import { defineLab } from '#kit/lab.ts';
import { asks } from './asks.ts';
import { caption } from './caption.ts';
import { controls } from './controls.ts';
import { event } from './event.ts';
import { goals } from './goals.ts';
import { model } from './model.ts';
import { moments } from './moments.ts';
import { omits } from './omits.ts';
import { readings } from './readings.ts';
import { scene } from './scene.ts';
import { words } from './words.ts';

export default defineLab({
  title: words.title,
  question: words.question,
  controls,
  model,
  scene,
  caption,
  readings,
  event,
  asks,
  moments,
  goals,
  omits,
  budget: 100_000,
});
