// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Deed } from '#sim/vmm/deed.ts';
import type { ExecutionControls } from '#sim/vmm/technique.ts';
import { allExceptions, programOf, type Told, tell } from './harness.ts';

const kernel = (body: string): string =>
  `%define USE_GDT\n%define USE_IDT\n%include "prelude.inc"\nstart:\n mov esp, STACK\n call setup_gdt\n call setup_idt\n${body}\n cli\n hlt\n`;
/** Every exception ends the program. */
const guarded = (body: string): string =>
  kernel(`
    xor eax, eax
gates:
    mov ebx, caught
    mov cl, GATE_USER
    call set_gate
    inc al
    jnz gates
${body}
caught:
    cli
    hlt`);
const user = (body: string, flags = '0x002'): string =>
  guarded(`
    push UDATA
    push USTACK
    push ${flags}
    push UCODE
    push inside
    iret
inside:
${body}`);

const run = (source: string, controls: Partial<ExecutionControls> = {}): Told =>
  tell(programOf(source), 'hardware', { controls });
type Leave = Extract<Deed, { kind: 'leave' }>;
const leaves = ({ events }: Told): readonly Leave[] =>
  events.flatMap(({ deeds }) => deeds.filter((deed): deed is Leave => deed.kind === 'leave'));
/** Basic exit reasons other than EPT violations, in order. */
const exits = (told: Told): readonly number[] =>
  leaves(told).flatMap(({ exitReason = -1 }) => (exitReason === 48 ? [] : [exitReason]));
const works = ({ events }: Told): readonly string[] =>
  events.flatMap(({ deeds }) => deeds).flatMap((deed) => (deed.kind === 'handle' ? [deed.work.key] : []));

const silent: Partial<ExecutionControls> = { hlt: false, io: false, interrupts: false, msr: false };

describe('an execution control decides', () => {
  const cases: readonly (readonly [control: keyof ExecutionControls, body: string, reason: number])[] = [
    ['hlt', ' hlt', 12],
    ['cr3', ' mov eax, cr3\n mov cr3, eax', 28],
    ['invlpg', ' invlpg [0x1000]', 14],
    ['io', ' in al, 0x21', 30],
    ['msr', ' mov ecx, 0x10\n rdmsr', 31],
    ['msr', ' mov ecx, 0x174\n xor eax, eax\n xor edx, edx\n wrmsr', 32],
    ['tables', ' sgdt [0x300000]', 46],
    ['tables', ' sldt ax', 47],
    ['rdtsc', ' rdtsc', 16],
  ];
  it.each(cases)('%s: %j exits only where it is set', (control, body, reason) => {
    for (const isSet of [false, true]) {
      const told = run(kernel(body), { ...silent, [control]: isSet });
      expect(exits(told).includes(reason)).toBe(isSet);
      expect(told.run.divergence).toBeUndefined();
    }
  });

  it('CPUID and VMCALL exit whatever is set; the guest has no VMX, so its VMCALL is #UD', () => {
    expect(exits(run(kernel(' cpuid'), silent))).toEqual([10]);
    const told = run(guarded(' vmcall'), silent);
    expect(exits(told)).toEqual([18]);
    expect(told.events.flatMap(({ deeds }) => deeds)).toContainEqual(
      expect.objectContaining({ kind: 'handle', work: { key: 'deliver', operands: { vector: 6 } } }),
    );
  });

  it('a bit of the exception bitmap makes its exception exit first, and it is injected', () => {
    expect(exits(run(guarded(' ud2'), silent))).toEqual([]);
    const told = run(guarded(' ud2'), { ...silent, exceptions: [6] });
    expect(exits(told)).toEqual([0]);
    expect(works(told)).toContain('inject');
    expect(told.run.divergence).toBeUndefined();
  });

  it.each([
    ['int3', 3],
    ['push 0x802\n popf\n into', 4],
    ['push 0x102\n popf\n nop', 1],
    ['xor ecx, ecx\n div ecx', 0],
  ])('the bitmap knows %j too', (body, vector) => {
    const told = run(guarded(body), { ...silent, exceptions: [vector] });
    expect(leaves(told).map(({ vector: of }) => of)).toContain(vector);
    expect(told.run.divergence).toBeUndefined();
    expect(run(guarded(body), silent).run.divergence).toBeUndefined();
  });

  it('INT n is no exception: it never exits', () => {
    expect(exits(run(guarded(' int 0x80'), { ...silent, exceptions: allExceptions }))).toEqual([]);
  });

  it('CR0 belongs to the monitor in part: a store that changes none of its bits stays in the guest', () => {
    expect(exits(run(kernel(' mov eax, cr0\n or eax, 8\n mov cr0, eax'), silent))).toEqual([]);
    expect(exits(run(kernel(' mov eax, cr0\n or eax, 0x10000\n mov cr0, eax'), silent))).toEqual([28]);
  });

  it('without EPT the shadow tables need CR3 loads, INVLPG and page faults, whatever is set', () => {
    const told = run(kernel(' mov eax, cr3\n mov cr3, eax\n invlpg [0x1000]'), { ...silent, ept: false });
    expect(exits(told).filter((reason) => reason !== 0)).toEqual([28, 28, 14]);
    expect(exits(told)).toContain(0);
  });
});

