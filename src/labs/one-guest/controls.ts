import type { Controls, ParamsOf, Switch } from '#kit/controls.ts';
import { both, type Text } from '#kit/text.ts';
import { checkProgram, samples } from '#sim/vmm/tell/samples.ts';
import { criticalSection } from '#sim/x86/gallery/criticalSection.ts';
import { priceControls } from './priceControls.ts';
import { techniqueNames } from './words.ts';

const toggle = (label: Text, initial: boolean, rare = true) =>
  ({ kind: 'switch', label, initial, rare }) as const satisfies Switch;

export const controls = {
  technique: {
    kind: 'choice',
    label: both('Technique', '技术'),
    options: techniqueNames,
    initial: 'deprivileged',
  },
  program: {
    kind: 'source',
    label: both('The guest: a program for NASM', '客户机：一段 NASM 程序'),
    language: 'x86',
    initial: criticalSection.source,
    gallery: samples,
    help: both(
      'NASM syntax, 32-bit, entered at start. %include "prelude.inc" brings the header and, with %define USE_…, its routines. Serial port at 3F8h, debug exit at F4h. %ifdef PV holds what a paravirtual guest does instead.',
      'NASM 语法，32 位，从 start 进入。%include "prelude.inc" 带来文件头，配合 %define USE_… 带来例程。串口在 3F8h，F4h 结束运行。%ifdef PV 之内是半虚拟化客户机改做的事。',
    ),
    check: checkProgram,
  },
  stopAtDivergence: toggle(both('Stop where it first differs from bare metal', '首次偏离裸机时停下'), true, false),
  kernelRing: {
    kind: 'choice',
    label: both('Ring of a deprivileged kernel', '特权解除后内核所在的环'),
    options: { '1': '1', '3': '3' },
    initial: '1',
    rare: true,
  },
  segmentLimits: toggle(both('Segments end below the VMM', '段界限止于 VMM 之下'), true),
  adaptive: toggle(both('Translate anew what keeps faulting', '反复触发异常的写入重新翻译'), true),
  batched: toggle(both('Paravirtual: batch table updates', '半虚拟化：成批更新页表'), false),
  ept: toggle(both('VT-x: EPT', 'VT-x：EPT'), true, false),
  hlt: toggle(both('VT-x: HLT exits', 'VT-x：HLT 退出'), true),
  cr3: toggle(both('VT-x: CR3 loads exit', 'VT-x：装载 CR3 退出'), false),
  invlpg: toggle(both('VT-x: INVLPG exits', 'VT-x：INVLPG 退出'), false),
  io: toggle(both('VT-x: IN and OUT exit', 'VT-x：IN、OUT 退出'), true),
  interrupts: toggle(both('VT-x: interrupts exit', 'VT-x：外部中断退出'), true),
  msr: toggle(both('VT-x: RDMSR and WRMSR exit', 'VT-x：RDMSR、WRMSR 退出'), true),
  tables: toggle(both('VT-x: LGDT and its like exit', 'VT-x：LGDT 一类退出'), false),
  rdtsc: toggle(both('VT-x: RDTSC exits', 'VT-x：RDTSC 退出'), false),
  exceptions: {
    kind: 'choice',
    label: both('VT-x: exception bitmap', 'VT-x：异常位图'),
    options: {
      none: both('empty', '全空'),
      pf: '#PF',
      gp: '#GP',
      ud: '#UD',
      all: both('all', '全部'),
    },
    initial: 'none',
    rare: true,
  },
  processor: {
    kind: 'choice',
    label: both('Price list', '价目表'),
    options: { p4: 'Pentium 4, 2005', modern: both('server, 2019', '服务器，2019') },
    initial: 'p4',
    rare: true,
  },
  ...priceControls,
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
