import { LessonPage } from '#lessons/LessonPage.tsx';
import type { LessonData } from '#lessons/lesson.ts';
import { PageHead } from './PageHead.tsx';

/** A lesson's page and what stands in its head. */
export function LessonRoute({ data }: { data: LessonData }) {
  const { lesson } = data;
  return (
    <>
      <PageHead title={`${lesson.number} ${lesson.title}`} description={lesson.summary} />
      <LessonPage data={data} />
    </>
  );
}
