// @vitest-environment node
import { execFileSync } from 'node:child_process';
import { describe, expect, it, test, vi } from 'vitest';
import { readRun } from '#kit/link.ts';
import { replay, replayToEnd } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import lab from '#labs/one-guest/lab.ts';
import { techniques } from '#sim/vmm/technique.ts';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import { generate } from '../sim/x86/generate.ts';

// A busy machine takes its time.
vi.setConfig({ testTimeout: 120_000 });

type Link = Readonly<Record<string, string>>;

function runOf(link: Link) {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return run;
}
const stateAt = (link: Link, at: number) => replay(lab, runOf(link).params, takeMoves([], at));
const endOf = (link: Link) => replayToEnd(lab, { params: runOf(link).params, moves: [] });
const values = (state: Parameters<typeof lab.readings>[0]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(lab.readings(state)).map(([name, { value }]) => [name, value]));
const faithful = ['bare', 'interpreter', 'binary-translation', 'hardware'] as const;

describe('readings', () => {
  it('of a run to its end are what was asked for', () => {
    expect(values(endOf({ technique: 'bare', program: '@hello' }))).toMatchObject({
      serial: 'Hello from ring 0\n',
      end: 'debug-exit',
      instructions: 321,
      crossings: {},
      equivalent: true,
      divergence: null,
    });
  });

  it('name the line, the instruction and what differs where a guest first differs', () => {
    expect(values(endOf({}))).toMatchObject({
      end: 'diverged',
      equivalent: false,
      divergence: { line: 62, instruction: 'popf', what: 'eflags.IF', here: 0, bare: 512 },
    });
  });

  it('count crossings by their reason', () => {
    expect(values(endOf({ technique: 'hardware', program: '@hello' })).crossings).toEqual({
      '48 EPT violation': 2,
      '30 I/O instruction': 37,
    });
    expect(values(endOf({ technique: 'paravirtual' })).crossings).toMatchObject({ 'hypercall stack_switch': 1 });
  });

  it.each(faithful)('%s: every gallery program is equivalent to bare metal', (technique) => {
    for (const { id } of gallery)
      expect({ id, ...values(endOf({ technique, program: `@${id}` })) }).toMatchObject({
        id,
        equivalent: true,
        end: 'debug-exit',
      });
  });

  it('of an interpreter and a paravirtual guest say what they are worth when they have ended', () => {
    for (const technique of ['interpreter', 'paravirtual']) {
      expect(values(stateAt({ technique }, 10)).equivalent).toBeNull();
      expect(values(endOf({ technique })).equivalent).toBe(true);
    }
  });

  it('say that the budget is spent, and nothing sooner', () => {
    const link = { technique: 'bare', program: '%include "prelude.inc"\nstart: jmp start' };
    expect(values(stateAt(link, 999_999)).end).toBeNull();
    expect(values(endOf(link))).toMatchObject({ end: 'budget', instructions: 1_000_000 });
  });

  it('say which instruction a kernel that knows no hypervisor is refused for', () => {
    const state = endOf({ technique: 'paravirtual', program: '@which-ring' });
    expect(values(state)).toMatchObject({ end: 'refused', equivalent: false });
    expect(lab.caption(state).en).toMatch(/refused \(.+\)/);
  });

  it('show for every price where it is from and how sure it is, and take the reader’s', () => {
    const prices = Object.entries(lab.readings(stateAt({}, 1))).filter(([name]) => name.startsWith('price'));
    expect(prices).toHaveLength(17);
    for (const [, { source }] of prices) {
      expect(source?.en).toMatch(/\((seen|measured|derived|assumed)\)$/);
      expect(source?.['zh-CN']).toMatch(/（(见于原文|实测|推算|假定)）$/);
    }
    expect(lab.readings(stateAt({}, 1)).priceInstruction?.source?.en).toMatch(/\(assumed\)$/);
    const cheap = endOf({
      technique: 'hardware',
      program: '@hello',
      priceExit: '0',
      priceEntry: '0',
      priceEptViolation: '0',
    });
    expect(values(cheap)).toMatchObject({ cyclesOfVmm: 0, priceExit: 0 });
    expect(lab.readings(cheap).priceExit?.source?.en).toMatch(/^set by you; listed: 1931/);
    const modern = endOf({ technique: 'hardware', program: '@hello', processor: 'modern' });
    expect(Number(values(modern).cycles)).toBeLessThan(
      Number(values(endOf({ technique: 'hardware', program: '@hello' })).cycles),
    );
  });
});

describe('side by side', () => {
  it('a step is one event of the guest, so that every technique stands at the same instruction', () => {
    for (const program of ['@traced-kernel', '@two-tasks', '@table-updates', '@timer-tick'])
      for (const at of [1, 40, 600, 880, 5100, 6950, 8160]) {
        const bare = stateAt({ technique: 'bare', program }, at);
        for (const technique of ['interpreter', 'binary-translation', 'hardware']) {
          const { run } = stateAt({ technique, program }, at);
          expect([program, at, technique, run.guest.cpu.eip, run.events]).toEqual([
            program,
            at,
            technique,
            bare.run.guest.cpu.eip,
            bare.run.events,
          ]);
        }
      }
  });

  it('a generated program too', () => {
    for (const technique of ['binary-translation', 'hardware']) {
      const program = generate(9);
      for (const at of [5000, 5700, 6300])
        expect(stateAt({ technique, program }, at).run.guest.cpu.eip).toBe(
          stateAt({ technique: 'bare', program }, at).run.guest.cpu.eip,
        );
    }
  });

  it('a crossing is folded into the event that it is made for', () => {
    const { last } = stateAt({ technique: 'hardware', program: '@hello' }, 1);
    expect(last?.deeds.map(({ kind }) => kind)).toEqual(['leave', 'handle', 'enter', 'run']);
  });
});

