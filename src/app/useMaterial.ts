import { useEffect, useState } from 'react';
import type { ChapterEntry } from '#lessons/arrange.ts';
import { bringLab, useBrought } from '#lessons/brought.ts';
import { findQuiz, loadQuiz } from '#lessons/material.ts';
import { useProgress } from '#lessons/progress.ts';
import { answersOn, type Material, quizIdOf } from '#lessons/report.ts';
import { isAnswered, needsLab } from '#quiz/grade.ts';

/** Brings the quizzes of a chapter in which something was answered, then the labs that must judge those answers. */
export function useMaterial(chapter: ChapterEntry): Material {
  const answers = useProgress((progress) => progress.answers);
  const brought = useBrought();
  const [, setCount] = useState(0);
  useEffect(() => {
    const pages = [...chapter.lessons.map((lesson) => [lesson.id, quizIdOf(lesson)] as const)];
    const asked = [...pages, [`${chapter.id}/quiz`, chapter.id] as const];
    let gone = false;
    for (const [page, id] of asked) {
      if (answersOn(page, answers).length === 0) continue;
      const here = findQuiz(id) !== undefined;
      loadQuiz(id)
        .then(() => Promise.all(labsOf(page, id, answers).map(bringLab)))
        // Without its lab an answer waits, and counts as begun.
        .catch(() => undefined)
        .then(() => !here && !gone && setCount((count) => count + 1));
    }
    return () => {
      gone = true;
    };
  }, [chapter, answers]);
  return { quiz: findQuiz, lab: (id) => brought[id] };
}

function labsOf(page: string, quiz: string, answers: Parameters<typeof answersOn>[1]): readonly string[] {
  const labs = Object.entries(findQuiz(quiz) ?? {}).flatMap(([key, question]) =>
    needsLab(question) && isAnswered(question, answers[`${page}#${key}`]) ? [question.lab] : [],
  );
  return [...new Set(labs)];
}
