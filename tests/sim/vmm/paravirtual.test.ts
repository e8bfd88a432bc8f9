import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hypercalls } from '#sim/vmm/hypercalls.ts';
import { DATA, DIRECTORY, FRAMES, TABLE } from '#sim/vmm/paravirtual/frames.ts';
import type { Paravirtual } from '#sim/vmm/paravirtual/state.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { forkRun } from '#sim/vmm/startRun.ts';
import { advanceRun, stepRun } from '#sim/vmm/stepRun.ts';
import type { Settings, Technique } from '#sim/vmm/technique.ts';
import { assemble } from '#sim/x86/asm/assemble.ts';
import { readHost } from '#sim/x86/cpu/physical.ts';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import type { Program } from '#sim/x86/program.ts';
import { runs } from '../../runs.ts';
import { startRun } from './startRun.ts';

const settings: Settings = {
  kernelRing: 1,
  controls: {
    hlt: true,
    cr3: true,
    invlpg: false,
    io: true,
    exceptions: [],
    interrupts: true,
    msr: true,
    tables: false,
    rdtsc: false,
    ept: true,
  },
  segmentLimits: true,
  cacheBlocks: 64,
  adaptive: true,
  batched: false,
  stopAtDivergence: false,
  prices: cyclesOf(priceLists.p4),
};

function assembled(source: string, defines: Readonly<Record<string, string>> = { PV: '' }): Program {
  const made = assemble(source, defines);
  if ('faults' in made) throw new Error(made.faults.map(({ line, message }) => `${line}: ${message.en}`).join('\n'));
  return made.program;
}
const begun = (program: Program, technique: Technique = 'paravirtual') => startRun(program, technique, settings);
const ran = (program: Program, technique: Technique = 'paravirtual', most = 400_000) =>
  advanceRun(begun(program, technique), most).run;
const told = (source: string, lines: string) => ran(assembled(`${lines}\n%include "prelude.inc"\n${source}`));
const serial = ({ guest }: GuestRun) => guest.devices.uart.sent;
const stateOf = ({ vmm }: GuestRun) => vmm as Paravirtual;
const sourceOf = (id: string) => gallery.find((program) => program.id === id)?.source ?? '';

describe('a gallery program’s paravirtual edition', () => {
  const editions = gallery.filter(({ hasPv }) => hasPv);
  test.each(editions.map(({ id, source }) => [id, source]))(
    '%s says what the bare one says, and ends alike',
    (_, source) => {
      const bare = ran(assembled(source, {}), 'bare');
      const guest = ran(assembled(source));
      // One of them says which ring it is in.
      expect(serial(guest)).toBe(serial(bare).replace('from ring 0', 'from ring 1'));
      expect([guest.end, guest.endDetail]).toEqual([bare.end, bare.endDetail]);
    },
  );

  test.each(gallery.map(({ id, source }) => [id, source]))(
    '%s, unmodified, is refused at an instruction',
    (_, source) => {
      const run = ran(assembled(source, {}));
      expect(run.end).toBe('refused');
      expect(run.endDetail).toMatch(/^(lgdt|in|out) .*line \d+\)$/);
      expect([...run.crossings]).toEqual([['#GP', 1]]);
    },
  );

  test('quick runs come to the state that single steps come to', () => {
    let stepwise = begun(assembled(sourceOf('two-tasks')));
    for (let i = 0; i < 3000; i++) stepwise = stepRun(stepwise);
    const quick = advanceRun(begun(assembled(sourceOf('two-tasks'))), 3000).run;
    expect([quick.instructions, quick.events, quick.cycles, [...quick.crossings], [...quick.guest.cpu.regs]]).toEqual([
      stepwise.instructions,
      stepwise.events,
      stepwise.cycles,
      [...stepwise.crossings],
      [...stepwise.guest.cpu.regs],
    ]);
  });
});

