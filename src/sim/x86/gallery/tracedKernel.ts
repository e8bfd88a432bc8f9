import type { GuestProgram } from './program.ts';
import { bootSteps } from './tracedBoot.ts';
import { loopSteps } from './tracedLoop.ts';

/** The kernel traced by hand under every technique. Its labels name the steps: `K4_popf` is step K4 (a bare K4 would be a mask register to NASM). */
export const tracedKernel: GuestProgram = {
  id: 'traced-kernel',
  title: { en: 'The traced kernel', 'zh-CN': '逐步追踪的内核' },
  teaches: {
    en: 'Everything a kernel does to its processor, once and labelled: boot, system call, critical section, page table, tick, sleep.',
    'zh-CN': '内核会对处理器做的事，每样做一遍，逐步标号：启动、系统调用、临界区、改页表、滴答、睡眠。',
  },
  uses: ['push cs', 'sidt', 'smsw', 'pushf', 'popf', 'iret'],
  hasPv: true,
  source: bootSteps + loopSteps,
};
