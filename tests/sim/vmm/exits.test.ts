import { describe, expect, test } from 'vitest';
import { stepRun } from '#sim/vmm/stepRun.ts';
import type { ExecutionControls } from '#sim/vmm/technique.ts';
import { programOf, settingsFor, usual } from './harness.ts';
import { startRun } from './startRun.ts';

/** Every control that makes something exit, at 0; EPT is on. */
const none: ExecutionControls = { ...usual, hlt: false, io: false, interrupts: false, msr: false };
const all: ExecutionControls = { ...usual, cr3: true, invlpg: true, tables: true, rdtsc: true, interrupts: false };

/** The instruction alone, in ring 0 or ring 3, with a place to store to and tables to load; what it raises ends the guest. */
const programWith = (instruction: string, ring: 0 | 3): string => `%define USE_EXIT
%define USE_GDT
%include "prelude.inc"
start:
    mov esp, STACK
    call setup_gdt
    lidt [table]
    mov ecx, 0x174
    mov eax, 0x300000
${ring === 3 ? '    push UDATA\n    push USTACK\n    push 2\n    push UCODE\n    push it\n    iret' : ''}
it: ${instruction}
    jmp $
table:
    dw 0
    dd 0
place:
    times 8 db 0
`;

/** Basic reasons of the exits that the instruction at `it` makes, first touches of pages and the end of a guest without an IDT left out. */
function reasonsOf(instruction: string, ring: 0 | 3, controls: ExecutionControls): readonly number[] {
  const program = programOf(programWith(instruction, ring));
  const at = program.symbols.get('it');
  let run = startRun(program, 'hardware', settingsFor({ controls }));
  const reasons: number[] = [];
  for (let i = 0; i < 200; i++) {
    const next = stepRun(run);
    if (next === run) break;
    run = next;
    if (run.deed.kind === 'leave' && run.deed.address === at && run.deed.exitReason !== undefined)
      reasons.push(run.deed.exitReason);
  }
  return reasons.filter((reason) => reason !== 48 && reason !== 2);
}

// SDM vol. 3C, "Instructions That Cause VM Exits Unconditionally" and "… Conditionally"; vol. 3D, table of basic exit reasons.
const rows: readonly (readonly [instruction: string, never: readonly number[], asked: readonly number[]])[] = [
  ['cpuid', [10], [10]],
  ['vmcall', [18], [18]],
  ['hlt', [], [12]],
  ['invlpg [place]', [], [14]],
  ['rdtsc', [], [16]],
  ['mov cr3, eax', [], [28]],
  ['rdmsr', [], [31]],
  ['wrmsr', [], [32]],
  ['in al, 0x21', [], [30]],
  ['out dx, al', [], [30]],
  ['lgdt [table]', [], [46]],
  ['lidt [table]', [], [46]],
  ['sgdt [place]', [], [46]],
  ['sidt [place]', [], [46]],
  ['lldt [place]', [], [47]],
  ['sldt [place]', [], [47]],
  ['str [place]', [], [47]],
  ['cli', [], []],
  ['clts', [], []],
  ['smsw ax', [], []],
  ['mov eax, cr0', [], []],
  ['mov eax, cr2', [], []],
  ['mov eax, cr3', [], []],
  ['pushf', [], []],
  ['popf', [], []],
  ['push cs', [], []],
  ['lar eax, cx', [], []],
  ['verr cx', [], []],
  ['xor eax, eax', [], []],
];

describe('in ring 0', () => {
  test.each(rows)(
    '%s exits for %j with every control at 0, and for %j with every one at 1',
    (instruction, never, asked) => {
      expect([reasonsOf(instruction, 0, none), reasonsOf(instruction, 0, all)]).toEqual([never, asked]);
    },
  );

  test('MOV to CR0 exits if it changes a bit that the monitor owns, and else not', () => {
    const exitsFor = (bit: string): readonly number[] => {
      const source = programWith(`nop\n mov eax, cr0\n xor eax, ${bit}\n mov cr0, eax`, 0);
      let state = startRun(programOf(source), 'hardware', settingsFor({ controls: none }));
      const reasons: number[] = [];
      for (let i = 0; i < 200; i++) {
        state = stepRun(state);
        if (state.deed.kind === 'leave' && state.deed.exitReason === 28) reasons.push(28);
      }
      return reasons;
    };
    expect([exitsFor('8'), exitsFor('0x10000')]).toEqual([[], [28]]);
  });
});

describe('in ring 3', () => {
  // Faults for lack of privilege come before exits: SDM vol. 3C, "Relative Priority of Faults and VM Exits".
  const unprivileged: Readonly<Record<string, readonly number[]>> = {
    cpuid: [10],
    vmcall: [18],
    rdtsc: [16],
    'sgdt [place]': [46],
    'sidt [place]': [46],
    'sldt [place]': [47],
    'str [place]': [47],
  };
  test.each(rows.map(([instruction]) => instruction))(
    '%s exits only if the guest’s own privilege lets it pass',
    (instruction) => {
      expect(reasonsOf(instruction, 3, all)).toEqual(unprivileged[instruction] ?? []);
    },
  );
});