/** The paravirtualization column of the hand-traced table: hypercalls of each step, `#UD` for the CPUID prefix, nothing where it costs nothing. */
const column: Readonly<Record<string, readonly string[]>> = {
  B1_lgdt: ['hypercall set_gdt'],
  B2_lidt: ['hypercall set_trap_table', 'hypercall set_callbacks'],
  B3_ltr: ['hypercall stack_switch'],
  B4_cr3: ['hypercall mmuext_op'],
  B5_paging: [],
  B6_segments: [],
  B7_ring_check: [],
  B8_sidt: [],
  B9_smsw: [],
  B10_timer: ['hypercall set_timer_op'],
  B11_sti: [],
  B12_iret: [],
  U1_compute: [],
  U2_int80: [],
  K1_pushf: [],
  K2_cli: [],
  K3_critical: [],
  K4_popf: [],
  K5_out: ['hypercall console_io'],
  K6_pte: ['hypercall mmu_update'],
  K7_invlpg: ['hypercall mmuext_op'],
  K8_cr3: ['hypercall mmuext_op'],
  K9_iret: [],
  T0_tick: [],
  T1_eoi: ['hypercall set_timer_op'],
  T2_iret: [],
  I1_cpuid: ['#UD'],
  I2_rdtsc: [],
  I3_sleep: ['hypercall sched_op'],
};

describe('the traced kernel', () => {
  const program = assembled(sourceOf('traced-kernel'), { PV: '' });
  const stepAt = new Map(
    [...program.symbols].filter(([name]) => name in column).map(([name, address]) => [address, name]),
  );

  /** The cheap call that opens the door to an event that waits: the table says none `unless an event became pending`. */
  const letsIn = ({ deed, guest }: GuestRun): boolean =>
    deed.kind === 'leave' && deed.reason === 'hypercall xen_version' && readHost(guest.memory, 0x8000, 1) === 1;

  /** The crossings of every step, each time it was made. */
  function trace(): Map<string, string[][]> {
    const made = new Map<string, string[][]>();
    let run = begun(program);
    let now: string[] = [];
    while (run.end === undefined) {
      const address = run.guest.cpu.eip;
      const name = run.vmm.kind === 'paravirtual' && run.vmm.phase === 'guest' ? stepAt.get(address) : undefined;
      run = stepRun(run);
      // A step that begins with a crossing begins once.
      if (name && (run.deed.kind === 'run' || run.deed.kind === 'leave') && run.deed.address === address) {
        now = [];
        made.set(name, [...(made.get(name) ?? []), now]);
      }
      if (run.deed.kind === 'leave' && run.deed.reason !== 'timer' && !letsIn(run)) now.push(run.deed.reason);
    }
    expect(run.end).toBe('debug-exit');
    return made;
  }
  const traced = trace();

  test.each(Object.entries(column))('%s costs %j', (step, wanted) => {
    // Labels at one address (steps that are nothing here) share the last of them.
    const first = traced.get(step)?.[0] ?? [];
    expect(first).toEqual(wanted);
  });
  test('the mask is open after K4, closed in K3, and the ring is 1 and known', () => {
    let run = begun(program);
    const masks: number[] = [];
    for (const label of ['K3_critical', 'K5_out']) {
      while (run.guest.cpu.eip !== program.symbols.get(label)) run = stepRun(run);
      masks.push(readHost(run.guest.memory, 0x8001, 1));
      expect(run.guest.cpu.cpl).toBe(1);
    }
    expect(masks).toEqual([1, 0]);
  });
  test('with K6 and K7 in one multicall a pass has one crossing less', () => {
    const entries = (defines: Record<string, string>) =>
      [...ran(assembled(sourceOf('traced-kernel'), defines)).crossings].reduce((all, [, n]) => all + n, 0);
    const each = ran(program).crossings;
    expect(each.get('hypercall multicall')).toBeUndefined();
    const batched = ran(assembled(sourceOf('traced-kernel'), { PV: '', BATCH: '' })).crossings;
    expect(batched.get('hypercall multicall')).toBe(2);
    expect(entries({ PV: '' }) - entries({ PV: '', BATCH: '' })).toBeGreaterThanOrEqual(2);
  });
});

test('hypercalls have the numbers of Xen’s public header xen.h', () => {
  const header = {
    set_trap_table: 0,
    mmu_update: 1,
    set_gdt: 2,
    stack_switch: 3,
    set_callbacks: 4,
    multicall: 13,
    update_va_mapping: 14,
    set_timer_op: 15,
    xen_version: 17,
    console_io: 18,
    vm_assist: 21,
    iret: 23,
    mmuext_op: 26,
    sched_op: 29,
  };
  expect(Object.fromEntries(Object.entries(hypercalls).map(([number, { name }]) => [name, Number(number)]))).toEqual(
    header,
  );
});

