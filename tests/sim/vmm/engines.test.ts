import { describe, expect, test } from 'vitest';
import { ownPrograms } from '#labs/three-engines/programs.ts';
import { advanceEngines, startEngines } from '#sim/vmm/engines/engines.ts';
import { isTrapping } from '#sim/vmm/engines/isTrapping.ts';
import { readBlock } from '#sim/vmm/engines/readBlock.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import { advanceRun } from '#sim/vmm/stepRun.ts';
import type { Settings, Technique } from '#sim/vmm/technique.ts';
import { programOf, samples } from '#sim/vmm/tell/samples.ts';
import type { Translation } from '#sim/vmm/translation/translation.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { stepMachine } from '#sim/x86/stepMachine.ts';
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
  cacheBlocks: 256,
  adaptive: true,
  batched: false,
  stopAtDivergence: false,
  prices: cyclesOf(priceLists.p4),
};
const runUnder = (technique: Technique, text: string) =>
  advanceRun(startRun(programOf(text, { LOOPS: '50' }), technique, settings), 400_000).run;
const runCounted = (text: string) => advanceEngines(startEngines(programOf(text, { LOOPS: '50' })), 400_000, 256).run;

describe('what is counted is the execution that the other techniques make', () => {
  test.each(Object.entries({ ...ownPrograms, ...samples }))(
    '%s: as many instructions as on bare metal, and the same output',
    (_name, { text }) => {
      const [bare, counted] = [runUnder('bare', text), runCounted(text)];
      expect([counted.machine.retired, counted.machine.devices.uart.sent]).toEqual([
        bare.guest.retired,
        bare.guest.devices.uart.sent,
      ]);
      expect(counted.counts.instructions).toBe(bare.guest.retired);
    },
  );
  test.each(Object.entries(ownPrograms))(
    '%s: as many translations as chapter 2’s translator makes',
    (_name, { text }) => {
      const { tally } = runUnder('binary-translation', text).vmm as Translation;
      expect([runCounted(text).counts.translations, runCounted(text).counts.translated]).toEqual([
        tally.translated,
        tally.instructions,
      ]);
    },
  );
  test.each(Object.entries(ownPrograms))(
    '%s: as many traps as chapter 2’s trap-and-emulate monitor meets',
    (_name, { text }) => {
      const { crossings } = runUnder('deprivileged', text);
      // Page faults of its shadow tables are another matter (chapter 3).
      expect(crossings.get('#GP')).toBe(runCounted(text).counts.traps);
    },
  );
});

/** One instruction each, run in ring 3 with IOPL 0 and no I/O permission bitmap. */
const kinds = [
  'hlt',
  'cli',
  'sti',
  'in al, 0x20',
  'out 0x20, al',
  'lgdt [0x5000]',
  'lidt [0x5000]',
  'lldt ax',
  'ltr ax',
  'lmsw ax',
  'clts',
  'mov eax, cr0',
  'mov cr3, eax',
  'invlpg [0x5000]',
  'rdmsr',
  'wrmsr',
  'wbinvd',
];
const others = [
  'nop',
  'pushf',
  'popf',
  'sgdt [0x5000]',
  'sidt [0x5000]',
  'sldt ax',
  'str ax',
  'smsw ax',
  'mov eax, [0x5000]',
  'add eax, 1',
  'cpuid',
  'rdtsc',
  'lar eax, ecx',
];

describe('an instruction is called trapping where the processor model refuses it outside ring 0', () => {
  test.each([...kinds.map((text) => [text, true] as const), ...others.map((text) => [text, false] as const)])(
    '%s',
    (text, traps) => {
      const machine = bootMachine(programOf(`%include "prelude.inc"\nstart:\n ${text}\n jmp $`));
      const instruction = readBlock(machine)?.instructions[0];
      expect(instruction && isTrapping(instruction)).toBe(traps);
      machine.cpu.cpl = 3;
      machine.cpu.tr = { ...machine.cpu.tr, limit: 0 };
      const { eip } = machine.cpu;
      const { kind } = stepMachine(machine);
      expect(kind === 'retired' && machine.cpu.eip !== eip).toBe(!traps);
    },
  );
});
