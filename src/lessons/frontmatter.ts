import * as v from 'valibot';

const text = v.pipe(v.string('must be text'), v.trim(), v.nonEmpty('must not be empty'));
const place = v.pipe(text, v.regex(/^\d{1,2}\.\d{1,2}$/, "must be a chapter and a lesson in quotes, such as '3.3'"));
const id = v.pipe(text, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be words in lower case joined by hyphens'));
const lessonId = v.pipe(
  text,
  v.regex(
    /^([a-z0-9-]+\/[a-z0-9-]+|\d{1,2}\.\d{1,2})$/,
    "must be a lesson such as memory/paging, or '3.1' for one not yet written",
  ),
);
const whole = (least: number) =>
  v.pipe(
    v.number('must be a number'),
    v.integer('must be a whole number'),
    v.minValue(least, `must be ${least} or more`),
  );

/** What stands between the two `---` of a lesson. */
export const LessonFrontmatter = v.strictObject({
  /** Chapter and place in it: '3.3'. In quotes, or YAML makes 3.10 into 3.1. */
  number: place,
  title: text,
  /** One sentence: contents page, search, link previews. */
  summary: text,
  /** What the lesson answers, asked on its first lines. */
  question: text,
  /** The lab that stands beside the text. */
  lab: v.optional(id),
  minutes: whole(1),
  /** Lessons to read first: their ids, or the numbers of lessons not yet written. */
  needs: v.optional(v.array(lessonId, 'must be a list'), []),
  objectives: v.pipe(v.array(text, 'must be a list'), v.minLength(1, 'must name one objective or more')),
  /** Raised when the English changes its meaning; a twin with a lower one says so. */
  edition: v.optional(whole(1), 1),
  draft: v.optional(v.boolean('must be true or false'), false),
  reading: v.optional(
    v.array(v.strictObject({ text, url: v.optional(v.pipe(text, v.url('must be an address'))) }), 'must be a list'),
    [],
  ),
});

/** What stands between the two `---` of a chapter's index.mdx. */
export const ChapterFrontmatter = v.strictObject({ title: text, summary: text });

export type Frontmatter = v.InferOutput<typeof LessonFrontmatter>;
/** What the pages of other lessons need to know of one: little, since each of them carries it for all. */
export type Outline = Omit<Frontmatter, 'summary' | 'question' | 'objectives' | 'reading'>;
export const outlineOf = ({ number, title, lab, minutes, needs, edition, draft }: Frontmatter): Outline => ({
  number,
  title,
  ...(lab !== undefined && { lab }),
  minutes,
  needs,
  edition,
  draft,
});
export type Chapter = v.InferOutput<typeof ChapterFrontmatter>;