describe('crossings', () => {
  test('64 updates cost 64 hypercalls one by one and one hypercall in a batch, and map the same', () => {
    const [single, batch] = [{ PV: '' }, { PV: '', BATCH: '' }].map((defines) =>
      ran(assembled(sourceOf('table-updates'), defines)),
    );
    expect(single?.crossings.get('hypercall mmu_update')).toBe(64);
    expect(batch?.crossings.get('hypercall mmu_update')).toBe(1);
    expect(single && batch && [serial(single), stateOf(single).tally.updates]).toEqual(
      batch && [serial(batch), stateOf(batch).tally.updates],
    );
  });
  test('INT 80h reaches the guest’s kernel without the hypervisor, and INT 82h from ring 3 does not reach the hypervisor', () => {
    const run = ran(assembled(sourceOf('system-call')));
    expect(stateOf(run).tally.direct).toBe(19);
    expect([...run.crossings.keys()].some((reason) => reason.startsWith('int'))).toBe(false);
    const user = told(
      `start:
  mov esp, STACK
  call setup_gdt
  mov al, 13
  mov ebx, refused
  mov cl, GATE_INTERRUPT
  call set_gate
  push UDATA
  push USTACK
  push 0x202
  push UCODE
  push user
  iret
refused:
  pop eax
  call puthex
  mov al, 0
  jmp exit
user:
  mov eax, 29
  int 0x82
`,
      '%define USE_PUTHEX\n%define USE_EXIT\n%define USE_GDT\n%define USE_IDT',
    );
    expect(serial(user)).toBe('00000412');
  });
  test('a page fault goes to the handler that was named, with its address in the shared page', () => {
    const run = told(
      `start:
  mov esp, STACK
  mov al, 14
  mov ebx, fault
  mov cl, GATE_TRAP
  call set_gate
  mov dword [0x50001234], 1
fault:
  pop eax
  call puthex
  mov eax, [FAULT_AT]
  call puthex
  mov al, 0
  jmp exit
`,
      '%define USE_PUTHEX\n%define USE_EXIT\n%define USE_IDT',
    );
    expect(serial(run)).toBe('0000000250001234');
    expect(run.crossings.get('#PF')).toBe(1);
  });
  test('CPUID after the prefix is answered by the hypervisor, a plain one by the processor', () => {
    const run = told(
      `start:
  mov esp, STACK
  mov eax, 0x40000000
  ud2
  db "xen"
  cpuid
  push edx
  push ecx
  push ebx
  mov edx, esp
  mov eax, 18
  mov ebx, 0
  mov ecx, 12
  int 0x82
  mov eax, 1
  cpuid
  shr ecx, 31
  mov eax, ecx
  call puthex
  mov al, 0
  jmp exit
`,
      '%define USE_PUTHEX\n%define USE_EXIT',
    );
    expect(serial(run)).toBe('XenVMMXenVMM00000000');
  });
  test('a kernel that sleeps with no timer asked for never wakes: it is halted', () => {
    expect(told('start:\n  mov eax, 29\n  mov ebx, 1\n  int 0x82\n', '').end).toBe('halted');
  });
});

/** Identity tables for 16 MiB at 402000h, their directory at 400000h; frames of the tables read-only unless `careless`. */
const mapped = (rest: string, careless = false) => `start:
  mov esp, STACK
  cld
  mov edi, 0x400000
  mov ecx, 2048
  xor eax, eax
  rep stosd
  mov edi, 0x402000
  mov eax, 3
  mov ecx, 4096
.each:
  stosd
  add eax, 0x1000
  loop .each
  mov dword [0x400000], 0x402003
  mov dword [0x400004], 0x403003
  mov dword [0x400008], 0x404003
  mov dword [0x40000C], 0x405003
${
  careless
    ? ''
    : `  mov edi, 0x402000 + 0x400*4
  mov ecx, 6
.protect:
  and dword [edi], ~2
  add edi, 4
  loop .protect`
}
  mov eax, 26
  mov ebx, root
  mov ecx, 2
  mov edx, 0
  mov esi, 0x7FF0
  int 0x82
  call puthex
${rest}
  mov al, 0
  jmp exit
root:
  dd 1, 0x400, 0, 5, 0x400, 0
`;
const withTables = (rest: string, careless?: boolean) =>
  told(mapped(rest, careless), '%define USE_PUTHEX\n%define USE_EXIT\n%define USE_IDT');

