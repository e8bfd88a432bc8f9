import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { offers, replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales, say } from '#kit/text.ts';
import lab from '#labs/rings-and-traps/lab.ts';
import type { State } from '#labs/rings-and-traps/state.ts';
import { runs } from '../runs.ts';

type Link = Record<string, string>;

/** The state that a link tells. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
const moment = (name: string, more: Link = {}): State => tell({ ...lab.moments[name], ...more });
const tellAll = (link: Link): State => stepTimes(lab as never, tell(link), 200_000);
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;
const flags = (state: State) => {
  const of = (side: string) => (reading(state, side) as Record<string, string> | null)?.if;
  return [of('virtual'), of('real')];
};

describe('one instruction after another', () => {
  test('CLI is refused in ring 1, and the VMM changes the virtual flag only', () => {
    expect(lab.caption(moment('refused')).en).toContain('refuses `cli`: exception #GP(0)');
    expect(flags(moment('refused'))).toEqual(['1', '1']);
    expect(flags(moment('emulated'))).toEqual(['0', '1']);
    expect(flags(moment('returned'))).toEqual(['0', '1']);
  });
  test('on bare metal CLI is one step, and the only flag there is goes to 0', () => {
    expect(flags(tell({ technique: 'bare', at: '9' }))).toEqual([undefined, '0']);
    expect(reading(tellAll({ technique: 'bare' }), 'traps')).toBe(0);
  });
  test('ADD and LOOP run without the VMM, and five instructions of this kernel do not', () => {
    expect(reading(moment('direct'), 'traps')).toBe(0);
    expect(reading(tellAll({}), 'traps')).toBe(5);
  });
  test('a thousand additions cost one trap, at their very end', () => {
    const end = tellAll({ program: '@add-loop' });
    expect([reading(end, 'instructions'), reading(end, 'traps')]).toEqual([2003, 1]);
  });
  test('INTO traps where there is an overflow to report, and not otherwise', () => {
    const program = (first: string) =>
      `%include "prelude.inc"\nstart:\n  mov al, 127\n  add al, ${first}\n  into\n  out DEBUG_EXIT, al\n`;
    const causes = (first: string) => reading(tellAll({ program: program(first) }), 'crossings');
    expect(causes('0')).not.toHaveProperty(['int 04']);
    expect(causes('1')).toHaveProperty(['int 04'], 1);
  });
  test('what OUT sends reaches the guest’s serial port, and HLT puts the virtual processor to sleep', () => {
    expect(reading(moment('port'), 'serial')).toBe('A');
    expect(lab.caption(moment('end')).en).toContain('nothing will wake it');
  });
  test('with paging on and address spaces changing, the real CR3 never moves', () => {
    const [here, later] = [tell({}), moment('spaces')];
    const cr3 = (state: State, side: string) => (reading(state, side) as Record<string, string>).cr3;
    expect(cr3(later, 'virtual')).toBe('0010_2000');
    expect(cr3(later, 'real')).toBe(cr3(here, 'real'));
  });
});

describe('a system call', () => {
  test('passes through ring 0 on its way in, and on its way out does not', () => {
    const call = moment('call');
    expect(call.path).toMatchObject({ ring: 3, crossing: { reason: 'int 80', vector: 0x80 } });
    expect(call.path?.handled?.changes).toEqual([{ row: 'cpl', from: '3', to: '0' }]);
    const outward = moment('outward');
    expect(outward.path).toBeUndefined();
    expect(lab.caption(outward).en).toContain('leaves ring 1 for ring 3');
  });
  test('costs 2,313 cycles of the VMM, and 243 on bare metal', () => {
    const spent = (link: Link, name: string, from: number) =>
      Number(reading(tell({ ...link, at: String(from + 2) }), name)) -
      Number(reading(tell({ ...link, at: String(from) }), name));
    expect(spent({ program: '@one-call' }, 'vmmCycles', Number(lab.moments['before-call']?.at))).toBe(2313);
    const bare = { program: '@one-call', technique: 'bare' };
    const at = Number(lab.moments['call-bare']?.at);
    expect(spent(bare, 'guestCycles', at - 1)).toBe(243 + 1);
  });
  test('an application’s CLI is refused on bare metal too: the guest’s kernel gets the exception', () => {
    expect(lab.caption(moment('trespass')).en).toContain('hands #GP(0) on to the guest’s kernel');
    expect(reading(tellAll({ program: '@one-call' }), 'equivalent')).toBe(true);
  });
  test('why an exception is handed on is said of the guest’s own state, which bare metal may never have been in', () => {
    const strayed = tell({ program: '@one-call', ring: '3', stop: 'false', at: '29' });
    expect(strayed.run.divergence).toBeDefined();
    expect(lab.caption(strayed).en).toMatch(
      /^Bare metal in the guest’s state would refuse `iret` too, .* hands #GP\(18h\)/,
    );
  });
  test('what is handed on is what the guest gets: not the user bit of a ring that it does not know of, nor an INT', () => {
    const fault = tell({ program: '@page-fault', ring: '3', at: '2648' });
    expect(fault.path?.crossing.errorCode).toBe(6);
    expect(lab.caption(fault).en).toContain('hands #PF(2) on');
    const program = String(lab.controls.program.gallery['one-call']?.text).replace('int 0x80', 'int 0x81');
    expect(lab.caption(tell({ program, at: '25' })).en).toContain('hands #GP(40Ah) on');
  });
  test('an exception’s vector is a number with its mnemonic, and an interrupt’s is in hexadecimal', () => {
    const back = tell({ program: '@one-call', at: '36' });
    expect(lab.caption(back).en).toContain('handler of vector 13 (#GP)');
    expect(lab.caption(back)['zh-CN']).toContain('向量 13（#GP）');
    expect(lab.caption(tell({ program: '@held-tick', at: '118' })).en).toContain('handler of vector 20h');
  });
  test('a guest that traces itself is not said to have been refused', () => {
    const lines = ['mov esp, STACK', 'push dword 0x102', 'popf', 'nop'].join('\n');
    const traced = tell({ program: `%include "prelude.inc"\nstart:\n${lines}\n`, stop: 'false', at: '4' });
    expect(lab.caption(traced).en).toContain('With TF 1 the processor traps behind `nop`');
  });
  test('with the kernel in ring 3, its IRET to ring 3 leaves the stack where it was', () => {
    expect(moment('ring-3').run.divergence).toMatchObject({ instruction: 'iret', what: 'esp' });
  });
});

describe('interrupts', () => {
  test('a tick that comes while the virtual IF is 0 is held, and delivered after STI', () => {
    expect(flags(moment('tick'))).toEqual(['0', '1']);
    expect(moment('held').path?.handled?.work.key).toBe('hold');
    expect(moment('delivered').path?.handled).toMatchObject({ work: { key: 'deliver' } });
    expect(reading(tellAll({ program: '@held-tick' }), 'end')).toBe('debug-exit');
  });
  test('a tick held right behind STI is not one that came while the virtual IF was 0', () => {
    const text = String(lab.controls.program.gallery['held-tick']?.text);
    const delivered = (rounds: string, at: string): State =>
      tell({ program: text.replace('mov ecx, 45', `mov ecx, ${rounds}`), at });
    const [behindSti, masked] = [delivered('36', '108'), delivered('37', '109')];
    for (const { path } of [behindSti, masked])
      expect([path?.crossing.reason, path?.handled?.work.key]).toEqual(['window', 'deliver']);
    expect([behindSti, masked].map((state) => lab.goals.held?.reached(state))).toEqual([false, true]);
  });
  test('the guest gets it at the very instruction at which bare metal would give it', () => {
    expect(reading(tellAll({ program: '@held-tick' }), 'equivalent')).toBe(true);
  });
  test('a disk of another guest is served although this guest has executed CLI, and changes nothing here', () => {
    const disk = moment('disk');
    expect(flags(disk)).toEqual(['0', '1']);
    expect(reading(disk, 'crossings')).toMatchObject({ 'other guest': 1 });
    const later = tell({ moves: '13 disk 1', at: '40' });
    expect(reading(later, 'virtual')).toEqual(reading(tell({ at: '26' }), 'virtual'));
  });
  test('the other guest’s disk is offered while this guest runs, and not on bare metal', () => {
    const offered = (link: Link) => offers(lab as never, tell(link), ['disk']);
    expect([offered({ at: '3' }), offered({ at: '11' }), offered({ technique: 'bare', at: '3' })]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test('with whole traps as steps, the guest keeps in step with bare metal to the very end', () => {
  const link = { program: '@held-tick', pace: 'whole' };
  for (const at of ['10', '40', '75', '90']) {
    const [here, bare] = ['deprivileged', 'bare'].map((technique) => tell({ ...link, technique, at }));
    expect(here?.run.instructions).toBe(bare?.run.instructions);
    expect(here?.run.guest.cpu.eip).toBe(bare?.run.guest.cpu.eip);
  }
});

describe('what does not trap', () => {
  test('POPF is the first instruction after which the guest differs, and the machine names it', () => {
    const { divergence } = moment('popf').run;
    expect(divergence).toMatchObject({ instruction: 'popf', what: 'eflags.IF' });
    expect(reading(moment('popf'), 'traps')).toBe(reading(moment('before-popf'), 'traps'));
  });
  test('let to go on, the guest never wakes again; on bare metal it ends', () => {
    expect(reading(moment('hang'), 'end')).toBe('halted');
    expect(reading(tellAll({ program: '@restore-flags', technique: 'bare' }), 'end')).toBe('debug-exit');
  });
});

const gallery = Object.keys(lab.controls.program.gallery ?? {});

const paces = gallery.flatMap((name) => ['third', 'whole'].map((pace) => [name, pace] as const));

test.each(paces)('%s runs in bulk as it does step by step, each step a %s', (name, pace) => {
  const { run } = readRun(lab.controls, { program: `@${name}`, stop: 'false', pace });
  const first = lab.model.init(run.params);
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 400 }), (times) => {
      let now = first;
      for (let i = 0; i < times; i++) now = lab.model.step(now);
      const { state } = lab.model.advance?.(first, times) ?? { state: first };
      const words = [now, state].map((each) => JSON.stringify([lab.readings(each), lab.scene(each, 'wide')]));
      expect(words[0]).toBe(words[1]);
    }),
    { numRuns: runs(3), seed: 5 },
  );
});

test('a fault in a program names its line and what would be right, in both languages', () => {
  const [fault] = lab.controls.program.check('%include "prelude.inc"\nstart:\n  cly');
  expect(fault).toMatchObject({ line: 3 });
  for (const locale of locales) expect(fault?.message[locale]).toContain('cly');
});

/** Units that a text takes at a letter size: sans .55 em and mono .6 em a letter, 1 em a Chinese one. */
const widthOf = (words: string, size: number, mono: boolean): number =>
  [...words].reduce((sum, c) => sum + (c > '⺀' ? 1 : mono ? 0.6 : 0.55) * size, 0);

