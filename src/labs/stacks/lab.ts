import { defineLab } from '#kit/lab.ts';
import { asks } from './asks.ts';
import { caption } from './caption.ts';
import { controls } from './controls.ts';
import { event } from './event.ts';
import { goals } from './goals.ts';
import { model, type StackMove, type State } from './model.ts';
import { moments } from './moments.ts';
import { omits } from './omits.ts';
import { readings } from './readings.ts';
import { scene } from './scene.ts';
import { question, title } from './words.ts';

export default defineLab<typeof controls, State, StackMove>({
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
});
