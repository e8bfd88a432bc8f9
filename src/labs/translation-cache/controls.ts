import type { Controls, ParamsOf } from '#kit/controls.ts';
import { checkProgram, samples } from '#sim/vmm/tell/samples.ts';
import { criticalLoop, ownPrograms } from './programs.ts';

export const controls = {
  program: {
    kind: 'source',
    label: { en: 'The guest', 'zh-CN': '客户机程序' },
    language: 'x86',
    initial: criticalLoop,
    gallery: { ...ownPrograms, ...samples },
    help: {
      en: 'NASM source for a 32-bit kernel in ring 0; %include "prelude.inc" brings the Multiboot header. End it by writing to port F4h.',
      'zh-CN':
        '用 NASM 语法写的 32 位内核，从 ring 0 开始；%include "prelude.inc" 带来 Multiboot 头。写端口 F4h 结束。',
    },
    check: checkProgram,
  },
  cacheBlocks: {
    kind: 'choice',
    label: { en: 'Blocks the cache holds', 'zh-CN': '缓存能放几个块' },
    options: { '2': '2', '4': '4', '8': '8', '16': '16', '256': '256' },
    initial: '16',
  },
  adaptive: {
    kind: 'switch',
    label: { en: 'Translate a store anew that keeps faulting', 'zh-CN': '写指令屡次触发异常就重新翻译（自适应）' },
    initial: true,
  },
  segmentLimits: {
    kind: 'switch',
    label: { en: 'Segment limits (32-bit mode has them)', 'zh-CN': '段界限（32 位模式才有）' },
    initial: true,
  },
  processor: {
    kind: 'choice',
    label: { en: 'Prices of', 'zh-CN': '价目取自' },
    options: {
      p4: { en: 'Pentium 4, 2005', 'zh-CN': 'Pentium 4（2005）' },
      modern: { en: 'a server of 2019', 'zh-CN': '2019 年的服务器' },
    },
    initial: 'p4',
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
