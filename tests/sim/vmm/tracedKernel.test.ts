// @vitest-environment node
import { describe, expect, it, vi } from 'vitest';
import type { GuestEvent } from '#sim/vmm/advanceEvents.ts';
import type { Deed } from '#sim/vmm/deed.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { IF } from '#sim/x86/cpu/state.ts';
import { tracedKernel } from '#sim/x86/gallery/tracedKernel.ts';
import { stepMachine } from '#sim/x86/stepMachine.ts';
import { programOf, seen, type Told, tell } from './harness.ts';

// A busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 });

/**
 * The guest kernel that was traced by hand under every technique. The rows are the hand's; the gallery's program has a label for each step.
 *
 * - `at`: the instructions of the step, in bytes from its label.
 * - `IF`: on bare metal after the step (T0: in the handler).
 * - `naive`: what each traps with in ring 1, or null where it does not trap.
 * - `translated`: entries into the monitor: a callout, a fault, an interrupt; null is in the cache, the same, or direct.
 * - `shadow`, `ept`: basic exit reason under VT-x with shadow tables and with EPT.
 *
 * Faults by which a monitor fills its own tables ("hidden faults", EPT violations) are left out, as in the hand's counts.
 */
interface Row {
  readonly at: readonly number[];
  readonly IF: 0 | 1;
  readonly naive: readonly (string | null)[];
  readonly translated: readonly (string | null)[];
  readonly shadow: readonly (number | null)[];
  readonly ept: readonly (number | null)[];
}

const none = [null] as const;
const gp = ['#GP'] as const;
const callout = ['callout'] as const;
const row = (
  flag: 0 | 1,
  naive: Row['naive'],
  translated: Row['translated'],
  shadow: Row['shadow'],
  ept: Row['ept'],
  at: Row['at'] = [0],
): Row => ({ at, IF: flag, naive, translated, shadow, ept });

const boot: Readonly<Record<string, Row>> = {
  B1_lgdt: row(0, gp, callout, none, none),
  B2_lidt: row(0, gp, callout, none, none),
  B3_ltr: row(0, gp, callout, none, none),
  B4_cr3: row(0, gp, callout, [28], none),
  B5_paging: row(0, gp, callout, [28], [28]),
  // DS and ES do not trap, because the monitor's copy of the descriptor has DPL 1; SS does: its RPL must be the CPL.
  B6_segments: row(
    0,
    [null, null, '#GP'],
    ['callout', 'callout', 'callout'],
    [null, null, null],
    [null, null, null],
    [0, 2, 4],
  ),
  B7_ring_check: row(0, none, none, none, none),
  B8_sidt: row(0, none, none, none, none),
  B9_smsw: row(0, none, none, none, none),
  B10_timer: row(0, ['#GP', '#GP', '#GP'], [null, null, null], [30, 30, 30], [30, 30, 30], [0, 4, 8]),
  B11_sti: row(1, gp, none, none, none),
  B12_iret: row(1, none, callout, none, none),
};

const loop: Readonly<Record<string, Row>> = {
  U1_compute: row(1, none, none, none, none),
  U2_int80: row(1, ['int 80'], ['int 80'], none, none),
  K1_pushf: row(1, none, none, none, none),
  K2_cli: row(0, gp, none, none, none),
  K3_critical: row(0, none, none, none, none),
  K4_popf: row(1, none, none, none, none),
  K5_out: row(1, gp, none, [30], [30]),
  // Under translation the first two stores fault on the trace, and then the store is translated anew: see below.
  K6_pte: row(1, ['#PF'], ['#PF'], [0], none),
  K7_invlpg: row(1, gp, callout, [14], none),
  K8_cr3: row(1, gp, callout, [28], none),
  K9_iret: row(1, none, callout, none, none),
  T0_tick: row(0, ['interrupt 20'], ['interrupt 20'], [1], [1]),
  T1_eoi: row(0, gp, none, [30], [30]),
  T2_iret: row(1, none, callout, none, none),
  I1_cpuid: row(1, none, none, [10], [10], [2]),
  I2_rdtsc: row(1, none, none, none, none),
  I3_sleep: row(1, ['#GP', '#GP'], [null, 'callout'], [null, 12], [null, 12], [0, 1]),
};

type Leave = Extract<Deed, { kind: 'leave' }>;

const leavesOf = ({ deeds }: GuestEvent): readonly Leave[] =>
  deeds.flatMap((deed, i) => {
    const next = deeds[i + 1];
    const fills = next?.kind === 'handle' && (next.work.key === 'fill' || next.work.key === 'map');
    return deed.kind === 'leave' && !fills ? [deed] : [];
  });

/** An interrupt belongs to the step that it begins, not to the instruction that it comes before. */
const isInterrupt = ({ reason }: Leave): boolean => reason.startsWith('interrupt') || reason === '1 external interrupt';

