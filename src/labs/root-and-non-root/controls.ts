import type { Controls, ParamsOf, Switch } from '#kit/controls.ts';
import type { Text } from '#kit/text.ts';
import { checkProgram, samples } from '#sim/vmm/tell/samples.ts';
import { bitNames } from './bits.ts';
import { ownPrograms } from './programs.ts';
import { tour } from './tablePrograms.ts';

const bit = (label: Text, initial: boolean) => ({ kind: 'switch', label, initial }) as const satisfies Switch;

export const controls = {
  program: {
    kind: 'source',
    label: { en: 'The guest', 'zh-CN': '客户机程序' },
    language: 'x86',
    initial: tour,
    gallery: { ...ownPrograms, ...samples },
    help: {
      en: 'NASM source for a 32-bit kernel in ring 0; %include "prelude.inc" brings the Multiboot header. End it by writing to port F4h.',
      'zh-CN':
        '用 NASM 语法写的 32 位内核，从 ring 0 开始；%include "prelude.inc" 带来 Multiboot 头。写端口 F4h 结束。',
    },
    check: checkProgram,
  },
  ept: bit(bitNames.ept, true),
  cr3: bit(bitNames.cr3, false),
  hlt: bit(bitNames.hlt, true),
  io: bit(bitNames.io, true),
  interrupts: bit(bitNames.interrupts, true),
  msr: bit(bitNames.msr, true),
  pageFaults: bit(bitNames.pageFaults, false),
  invlpg: bit(bitNames.invlpg, false),
  tables: bit(bitNames.tables, false),
  rdtsc: bit(bitNames.rdtsc, false),
  processor: {
    kind: 'choice',
    label: { en: 'Prices of', 'zh-CN': '价目取自' },
    options: {
      modern: { en: 'a server of 2019', 'zh-CN': '2019 年的服务器' },
      p4: { en: 'Pentium 4, 2005', 'zh-CN': 'Pentium 4（2005）' },
    },
    initial: 'modern',
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
