import * as v from 'valibot';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type Chapter, ChapterFrontmatter, type Frontmatter, LessonFrontmatter } from '#lessons/frontmatter.ts';
import { labIds, lessonIds, partsOf } from './content.ts';
import { fault, nearest, unknown } from './fault.ts';

const FENCED = /^---\r?\n([\s\S]*?)\r?\n---/;

/** The YAML between the two `---`, and a way to say on which line of the file a field stands. */
function parseFields(source: string, file: string) {
  const text = FENCED.exec(source)?.[1];
  if (text === undefined) throw fault(file, 1, 'must begin with its frontmatter, between two lines of ---');
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines });
  const [error] = doc.errors;
  if (error) throw fault(file, (error.linePos?.[0].line ?? 0) + 1, error.message.split('\n')[0] ?? error.code);
  // The frontmatter's first line is the file's second.
  const lineOf = (field: string): number => {
    const pair = isMap(doc.contents)
      ? doc.contents.items.find(({ key }) => isScalar(key) && key.value === field)
      : undefined;
    return isScalar(pair?.key) && pair.key.range ? lines.linePos(pair.key.range[0]).line + 1 : 1;
  };
  return { fields: doc.toJS() ?? {}, lineOf };
}

function say(issue: v.BaseIssue<unknown>, known: readonly string[]): string {
  if (issue.type !== 'strict_object') return issue.message;
  if (issue.expected !== 'never') return 'is missing';
  const field = String(issue.path?.[0]?.key);
  return `is not a field of the frontmatter; did you mean "${nearest(field, known)}"?`;
}

/** The checked frontmatter of a lesson or of a chapter; what is wrong is thrown with file, line and field. */
export function checkFrontmatter(source: string, file: string, root: string): Frontmatter | Chapter {
  const parts = partsOf(file);
  if (!parts) throw fault(file, 1, 'must stand at content/<language>/<nn>-<chapter>/<nn>-<lesson>.mdx');
  const { fields, lineOf } = parseFields(source, file);
  const schema = parts.isChapter ? ChapterFrontmatter : LessonFrontmatter;
  const parsed = v.safeParse(schema, fields);
  if (!parsed.success) {
    // A misspelt field is also a missing one; its own name is the better thing to say.
    const issue = parsed.issues.find(({ expected }) => expected === 'never') ?? parsed.issues[0];
    const field = v.getDotPath(issue) ?? 'frontmatter';
    throw fault(file, lineOf(field.split('.')[0] ?? ''), `${field}: ${say(issue, Object.keys(schema.entries))}`);
  }
  if (!('number' in parsed.output)) return parsed.output;
  const { number, lab, needs } = parsed.output;
  if (number !== parts.number) {
    throw fault(file, lineOf('number'), `number: must be '${parts.number}', the lesson's place among the files`);
  }
  const labs = labIds(root);
  if (lab && !labs.includes(lab)) throw fault(file, lineOf('lab'), `lab: ${unknown('lab', lab, labs)}`);
  const lessons = lessonIds(root);
  const lost = needs.find((need) => need.includes('/') && !lessons.includes(need));
  if (lost) throw fault(file, lineOf('needs'), `needs: ${unknown('lesson', lost, lessons)}`);
  return parsed.output;
}