describe('steps', () => {
  it.each(techniques)('%s: many at once are as many one by one', (technique) => {
    for (const program of ['@hello', '@timer-tick', '@self-modifying']) {
      let one = stateAt({ technique, program }, 0);
      for (let i = 0; i < 160; i++) one = lab.model.step(one);
      const many = stateAt({ technique, program }, 160);
      expect(values(one)).toEqual(values(many));
      expect(lab.scene(one, 'wide')).toEqual(lab.scene(many, 'wide'));
      expect(lab.caption(one)).toEqual(lab.caption(many));
    }
  });

  it('a program of 100,000 instructions is sought through in moments', () => {
    const params = runOf({ technique: 'hardware', program: '@sieve' }).params;
    let state = lab.model.init(params);
    // As the page does it: 256 states are kept, and the rest is replayed from the nearest.
    const kept = [state];
    while (state.run.end === undefined) {
      state = lab.model.advance?.(state, 512).state ?? state;
      kept.push(state);
    }
    const times = [3, 57, 111, 150, 199].map((at) => {
      const before = performance.now();
      lab.model.advance?.(kept[at] ?? state, 511);
      return performance.now() - before;
    });
    expect(kept.length).toBeGreaterThan(200);
    // A frame is 16 ms; a busy machine that runs other tests gets five.
    expect(times.sort((a, b) => a - b)[2]).toBeLessThan(80);
  });

  it('a text with faults is a message with line and column, and no machine', () => {
    const { dropped } = readRun(lab.controls, { program: 'start:\n mov eax, [bad\n' });
    expect(dropped[0]?.right.en).toBe('line 2, column 15: Expected “]”.');
  });
});

describe('captions', () => {
  test.each([
    [{ program: '@hello' }, 1, /faults with #PF.*fills its shadow/],
    [{ technique: 'hardware', program: '@hello' }, 1, /VM exit, reason 48 EPT violation.*maps guest-physical/],
    [{ technique: 'binary-translation', program: '@hello' }, 1, /the block that begins here is translated/],
    [{ technique: 'interpreter', program: '@hello' }, 1, /the interpreter carries it out/],
    [{}, 2591, /popf: it runs on the processor itself.*IF is 0, on bare metal 1/],
  ] as const)('%j at %i', (link, at, words) => {
    expect(lab.caption(stateAt(link, at)).en).toMatch(words);
  });
});

it('from the command line a file of one’s own is run to its end', () => {
  const out = execFileSync(
    process.execPath,
    ['src/tools/sim.ts', 'one-guest', '--set', 'program=@hello', '--set', 'technique=bare', '--to-end'],
    { encoding: 'utf8' },
  );
  const { readings, steps, ended } = JSON.parse(out) as {
    readings: Record<string, unknown>;
    steps: number;
    ended: string;
  };
  expect({ ...readings, steps, ended }).toMatchObject({
    serial: 'Hello from ring 0\n',
    end: 'debug-exit',
    instructions: 321,
    equivalent: true,
    divergence: null,
    steps: 322,
    ended: 'finished',
  });
});

describe('asked before the step', () => {
  /** Every question of a story, with its right answer and the reason for it. */
  const asked = (link: Link, most = 1000) => {
    const found: { readonly text: string; readonly answer: string; readonly why: string }[] = [];
    let state = stateAt(link, 0);
    for (let i = 0; i < most; i++) {
      const next = lab.model.step(state);
      if (next === state) break;
      const ask = lab.asks?.(state);
      const answer = ask?.right(next) ?? '';
      if (ask) found.push({ text: ask.text.en, answer, why: ask.options[answer]?.why.en ?? '' });
      state = next;
    }
    return found;
  };
  it.each([
    [{ stopAtDivergence: 'false', program: '@system-call' }, 'int 0x80', 'yes', /IDT that the processor really holds/],
    [{ technique: 'paravirtual', program: '@system-call' }, 'int 0x82', 'yes', /knows of its hypervisor/],
    [{ technique: 'paravirtual', program: '@system-call' }, 'int 0x80', 'no', /straight to ring 1/],
    [{ technique: 'binary-translation', program: '@timer-tick' }, 'hlt', 'yes', /callout/],
    [{ technique: 'hardware', program: '@hello' }, 'in al, dx', 'yes', /execution control asks for this exit/],
  ] as const)('%j: the reason for %s is what happens', (link, instruction, answer, why) => {
    const question = asked(link).find(({ text }) => text.includes(`${instruction}.`));
    expect(question?.answer).toBe(answer);
    expect(question?.why).toMatch(why);
  });
  it('is nothing about an instruction that no longer runs, for the guest has ended', () => {
    for (const technique of ['bare', 'deprivileged', 'binary-translation'])
      expect(asked({ technique, program: '@hello' }).filter(({ text }) => text.includes('cli'))).toEqual([]);
  });
  it('blames a hole only where an instruction of an outer ring does something else', () => {
    const stray = { technique: 'binary-translation', segmentLimits: 'false', program: '@stray-write' };
    expect(asked(stray, 1700).some(({ text }) => text.includes('outer ring'))).toBe(false);
    expect(asked({ program: '@which-ring' }).some(({ text }) => text.includes('outer ring'))).toBe(true);
  });
});