describe('what is checked', () => {
  test('a directory whose tables can be written to is not taken: -16, and the guest goes on as it was', () => {
    const run = withTables('', true);
    expect(serial(run)).toBe('FFFFFFF0');
    expect(stateOf(run).root).toBeUndefined();
  });
  test('an update that maps a page table writable is refused, and the entry stays as it was', () => {
    const run = withTables(`  mov eax, 1
  mov ebx, list
  mov ecx, 1
  mov edx, 0
  mov esi, 0x7FF0
  int 0x82
  call puthex
  mov eax, [0x402000 + 0x402*4]
  and eax, 0xFFFFF007
  call puthex
  jmp over
list: dd 0x402000 + 0x402*4, 0, 0x402003, 0
over:`);
    expect(serial(run)).toBe('00000000FFFFFFF000402001');
    expect(stateOf(run).tally).toMatchObject({ updates: 0, refused: 1 });
  });
  test('a store into a page table is a page fault, and not even the start’s own tables allow it after a pin', () => {
    const handler = `  mov al, 14
  mov ebx, fault
  mov cl, GATE_TRAP
  call set_gate
`;
    const store = `${handler}  mov dword [0x402000], 7
fault:
  mov eax, [FAULT_AT]
  call puthex`;
    expect(serial(withTables(store))).toBe('0000000000402000');
    const pinned = told(
      mapped(`${handler}  mov dword [0x400000], 7\nfault:\n  mov eax, [FAULT_AT]\n  call puthex`).replace(
        'mov ecx, 2\n  mov edx, 0',
        'mov ecx, 1\n  mov edx, 0',
      ),
      '%define USE_PUTHEX\n%define USE_EXIT\n%define USE_IDT',
    );
    expect(serial(pinned)).toBe('0000000000400000');
  });
  test('with vm_assist a plain store into a table is checked and made: one crossing each, and a wrong one is a fault after all', () => {
    const run = withTables(`  mov al, 14
  mov ebx, fault
  mov cl, GATE_TRAP
  call set_gate
  mov eax, 21
  mov ebx, 0
  mov ecx, 2
  int 0x82
  mov dword [0x402000 + 0x10*4], 0x20003
  mov dword [0x20000], 'new'
  mov eax, [0x10000]
  call puthex
  mov dword [0x402000 + 0x10*4], 0x402003
fault:
  mov eax, [FAULT_AT]
  call puthex`);
    expect(serial(run)).toBe('000000000077656E00402040');
    expect(run.crossings.get('#PF page table')).toBe(1);
    expect(run.crossings.get('#PF')).toBe(1);
    expect(writableTables(run)).toEqual([]);
  });
  test.each([
    ['a frame beyond the guest’s memory', '0x402000 + 0x10*4, 0, 0x1000003, 0', 'FFFFFFEA'],
    ['the hypervisor’s own slot', '0x400000 + 1023*4, 0, 3, 0', 'FFFFFFEA'],
    ['a list that it could not read itself', '', 'FFFFFFF2'],
  ])('%s is refused', (_, entry, answer) => {
    const run = withTables(`  mov eax, 1
  mov ebx, ${entry ? 'list' : '0xFFC00000'}
  mov ecx, 1
  mov edx, 0
  mov esi, 0x7FF0
  int 0x82
  call puthex
  jmp over
list: dd ${entry || '0'}
over:`);
    expect(serial(run)).toBe(`00000000${answer}`);
  });
  test('a descriptor for ring 0 is not taken', () => {
    const run = told(
      `start:
  mov esp, STACK
  mov eax, 2
  mov ebx, list
  mov ecx, 2
  int 0x82
  call puthex
  mov al, 0
  jmp exit
list: dd table >> 12
  align 4096
table:
  dd 0, 0, 0x0000FFFF, 0x00CF9A00
`.replace('dd table >> 12', 'dd 0x101'),
      '%define USE_PUTHEX\n%define USE_EXIT',
    );
    expect(serial(run)).toBe('FFFFFFEA');
  });
});

