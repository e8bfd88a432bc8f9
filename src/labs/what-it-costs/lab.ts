import { defineLab } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { askAbout } from './asks.ts';
import { captionOf } from './caption.ts';
import { controls } from './controls.ts';
import { eventIn } from './event.ts';
import { goals } from './goals.ts';
import { type CostMove, model, type State } from './model.ts';
import { moments } from './moments.ts';
import { omits } from './omits.ts';
import { readingsOf } from './readings.ts';
import { sceneOf } from './scene.ts';

export default defineLab<typeof controls, State, CostMove>({
  title: both('What does it cost?', '代价是多少'),
  question: both(
    'How often does a workload need the monitor, and what does each technique charge for it?',
    '一份负载多常用到监控器？每种技术各收多少？',
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
});
