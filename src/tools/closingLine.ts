import type { Reporter, TestModule } from 'vitest/node';

/** A file that cannot be loaded, or whose hooks fail, counts as one failure beside its tests'. */
function count(modules: readonly TestModule[]) {
  const tests = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
  const broken = modules.filter((module) => module.errors().length > 0).length;
  const those = (state: string): number => tests.filter((one) => one === state).length;
  return { passed: those('passed'), failed: those('failed') + broken, skipped: those('skipped') };
}

/** The last line of a test run, for whoever reads nothing else: `120 passed, 0 failed`. */
export const closingLine: Reporter = {
  onTestRunEnd(modules, unhandled) {
    const { passed, failed, skipped } = count(modules);
    console.log(`${passed} passed, ${failed + unhandled.length} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  },
};