/** Every entry that a checked table maps writable, and whether it is a table: there must be none. */
function writableTables(run: GuestRun): readonly number[] {
  const { kinds } = stateOf(run).frames;
  const found: number[] = [];
  for (let frame = 0; frame < FRAMES; frame++) {
    if (kinds[frame] !== TABLE) continue;
    for (let at = 0; at < 4096; at += 4) {
      const entry = readHost(run.guest.memory, frame * 4096 + at, 4);
      if ((entry & 3) === 3 && (entry >>> 12 >= FRAMES || kinds[entry >>> 12] !== DATA)) found.push(entry);
    }
  }
  for (let frame = 0; frame < FRAMES; frame++)
    if (kinds[frame] === DIRECTORY)
      for (let at = 0; at < 1023 * 4; at += 4) {
        const entry = readHost(run.guest.memory, frame * 4096 + at, 4);
        if ((entry & 1) !== 0 && kinds[entry >>> 12] !== TABLE) found.push(entry);
      }
  return found;
}

describe('a hostile guest', () => {
  const frame = fc.constantFrom(0x400, 0x401, 0x402, 0x403, 0x404, 0x406, 0x407, 8, 0x1000, 0);
  const entry = fc.tuple(frame, fc.constantFrom(0, 1, 3, 7, 0x83)).map(([n, flags]) => n * 4096 + flags);
  const pointer = fc
    .tuple(frame, fc.constantFrom(0, 4, 0x1004, 0x1008, 0x1018, 0x101c, 0xffc))
    .map(([n, at]) => n * 4096 + (at & 0xffc));
  const operation = fc.tuple(fc.constantFrom(0, 1, 4, 5, 6, 7, 9), frame);
  const call = fc.oneof(
    fc.tuple(pointer, entry).map(([at, value]) => ({ number: 1, list: [at, 0, value, 0] })),
    operation.map(([command, argument]) => ({ number: 26, list: [command, argument, 0] })),
    fc
      .tuple(fc.nat(40), fc.array(fc.nat(0xffffffff), { minLength: 4, maxLength: 4 }))
      .map(([number, list]) => ({ number: number === 29 ? 17 : number, list })),
  );

  test('can make no call, in whatever order, that leaves a page table writable, and every run ends or goes on', () => {
    fc.assert(
      fc.property(fc.array(call, { minLength: 1, maxLength: 12 }), (calls) => {
        const made = calls
          .map(
            ({ number }, i) =>
              `  mov eax, ${number}\n  mov ebx, list${i}\n  mov ecx, 1\n  mov edx, 0\n  mov esi, 0x7FF0\n  int 0x82`,
          )
          .join('\n');
        const lists = calls.map(({ list }, i) => `list${i}: dd ${list.join(', ')}`).join('\n');
        const run = withTables(`${made}\n  jmp over\n${lists}\nover:`);
        expect(writableTables(run)).toEqual([]);
      }),
      { numRuns: runs(40), ...(runs(1) === 1 && { seed: 3 }) },
    );
  });
  test('can run no bytes, whatever they are, that throw, hang or change the hypervisor’s tables', () => {
    const bytes = fc.array(fc.oneof(fc.nat(255), fc.constantFrom(0xcd, 0x82, 0x80, 0x0f, 0xcf, 0x9d, 0xcc, 0x66)), {
      minLength: 8,
      maxLength: 64,
    });
    const tables = ({ guest }: GuestRun) =>
      [0x101_0000 + 0xe018, 0x101_0000 + 0xe030, 0x102_0000 + 0x82 * 8].map((at) => readHost(guest.memory, at, 4));
    fc.assert(
      fc.property(bytes, fc.nat(40), (code, eax) => {
        const program = assembled(
          `%include "prelude.inc"\nstart:\n mov esp, STACK\n mov eax, ${eax}\n mov ebx, start\n mov ecx, 1\n db ${code.join(', ')}\n jmp start\n`,
        );
        const before = tables(begun(program));
        expect(tables(ran(program, 'paravirtual', 3000))).toEqual(before);
      }),
      { numRuns: runs(150), ...(runs(1) === 1 && { seed: 11 }) },
    );
  });
  test('a fork goes its own way', () => {
    const run = advanceRun(begun(assembled(sourceOf('table-updates'))), 15_000).run;
    const updates = stateOf(run).tally.updates;
    const copy = forkRun(run);
    advanceRun(copy, 1000);
    expect([stateOf(run).tally.updates, stateOf(copy).tally.updates]).toEqual([updates, updates]);
  });
});
