// @vitest-environment node
import { describe, expect, it } from 'vitest';
import type { Translation } from '#sim/vmm/translation/translation.ts';
import { selfModifying } from '#sim/x86/gallery/selfModifying.ts';
import { sieve } from '#sim/x86/gallery/sieve.ts';
import { tableUpdates } from '#sim/x86/gallery/tableUpdates.ts';
import { programOf, type Told, tell } from './harness.ts';

const plain = (body: string): string => `%include "prelude.inc"\nstart:\n mov esp, STACK\n${body}\n cli\n hlt\n`;

const vmmOf = ({ run }: Told): Translation => {
  if (run.vmm.kind !== 'binary-translation') throw new Error(run.vmm.kind);
  return run.vmm;
};
const translated = (source: string, changes = {}): Told => tell(programOf(source), 'binary-translation', changes);
const blockAt = (told: Told, label: string) => vmmOf(told).cache.get(told.run.program.symbols.get(label) ?? -1);

describe('blocks', () => {
  it('end at a transfer of control, and hold twelve instructions at most', () => {
    const told = translated(plain(`${' inc eax\n'.repeat(30)}jmp there\nthere:\n inc ebx`));
    const [first, second] = [...vmmOf(told).cache.values()].map(({ pieces }) => pieces.length);
    expect([first, second]).toEqual([12, 12]);
    expect(blockAt(told, 'there')?.pieces.map(({ form }) => form)).toEqual(['ident', 'inCache', 'callout']);
  });

  it('are chained to those that follow, and need no look-up the second time', () => {
    const told = translated(plain(' mov ecx, 100\nround:\n inc eax\n dec ecx\n jnz round'));
    const round = told.run.program.symbols.get('round') ?? 0;
    expect(blockAt(told, 'round')?.chained.has(round)).toBe(true);
    // The first passage is in the block that began before the label, the second is translated and chained to itself in the third.
    expect(vmmOf(told).tally).toMatchObject({ stale: 0, evicted: 0 });
    expect(vmmOf(told).tally.chained).toBeGreaterThanOrEqual(96);
  });

  it('give way to new ones, the oldest first, when the cache is full', () => {
    const body = Array.from({ length: 6 }, (_, i) => ` jmp b${i}\nb${i}:`).join('\n');
    const told = translated(plain(body), { cacheBlocks: 3 });
    const { cache, tally } = vmmOf(told);
    expect(cache.size).toBe(3);
    expect(tally.evicted).toBe(tally.translated - 3);
    expect(blockAt(told, 'start')).toBeUndefined();
    expect(blockAt(told, 'b5')).toBeDefined();
    for (const block of cache.values()) for (const to of block.chained) expect(cache.has(to)).toBe(true);
  });

  it('are dropped when their source has been written to', () => {
    const told = translated(plain(' mov ecx, 3\nround:\n mov eax, 1\n inc byte [round + 1]\n loop round'));
    expect(told.run.divergence).toBeUndefined();
    expect(told.run.guest.cpu.regs[0]).toBe(3);
    expect(vmmOf(told).tally.stale).toBeGreaterThan(0);
  });

  it('serve the gallery’s self-modifying program right, with a stale block for each letter it changes', () => {
    const told = translated(selfModifying.source);
    expect(told.run.guest.devices.uart.sent).toBe(
      tell(programOf(selfModifying.source), 'bare').run.guest.devices.uart.sent,
    );
    expect(vmmOf(told).tally.stale).toBeGreaterThanOrEqual(3);
  });

  it('count what comes out the same: nearly everything', () => {
    const { tally } = vmmOf(translated(sieve.source));
    expect(tally.ident / tally.instructions).toBeGreaterThan(0.7);
  });
});

