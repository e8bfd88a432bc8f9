import type { Controls, ParamsOf } from '#kit/controls.ts';
import { checkProgram, samplesOf } from '#sim/vmm/tell/samples.ts';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import { askers } from './identity.ts';
import { kernel } from './program.ts';

const own = {
  title: { en: 'Updates, then system calls', 'zh-CN': '先改页表，再做系统调用' },
  about: {
    en: 'Maps 64 pages by the way you choose, then serves system calls.',
    'zh-CN': '按你选的方式映射 64 页，然后处理系统调用。',
  },
  text: kernel,
};

/** Each of a text's editions must assemble; the faults of the first that does not. */
const checkEditions = (text: string) =>
  [{}, { PV: '' }, { PV: '', TRAP: '' }, { PV: '', LIST: '' }]
    .map((defines) => checkProgram(text, defines))
    .find((faults) => faults.length > 0) ?? [];

export const controls = {
  kernel: {
    kind: 'choice',
    label: { en: 'The kernel', 'zh-CN': '内核' },
    options: {
      ported: { en: 'ported to the hypervisor', 'zh-CN': '已移植' },
      unmodified: { en: 'unmodified', 'zh-CN': '未修改' },
    },
    initial: 'ported',
  },
  how: {
    kind: 'choice',
    label: { en: 'A page-table update is', 'zh-CN': '改一个页表项，用' },
    options: {
      trap: { en: 'a store that traps', 'zh-CN': '会陷入的写内存' },
      hypercall: { en: 'a hypercall', 'zh-CN': '一次超级调用' },
      multicall: { en: 'an entry of a multicall', 'zh-CN': 'multicall 中的一项' },
    },
    initial: 'hypercall',
  },
  batch: {
    kind: 'range',
    label: { en: 'Entries in a multicall', 'zh-CN': '一次 multicall 的项数' },
    min: 1,
    max: 64,
    initial: 8,
  },
  bits: {
    kind: 'choice',
    label: { en: 'Mode', 'zh-CN': '模式' },
    options: { '32': { en: '32-bit', 'zh-CN': '32 位' }, '64': { en: '64-bit', 'zh-CN': '64 位' } },
    initial: '32',
  },
  calls: { kind: 'range', label: { en: 'System calls', 'zh-CN': '系统调用次数' }, min: 0, max: 40, initial: 3 },
  asker: {
    kind: 'choice',
    label: { en: 'Who asks CPUID', 'zh-CN': '谁来问 CPUID' },
    options: askers,
    initial: 'linux',
  },
  bit: { kind: 'switch', label: { en: 'Hypervisor bit shown', 'zh-CN': '亮出虚拟机存在位' }, initial: true },
  program: {
    kind: 'source',
    label: { en: 'The guest', 'zh-CN': '客户机程序' },
    language: 'x86',
    initial: kernel,
    gallery: { updates: own, ...samplesOf(gallery.filter(({ hasPv }) => hasPv)) },
    help: {
      en: 'NASM source. %ifdef PV marks the ported kernel, which starts in ring 1 and asks by INT 82h; %ifdef TRAP and LIST are the ways above, BATCH and CALLS the numbers.',
      'zh-CN':
        '用 NASM 语法。%ifdef PV 之内是移植后的内核，从 ring 1 开始，用 INT 82h 请求；%ifdef TRAP 与 LIST 对应上面的方式，BATCH 与 CALLS 是两个数。',
    },
    check: checkEditions,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
