import type { Controls, ParamsOf } from '#kit/controls.ts';
import { enginePrices } from '#sim/vmm/engines/bill.ts';
import { MOST_LOOPS } from '#sim/vmm/engines/survey.ts';
import { checkProgram, samples } from '#sim/vmm/tell/samples.ts';
import { hotLoop, ownPrograms } from './programs.ts';

export const controls = {
  program: {
    kind: 'source',
    label: { en: 'The guest', 'zh-CN': '客户机程序' },
    language: 'x86',
    initial: hotLoop,
    gallery: { ...ownPrograms, ...samples },
    help: {
      en: 'NASM source for a 32-bit kernel. LOOPS is defined for it as the slider says; %include "prelude.inc" brings the Multiboot header.',
      'zh-CN': '用 NASM 语法写的 32 位内核。LOOPS 按滑块的值预先定义；%include "prelude.inc" 带来 Multiboot 头。',
    },
    check: (text) => checkProgram(text, { LOOPS: '1' }),
  },
  loops: {
    kind: 'range',
    label: { en: 'LOOPS, how often the loop runs', 'zh-CN': 'LOOPS：循环跑几遍' },
    min: 1,
    max: MOST_LOOPS,
    initial: 20,
  },
  isa: {
    kind: 'choice',
    label: { en: 'The host’s instruction set', 'zh-CN': '宿主机的指令集' },
    options: {
      same: { en: 'x86, as the guest’s', 'zh-CN': 'x86，与客户机相同' },
      other: { en: 'another, such as AArch64', 'zh-CN': '另一种，如 AArch64' },
    },
    initial: 'same',
  },
  cacheBlocks: {
    kind: 'choice',
    label: { en: 'Blocks the translation cache holds', 'zh-CN': '翻译缓存能放几个块' },
    options: { '2': '2', '4': '4', '8': '8', '16': '16', '64': '64' },
    initial: '16',
  },
  interpret: {
    kind: 'range',
    label: { en: 'Cycles to interpret an instruction', 'zh-CN': '解释一条指令的周期数' },
    min: 1,
    max: 300,
    initial: enginePrices.interpret.cycles,
  },
  translate: {
    kind: 'range',
    label: { en: 'Cycles to translate an instruction, once', 'zh-CN': '翻译一条指令的周期数（一次性）' },
    min: 0,
    max: 10_000,
    initial: enginePrices.translate.cycles,
  },
  translated: {
    kind: 'range',
    label: { en: 'Cycles of a translated instruction, same set', 'zh-CN': '译后每条指令的周期数（指令集相同）' },
    min: 1,
    max: 150,
    initial: enginePrices.translated.cycles,
  },
  foreign: {
    kind: 'range',
    label: { en: 'Cycles of a translated instruction, other set', 'zh-CN': '译后每条指令的周期数（指令集不同）' },
    min: 1,
    max: 150,
    initial: enginePrices.foreign.cycles,
  },
  trap: {
    kind: 'range',
    label: { en: 'Cycles of a trap', 'zh-CN': '一次陷入的周期数' },
    min: 0,
    max: 20_000,
    initial: enginePrices.trap.cycles,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