/** Why the processor first left the guest at each of the step's instructions. */
function outcomes({ run, events }: Told, label: string, { at }: Row): readonly (Leave | undefined)[] {
  const start = run.program.symbols.get(label) ?? -1;
  const leaves = events.flatMap(leavesOf);
  return at.map((offset) =>
    label === 'T0_tick'
      ? leaves.find(isInterrupt)
      : leaves.find((leave) => !isInterrupt(leave) && leave.address === start + offset),
  );
}

const reasons = (told: Told, label: string, row: Row) =>
  outcomes(told, label, row).map((leave) => leave?.reason ?? null);
const exits = (told: Told, label: string, row: Row) =>
  outcomes(told, label, row).map((leave) => leave?.exitReason ?? null);

/** Steps that the monitor is entered for, instruction by instruction. */
const entries = (rows: Readonly<Record<string, Row>>, column: 'naive' | 'translated' | 'shadow' | 'ept'): number =>
  Object.values(rows).reduce((sum, row) => sum + row[column].filter((each) => each !== null).length, 0);

const { source } = tracedKernel;
const kernel = programOf(source, ['NO_RING_CHECK']);
/** The program without the holes that a later one is to be seen behind. */
const without = (...changes: readonly (readonly [string, string])[]) =>
  programOf(
    changes.reduce((text, [from, to]) => {
      expect(text).toContain(from);
      return text.replace(from, to);
    }, source),
    ['NO_RING_CHECK'],
  );
const noSidt = ['    sidt [kept_idt]', '    nop'] as const;
const noSmsw = ['    smsw ax\n', '    mov eax, cr0\n'] as const;
const noPopf = ['    popf ', '    add esp, 4\n    sti '] as const;
const noIret = ['T2_iret:\n', 'T2_iret:\n    sti\n'] as const;

describe('the traced kernel on bare metal', () => {
  it.each(Object.entries({ ...boot, ...loop }))('%s leaves IF as it was traced', (label, { IF: flag, at }) => {
    const machine = bootMachine(kernel);
    const last = (kernel.symbols.get(label) ?? 0) + (at.at(-1) ?? 0);
    let event = stepMachine(machine);
    while (event.kind !== 'end' && machine.cpu.eip !== last) event = stepMachine(machine);
    expect(event.kind).not.toBe('end');
    // T0 is the delivery itself: its handler's first instruction is about to run.
    if (label !== 'T0_tick') stepMachine(machine);
    expect((machine.cpu.eflags & IF) === 0 ? 0 : 1).toBe(flag);
  });

  it('and interpreted it enters no monitor', () => {
    for (const technique of ['bare', 'interpreter'] as const)
      expect([...tell(kernel, technique).run.crossings]).toEqual([]);
  });
});

