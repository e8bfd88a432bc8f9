import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Bench, benchOf } from '#sim/holes/bench.ts';
import type { Pair } from '#sim/holes/judge.ts';
import { measured } from '#sim/holes/measured.ts';
import { isAsMeasured, type Outcome, outcomeOf } from '#sim/holes/outcome.ts';
import { type Case, specimens } from '#sim/holes/specimen.ts';
import { BARE, type Stand } from '#sim/holes/stand.ts';
import { tryCase } from '#sim/holes/trial.ts';
import { ZF } from '#sim/x86/cpu/state.ts';

interface Row {
  readonly insn: string;
  readonly outcome: 'trapped' | 'no_trap' | 'silently_ignored';
  readonly vector?: string | number;
  readonly error_code?: number;
  readonly note?: string;
  readonly cycles?: readonly number[];
}
const file = parse(readFileSync('tests/sim/holes/silicon.yaml', 'utf8')) as Record<string, readonly Row[]>;
const rows64 = file.results_64bit ?? [];
const rows32 = file.results_32bit ?? [];

const AT_3: Stand = { ring: 3, owner: 'monitor' };
const one = (instruction: string, setup?: string): Case => ({ instruction, ...(setup && { setup }) });
const TO_USER = 'push 0x2b\npush 0x11f000\npush 0x3002\npush 0x33\npush .end';

/** The measured instructions that our processor has, as a 32-bit program says them. */
const ours: Readonly<Record<string, Case>> = {
  cli: one('cli'),
  sti: one('sti'),
  pushf: one('pushf'),
  popf_clear_IF: one('popf', 'push 0x002'),
  popf_set_IOPL3: one('popf', 'push 0x3202'),
  iretq_clear_IF_set_IOPL3: one('iret', TO_USER),
  sgdt: one('sgdt [esi]'),
  sidt: one('sidt [esi]'),
  sldt: one('sldt ax'),
  str: one('str ax'),
  smsw: one('smsw ax'),
  lgdt: one('lgdt [edi]'),
  lidt: one('lidt [edi]'),
  lldt: one('lldt ax'),
  ltr: one('ltr ax'),
  lmsw: one('lmsw ax'),
  clts: one('clts'),
  mov_from_cr0: one('mov eax, cr0'),
  mov_to_cr0: one('mov cr0, eax'),
  mov_from_cr2: one('mov eax, cr2'),
  mov_from_cr3: one('mov eax, cr3'),
  mov_to_cr3: one('mov cr3, eax'),
  mov_from_cr4: one('mov eax, cr4'),
  hlt: one('hlt'),
  wbinvd: one('wbinvd'),
  invd: one('db 0x0f, 0x08'),
  invlpg: one('invlpg [esi]'),
  in_0x80: one('in al, 0x80'),
  out_0x3f8: one('out dx, al'),
  ins: one('db 0x6c'),
  outs: one('db 0x6e'),
  rdmsr_EFER: one('rdmsr', 'mov ecx, 0xc0000080'),
  wrmsr_TSC: one('wrmsr', 'mov ecx, 0x10'),
  rdtsc: one('rdtsc'),
  cpuid: one('cpuid'),
  int_0x80: one('int 0x80'),
  'int_0x20(DPL0 gate)': one('int 0x20'),
  ud2: one('ud2'),
  div_by_zero: one('div eax'),
  'page_fault(null write)': one('mov [eax], eax'),
  read_kernel_address: one('mov eax, [0xffc10000]'),
  mov_from_cs_ss: one('mov eax, cs'),
  push_fs: one('push fs'),
  pop_gs_kernel_selector: one('pop gs', 'push 0x18'),
  pop_gs_user_selector: one('pop gs', 'push 0x2b'),
  mov_ds_kernel_selector: one('mov ds, bx'),
  mov_ss_kernel_selector: one('mov ss, bx'),
  call_far_kernel_CS: one('call 0x10:.end'),
  jmp_far_kernel_CS: one('jmp 0x10:.end'),
  jmp_far_user_CS: one('jmp 0x33:.end'),
  ret_far_kernel_CS: one('retf', 'push 0x10\npush .end'),
  ret_far_user_CS: one('retf', 'push 0x33\npush .end'),
  // Not one of these is in our processor or in its VMX operation: it says #UD, as the real one did.
  vmxon: one('db 0xf3, 0x0f, 0xc7, 0x36'),
  vmlaunch: one('db 0x0f, 0x01, 0xc2'),
  rsm: one('db 0x0f, 0xaa'),
  monitor: one('db 0x0f, 0x01, 0xc8'),
  mwait: one('db 0x0f, 0x01, 0xc9'),
  stac: one('db 0x0f, 0x01, 0xcb'),
  pause: one('pause'),
};

