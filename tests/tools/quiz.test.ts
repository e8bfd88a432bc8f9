import { expect, test } from 'vitest';
import { quiz } from '#tools/quiz.plugin.ts';

/** What the plugin says to a quiz of this text. */
function compile(source: string): unknown {
  const plugin = quiz() as unknown as {
    configResolved(config: { root: string }): void;
    transform: { handler(source: string, file: string): unknown };
  };
  plugin.configResolved({ root: process.cwd() });
  return plugin.transform.handler(source, `${process.cwd()}/content/quizzes/walk.ts`);
}

test('a quiz that names a lab which is not there fails the build, with its line and what was most likely meant', () => {
  const source = "export default {\n  one: {\n    kind: 'reach',\n    lab: 'two-dimensional-wlak',\n  },\n};\n";
  expect(() => compile(source)).toThrow(
    'content/quizzes/walk.ts:4: lab: there is no lab "two-dimensional-wlak"; did you mean "two-dimensional-walk"?',
  );
});

test('a quiz that names labs which are there is left as it is', () => {
  expect(compile("    lab: 'network-modes',\n")).toBeUndefined();
});