test.each(gallery)('the words of %s fit their boxes, on both sheets, in both languages', (name) => {
  for (const technique of ['deprivileged', 'bare']) {
    const { run } = readRun(lab.controls, { program: `@${name}`, technique });
    let state = lab.model.init(run.params);
    for (let i = 0; i < 150; i++) {
      for (const sheet of ['wide', 'tall'] as const)
        for (const mark of lab.scene(state, sheet)) {
          if (mark.kind !== 'box') continue;
          for (const words of [mark.text, mark.sub])
            for (const locale of words === undefined ? [] : locales)
              expect(
                widthOf(say(words ?? '', locale), sheet === 'wide' ? 19 : 12.5, mark.mono ?? false),
                `${sheet} ${mark.key}: ${say(words ?? '', locale)}`,
              ).toBeLessThanOrEqual(mark.place.w - 6);
        }
      state = lab.model.step(state);
    }
  }
});

describe('asked before the step', () => {
  /** Keys and texts of a story’s questions. */
  const asked = (link: Link, most: number) => {
    const found: (readonly [string, string])[] = [];
    let state = tell(link);
    for (let i = 0; i < most; i++) {
      const ask = lab.asks?.(state);
      if (ask) found.push([ask.key, ask.text.en]);
      state = lab.model.step(state);
    }
    return found;
  };
  test('a #GP for a segment’s limit or a selector is no privileged instruction', () => {
    const texts = asked({ program: '@stray-write', pace: 'whole' }, 1640).map(([, text]) => text);
    expect(texts.some((text) => text.includes('mov cr3'))).toBe(true);
    expect(texts.filter((text) => /mov (ss|dword)/.test(text))).toEqual([]);
  });
  test('POPF is asked about where it drops a flag, not where it has none to change', () => {
    const popfs = (stop: string) =>
      asked({ program: '@popf-and-interrupts', stop }, 1100).filter(([key]) => key === 'popf');
    expect(popfs('false')).toEqual([]);
    expect(lab.asks?.(moment('before-popf'))?.key).toBe('popf');
  });
});

test('a tick right behind STI is kept though the virtual IF is 1, and nothing else is said', () => {
  const text = lab.controls.program.gallery['held-tick']?.text ?? '';
  const kept = tell({ program: text.replace('TIMER_COUNT 40', 'TIMER_COUNT 49'), at: '113' });
  expect([kept.path?.handled?.work.key, flags(kept)]).toEqual(['hold', ['1', '1']]);
  expect(lab.caption(kept).en).toContain('behind the instruction after it');
});
