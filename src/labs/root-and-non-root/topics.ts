import { both, type Text } from '#kit/text.ts';
import { CPUID, CR_ACCESS, HLT, PORT } from './reasons.ts';

/** What a bet on an instruction is answered with: where it stays, and where it exits. */
export interface Topic {
  readonly key: string;
  readonly pattern: RegExp;
  /** The basic reason with which the instruction itself exits, if anything makes it. */
  readonly exit?: number;
  readonly stays: Text;
  readonly exits: Text;
}

export const topics: readonly Topic[] = [
  {
    key: 'cpuid',
    pattern: /^cpuid/,
    exit: CPUID,
    stays: both('CPUID has no control: it exits whatever one does.', 'CPUID 没有控制位：怎么设都退出。'),
    exits: both('CPUID exits unconditionally, at any ring.', 'CPUID 无条件退出，在哪一环都一样。'),
  },
  {
    key: 'cli',
    pattern: /^(cli|sti)/,
    stays: both(
      'It changes the guest’s own IF, and no control makes that exit. With external-interrupt exiting at 1 the host does not mind: its interrupts exit whatever that IF says.',
      '它改的是客户机自己的 IF，没有哪个控制位让它退出。“外部中断退出”为 1 时宿主机不介意：它的中断不管这个 IF 都会退出。',
    ),
    exits: both(
      'There is no control for CLI at all. In ring 3 it faults, but in the guest.',
      'CLI 根本没有控制位。在 ring 3 它会引发异常，但那也是客户机内部的事。',
    ),
  },
  {
    key: 'cr3',
    pattern: /^mov cr3/,
    exit: CR_ACCESS,
    stays: both(
      'With EPT and the control at 0 it stays: whatever the guest’s tables say, the EPT still decides.',
      '有 EPT、控制位为 0，就留在客户机：它的页表怎么写，最后还是 EPT 说了算。',
    ),
    exits: both(
      'The control is 1, or there is no EPT and the monitor must shadow the new tables.',
      '要么控制位是 1，要么没有 EPT，监控器得为新页表做影子。',
    ),
  },
  {
    key: 'port',
    pattern: /^(out|in) /,
    exit: PORT,
    stays: both('The port’s bit is 0: nobody is asked.', '该端口的位是 0：谁也不问。'),
    exits: both('The port’s bit in the I/O bitmap is 1.', '该端口在 I/O 位图中的位是 1。'),
  },
  {
    key: 'system-call',
    pattern: /^int /,
    stays: both(
      'The guest’s own IDT leads to the guest’s own kernel. A system call never leaves the guest.',
      '客户机自己的 IDT 通到客户机自己的内核。系统调用从不离开客户机。',
    ),
    exits: both(
      'INT n has no control. It can exit only by touching a page that the EPT lacks.',
      'INT n 没有控制位；只有碰到 EPT 没有的页才会退出。',
    ),
  },
  {
    key: 'hlt',
    pattern: /^hlt/,
    exit: HLT,
    stays: both('HLT exiting is 0: the processor itself sleeps.', '“HLT 退出”为 0：处理器自己睡。'),
    exits: both(
      'HLT exiting is 1, so that the host can use the processor meanwhile.',
      '“HLT 退出”为 1，好让宿主机这段时间另用处理器。',
    ),
  },
];