describe('the traced kernel, naively deprivileged', () => {
  /** As it is, and without its holes, so that every step of the loop is reached. */
  const booted = tell(kernel, 'deprivileged', { stopAtDivergence: false }, 6000);
  const told = tell(without(noSidt, noSmsw, noPopf, noIret), 'deprivileged');

  it.each(Object.entries(boot))('%s traps as it was traced', (label, row) => {
    expect(reasons(booted, label, row)).toEqual(row.naive);
  });

  it.each(Object.entries(loop))('%s traps as it was traced', (label, row) => {
    // In the place of T2's IRET stands the STI that mends it; that IRET itself does not trap is shown by what it does, below.
    expect(reasons(told, label, row)).toEqual(label === 'T2_iret' ? ['#GP'] : row.naive);
  });

  it('with the holes mended it runs to its end as on bare metal', () => {
    expect(told.run.divergence).toBeUndefined();
    expect(told.run.guest.devices.uart.sent).toBe('kk every edit seen\n');
  });

  it('enters the monitor 10 times in the boot', () => {
    expect(entries(boot, 'naive')).toBe(10);
  });

  const diverging = (program: typeof kernel) => {
    const { divergence } = tell(program, 'deprivileged').run;
    const label = [...program.symbols]
      .filter(([name, address]) => /^[BKTUI]\d+_/.test(name) && address <= (divergence?.address ?? -1))
      .sort((a, b) => b[1] - a[1])[0]?.[0];
    return { label, what: divergence?.what, here: divergence?.here, bare: divergence?.bare };
  };

  it('B7: PUSH CS tells ring 1, and the kernel panics', () => {
    const program = programOf(source);
    expect(diverging(program)).toEqual({ label: 'B7_ring_check', what: 'memory', here: 9, bare: 8 });
    const { run } = tell(program, 'deprivileged', { stopAtDivergence: false });
    expect(seen(run)).toMatchObject({ serial: 'panic: not in ring 0\n', end: 'debug-exit', code: 3 });
  });

  it('B7: in ring 3 it tells ring 3', () => {
    const { divergence } = tell(programOf(source), 'deprivileged', { kernelRing: 3 }).run;
    expect(divergence).toMatchObject({ what: 'memory', here: 11, bare: 8 });
  });

  it('B8: without the check, SIDT tells the monitor’s table', () => {
    const { divergence } = tell(kernel, 'deprivileged').run;
    expect(divergence).toMatchObject({ instruction: 'sidt [kept_idt]', what: 'memory', here: 0xffc2_0000 });
  });

  it('B9: SMSW tells the monitor’s CR0, in which PE is set as the kernel expects', () => {
    expect(diverging(without(noSidt))).toEqual({
      label: 'B9_smsw',
      what: 'eax',
      here: 0x8001_0033 & 0xffff,
      bare: 0x11,
    });
  });

  it('K4: POPF drops IF, no tick comes any more, and user code waits for ever', () => {
    const program = without(noSidt, noSmsw);
    expect(diverging(program)).toEqual({ label: 'K4_popf', what: 'eflags.IF', here: 0, bare: IF });
    const { run, events } = tell(program, 'deprivileged', { stopAtDivergence: false }, 100_000);
    // The hand's table has the loop go on to I3; this program waits for a tick before that, so it hangs at T0.
    expect({ end: run.end, serial: run.guest.devices.uart.sent }).toEqual({ end: undefined, serial: 'k' });
    const held = events
      .flatMap(({ deeds }) => deeds)
      .filter((deed) => deed.kind === 'handle' && deed.work.key === 'hold');
    expect(held).toHaveLength(1);
  });

  it('T2: with POPF mended, IRET to user code leaves IF at 0 after the first tick', () => {
    expect(diverging(without(noSidt, noSmsw, noPopf))).toEqual({
      label: 'T2_iret',
      what: 'eflags.IF',
      here: 0,
      bare: IF,
    });
  });

  it('B12 and K9: IRET to user code does not trap, and does no harm where the virtual IF is 1 already', () => {
    const mended = tell(without(noSidt, noSmsw), 'deprivileged', { stopAtDivergence: false }, 6000);
    // The hand's table leaves the virtual CPL at 0 here. Our monitor asks the processor, which knows its ring.
    expect(mended.run.divergence?.line).toBeGreaterThan(0);
    expect(reasons(mended, 'B12_iret', row(1, none, none, none, none))).toEqual([null]);
  });

  it('I3: a plain HLT with the virtual IF at 0 is the end', () => {
    const { run } = tell(
      programOf('%include "prelude.inc"\nstart:\nmov esp, STACK\nsti\npushf\ncli\npopf\nhlt\ncli\nhlt'),
      'deprivileged',
      { stopAtDivergence: false },
    );
    expect(run.end).toBe('halted');
    expect(run.divergence).toMatchObject({ what: 'eflags.IF', instruction: 'popf' });
  });
});

describe('the traced kernel under binary translation', () => {
  const told = tell(programOf(source), 'binary-translation');

  it.each(Object.entries({ ...boot, ...loop }))('%s enters the monitor as it was traced', (label, row) => {
    expect(reasons(told, label, row)).toEqual(row.translated);
  });

  it('calls out for 7 steps of the boot and 7 of the loop, but for the page-table store', () => {
    const steps = (rows: typeof boot): number =>
      Object.values(rows).filter((row) => row.translated.some(Boolean)).length;
    expect(steps(boot)).toBe(7);
    expect(steps(loop) - 1).toBe(7);
  });

  it('K6 faults twice, is translated anew, and faults no more', () => {
    const faults = (adaptive: boolean): number => {
      const { events, run } = tell(programOf(source, ['PASSES=5']), 'binary-translation', { adaptive });
      const address = run.program.symbols.get('K6_pte');
      return events.flatMap(leavesOf).filter((leave) => leave.address === address).length;
    };
    expect(faults(true)).toBe(2);
    expect(faults(false)).toBe(5);
  });
});

describe('the traced kernel under VT-x', () => {
  const shadow = tell(programOf(source), 'hardware', { controls: { ept: false } });
  const ept = tell(programOf(source), 'hardware');

  it.each(Object.entries({ ...boot, ...loop }))('%s exits as it was traced', (label, row) => {
    expect(exits(shadow, label, row)).toEqual(row.shadow);
    expect(exits(ept, label, row)).toEqual(row.ept);
  });

  it('exits 5 times in the boot with shadow tables and 4 times with EPT; 8 and 5 times in a loop', () => {
    expect(['shadow', 'ept'].map((column) => entries(boot, column as 'shadow'))).toEqual([5, 4]);
    expect(['shadow', 'ept'].map((column) => entries(loop, column as 'shadow'))).toEqual([8, 5]);
  });

  it('with CR3-load and INVLPG exiting, EPT or not, K7 and K8 exit', () => {
    const all = tell(programOf(source), 'hardware', { controls: { cr3: true, invlpg: true } });
    expect(exits(all, 'K7_invlpg', row(1, none, none, [14], [14]))).toEqual([14]);
    expect(exits(all, 'K8_cr3', row(1, none, none, [28], [28]))).toEqual([28]);
  });
});