describe('privilege comes before exits', () => {
  it.each([
    ['hlt', {}],
    ['mov eax, cr3', { ept: false }],
    ['lgdt [0x300000]', { tables: true }],
    ['rdmsr', {}],
    ['invlpg [0x1000]', { invlpg: true }],
    ['out 0x80, al', {}],
  ])('%s in user code is #GP in the guest, and no exit', (body, controls) => {
    const told = run(user(body), { interrupts: false, ...controls });
    const inside = told.run.program.symbols.get('inside');
    const others = leaves(told).filter(
      ({ address, exitReason }) => address === inside && exitReason !== 48 && exitReason !== 0,
    );
    expect(others).toEqual([]);
    expect(told.run.divergence).toBeUndefined();
    expect(
      told.events.flatMap(({ deeds }) => deeds).some((deed) => deed.kind === 'deliver' && deed.vector === 13),
    ).toBe(true);
  });

  it('RDTSC that CR4.TSD forbids is #GP even where it would exit', () => {
    const source = user(' rdtsc').replace('    push UDATA', '    mov eax, 4\n    mov cr4, eax\n    push UDATA');
    expect(exits(run(source, { rdtsc: true }))).not.toContain(16);
    expect(exits(run(user(' rdtsc'), { rdtsc: true }))).toContain(16);
  });

  it('a port that the guest’s IOPL allows its user code exits', () => {
    expect(exits(run(user(' out 0x80, al', '0x3002')))).toContain(30);
  });
});

describe('exit qualifications', () => {
  const qualification = (told: Told, reason: number): number | undefined =>
    leaves(told).findLast(({ exitReason }) => exitReason === reason)?.qualification;

  it('of an I/O instruction: size, direction, immediate or DX, port', () => {
    expect(qualification(run(kernel(' in al, 0x21')), 30)).toBe(0x21_0048);
    expect(qualification(run(kernel(' mov dx, 0x3F8\n out dx, al')), 30)).toBe(0x3f8_0000);
    expect(qualification(run(kernel(' in eax, 0x80')), 30)).toBe(0x80_004b);
  });

  it('of a CR access: register, direction, general register', () => {
    expect(qualification(run(kernel(' mov ebx, cr3\n mov cr3, ebx'), { cr3: true }), 28)).toBe(0x303);
    expect(qualification(run(kernel(' mov edx, cr3'), { ept: false }), 28)).toBe(0x213);
  });

  it('of an EPT violation: read, write or fetch, and the guest-physical address', () => {
    const told = run(kernel(' mov eax, [0x345678]\n mov [0x456789], eax'));
    const of = (page: number) => leaves(told).find(({ physical = 0 }) => physical >>> 12 === page);
    expect(of(0x345)?.qualification).toBe(0x181);
    expect(of(0x456)?.qualification).toBe(0x182);
    expect(of(0x100)?.qualification).toBe(0x184);
  });
});

describe('interrupts', () => {
  const ticking = (
    body: string,
  ): string => `%define USE_GDT\n%define USE_IDT\n%define USE_PIC\n%define USE_TIMER\n%include "prelude.inc"\nstart:\n mov esp, STACK\n call setup_gdt\n call setup_idt\n call setup_pic\n mov al, 0x20\n mov ebx, tick\n mov cl, GATE_INTERRUPT\n call set_gate\n mov ebx, tick\n call setup_timer
    sti
${body}
tick:
    cli
    hlt`;
  const spin = ' mov ecx, 5000\nspin:\n loop spin\n';

  it('exit, and are injected with the next entry', () => {
    const told = run(ticking(spin));
    expect(exits(told).slice(-2)).toEqual([1, 12]);
    const entered = told.events.map(({ deeds }) => deeds.at(-1));
    expect(entered).toContainEqual(expect.objectContaining({ kind: 'enter', inject: 0x20 }));
  });

  it('that come while IF is 0 wait for the interrupt window', () => {
    const told = run(ticking(` cli\n${spin} sti\n nop\n nop`));
    expect(exits(told).filter((reason) => reason === 1 || reason === 7)).toEqual([1, 7]);
    expect(told.run.divergence).toBeUndefined();
  });

  it('the window does not open in the shadow of STI', () => {
    const told = run(ticking(` cli\n${spin} sti\n inc esi\n inc esi`));
    expect(told.run.guest.cpu.regs[6]).toBe(1);
  });

  it('without external-interrupt exiting enter the guest by themselves', () => {
    const told = run(ticking(spin), { interrupts: false });
    expect(exits(told)).not.toContain(1);
    expect(told.run.divergence).toBeUndefined();
    expect(told.events.flatMap(({ deeds }) => deeds)).toContainEqual(
      expect.objectContaining({ kind: 'deliver', vector: 0x20 }),
    );
  });

  it('are not lost when their delivery meets a page that the EPT lacks', () => {
    // The stack is moved to a page that nobody has touched: the frame is the first to do so.
    for (const interrupts of [true, false]) {
      const told = run(ticking(` mov esp, 0x700000\n${spin}`), { interrupts });
      const at = leaves(told).findIndex(({ physical = 0 }) => physical >>> 12 === 0x6ff);
      expect(at).toBeGreaterThan(0);
      expect(told.run.divergence).toBeUndefined();
      expect(told.run.end).toBe('halted');
      expect(told.run.guest.cpu.regs[4]).toBe(0x700000 - 12);
    }
  });

  it('an exception whose delivery meets such a page is delivered all the same', () => {
    const told = run(guarded(' mov esp, 0x700000\n ud2'));
    expect(told.run.divergence).toBeUndefined();
    expect(told.run.guest.cpu.regs[4]).toBe(0x700000 - 12);
  });
});

describe('the end of a guest', () => {
  const lost = `%include "prelude.inc"\nstart:\n lidt [none]\n int3\nnone: dw 0, 0, 0`;
  it('a triple fault is an exit', () => {
    const told = run(lost);
    expect(exits(told)).toEqual([2]);
    expect(told.run.end).toBe('triple-fault');
  });
});
