import type { Controls, ParamsOf } from '#kit/controls.ts';
import { both } from '#kit/text.ts';
import { checkProgram, samples } from '#sim/vmm/tell/samples.ts';
import { lateCrash } from './program.ts';

export const controls = {
  part: {
    kind: 'choice',
    label: both('What is run', '运行什么'),
    options: {
      instructions: both('single instructions', '单条指令'),
      guest: both('a guest program', '一段客户机程序'),
    },
    initial: 'instructions',
  },
  cpu: {
    kind: 'choice',
    label: both('Processor', '处理器'),
    options: {
      pentium: both('80386 to Pentium', '80386 到 Pentium'),
      umip: both('x86 with UMIP', '带 UMIP 的 x86'),
      vtx: both('x86 with VT-x', '带 VT-x 的 x86'),
      s370: both('IBM System/370', 'IBM System/370'),
      riscv: both('RISC-V with H', '带 H 扩展的 RISC-V'),
      arm: both('Arm with EL2', '带 EL2 的 Arm'),
    },
    initial: 'pentium',
  },
  ring: {
    kind: 'choice',
    label: both('Where the guest’s kernel stands (x86 without VT-x)', '客户机内核站在哪里（没有 VT-x 的 x86）'),
    options: { '1': 'ring 1', '3': 'ring 3' },
    initial: '1',
  },
  program: {
    kind: 'source',
    label: both('The guest program', '客户机程序'),
    language: 'x86',
    initial: lateCrash,
    gallery: {
      'late-crash': {
        title: both('A queue and a clock', '队列与时钟'),
        about: both(
          'The kernel turns interrupts off with POPF. In ring 1 they stay on, and it crashes much later.',
          '内核用 POPF 关中断；在 ring 1 中断其实没关，很久以后才崩溃。',
        ),
        text: lateCrash,
      },
      ...samples,
    },
    help: both(
      'NASM source for a 32-bit kernel that believes it is in ring 0; %include "prelude.inc" brings the Multiboot header and the library.',
      '以 NASM 语法写的 32 位内核，它以为自己在 ring 0；%include "prelude.inc" 带来 Multiboot 头和程序库。',
    ),
    check: checkProgram,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
export type CpuName = Params['cpu'];
