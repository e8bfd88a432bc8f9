import { thousands } from '#kit/reading.ts';
import { both, type Text } from '#kit/text.ts';
import type { Update } from './updates.ts';

export const title = both('Hypercalls', '超级调用');
export const question = both(
  'A kernel that knows its hypervisor asks instead of trapping. What does it save, and when?',
  '内核知道有虚拟机管理程序，便不等陷入、主动去请求。省下的是什么？什么时候省？',
);

/** 12345 as 12,345. */
export const number = (n: number): string => thousands(Math.round(n));

export const labels = {
  user: both('user program', '用户程序'),
  kernel: both('guest kernel', '客户机内核'),
  shortUser: both('program', '程序'),
  shortKernel: both('kernel', '内核'),
  xen: both('hypervisor', '虚拟机管理程序'),
  checks: both('checks and carries out', '检查并执行'),
  ownTables: both('own tables', '各有页表'),
  unused: both('unused', '不用'),
  noList: both('no list of updates in this program', '此程序没有更新列表'),
  crossings: both('Crossings into the hypervisor', '进入虚拟机管理程序的次数'),
  forUpdates: both('for updates', '改页表'),
  forCalls: both('for system calls', '系统调用'),
  perThousand: both('cycles per 1,000', '周期／千项'),
  nothing: both('no crossing in this step', '这一步没有进入'),
  refused: both('refused', '被拒绝'),
  exchanged: both('page tables exchanged', '页表已换'),
  bit: both('CPUID.1:ECX bit 31', 'CPUID.1:ECX 位 31'),
  leaf: both('leaf 4000_0000h', '叶 4000_0000h'),
  clock: both('its clock', '所用时钟'),
  disk: both('its disk driver', '所用磁盘驱动'),
  notAsked: both('not asked', '不问'),
};

export const stateNames: Readonly<Record<Update, Text>> = {
  waiting: both('still to come', '尚未轮到'),
  wrong: both('will map a page table writable', '将把页表映射为可写'),
  queued: both('asked for, not made yet', '已提出，尚未完成'),
  made: both('checked and made', '已检查并写入'),
  refused: both('refused', '被拒绝'),
};

export const updateAbout = (index: number, state: Update): Text =>
  both(`update ${index}: ${stateNames[state].en}`, `第 ${index} 项更新：${stateNames[state]['zh-CN']}`);

export const spoilAbout = (index: number, isWrong: boolean): Text =>
  isWrong
    ? both(`put update ${index} right again`, `把第 ${index} 项改回正确`)
    : both(`let update ${index} ask for the page table itself, writable`, `让第 ${index} 项去要求把页表自身映射为可写`);