/** A monitor of the same kind that was executed on a real processor, with the guest kernel at CPL 3: which of its steps trapped. */
const naive: readonly (readonly [label: string, trapped: boolean, virtualIF: 0 | 1])[] = [
  ['s01_lgdt', true, 0],
  ['s02_lidt', true, 0],
  ['s03_ltr', true, 0],
  ['s04_cr3', true, 0],
  ['s05_cr0', true, 0],
  ['s06_cs', false, 0],
  ['s07_sidt', false, 0],
  ['s08_smsw', false, 0],
  ['s09_out', true, 0],
  ['s10_sti', true, 1],
  ['s11_pushf', false, 1],
  ['s12_int', true, 1],
  ['s13_pushf', false, 1],
  ['s14_cli', true, 0],
  ['s15_pushf', false, 0],
  ['s16_popf', false, 0],
  ['s17_pushf', false, 0],
  ['s18_out', true, 0],
  ['s19_pte', true, 0],
  ['s20_invlpg', true, 0],
  ['s21_cr3', true, 0],
  ['s22_rdtsc', false, 0],
  ['s23_cpuid', false, 0],
  ['s24_hlt', true, 0],
];

const naiveSource = `%define USE_GDT
%define USE_IDT
%include "prelude.inc"
start:
    mov esp, STACK
    call setup_gdt
    mov edi, IDT
    mov ecx, 512
    xor eax, eax
    rep stosd
    mov al, 0x81
    mov ebx, handler
    mov cl, GATE_USER
    call set_gate
    mov edi, 0x212000
    mov eax, 7
    mov ecx, 1024
fill:
    stosd
    add eax, 0x1000
    loop fill
    mov dword [0x210000], 0x212007
    mov dword [0x211000], 0x212007
    and byte [gdt_tss + 5], 0xFD
    mov eax, TSS
s01_lgdt:
    lgdt [gdtr]
s02_lidt:
    lidt [idtr]
s03_ltr:
    ltr ax
    mov eax, 0x210000
s04_cr3:
    mov cr3, eax
    mov eax, 0x80010011
s05_cr0:
    mov cr0, eax
s06_cs:
    mov eax, cs
s07_sidt:
    sidt [kept]
s08_smsw:
    smsw ax
    mov al, 0x34
s09_out:
    out 0x43, al
s10_sti:
    sti
s11_pushf:
    pushf
s12_int:
    int 0x81
handler:
s13_pushf:
    pushf
s14_cli:
    cli
s15_pushf:
    pushf
    pop eax
s16_popf:
    popf
s17_pushf:
    pushf
    mov edx, COM1
s18_out:
    out dx, al
    mov eax, 0x220007
s19_pte:
    mov [0x212000 + 0x3FF*4], eax
s20_invlpg:
    invlpg [0x3FF000]
    mov eax, 0x211000
s21_cr3:
    mov cr3, eax
s22_rdtsc:
    rdtsc
s23_cpuid:
    cpuid
s24_hlt:
    hlt
idtr:
    dw 2047
    dd IDT
kept:
    dw 0
    dd 0
`;

describe('the monitor that was run on a real processor', () => {
  const program = programOf(naiveSource);
  const told = tell(program, 'deprivileged', { kernelRing: 3, stopAtDivergence: false });

  it.each(naive)('%s: trapped %s', (label, trapped) => {
    expect(reasons(told, label, row(0, none, none, none, none))[0] !== null).toBe(trapped);
  });

  it('its guest hangs at HLT, and differs first at the ring that CS tells', () => {
    expect(told.run.end).toBe('halted');
    expect(told.run.divergence).toMatchObject({ instruction: 'mov eax, cs', what: 'eax', here: 11, bare: 8 });
  });

  it('the monitor’s virtual IF is what it was after each step', () => {
    for (const [label, , virtualIF] of naive.slice(0, -1)) {
      const address = program.symbols.get(label) ?? 0;
      const { run } = tell(program, 'deprivileged', { kernelRing: 3, stopAtDivergence: false }, eventsTo(address) + 1);
      expect([label, (run.guest.cpu.eflags & IF) === 0 ? 0 : 1]).toEqual([label, virtualIF]);
    }
  });

  /** Guest events before the instruction at this address, which comes once. */
  function eventsTo(address: number): number {
    const machine = bootMachine(program);
    let events = 0;
    while (machine.cpu.eip !== address && events < 100_000) {
      stepMachine(machine);
      events++;
    }
    return events;
  }
});