/** Measured instructions that we do not try, or that do otherwise with us, and why. */
const otherwise: Readonly<Record<string, string>> = {
  mov_from_cr8: '64-bit mode only',
  mov_to_cr8: '64-bit mode only',
  swapgs: '64-bit mode only',
  rdfsbase: '64-bit mode only',
  sysretq: '64-bit mode only',
  syscall_getpid: '64-bit mode only',
  'sysenter(64-bit caller)': 'our processor has no SYSENTER, as its CPUID says',
  sysexit: 'our processor has no SYSENTER, as its CPUID says',
  mov_from_dr7: 'our processor has no debug registers',
  mov_to_dr0: 'our processor has no debug registers',
  invpcid: 'later than our processor (a Pentium III by its CPUID)',
  clflush: 'later than our processor',
  rdtscp: 'later than our processor',
  rdrand: 'later than our processor',
  xgetbv: 'later than our processor',
  xsetbv: 'later than our processor',
  rdpkru: 'later than our processor',
  rdpmc: 'our processor has no performance counters',
  'cpuid_with_faulting(arch_prctl)': 'CPUID faulting is later than our processor',
  vmcall: 'there a hypervisor lay beneath, and answered; on bare metal it is #UD',
  'vmmcall(AMD encoding)': 'KVM tried to patch the instruction and met a read-only page',
  'rdtsc_with_CR4.TSD(prctl)': 'tried below, with CR4.TSD set',
  int3: 'tried below: Linux reports a passage through gate 3 as a trap',
  lar_lsl_verr_verw_kernel_CS_0x10: 'tried below, one by one',
  lar_lsl_verr_verw_kernel_DS_0x18: 'tried below, one by one',
  lar_lsl_verr_verw_user_CS_0x33: 'tried below, one by one',
  lar_lsl_verr_verw_user_DS_0x2b: 'tried below, one by one',
};

const vectors: Readonly<Record<string, number>> = { '#DE': 0, '#UD': 6, '#GP': 13, '#PF': 14 };
const kinds = { trapped: 'trapped', no_trap: 'passed', silently_ignored: 'ignored' } as const;
const outcomeOfRow = ({ outcome, vector, error_code: errorCode = 0 }: Row): Outcome =>
  outcome === 'trapped'
    ? { kind: 'trapped', vector: typeof vector === 'number' ? vector : (vectors[vector ?? ''] ?? -1), errorCode }
    : { kind: kinds[outcome] };

const pairOf = (bench: Bench, each: Case, stand: Stand): Pair => ({
  each,
  bare: tryCase(bench, each, BARE),
  here: tryCase(bench, each, stand),
});
const outcomeAt = (each: Case, stand: Stand): Outcome => {
  const bench = benchOf([each]);
  return outcomeOf(pairOf(bench, each, stand));
};

test('every measured instruction is tried, or there is a reason why not', () => {
  const known = new Set([...Object.keys(ours), ...Object.keys(otherwise)]);
  expect(rows64.map(({ insn }) => insn).filter((insn) => !known.has(insn))).toEqual([]);
  expect([...known].filter((insn) => !rows64.some((row) => row.insn === insn))).toEqual([]);
});

test.each(rows64.filter(({ insn }) => ours[insn]))('$insn does at CPL 3 what it did on a real processor', (row) => {
  expect(outcomeAt(ours[row.insn] as Case, AT_3)).toEqual(outcomeOfRow(row));
});

/** The 32-bit rows. INTO is an exception there and a passage through gate 4 here. */
const ours32: Readonly<Record<string, Case>> = {
  cli: one('cli'),
  sti: one('sti'),
  popfd_clear_IF_set_IOPL3: one('popf', 'push 0x3002'),
  iretd_clear_IF_set_IOPL3: one('iret', TO_USER),
  push_cs: one('push cs'),
  push_ss: one('push ss'),
  pop_es_user_data_0x2b: one('pop es', 'push 0x2b'),
  pop_es_user_data_with_RPL0_0x28: one('pop es', 'push 0x28'),
  pop_es_kernel_data_0x18: one('pop es', 'push 0x18'),
  mov_ds_kernel_data_0x18: one('mov ds, bx'),
  mov_ss_user_data_with_RPL0_0x28: one('mov ss, ax', 'mov eax, 0x28'),
  sgdt: one('sgdt [esi]'),
  sidt: one('sidt [esi]'),
  sldt: one('sldt ax'),
  str: one('str ax'),
  smsw: one('smsw ax'),
  lmsw: one('lmsw ax'),
  hlt: one('hlt'),
  in: one('in al, dx'),
  out: one('out dx, al'),
  mov_from_cr0: one('mov eax, cr0'),
  mov_from_cr3: one('mov eax, cr3'),
  'int_0x80_(DPL3 gate)': one('int 0x80'),
  'int_0x21_(DPL0 gate)': one('int 0x21'),
  call_far_own_CS_0x23: one('call 0x23:.end'),
  call_far_kernel_CS_0x10: one('call 0x10:.end'),
  jmp_far_kernel_CS_0x10: one('jmp 0x10:.end'),
  ret_far_kernel_CS_0x10: one('retf', 'push 0x10\npush .end'),
  lar_kernel_CS_0x10: one('lar eax, ax', 'mov eax, 0x10'),
  lar_user_CS_0x23: one('lar eax, ax', 'mov eax, 0x23'),
  lsl_user_DS_0x2b: one('lsl eax, ax', 'mov eax, 0x2b'),
  verr_kernel_DS_0x18: one('verr bx'),
  verw_user_DS_0x2b: one('verw ax', 'mov eax, 0x2b'),
  arpl: one('arpl ax, cx', 'mov eax, 0x28\nmov ecx, 3'),
};

