import type { Controls, ParamsOf } from '#kit/controls.ts';
import { checkProgram, samplesOf } from '#sim/vmm/tell/samples.ts';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import { programs } from './programs.ts';

/** The lesson's own programs first, then those of every lab. */
const samples = samplesOf([...programs, ...gallery]);

export const controls = {
  technique: {
    kind: 'choice',
    label: { en: 'The guest runs', 'zh-CN': '客户机运行在' },
    options: {
      deprivileged: { en: 'under a VMM that traps and emulates', 'zh-CN': '陷入再模拟的 VMM 之上' },
      bare: { en: 'on bare metal', 'zh-CN': '裸机上' },
    },
    initial: 'deprivileged',
  },
  ring: {
    kind: 'choice',
    label: { en: 'Ring of the guest’s kernel', 'zh-CN': '客户机内核所在的 ring' },
    options: { '1': '1', '3': '3' },
    initial: '1',
  },
  program: {
    kind: 'source',
    label: { en: 'The guest’s program', 'zh-CN': '客户机程序' },
    language: 'x86',
    initial: samples['first-steps']?.text ?? '',
    gallery: samples,
    help: {
      en: 'NASM, 32-bit protected mode, entered at start in ring 0 with paging off and IF = 0. prelude.inc has the header and names; setup_gdt, setup_idt, setup_pic, setup_timer, puts and exit are there after %define USE_GDT, USE_IDT, USE_PIC, USE_TIMER, USE_PUTS, USE_EXIT.',
      'zh-CN':
        'NASM 语法，32 位保护模式，从 start 进入：ring 0，分页关闭，IF = 0。prelude.inc 提供头部和各种名字；写了 %define USE_GDT、USE_IDT、USE_PIC、USE_TIMER、USE_PUTS、USE_EXIT，就有 setup_gdt、setup_idt、setup_pic、setup_timer、puts、exit 可用。',
    },
    check: checkProgram,
  },
  pace: {
    kind: 'choice',
    label: { en: 'A step is', 'zh-CN': '一步是' },
    options: {
      third: { en: 'an instruction, or a third of a trap', 'zh-CN': '一条指令，或陷入的三分之一' },
      whole: { en: 'an instruction, trap included', 'zh-CN': '一条指令，连同陷入' },
    },
    initial: 'third',
  },
  stop: {
    kind: 'switch',
    label: { en: 'End where the guest first differs from bare metal', 'zh-CN': '客户机首次与裸机不同时结束' },
    initial: true,
  },
  trap: {
    kind: 'range',
    label: { en: 'Cycles for a trap and its emulation', 'zh-CN': '一次陷入加模拟的周期数' },
    min: 100,
    max: 20_000,
    initial: 2030,
  },
} as const satisfies Controls;

export type Params = ParamsOf<typeof controls>;
