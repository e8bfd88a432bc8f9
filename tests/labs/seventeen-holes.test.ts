import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { sheets } from '#kit/mark.ts';
import { replay, replayToEnd } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { controls } from '#labs/seventeen-holes/controls.ts';
import { sentBy } from '#labs/seventeen-holes/guest.ts';
import lab from '#labs/seventeen-holes/lab.ts';
import type { State } from '#labs/seventeen-holes/model.ts';
import { moments } from '#labs/seventeen-holes/moments.ts';

type Link = Record<string, string>;

/** The state that a link tells. */
function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
const tellAll = (link: Link): State => replayToEnd(lab as never, readRun(lab.controls, link).run) as State;
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;
const guestOf = (state: State) => {
  if (state.kind !== 'running' || !state.guest) throw new Error('no guest runs');
  return state.guest;
};

describe('one instruction at a time', () => {
  test('an instruction in hand is run when its place is chosen, and the bet is answered', () => {
    const state = tell({ moves: 'pick.popf place.caught', at: '2' });
    expect([reading(state, 'holes'), reading(state, 'betsMade'), reading(state, 'bets')]).toEqual([1, 1, 0]);
    expect(lab.caption(state).en).toContain('Not “caught”');
  });
  test('places can be chosen only while an instruction is in hand', () => {
    const places = (state: State) => lab.scene(state, 'wide').filter(({ move }) => move?.[0] === 'place').length;
    expect([places(tell({})), places(tell(moments['in-hand'])), places(tell(moments.popf))]).toEqual([0, 4, 0]);
  });
  test.each([
    ['pentium', 19, 'broken'],
    ['umip', 14, 'broken'],
    ['vtx', 0, 'holds'],
    ['s370', 0, 'holds'],
    ['riscv', 0, 'holds'],
    ['arm', 0, 'holds'],
  ])('%s: %i holes, the condition %s', (cpu, holes, condition) => {
    const state = tellAll({ cpu });
    expect([reading(state, 'holes'), reading(state, 'condition')]).toEqual([holes, condition]);
  });
  test('eighteen of the nineteen are in Robin and Irvine’s list', () => {
    expect(reading(tellAll({}), 'listed')).toBe(18);
  });
  test('while instructions are untried and no hole is found the lamp says nothing', () => {
    expect(reading(tell({ at: '2' }), 'condition')).toBe('open');
  });
});

describe('a guest', () => {
  test('moments stand where they say: before POPF, after it, at the tick and at the crash', () => {
    expect(lab.asks?.(tell(moments['guest-popf']))?.key).toBe('guest-popf');
    expect(guestOf(tell(moments.parted)).divergedAt).toBe(guestOf(tell(moments.parted)).run.instructions);
    expect(guestOf(tell(moments['guest-tick'])).run.deed).toMatchObject({ kind: 'leave', reason: 'interrupt 20' });
    expect(guestOf(tell({ ...moments.crash, at: String(Number(moments.crash.at) - 1) })).symptom).toBeUndefined();
    expect(guestOf(tell(moments.crash)).symptom?.kind).toBe('crash');
    expect(guestOf(tell(moments.hang)).symptom?.kind).toBe('silent');
    expect(guestOf(tell(moments['guest-vtx'])).run.end).toBe('debug-exit');
  });
  test('POPF leaves the virtual IF on, and the crash comes more than a thousand instructions later', () => {
    const guest = guestOf(tellAll({ part: 'guest' }));
    expect(guest.run.divergence).toMatchObject({ instruction: 'popf', what: 'eflags.IF', here: 512, bare: 0 });
    expect((guest.symptom?.at ?? 0) - (guest.divergedAt ?? 0)).toBe(1533);
    expect(guest.run.end).toBe('triple-fault');
  });
  test('under VT-x the same program ends as on bare metal', () => {
    const guest = guestOf(tellAll({ part: 'guest', cpu: 'vtx' }));
    expect([guest.run.end, sentBy(guest.run)]).toEqual(['debug-exit', 'second job\nfirst job\n']);
    expect(sentBy(guest.bare)).toBe(sentBy(guest.run));
  });
  test('the kernel’s idiom of PUSHF, CLI and POPF hangs the other way round: interrupts stay off', () => {
    const guest = guestOf(tellAll({ part: 'guest', program: '@critical-section' }));
    expect(guest.run.divergence).toMatchObject({ instruction: 'popf', here: 0, bare: 512 });
    expect(sentBy(guest.bare)).toBe('k');
  });
  test('UMIP mends what tells of the tables and leaves PUSH CS', () => {
    const first = (cpu: string) => guestOf(tellAll({ part: 'guest', cpu, program: '@which-ring' })).run.divergence;
    expect(first('umip')?.instruction).toBe('push cs');
    expect(first('pentium')?.instruction).toBe('push cs');
  });
  test('a guest that faults for ever is run to the budget, and bare metal is not waited for', () => {
    const program = `%define USE_IDT
%include "prelude.inc"
start:
    mov esp, STACK
    call setup_idt
    mov al, 6
    mov ebx, again
    mov cl, GATE_TRAP
    call set_gate
    push cs
    pop eax                     ; 8 on bare metal, 9 in ring 1
    cmp al, 8
    jne fine
again:
    ud2
fine:
    jmp fine
`;
    const guest = guestOf(tell({ part: 'guest', program, at: '8000' }));
    expect(guest.run.instructions).toBeGreaterThan(3000);
    expect(guest.bare.instructions).toBeLessThan(3000);
  });
  test.each(Object.keys(controls.program.gallery))('%s is run without a word of complaint', (name) => {
    for (const cpu of ['pentium', 'umip', 'vtx'])
      expect(guestOf(tell({ part: 'guest', program: `@${name}`, cpu, at: '1500' })).run.instructions).toBeGreaterThan(
        0,
      );
  });
  test('no x86 program is run on a processor that is none', () => {
    const state = tell({ part: 'guest', cpu: 's370' });
    expect(lab.model.step(state)).toBe(state);
    expect(lab.caption(state).en).toContain('needs an x86 processor');
  });
});

test('no sheet is crowded', () => {
  for (const link of Object.values(moments))
    for (const sheet of Object.keys(sheets) as ('wide' | 'tall')[])
      expect(lab.scene(tell(link), sheet).length).toBeLessThanOrEqual(110);
});

test('POPF is asked about only where the flags on the stack hold another IF', () => {
  const asked = (program: string, cpu: string): number => {
    let state = tell({ part: 'guest', cpu, program });
    let count = 0;
    for (let i = 0; i < 1200; i++) {
      if (lab.asks?.(state)) count++;
      state = lab.model.step(state);
    }
    return count;
  };
  const same = '%include "prelude.inc"\nstart: mov esp, STACK\npushf\npopf\nhlt';
  expect([asked(same, 'pentium'), asked(same, 'vtx')]).toEqual([0, 0]);
  expect([asked('@late-crash', 'pentium'), asked('@late-crash', 'vtx')]).toEqual([1, 1]);
});

test('a flag that differs is told as 0 or 1', () => {
  const program = '%include "prelude.inc"\nstart: mov esp, STACK\nmov ax, 8\nverr ax\nsti\npush 0x3202\npopf\nhlt';
  let state = tell({ part: 'guest', program });
  while (guestOf(state).run.divergence === undefined) state = lab.model.step(state);
  expect(lab.caption(state).en).toMatch(/: (ZF|IOPL|IF): [0-3] here, [0-3] on bare metal/);
});
