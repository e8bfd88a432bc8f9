import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import lab from '#labs/three-engines/lab.ts';
import type { State } from '#labs/three-engines/model.ts';
import { engines } from '#sim/vmm/engines/bill.ts';

type Link = Record<string, string>;

/** The state that a link tells. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
/** The state at the end of a link's story. */
const tellAll = (link: Link): State => stepTimes(lab as never, tell(link), 100_000);
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;
const bill = (state: State) => engines.map((engine) => reading(state, `${engine}Cycles`));

describe('one execution, three prices', () => {
  test('a step is one basic block, whichever engine is looked at', () => {
    const [first, second, third] = ['1', '2', '3'].map((at) => tell({ at }));
    expect([first, second, third].map((state) => state && reading(state, 'instructions'))).toEqual([4, 9, 14]);
    expect([second, third].map((state) => state && reading(state, 'translations'))).toEqual([2, 2]);
  });
  test('each engine is paid by its own rule', () => {
    // 20 loops of 5 instructions, 7 around them; 14 instructions stand in the 4 blocks; only the last `out` traps.
    expect(bill(tellAll({}))).toEqual([107 * 32, 14 * 2300 + 107 * 4, 107 + 2000]);
  });
  test('with few repetitions the interpreter beats the translator, with many it loses by three to one and more', () => {
    const ratio = (loops: string) => {
      const [interpreter, translator] = bill(tellAll({ loops }));
      return Number(interpreter) / Number(translator);
    };
    expect(ratio('10')).toBeLessThan(0.1);
    expect(ratio('1000')).toBeGreaterThan(3);
  });
  test('where the loops are many the ratio comes to that of the two prices, eight to one', () => {
    const loop = 'start:\n mov ecx, 60000\nagain:\n add eax, ecx\n dec ecx\n jnz again\n hlt';
    const state = tellAll({ program: `%include "prelude.inc"\n${loop}` });
    const [interpreter, translator] = bill(state);
    expect(Number(interpreter) / Number(translator)).toBeGreaterThan(7.5);
  });
  test('another instruction set greys out direct execution, and only that', () => {
    const [interpreter, translator, direct] = bill(tellAll({ isa: 'other' }));
    expect([interpreter, translator, direct]).toEqual([107 * 32, 14 * 2300 + 107 * 7, null]);
    const bar = lab.scene(tellAll({ isa: 'other' }), 'wide').find(({ key }) => key === 'direct bar');
    expect(bar?.ghost).toBe(true);
  });
  test('in boot code nothing repays a translation, and the traps eat what direct execution saves', () => {
    const state = tellAll({ program: '@boot' });
    expect([reading(state, 'blocks'), reading(state, 'translations'), reading(state, 'traps')]).toEqual([5, 5, 12]);
    const [interpreter, translator, direct] = bill(state).map(Number);
    expect(interpreter).toBeLessThan(Math.min(translator ?? 0, direct ?? 0));
  });
  test('a cache that is too small makes the translator the slowest of all', () => {
    const roomy = tellAll({ program: '@many-blocks', loops: '100', cacheBlocks: '16' });
    const small = tellAll({ program: '@many-blocks', loops: '100', cacheBlocks: '4' });
    expect([reading(roomy, 'evictions'), reading(small, 'evictions')]).toEqual([0, 799]);
    expect(reading(small, 'translatorCycles')).toBeGreaterThan(Number(reading(small, 'interpreterCycles')) * 70);
    expect(reading(small, 'instructions')).toBe(reading(roomy, 'instructions'));
  });
  test('a guest that writes to its own code has the block translated again', () => {
    expect(reading(tellAll({ program: '@self-modifying' }), 'stale')).toBeGreaterThan(0);
  });
});

