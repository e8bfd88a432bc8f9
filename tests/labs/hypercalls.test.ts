import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { sheets } from '#kit/mark.ts';
import { replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales } from '#kit/text.ts';
import { asks } from '#labs/hypercalls/asks.ts';
import { identify } from '#labs/hypercalls/identity.ts';
import lab from '#labs/hypercalls/lab.ts';
import { model, type State } from '#labs/hypercalls/model.ts';
import { kernel } from '#labs/hypercalls/program.ts';
import { updatesOf } from '#labs/hypercalls/updates.ts';
import { advanceRun } from '#sim/vmm/stepRun.ts';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { readHost } from '#sim/x86/cpu/physical.ts';
import { startRun } from '../sim/vmm/startRun.ts';

type Link = Record<string, string>;

/** The state that a link tells, and the one at the end of its story. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
const tellAll = (link: Link): State => stepTimes(lab as never, tell(link), 1500);
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;
const moment = (name: keyof typeof lab.moments): State => tell(lab.moments[name] ?? {});

describe('the kernel’s 64 updates', () => {
  test.each([
    [{ how: 'trap' }, 64],
    [{ how: 'hypercall' }, 64],
    [{ how: 'multicall', batch: '8' }, 8],
    [{ how: 'multicall', batch: '64' }, 1],
    [{ how: 'multicall', batch: '60' }, 2],
    [{ how: 'multicall', batch: '1' }, 64],
  ])('under %j cross %i times, and all of them are made', (link: Link, crossings) => {
    const state = tellAll(link);
    expect([reading(state, 'updateCrossings'), reading(state, 'updates')]).toEqual([crossings, 64]);
    expect(updatesOf(state.run)).toEqual(Array(64).fill('made'));
    expect(state.run.end).toBe('debug-exit');
  });
  test('cost 1000 updates what the prices say: one crossing each, or a 64th of one', () => {
    expect(reading(tellAll({ how: 'hypercall' }), 'perThousand')).toBe((2030 + 100) * 1000);
    expect(reading(tellAll({ how: 'multicall', batch: '64' }), 'perThousand')).toBe(
      Math.round(2030_000 / 64 + 100_000),
    );
  });
  test('map what the same kernel, unmodified, maps on bare metal', () => {
    const made = assemble(kernel);
    if (!('program' in made)) throw new Error('faults');
    const bare = advanceRun(startRun(made.program, 'bare', tell({}).run.settings), 100_000).run;
    expect(bare.end).toBe('debug-exit');
    const entries = (run: typeof bare) =>
      updatesOf(run).map(
        (_, i) => readHost(run.guest.memory, (run.program.symbols.get('TABLE') ?? 0) + i * 4, 4) >>> 12,
      );
    expect(entries(tellAll({}).run)).toEqual(entries(bare));
  });
  test('mmuext_op is told by every command of its list, or by how many there are', () => {
    const told = (commands: string, locale: 'en' | 'zh-CN' = 'en') =>
      lab.caption(tell({ program: kernel.replace('mov ecx, 2\n', `mov ecx, ${commands}\n`), at: '10' }))[locale];
    expect(told('0')).toContain('an empty list');
    expect(told('1')).toMatch(/^The hypervisor checks every entry of a page directory.*, and the kernel goes on/);
    expect(told('2')).toMatch(/2 commands.*: it checks every entry.*; it has the processor walk/);
    expect(told('2', 'zh-CN')).toMatch(/2 条命令：把一个页目录.*；让处理器从此走/);
    const roots = '  dd 6, 0, 0\n'.repeat(5);
    const flushes = kernel.replace('mov ecx, 2\n', 'mov ecx, 5\n').replace('root:\n', `root:\n${roots}`);
    expect(lab.caption(tell({ program: flushes, at: '10' })).en).toContain('the 5 commands of the list');
  });
  test('while they are put by in a list, nobody crosses', () => {
    const state = moment('queued');
    expect(updatesOf(state.run).filter((update) => update === 'queued')).toHaveLength(3);
    expect(reading(state, 'updateCrossings')).toBe(0);
    expect(lab.caption(state).en).toContain('no crossing');
  });
  test.each([{ how: 'trap' }, { how: 'hypercall' }, { how: 'multicall', batch: '64' }])(
    'one that maps a page table writable is refused under %j, and the other 63 are made',
    (link: Link) => {
      const state = tellAll({ ...link, moves: 'spoil.9', at: '1' });
      expect([reading(state, 'updates'), reading(state, 'refused')]).toEqual([63, 1]);
      expect(updatesOf(state.run)[9]).toBe('refused');
    },
  );
  test('a spoiled update can be put right again before its turn, and not after', () => {
    expect(updatesOf(tell({ moves: 'spoil.9 spoil.9', at: '2' }).run)[9]).toBe('waiting');
    const late = tell({ at: '14' });
    expect(model.act?.(late, ['spoil', 0])).toBe(late);
  });
});

describe('a system call', () => {
  test('in 32-bit mode never visits the hypervisor', () => {
    const state = tellAll({ calls: '20' });
    expect([reading(state, 'systemCalls'), reading(state, 'systemCallVisits')]).toEqual([21, 0]);
  });
  test('in 64-bit mode visits it twice, once each way', () => {
    const [few, many] = ['3', '20'].map((calls) => Number(reading(tellAll({ calls, bits: '64' }), 'systemCallVisits')));
    expect((many ?? 0) - (few ?? 0)).toBe(2 * 17);
  });
  test('in 64-bit mode comes to the kernel in ring 3', () => {
    expect(reading(moment('kernel-64'), 'ring')).toBe(3);
    expect(reading(moment('system-call-32'), 'ring')).toBe(1);
    expect(reading(moment('system-call-64'), 'ring')).toBe(0);
  });
});

describe('an unmodified kernel', () => {
  test('is refused at its first privileged instruction', () => {
    const state = tellAll({ kernel: 'unmodified' });
    expect([state.run.end, reading(state, 'refusedAt')]).toEqual(['refused', expect.stringContaining('lgdt')]);
    expect(reading(state, 'updates')).toBe(0);
  });
});

describe('the answer of CPUID', () => {
  test('hidden, it costs an unmodified Linux its kvm-clock and not its disk', () => {
    const [shown, hidden] = [identify('linux', true), identify('linux', false)];
    expect([shown.clock, shown.disk]).toEqual(['kvm-clock', 'virtio-blk']);
    expect(hidden.clock).not.toEqual(shown.clock);
    expect([hidden.disk, hidden.knows]).toEqual(['virtio-blk', 'no']);
  });
  test('does not matter to a kernel that was built for Xen, nor to one that never asks', () => {
    for (const asker of ['linux-pv', 'old'] as const) expect(identify(asker, true)).toEqual(identify(asker, false));
  });
});

describe('asked before the step', () => {
  const answer = (link: Link) => {
    const state = tell(link);
    const ask = asks(state);
    return ask && [ask.key, ask.right(model.step(state))];
  };
  test.each([
    [{ at: '10' }, ['update-hypercall', 'xen']],
    [{ how: 'trap', at: '12' }, ['update-trap', 'xen']],
    [{ how: 'multicall', at: '10' }, ['update-multicall', 'stays']],
    [{ how: 'multicall', at: '18' }, ['list-full', 'one']],
    [{ moves: 'spoil.0 11', at: '12' }, ['wrong-entry', 'refuses']],
    [{ how: 'multicall', batch: '64', at: '77' }, ['system-call-32', 'kernel']],
    [{ how: 'multicall', batch: '64', bits: '64', at: '78' }, ['system-call-64', 'xen']],
    [{ kernel: 'unmodified' }, ['unmodified', 'lgdt']],
  ])('%j: %j', (link: Link, wanted) => {
    expect(answer(link)).toEqual(wanted);
  });
});

test('other programs of the gallery run as well, and say what leaves them', () => {
  for (const program of Object.keys(lab.controls.program.gallery)) {
    const state = tellAll({ program: `@${program}` });
    expect(['debug-exit', undefined]).toContain(state.run.end);
    expect(lab.caption(state)['zh-CN']).not.toBe('');
  }
});

test('no scene has more than 110 marks, and texts fit their boxes on both sheets', () => {
  for (const name of Object.keys(lab.moments)) {
    const state = tell(lab.moments[name] ?? {});
    for (const sheet of Object.keys(sheets) as (keyof typeof sheets)[]) {
      const marks = lab.scene(state, sheet);
      expect(marks.length).toBeLessThanOrEqual(110);
      for (const mark of marks)
        if (mark.kind === 'box')
          for (const said of [mark.text, mark.sub])
            for (const locale of locales) {
              const words = typeof said === 'string' ? said : (said?.[locale] ?? '');
              const width = [...words].reduce(
                (all, char) => all + (/\p{Script=Han}|[，（）：／]/u.test(char) ? 1.64 : 1),
                0,
              );
              const letter = (mark.mono ? 0.605 : 0.54) * (sheet === 'wide' ? 19 : 12.5);
              expect(width * letter, `${name} ${sheet} ${words}`).toBeLessThanOrEqual(mark.place.w + 2);
            }
    }
  }
});

describe('not asked', () => {
  const keys = (link: Link, most = 200) => {
    const found: [string, string][] = [];
    let state = tell(link);
    for (let i = 0; i < most; i++) {
      const ask = asks(state);
      const next = model.step(state);
      if (ask) found.push([ask.key, ask.right(next)]);
      state = next;
    }
    return found;
  };
  test('about a full list, once it has been carried out', () => {
    expect(asks(moment('batch-made'))).toBeUndefined();
    expect(keys({ how: 'multicall' }).filter(([key]) => key === 'list-full')).toEqual(
      Array.from({ length: 8 }, () => ['list-full', 'one']),
    );
  });
  test('about a system call where a timer’s event comes next', () => {
    for (const [key, right] of keys({ program: '@two-tasks' }))
      expect([key, right]).toEqual(['system-call-32', 'kernel']);
  });
  test('about LGDT where an unmodified kernel comes to a port first, or to nothing', () => {
    for (const program of ['@hello', '@sieve']) expect(asks(tell({ kernel: 'unmodified', program }))).toBeUndefined();
  });
});

test('a refusal is told of the list that held it, not of those that follow; one call is one call', () => {
  const told = (link: Link): string[] => {
    const found: string[] = [];
    let state = tell(link);
    for (let i = 0; i < 100; i++) {
      state = model.step(state);
      const { en } = lab.caption(state);
      if (en.includes('of the list in one visit')) found.push(en);
    }
    return found;
  };
  const refusals = told({ how: 'multicall', moves: 'spoil.3', at: '1' }).map((text) => text.includes('refuses'));
  expect(refusals).toEqual([true, false, false, false, false, false, false, false]);
  expect(told({ how: 'multicall', batch: '1' })[0]).toContain('the one call of the list');
});

test('a refused store is told as a page fault, a flush as a flush, and a write to the console answers 0', () => {
  const told = (link: Link, most = 400): string => {
    let state = tell(link);
    let all = '';
    for (let i = 0; i < most; i++) {
      state = model.step(state);
      all += `${lab.caption(state).en}\n`;
    }
    return all;
  };
  expect(told({ how: 'trap', moves: 'spoil.3', at: '1' })).toContain('handler gets the page fault');
  const kernelOfManyCalls = told({ program: '@traced-kernel' });
  expect(kernelOfManyCalls).toContain('takes one page out of the TLB');
  expect(kernelOfManyCalls).toContain('has the processor walk a checked directory from now on');
  expect(told({ program: '@hello' })).toContain('to the serial port, and the kernel goes on with EAX = 0');
});
