import { defineLab } from '#kit/lab.ts';
import { askAbout } from './asks.ts';
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
  title: { en: 'Shadow and nested paging', 'zh-CN': '影子分页与嵌套分页' },
  question: {
    en: 'One trace of memory accesses: who exits, and who pays?',
    'zh-CN': '同一段访存轨迹：谁引起退出，谁付出代价？',
  },
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
  // A trace of a million accesses, and the lines that set the stage for them.
  budget: 2_000_000,
});
