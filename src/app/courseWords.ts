import type { Text } from '#kit/text.ts';
import type { MapLesson } from '#lessons/courseMap.ts';

/** Numbers in a row, as each language writes them. */
const row = (numbers: readonly string[]): Text => ({ en: numbers.join(', '), 'zh-CN': numbers.join('、') });

function needed({ needs, needsAll }: MapLesson): Text {
  if (needsAll) return { en: 'needs every lesson before it', 'zh-CN': '需先修前面各课' };
  if (needs.length === 0) return { en: 'needs no other lesson', 'zh-CN': '无需先修' };
  const numbers = row(needs);
  return { en: `needs ${numbers.en}`, 'zh-CN': `先修 ${numbers['zh-CN']}` };
}

/** What the map of the course says. */
export const courseWords = {
  map: { en: 'Course map', 'zh-CN': '课程地图' },
  course: { en: 'The course', 'zh-CN': '整门课程' },
  lead: (ready: number, all: number): Text =>
    ready === all
      ? {
          en: `${all} lessons in eight chapters, in the order they build on one another.`,
          'zh-CN': `八章共 ${all} 课，按先后依赖的顺序排列。`,
        }
      : {
          en: `${all} lessons in eight chapters, in the order they build on one another. ${ready} are finished; the others are being written.`,
          'zh-CN': `八章共 ${all} 课，按先后依赖的顺序排列。已写好 ${ready} 课，其余正在编写。`,
        },
  how: {
    en: 'Point at a lesson, or reach it with Tab, to see what it needs and what it leads to.',
    'zh-CN': '指向一课，或用 Tab 键移到它上面，就能看到它的先修和后续。',
  },
  finished: { en: 'finished', 'zh-CN': '已写好' },
  beingWritten: { en: 'being written', 'zh-CN': '编写中' },
  needs: { en: 'needs', 'zh-CN': '先修' },
  needsNothing: { en: 'needs no other lesson', 'zh-CN': '无需先修' },
  needsAll: { en: 'needs every lesson before it', 'zh-CN': '需先修前面各课' },
  helps: { en: 'helped by', 'zh-CN': '最好先读' },
  leadsTo: { en: 'leads to', 'zh-CN': '通向' },
  first: { en: 'first', 'zh-CN': '先修' },
  next: { en: 'next', 'zh-CN': '后续' },
  answered: (count: number): Text => ({ en: `${count} answered`, 'zh-CN': `答过 ${count} 题` }),
  /** The whole of it in one sentence. */
  around: (lesson: MapLesson): Text => {
    const { number, title, leads } = lesson;
    const [needs, on] = [needed(lesson), row(leads)];
    return {
      en: `${number} ${title}: ${needs.en}${leads.length > 0 ? `; leads to ${on.en}` : ''}.`,
      'zh-CN': `${number} ${title}：${needs['zh-CN']}${leads.length > 0 ? `；通向 ${on['zh-CN']}` : ''}。`,
    };
  },
  toStart: { en: 'Where should I start? Ten questions', 'zh-CN': '该从哪里开始？十道题' },
} satisfies Record<string, Text | ((...args: never[]) => Text)>;
