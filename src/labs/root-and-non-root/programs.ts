import { both } from '#kit/text.ts';
import { cpuid, cr3, ports, spin, touch } from './plainPrograms.ts';
import { pageFault, sleep, tour, user, vmcall } from './tablePrograms.ts';
import { same } from './words.ts';

/** Guests made for this lab, as short as they can be; those that all labs share follow them in the gallery. */
export const ownPrograms = {
  tour: {
    title: both('One of each', '各来一条'),
    about: both(
      'CPUID, CLI, MOV CR3, RDMSR, two OUTs, and a program that makes system calls.',
      'CPUID、CLI、MOV CR3、RDMSR、两条 OUT，再加一个发系统调用的程序。',
    ),
    text: tour,
  },
  cpuid: {
    title: same('CPUID'),
    about: both('No control says whether it exits.', '没有哪一位控制它退不退出。'),
    text: cpuid,
  },
  cr3: {
    title: same('MOV CR3'),
    about: both('Exits without EPT; with EPT only if you ask for it.', '没有 EPT 就退出；有 EPT 时，要求了才退出。'),
    text: cr3,
  },
  ports: {
    title: same('IN / OUT'),
    about: both('Which ports KVM answers itself, and which go to QEMU.', '哪些端口 KVM 自己回答，哪些要交给 QEMU。'),
    text: ports,
  },
  user: {
    title: both('INT 80h and CLI in ring 3', 'ring 3 的 INT 80h 与 CLI'),
    about: both(
      'System calls and a protection fault stay in the guest; CPUID does not, even in ring 3.',
      '系统调用和保护异常都留在客户机内；CPUID 即使在 ring 3 也会离开。',
    ),
    text: user,
  },
  fault: {
    title: both('A page fault', '缺页异常'),
    about: both(
      'With EPT the guest’s own handler gets it; the first touch of a frame is another matter.',
      '有 EPT 时由客户机自己的处理程序接手；第一次碰页框则是另一回事。',
    ),
    text: pageFault,
  },
  'first-touch': {
    title: both('First touch of a page', '第一次碰一页'),
    about: both('An EPT violation for each new page, once.', '每个新页一次 EPT 违例，只此一次。'),
    text: touch,
  },
  sleep: {
    title: same('HLT'),
    about: both(
      'The guest sleeps, KVM keeps it out, and enters it again with the timer’s interrupt.',
      '客户机睡下，KVM 让它待在外面；定时器中断来时再注入、进入。',
    ),
    text: sleep,
  },
  spin: {
    title: both('A kernel that never stops', '永不停手的内核'),
    about: both(
      'CLI and an endless loop. Send it a host’s interrupt, with exiting and without.',
      'CLI 加死循环。给它来一个宿主机中断，开着退出试一次，关掉再试一次。',
    ),
    text: spin,
  },
  vmcall: {
    title: same('VMCALL'),
    about: both('Exits at any ring; this monitor has no hypercalls.', '在哪一环都退出；这里的监控器没有超级调用。'),
    text: vmcall,
  },
} as const;
