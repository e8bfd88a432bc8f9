import { thousands } from '#kit/reading.ts';
import type { Text } from '#kit/text.ts';
import type { Update } from './updates.ts';

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const title = text('Hypercalls', '超级调用');
export const question = text(
  'A kernel that knows its hypervisor asks instead of trapping. What does it save, and when?',
  '内核知道有虚拟机管理程序，便不等陷入、主动去请求。省下的是什么？什么时候省？',
);

/** 12345 as 12,345. */
export const number = (n: number): string => thousands(Math.round(n));

export const labels = {
  user: text('user program', '用户程序'),
  kernel: text('guest kernel', '客户机内核'),
  shortUser: text('program', '程序'),
  shortKernel: text('kernel', '内核'),
  xen: text('hypervisor', '虚拟机管理程序'),
  checks: text('checks and carries out', '检查并执行'),
  ownTables: text('own tables', '各有页表'),
  unused: text('unused', '不用'),
  noList: text('no list of updates in this program', '此程序没有更新列表'),
  crossings: text('Crossings into the hypervisor', '进入虚拟机管理程序的次数'),
  forUpdates: text('for updates', '改页表'),
  forCalls: text('for system calls', '系统调用'),
  perThousand: text('cycles per 1,000', '周期／千项'),
  nothing: text('no crossing in this step', '这一步没有进入'),
  refused: text('refused', '被拒绝'),
  exchanged: text('page tables exchanged', '页表已换'),
  bit: text('CPUID.1:ECX bit 31', 'CPUID.1:ECX 位 31'),
  leaf: text('leaf 4000_0000h', '叶 4000_0000h'),
  clock: text('its clock', '所用时钟'),
  disk: text('its disk driver', '所用磁盘驱动'),
  notAsked: text('not asked', '不问'),
};

export const stateNames: Readonly<Record<Update, Text>> = {
  waiting: text('still to come', '尚未轮到'),
  wrong: text('will map a page table writable', '将把页表映射为可写'),
  queued: text('asked for, not made yet', '已提出，尚未完成'),
  made: text('checked and made', '已检查并写入'),
  refused: text('refused', '被拒绝'),
};

export const updateAbout = (index: number, state: Update): Text =>
  text(`update ${index}: ${stateNames[state].en}`, `第 ${index} 项更新：${stateNames[state]['zh-CN']}`);

export const spoilAbout = (index: number, isWrong: boolean): Text =>
  isWrong
    ? text(`put update ${index} right again`, `把第 ${index} 项改回正确`)
    : text(`let update ${index} ask for the page table itself, writable`, `让第 ${index} 项去要求把页表自身映射为可写`);
