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
import type { RoadMove, State } from './state.ts';
import { question, title } from './words.ts';

export default defineLab<typeof controls, State, RoadMove>({
  title,
  question,
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
  // A block of 64 KiB read word by word takes 544 events, and there may be 1,000.
  budget: 600_000,
});
