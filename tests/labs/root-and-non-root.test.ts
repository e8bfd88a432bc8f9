import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { offers, replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { bits } from '#labs/root-and-non-root/bits.ts';
import { cellName, cellOf } from '#labs/root-and-non-root/cell.ts';
import { lineText } from '#labs/root-and-non-root/codeMarks.ts';
import lab from '#labs/root-and-non-root/lab.ts';
import type { State } from '#labs/root-and-non-root/model.ts';
import { ownPrograms } from '#labs/root-and-non-root/programs.ts';
import { runs } from '../runs.ts';

type Link = Record<string, string>;

/** The state that a link tells. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;

/** Every state of a link's story, from its beginning to its end or as far as asked. */
function statesOf(link: Link, most = 400): readonly State[] {
  const states = [tell({ ...link, at: '0' })];
  for (let i = 0; i < most; i++) {
    const last = states.at(-1) as State;
    const next = lab.model.step(last);
    if (next === last) break;
    states.push(next);
  }
  return states;
}

/** The instructions of a story that exited by themselves, and those that ran by themselves, as they are written; first touches of pages left out. */
function fates(link: Link): { readonly exited: readonly string[]; readonly ran: readonly string[] } {
  const [exited, ran]: [string[], string[]] = [[], []];
  for (const state of statesOf(link)) {
    const { deed, settings } = state.run;
    if (deed.kind === 'run') ran.push(lineText(state, deed.address));
    if (deed.kind !== 'leave' || deed.exitReason === 48) continue;
    const fillsShadow = deed.exitReason === 0 && !settings.controls.ept;
    if (!fillsShadow) exited.push(lineText(state, deed.address));
  }
  return { exited, ran };
}

const anyControls = fc.record(Object.fromEntries(bits.map((bit) => [bit, fc.boolean().map(String)])));
const many = { numRuns: runs(25), ...(runs(1) === 1 && { seed: 7 }) };
const own = Object.keys(ownPrograms).filter((name) => name !== 'spin');

describe('what exits, whatever the controls are', () => {
  test('CPUID exits in ring 0 and in ring 3, and CLI, STI and INT never do', () => {
    fc.assert(
      fc.property(anyControls, (controls) => {
        for (const program of ['@tour', '@user', '@sleep', '@vmcall']) {
          const { exited, ran } = fates({ ...controls, program });
          expect(ran).not.toContain('cpuid');
          expect(ran).not.toContain('vmcall');
          expect(exited.filter((line) => /^(cli|sti|int|iret|pushf|popf)\b/.test(line))).toEqual([]);
        }
      }),
      many,
    );
    expect(fates({ program: '@user' }).exited).toContain('cpuid');
    expect(fates({ program: '@vmcall' }).exited).toContain('vmcall');
  });

  test('MOV to CR3 exits if EPT is off or its control is on, and only then', () => {
    for (const ept of ['true', 'false'])
      for (const cr3 of ['true', 'false']) {
        const { exited } = fates({ program: '@cr3', ept, cr3 });
        expect(exited.includes('mov cr3, eax')).toBe(ept === 'false' || cr3 === 'true');
      }
  });

  test.each([
    ['msr', '@tour', 'rdmsr'],
    ['io', '@ports', 'out dx, al'],
    ['hlt', '@sleep', 'hlt'],
    ['pageFaults', '@fault', 'mov ebx, [0x400000]'],
    ['tables', '@fault', 'lgdt [gdtr]'],
  ])('%s decides about an instruction of %s, with EPT: %s', (bit, program, line) => {
    expect(fates({ program, [bit]: 'true' }).exited).toContain(line);
    expect(fates({ program, [bit]: 'false' }).exited).not.toContain(line);
  });

  test('the guest is what it is on bare metal under any controls, whichever of its programs runs', () => {
    fc.assert(
      fc.property(anyControls, fc.constantFrom(...own), (controls, name) => {
        const end = stepTimes(lab as never, tell({ ...controls, program: `@${name}`, at: '0' }), 5000) as State;
        expect([name, reading(end, 'end'), reading(end, 'equivalent')]).toEqual([name, 'debug-exit', true]);
      }),
      many,
    );
  });
});

describe('the pair of mode and ring', () => {
  const told = (link: Link) => statesOf(link).map(({ run }) => cellName(cellOf(run)));

  test('only four places are ever used, and an exit goes to root mode, ring 0, from wherever the guest was', () => {
    for (const name of own) {
      const states = statesOf({ program: `@${name}` });
      for (const state of states) {
        expect(['root 0', 'root 3', 'non-root 0', 'non-root 3']).toContain(cellName(cellOf(state.run)));
        if (state.run.deed.kind === 'leave') expect(cellName(cellOf(state.run))).toBe('root 0');
      }
    }
  });

  test('a system call goes from ring 3 to ring 0 and back, in non-root mode all the while', () => {
    expect(told({}).slice(71, 77)).toEqual([
      'non-root 3',
      'non-root 0',
      'non-root 0',
      'non-root 0',
      'non-root 0',
      'non-root 3',
    ]);
  });

  test('a letter to the serial port goes by KVM to QEMU and back; the interrupt controller’s mask goes no further than KVM', () => {
    expect(told({}).slice(21, 25)).toEqual(['non-root 0', 'root 0', 'root 3', 'non-root 0']);
    expect(told({}).slice(16, 20)).toEqual(['non-root 0', 'root 0', 'root 0', 'non-root 0']);
  });

  test('a sleeping guest is not in the processor: KVM has it until the interrupt that it injects', () => {
    expect(told({ program: '@sleep' }).slice(100, 104)).toEqual(['root 0', 'root 0', 'root 0', 'non-root 0']);
    expect(lab.caption(tell({ program: '@sleep', at: '103' })).en).toContain('vector 20h');
  });
});

describe('what the VMCS says of an exit', () => {
  const information = (moment: string) => {
    const state = tell(lab.moments[moment] ?? {});
    return ['reason', 'qualification', 'interruption'].map((name) => reading(state, name));
  };
  // Written out by hand from SDM vol. 3C, "Basic VM-Exit Information" and "Information for VM Exits Due to Vectored Events".
  test.each([
    ['first-exit', [48, '184h', null]],
    ['serial', [30, '3F80000h', null]],
    ['cr3-without-ept', [28, '3h', null]],
    ['page-fault-asked-for', [0, '400000h', '80000B0Eh']],
    ['interrupt-exits', [1, null, '800000ECh']],
    ['vmcall', [18, '0h', null]],
  ])('%s', (moment, expected) => {
    expect(information(moment)).toEqual(expected);
  });

  test('OUT with the port in the code says so in bit 6', () => {
    expect(reading(tell({ at: '17' }), 'qualification')).toBe('210040h');
  });

  test('the guest state is written at an exit and stays as it was while the guest runs on', () => {
    const { saved } = tell({ at: '7' }).run.vmm as { saved?: { rip: number } };
    const later = tell({ at: '12' });
    expect((later.run.vmm as { saved?: { rip: number } }).saved).toEqual(saved);
    expect(later.run.guest.cpu.eip).toBeGreaterThan(saved?.rip ?? Number.POSITIVE_INFINITY);
  });

  test('its bits can be flipped in root mode only', () => {
    const flip = ['flip', 'cr3'] as const;
    expect(statesOf({}, 40).map((state) => offers(lab as never, state, flip))).toEqual(
      statesOf({}, 40).map(({ run }) => cellOf(run).mode === 'root'),
    );
  });
});

describe('an interrupt of the host’s', () => {
  test('exits at the next step although the guest has executed CLI, and the guest never knows', () => {
    const state = tell({ program: '@spin', moves: '10 interrupt', at: '13' });
    expect([reading(state, 'reason'), reading(state, 'waiting'), reading(state, 'equivalent')]).toEqual([
      1,
      null,
      true,
    ]);
    expect(lab.caption(state).en).toContain('host’s kernel');
  });

  test('without exiting it waits for as long as the guest keeps IF at 0, and no bit can be turned back', () => {
    const state = tell({ program: '@spin', interrupts: 'false', moves: '10 interrupt 900', at: '911' });
    expect(reading(state, 'waiting')).toBe(900);
    expect(lab.scene(state, 'wide').some(({ move }) => move !== undefined)).toBe(false);
  });

  test('without exiting, in a guest with IF at 1, it goes through the guest’s IDT, which knows nothing of it, and the guest shuts down', () => {
    const program = '%include "prelude.inc"\nstart: mov esp, STACK\nsti\nagain: inc eax\njmp again';
    const state = tell({ program, interrupts: 'false', moves: '12 interrupt 4', at: '17' });
    expect([reading(state, 'reason'), reading(state, 'end')]).toEqual([2, 'triple-fault']);
    let exit = tell({ program, interrupts: 'false', moves: '12 interrupt', at: '13' });
    while (reading(exit, 'reason') !== 2) exit = lab.model.step(exit);
    expect(lab.caption(exit).en).toContain('an event that the guest cannot deliver exits, reason 2');
  });
});

test('what the host charges for is exits, each the same, and the more for a first touch', () => {
  const { exit, entry, eptViolation } = tell({}).run.settings.prices;
  const end = stepTimes(lab as never, tell({ at: '0' }), 500) as State;
  const exits = Number(reading(end, 'exits'));
  expect(reading(end, 'reasons')).toMatchObject({ '48 EPT violation': 3 });
  expect(reading(end, 'vmmCycles')).toBe(exits * (exit + entry) + 3 * eptViolation);
  expect(Number(reading(end, 'kvm')) + Number(reading(end, 'qemu'))).toBe(exits);
});

describe('asked before the step', () => {
  const asked = (link: Link, most = 400) =>
    statesOf(link, most).flatMap((state) => {
      const next = lab.model.step(state);
      const ask = next === state ? undefined : lab.asks?.(state);
      return ask ? [{ key: ask.key, answer: ask.right(next), next }] : [];
    });
  test('an instruction that leaves for a page is not said to exit by itself', () => {
    expect(lab.asks?.(tell({ program: '@spin', ept: 'false', at: '1' }))).toBeUndefined();
    for (const ept of ['true', 'false'])
      for (const program of Object.keys(ownPrograms))
        for (const { key, answer } of asked({ program: `@${program}`, ept }))
          if (key === 'cli' || key === 'system-call') expect(answer).toBe('guest');
  });
  test('a first touch is asked about where the instruction is an ordinary one', () => {
    expect(lab.asks?.(tell({ program: '@spin', at: '1' }))).toBeUndefined();
    expect(asked({ program: '@first-touch' }).some(({ key }) => key === 'touch')).toBe(true);
  });
  test('a waiting interrupt is not said to exit where something else does', () => {
    let state = tell({ interrupts: 'false', moves: '10 interrupt', at: '11' });
    for (let i = 0; i < 100; i++) {
      const ask = lab.asks?.(state);
      if (ask?.key.startsWith('interrupt')) expect(ask.right(lab.model.step(state))).toBe('guest');
      state = lab.model.step(state);
    }
  });
});

test('INVD exits whatever the controls say', () => {
  const program = '%include "prelude.inc"\nstart: invd\nhlt';
  const exit = statesOf({ program }).find(({ run: { deed } }) => deed.kind === 'leave' && deed.exitReason === 13);
  expect(exit && lab.caption(exit).en).toContain('no control can prevent it');
});

test('a sentence in Chinese has the manual’s word for an exit beside its own; the box has room for one', () => {
  const asked = tell(lab.moments['page-fault-asked-for'] ?? {});
  expect(lab.caption(asked)['zh-CN']).toContain('原因 0 异常（exception）');
  const box = lab.scene(asked, 'wide').find(({ key }) => key === 'reason');
  expect(box?.text).toEqual({ en: '0 exception', 'zh-CN': '0 异常' });
  const vector = lab.scene(asked, 'wide').find(({ key }) => key === 'means 0');
  expect(vector?.text).toEqual({ en: 'vector 14 (#PF)', 'zh-CN': '向量 14（#PF）' });
});
