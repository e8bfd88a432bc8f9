import { useContext, useMemo, useState } from 'react';
import type { Lab } from '#kit/lab.ts';
import { readRun } from '#kit/link.ts';
import type { Link } from '#kit/run.ts';
import { grade, needsLab } from '#quiz/grade.ts';
import type { Answer, Question } from '#quiz/question.ts';
import { type Staged, StagedContext } from '#stage/context.ts';
import { createLabStore, type LabStore } from '#stage/store.ts';
import { queryOf } from './address.ts';
import { bringLab, useBrought } from './brought.ts';
import { lessonsIn } from './catalog.ts';
import { useAddress } from './here.ts';
import { useSay } from './locale.ts';
import { useTried } from './useTried.ts';

/** The lab a question is answered in: the page's, or one of its own that is fetched when it is asked for. */
export interface QuestionLab {
  /** Whether it is the question's own. */
  readonly isOwn: boolean;
  /** It stands on the page. */
  readonly staged: Staged | undefined;
  /** It is here, and can judge an answer. */
  readonly lab: Lab | undefined;
  /** Puts the question's own lab on the page. */
  open(kept: Answer | undefined): Promise<void>;
}

export function useQuestionLab(question: Question): QuestionLab {
  const page = useContext(StagedContext);
  const [opened, setOpened] = useState<{ lab: Lab; store: LabStore }>();
  const id = needsLab(question) ? question.lab : '';
  const isOwn = id !== '' && (question.kind === 'predict' || page?.id !== id);
  const own = useStaged(id, opened);
  const brought = useBrought((labs) => labs[id]);
  const staged = isOwn ? own : page;
  useTried(own);
  const open = async (kept: Answer | undefined) => {
    const lab = await bringLab(id);
    const store = createLabStore(lab, readRun(lab.controls, beginning(question, kept)).run);
    store.getState().ask(question.kind !== 'predict');
    store.getState().hold(question.kind === 'predict' && !(kept && grade(question, kept, lab).right));
    setOpened({ lab, store });
  };
  return { isOwn, staged, lab: staged?.lab ?? brought, open };
}

/** Where it opens: before the step to be predicted, where the reader left it, or at its start. */
function beginning(question: Question, kept: Answer | undefined): Link {
  if (question.kind === 'predict') return question.at;
  return kept?.kind === 'reach' ? kept.run : {};
}

/** A link out of it leads to the lesson that the lab belongs to. */
function useStaged(id: string, opened: { lab: Lab; store: LabStore } | undefined): Staged | undefined {
  const { locale } = useSay();
  const href = useAddress()(lessonsIn(locale).find(({ lab }) => lab === id)?.id);
  return useMemo(() => {
    const addressOf = (link: Link) => new URL(href + queryOf(link), globalThis.location?.href).href;
    return opened && { id, locale, addressOf, ...opened };
  }, [id, locale, href, opened]);
}

/** Makes the step that was to be predicted, so that it can be seen; from here on the lab is the reader's. */
export function makeStep({ lab, store }: Staged, at: Link): void {
  const { run } = readRun(lab.controls, at);
  store.getState().hold(false);
  store.getState().open(run);
  store.getState().seek(run.at + 1);
}
