// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { GuestRun } from '#sim/vmm/run.ts';
import { forkRun } from '#sim/vmm/startRun.ts';
import { stepRun } from '#sim/vmm/stepRun.ts';
import { readHost } from '#sim/x86/cpu/physical.ts';
import { CS, DS, IF, SS } from '#sim/x86/cpu/state.ts';
import { programOf, type Told, tell } from './harness.ts';

const flat = (body: string): string =>
  `%define USE_GDT\n%include "prelude.inc"\nstart:\n mov esp, STACK\n call setup_gdt\n${body}\n`;

/** The first 4 MiB mapped onto themselves through one table, and paging turned on. */
const paged = (body: string, flags = 7): string =>
  flat(`
PGD equ 0x210000
TABLE equ 0x212000
    mov edi, TABLE
    mov eax, ${flags}
    mov ecx, 1024
fill:
    stosd
    add eax, 0x1000
    loop fill
    mov dword [PGD], TABLE + 7
    mov eax, PGD
    mov cr3, eax
    mov eax, 0x80010011
    mov cr0, eax
${body}
    cli
    hlt`);

const real = (run: GuestRun) => {
  if (run.vmm.kind !== 'deprivileged') throw new Error(run.vmm.kind);
  return run.vmm.real.machine;
};
const count = ({ run }: Told, reason: string): number => run.crossings.get(reason) ?? 0;
const deprivileged = (source: string, changes = {}): Told => tell(programOf(source), 'deprivileged', changes);

describe('the processor as it really stands', () => {
  const { run } = tell(programOf(flat('hlt')), 'deprivileged', {}, 10);

  it('runs the guest’s kernel in ring 1, with the real IF on and IOPL 0', () => {
    const { cpu } = real(run);
    expect([cpu.cpl, (cpu.segments[CS]?.selector ?? 0) & 3, (cpu.segments[SS]?.selector ?? 0) & 3]).toEqual([1, 1, 1]);
    expect(cpu.eflags & 0x3200).toBe(IF);
    expect([run.guest.cpu.cpl, run.guest.cpu.eflags & IF]).toEqual([0, 0]);
  });

  it('holds the monitor’s tables, and the guest believes in its own', () => {
    const { cpu } = real(run);
    expect([cpu.gdtr.base >>> 22, cpu.idtr.base >>> 22, run.guest.cpu.idtr.base]).toEqual([0x3ff, 0x3ff, 0]);
  });

  it('shares the general registers and the guest’s memory', () => {
    expect(real(run).cpu.regs).toBe(run.guest.cpu.regs);
    expect(real(run).memory.chunks).toBe(run.guest.memory.chunks);
  });

  it('is forked with its guest: what one run does the other does not see', () => {
    const before = JSON.stringify([run.guest.cpu.eip, real(run).cpu.eip, run.instructions]);
    const fork = forkRun(run);
    let other = fork;
    for (let i = 0; i < 8; i++) other = stepRun(other);
    expect(other.instructions).toBeGreaterThan(run.instructions);
    expect(JSON.stringify([run.guest.cpu.eip, real(run).cpu.eip, run.instructions])).toBe(before);
  });
});

describe('segments end below the monitor', () => {
  const reach = flat('mov eax, 0x12345678\n mov [0xFFC20000], eax\n mov ebx, [0xFFC20000]\n cli\n hlt');

  it('with their limits cut, a kernel’s store there faults by segmentation', () => {
    const told = deprivileged(reach);
    expect(told.run.divergence).toBeUndefined();
    const leaves = told.events.flatMap(({ deeds }) => deeds.filter(({ kind }) => kind === 'leave'));
    expect(leaves.slice(-3).map((deed) => deed.kind === 'leave' && deed.reason)).toEqual(['#GP', '#GP', '#GP']);
  });

  it('without, in ring 1, it overwrites the monitor’s IDT unseen', () => {
    const { run } = deprivileged(reach, { segmentLimits: false });
    expect(readHost(real(run).memory, 0x0102_0000, 4)).toBe(0x1234_5678);
    expect(readHost(tell(programOf(reach), 'deprivileged').run.guest.memory, 0x0102_0000, 4)).not.toBe(0x1234_5678);
  });

  it('LSL shows how far they reach', () => {
    const { run } = deprivileged(flat('mov eax, 0x10\n lsl ebx, eax\n cli\n hlt'));
    expect(run.divergence).toMatchObject({ what: 'ebx', here: 0xffbf_ffff, bare: 0xffff_ffff });
  });
});

describe('the copy of the GDT', () => {
  it('has no descriptor of ring 0: DS takes the kernel’s selector without a trap', () => {
    const { run } = tell(programOf(flat('mov eax, 0x10\n mov ds, ax\n hlt')), 'deprivileged');
    expect(real(run).cpu.segments[DS]).toMatchObject({ selector: 0x10, access: 0xc0b3 });
    expect(run.guest.cpu.segments[DS]).toMatchObject({ selector: 0x10, access: 0xc093, limit: 0xffff_ffff });
  });

  it('follows a store into the guest’s table, and gives back the accessed flag', () => {
    const { run } = deprivileged(
      flat(
        'mov dword [gdt + 0x20], 0x0000FFFF\n mov dword [gdt + 0x24], 0x00CF9200\n mov eax, 0x20\n mov fs, ax\n mov ebx, [gdt + 0x24]\n cli\n hlt',
      ),
    );
    expect(run.divergence).toBeUndefined();
    expect(run.guest.cpu.regs[3]).toBe(0x00cf_9300);
  });
});