test('every instruction measured in 32-bit mode is tried, but INTO', () => {
  const rest = rows32.map(({ insn }) => insn).filter((insn) => !ours32[insn]);
  expect(rest).toEqual(['into']);
});

test.each(rows32.filter(({ insn }) => ours32[insn]))('$insn does in ring 3 what it did in 32-bit mode', (row) => {
  expect(outcomeAt(ours32[row.insn] as Case, AT_3)).toEqual(outcomeOfRow(row));
});

describe('what the real processor needed a setting for', () => {
  test('with CR4.TSD RDTSC traps', () => {
    expect(outcomeAt(one('rdtsc'), { ...AT_3, tsd: true })).toEqual({ kind: 'trapped', vector: 13, errorCode: 0 });
  });
  test('with CR4.UMIP five instructions trap; of the real processor’s five KVM could make four trap, and Linux answered for those', () => {
    for (const insn of ['sgdt', 'sidt', 'sldt', 'str', 'smsw'])
      expect(outcomeAt(ours[insn] as Case, { ...AT_3, umip: true })).toEqual({
        kind: 'trapped',
        vector: 13,
        errorCode: 0,
      });
    const dear = rows64.filter(({ insn, cycles }) => /^(s[gil]dt|str|smsw)$/.test(insn) && (cycles?.[0] ?? 0) > 5000);
    expect(dear.map(({ insn }) => insn)).toEqual(['sgdt', 'sidt', 'sldt', 'str']);
  });
});

test('INT3 goes through gate 3, and INTO through gate 4 after an overflow', () => {
  for (const [each, entered] of [
    [one('int3'), 3],
    [one('into', 'mov al, 0x7f\nadd al, 1'), 4],
  ] as const)
    expect(tryCase(benchOf([each]), each, AT_3)).toMatchObject({ fault: undefined, entered });
});

test.each(rows64.filter(({ insn }) => insn.startsWith('lar_')))('$insn: the four answer in ZF as they did', (row) => {
  const selector = Number(/0x\w+$/.exec(row.insn)?.[0]);
  const names = ['lar', 'lsl', 'verr', 'verw'];
  const cases = names.map((name) =>
    one(name.startsWith('ver') ? `${name} ax` : `${name} ecx, eax`, `mov eax, ${selector}`),
  );
  const bench = benchOf(cases);
  const zf = cases.map((each) => Number((tryCase(bench, each, AT_3).after.flags & ZF) !== 0));
  expect(`ZF: ${names.map((name, i) => `${name}=${zf[i]}`).join(' ')}`).toBe(row.note?.split(';')[0]);
});

test('what a page shows of the measurements is what was measured', () => {
  const bench = benchOf(specimens.flatMap(({ cases }) => cases));
  const ticks = new Set(rows64.map(({ cycles }) => JSON.stringify(cycles)));
  for (const { id, cases } of specimens)
    for (const each of measured[id] ?? []) {
      if (each.ticks) expect(ticks, id).toContain(JSON.stringify(each.ticks));
      expect(isAsMeasured(bench, { id, name: id, cases }, each, false), id).toBe(true);
    }
});

test('with UMIP on, ours parts from the measurement in the five that UMIP is about', () => {
  const bench = benchOf(specimens.flatMap(({ cases }) => cases));
  const parted = specimens.filter((each) => measured[each.id]?.some((m) => !isAsMeasured(bench, each, m, true)));
  expect(parted.map(({ name }) => name)).toEqual(['SGDT', 'SIDT', 'SLDT', 'STR', 'SMSW']);
});