describe('the break-even point', () => {
  test('is where the two runs really cross', () => {
    const breakEven = Number(reading(tell({}), 'breakEven'));
    const ahead = (loops: number) => {
      const [interpreter, translator] = bill(tellAll({ loops: String(loops) })).map(Number);
      return (translator ?? 0) <= (interpreter ?? 0);
    };
    expect([ahead(breakEven - 1), ahead(breakEven)]).toEqual([false, true]);
  });
  test('of a block alone is T / (d - c), whatever its length: once translations are free there is none to wait for', () => {
    expect(reading(tell({ translate: '0' }), 'breakEven')).toBe(1);
    expect(reading(tell({ interpret: '4' }), 'breakEven')).toBe(null);
  });
  test('moves out where the host is another machine', () => {
    expect(Number(reading(tell({ isa: 'other' }), 'breakEven'))).toBeGreaterThan(
      Number(reading(tell({}), 'breakEven')),
    );
  });
  test('is not there for a program without LOOPS, nor where the cache is too small', () => {
    expect(reading(tell({ program: '@boot' }), 'breakEven')).toBe(null);
    expect(reading(tell({ program: '@many-blocks', cacheBlocks: '4' }), 'breakEven')).toBe(null);
  });
});

test('a program without LOOPS is drawn by the blocks it has executed', () => {
  const curve = (link: Link) => lab.scene(tell(link), 'wide').find(({ key }) => key === 'curve translator');
  const points = (link: Link) => (curve(link) as { place: readonly unknown[] } | undefined)?.place.length;
  // After 1, 2, 4, 8 … 512 blocks, and now; of a program with LOOPS, its seven whole runs.
  expect([points({ program: '@sieve', at: '600' }), points({}), points({ program: '@sieve' })]).toEqual([
    11,
    7,
    undefined,
  ]);
});
test('every program of the gallery runs to its own end, with all its output', () => {
  for (const name of Object.keys(lab.controls.program.gallery)) {
    const state = tellAll({ program: `@${name}` });
    expect([name, reading(state, 'end') !== null || reading(state, 'blockRuns')]).toEqual([name, true]);
  }
});
test('a program that never ends is left by the survey, and steps on for as long as one likes', () => {
  const state = tell({ program: '%include "prelude.inc"\nstart:\n mov eax, LOOPS\n jmp $', at: '500' });
  expect([reading(state, 'breakEven'), reading(state, 'blockRuns')]).toEqual([null, 500]);
});

describe('the machine’s questions', () => {
  const askedAt = (link: Link) => {
    const state = tell(link);
    const ask = lab.asks?.(state);
    const right = ask?.right(lab.model.step(state));
    return { ask, right, why: ask?.options[right ?? '']?.why.en };
  };
  test('do not say of a block whose translation is there that it must be made, whatever the prices', () => {
    const dear = askedAt({ interpret: '10', translated: '150', at: '2' });
    expect([dear.ask?.key, dear.right]).toEqual(['grows-found', 'translator']);
    expect(dear.why).toContain('translation already');
  });
  test('do not say of a block that is to be translated that its translation is there', () => {
    const free = askedAt({ translate: '0', at: '1' });
    expect([free.ask?.key, free.right]).toEqual(['grows-new', 'interpreter']);
    expect(free.ask?.options.translator?.why.en).toContain('have to translate');
    expect(free.why).not.toContain('nothing to prepare');
  });
  test('say that privileged instructions trap, also where another engine pays more', () => {
    const { ask, right } = askedAt({ program: '@boot', at: '0' });
    expect([ask?.key, right]).toEqual(['grows-trap', 'translator']);
    expect(ask?.text.en).toContain('has not run before');
    expect(ask?.options.direct?.why.en).not.toContain('Nothing in the block traps');
  });
  test('are not asked where two bars grow alike', () => {
    expect(askedAt({ interpret: '4', translated: '4', at: '2' }).ask).toBeUndefined();
  });
});

test('a translator that is slow for its prices alone has not been made to thrash', () => {
  expect(lab.goals.thrash?.reached(tellAll({ loops: '1000', translated: '150' }))).toBe(false);
});