describe('shadow page tables', () => {
  it('are filled where the guest’s allow it, and the guest knows of nothing', () => {
    const told = deprivileged(paged('mov eax, [0x300000]\n mov eax, [0x300004]'));
    expect(told.run.divergence).toBeUndefined();
    const fills = told.events
      .flatMap(({ deeds }) => deeds)
      .filter((deed) => deed.kind === 'handle' && deed.work.key === 'fill' && deed.work.operands.linear === 0x300000);
    expect(fills).toHaveLength(1);
  });

  it('leave a clean page read-only: the first store sets the guest’s dirty flag', () => {
    const told = deprivileged(paged('mov eax, [0x300000]\n mov [0x300000], eax\n mov [0x300004], eax'));
    const fills = told.events
      .flatMap(({ deeds }) => deeds)
      .filter(
        (deed) =>
          deed.kind === 'handle' && deed.work.key === 'fill' && Number(deed.work.operands.linear) >>> 12 === 0x300,
      );
    expect(fills).toHaveLength(2);
    expect(readHost(told.run.guest.memory, 0x212000 + 0x300 * 4, 4) & 0x60).toBe(0x60);
  });

  it('do not let a store into the guest’s table pass unseen, once it is walked', () => {
    const told = deprivileged(paged('mov dword [TABLE + 0x3FF*4], 0x220007\n mov dword [TABLE + 0x3FE*4], 0x220007'));
    expect(told.run.divergence).toBeUndefined();
    expect(count(told, '#PF traced')).toBe(2);
  });

  it('forget the entry that was stored: the next access sees the new frame', () => {
    const told = deprivileged(
      paged(
        'mov dword [0x220000], 1\n mov dword [0x221000], 2\n mov dword [TABLE + 0x3FF*4], 0x220007\n invlpg [0x3FF000]\n mov eax, [0x3FF000]\n mov dword [TABLE + 0x3FF*4], 0x221007\n invlpg [0x3FF000]\n mov ebx, [0x3FF000]',
      ),
    );
    expect(told.run.divergence).toBeUndefined();
    expect([told.run.guest.cpu.regs[0], told.run.guest.cpu.regs[3]]).toEqual([1, 2]);
  });

  it('give a true fault to the guest’s own handler, with its error code and CR2', () => {
    const told = deprivileged(
      `%define USE_GDT\n%define USE_IDT\n%include "prelude.inc"\nstart:\n mov esp, STACK\n call setup_gdt\n call setup_idt\n mov al, 14\n mov ebx, handler\n mov cl, GATE_INTERRUPT\n call set_gate
    mov dword [0x210000], 0x83
    mov eax, 0x10
    mov cr4, eax
    mov eax, 0x210000
    mov cr3, eax
    mov eax, 0x80010011
    mov cr0, eax
    mov eax, [0x500010]
handler:
    mov ebx, cr2
    pop ecx
    cli
    hlt`,
    );
    expect(told.run.divergence).toBeUndefined();
    expect(count(told, '#PF true')).toBe(1);
    expect([told.run.guest.cpu.regs[3], told.run.guest.cpu.regs[1]]).toEqual([0x500010, 0]);
  });

  it('make a kernel’s store to a page that CR0.WP does not protect the monitor’s business', () => {
    const told = deprivileged(
      paged('and dword [TABLE + 0x300*4], ~2\n mov eax, 0x80000011\n mov cr0, eax\n mov dword [0x300000], 5'),
    );
    expect(told.run.divergence).toBeUndefined();
    expect(readHost(told.run.guest.memory, 0x300000, 4)).toBe(5);
  });

  it('run out and begin again: a guest may touch more regions than the monitor has tables for', () => {
    const told = deprivileged(
      flat(`
    mov edi, 0x210000
    mov eax, 0x83
    mov ecx, 1000
fill:
    stosd
    loop fill
    mov eax, 0x10
    mov cr4, eax
    mov eax, 0x210000
    mov cr3, eax
    mov eax, 0x80010011
    mov cr0, eax
    xor esi, esi
    mov ecx, 1000
touch:
    mov eax, [esi + 0x3000]
    add esi, 0x400000
    loop touch
    cli
    hlt`),
    );
    expect(told.run.divergence).toBeUndefined();
    expect(told.run.end).toBe('halted');
    expect(count(told, '#PF hidden')).toBeGreaterThan(900);
  });
});

describe('interrupts for a deprivileged guest', () => {
  it('are held while the virtual IF is 0 and given at the STI that opens it', () => {
    const told = deprivileged(
      `%define USE_GDT\n%define USE_IDT\n%define USE_PIC\n%define USE_TIMER\n%include "prelude.inc"\nstart:\n mov esp, STACK\n call setup_gdt\n call setup_idt\n call setup_pic\n mov al, 0x20\n mov ebx, tick\n mov cl, GATE_INTERRUPT\n call set_gate\n mov ebx, tick\n call setup_timer
    mov ecx, 5000
wait_here:
    loop wait_here
    sti
    nop
    nop
tick:
    cli
    hlt`,
    );
    expect(told.run.divergence).toBeUndefined();
    const works = told.events
      .flatMap(({ deeds }) => deeds)
      .flatMap((deed) =>
        deed.kind === 'handle' && ['hold', 'deliver'].includes(deed.work.key) ? [deed.work.key] : [],
      );
    expect(works).toEqual(['hold', 'deliver']);
  });
});