describe('what is sensitive', () => {
  it('tells the guest’s own state: CS, SMSW, SIDT and PUSHF are no holes', () => {
    const told = translated(plain(' mov eax, cs\n smsw ebx\n sidt [0x300000]\n pushf\n pop ecx'));
    expect(told.run.divergence).toBeUndefined();
    expect([told.run.guest.cpu.regs[0], told.run.guest.cpu.regs[3]]).toEqual([8, 0x11]);
    expect(vmmOf(told).tally.inCache).toBeGreaterThanOrEqual(4);
  });

  it('keeps POPF’s IF without leaving the cache', () => {
    const told = translated(plain(' push 0x202\n popf\n pushf\n pop eax'));
    expect(told.run.divergence).toBeUndefined();
    expect((told.run.guest.cpu.regs[0] ?? 0) & 0x200).toBe(0x200);
    expect(
      told.events.flatMap(({ deeds }) => deeds).filter((deed) => deed.kind === 'leave' && deed.reason === 'callout'),
    ).toHaveLength(1);
  });

  it('calls out for HLT and the tables', () => {
    const told = translated(plain(' lidt [none]\n jmp over\nnone: dw 0, 0, 0\nover:'));
    expect(vmmOf(told).tally.callouts).toBe(2);
  });
});

describe('adaptation', () => {
  const source = tableUpdates.source;

  it('a store that keeps faulting becomes a call, and the program pays less', () => {
    const loop = `%define USE_GDT\n%include "prelude.inc"\nstart:\n mov esp, STACK\n call setup_gdt
    mov edi, 0x212000
    mov eax, 7
    mov ecx, 1024
fill:
    stosd
    add eax, 0x1000
    loop fill
    mov dword [0x210000], 0x212007
    mov eax, 0x210000
    mov cr3, eax
    mov eax, 0x80010011
    mov cr0, eax
    mov ecx, 20
store:
    mov dword [0x212000 + 0x3FF*4], 0x220007
    loop store
    cli
    hlt`;
    const [with_, without] = [true, false].map((adaptive) => translated(loop, { adaptive }));
    for (const told of [with_, without]) expect(told?.run.divergence).toBeUndefined();
    expect([with_, without].map((told) => told?.run.crossings.get('#PF traced'))).toEqual([2, 20]);
    expect((with_?.run.cycles.vmm ?? 0) < (without?.run.cycles.vmm ?? 0)).toBe(true);
  });

  it('changes nothing that the guest could see', () => {
    for (const adaptive of [true, false]) expect(translated(source, { adaptive }).run.divergence).toBeUndefined();
  });
});

describe('user code', () => {
  const user = (
    flags: string,
    body: string,
  ): string => `%define USE_GDT\n%define USE_IDT\n%include "prelude.inc"\nstart:\n mov esp, STACK\n call setup_gdt\n call setup_idt\n mov al, 0x80\n mov ebx, call_gate\n mov cl, GATE_USER\n call set_gate
    push UDATA
    push USTACK
    push ${flags}
    push UCODE
    push inside
    iret
inside:
${body}
    int 0x80
call_gate:
    cli
    hlt`;
  const where = (told: Told): readonly string[] => {
    const inside = told.run.program.symbols.get('inside') ?? 0;
    return [...vmmOf(told).cache.keys()].some((address) => address === inside) ? ['translated'] : ['direct'];
  };

  it('runs directly where it would see the same flags, and is not translated', () => {
    expect(where(translated(user('0x202', ' nop\n nop')))).toEqual(['direct']);
  });

  it('is translated where PUSHF or CLI would tell', () => {
    for (const flags of ['0x002', '0x3202', '0x1202']) {
      const told = translated(user(flags, ' pushf\n pop eax'));
      expect(told.run.divergence).toBeUndefined();
      expect(where(told)).toEqual(['translated']);
    }
  });

  it('that asks SIDT traps, on a processor with user-mode instruction prevention', () => {
    const told = translated(user('0x202', ' sidt [USTACK - 64]\n smsw eax'));
    expect(told.run.divergence).toBeUndefined();
    expect(told.run.crossings.get('#GP')).toBe(2);
  });
});
