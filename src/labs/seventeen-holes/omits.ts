import { both } from '#kit/text.ts';

export const omits = [
  both(
    'The bench: one processor with a guest’s tables and a monitor’s, and an instruction executed once in each. A real monitor copies the guest’s descriptors into its own table with a lower privilege, which closes some cases of LAR, VERR or POP and leaves others.',
    '试验台：一个处理器，一套客户机的表，一套监控器的表，每条指令在两边各执行一次。真实的监控器会把客户机的描述符降级后抄进自己的表，LAR、VERR、POP 的某些情形因此消失，另一些仍在。',
  ),
  both(
    'An instruction has many uses; we try one to three, and count the instruction as a hole if one use is one. INT n enters the monitor’s own gate, so a monitor does get the processor there; Robin and Irvine list it, since nothing about it is privileged.',
    '一条指令有许多用法，我们只试一到三种，其中一种是漏洞就算漏洞。INT n 会进入监控器自己的门，监控器其实拿得到处理器；Robin 与 Irvine 仍列入它，因为它本身不是特权指令。',
  ),
  both(
    'WBINVD has nothing to write back here, as there are no caches. CPUID and RDTSC show the real model and the real time, which the theorem leaves out; a monitor that moves guests between machines minds both.',
    '这里没有高速缓存，WBINVD 无事可做。CPUID 和 RDTSC 露出真实型号和真实时间，定理不计这两样；要在机器之间迁移客户机的监控器却在意。',
  ),
  both(
    'System/370, RISC-V and Arm are not run: their rows are what the manuals say, for the settings named.',
    'System/370、RISC-V 和 Arm 没有运行：各行取自手册，以所述设置为准。',
  ),
  both(
    'The guest’s memory is the host’s; time is counted in guest instructions, and the monitor’s work takes none.',
    '客户机的内存就是宿主机的内存；时间按客户机指令计，监控器干活不占时间。',
  ),
];
