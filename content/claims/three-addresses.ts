import type { Claims } from '#quiz/claim.ts';

const paging = 'Intel SDM Vol. 3A, “Paging”';
const waldspurger = 'Waldspurger, “Memory Resource Management in VMware ESX Server”, OSDI 2002';
const api = 'Linux Documentation/virt/kvm/api.rst';

export default [
  {
    id: 's1-mem-already-virtual',
    document: 1,
    quote: '进程看到的是线程地址空间,而内核看到的是物理地址空间',
    claim: {
      en: 'Memory is virtual even without virtual machines: a process sees a “thread” address space, the kernel sees the physical one.',
      'zh-CN': '没有虚拟机时内存就已经是虚拟的：进程看到“线程”地址空间，内核看到物理地址空间。',
    },
    verdict: 'imprecise',
    why: {
      en: '“线程” (thread) is a slip for “线性” (linear). And the kernel does not see physical memory either: it runs on virtual addresses, and physical frame numbers only stand in the tables it writes.',
      'zh-CN': '“线程”应为“线性”。内核也看不到物理内存：它同样用虚拟地址运行，物理页框号只出现在它所写的页表里。',
    },
    references: [paging],
  },
  {
    id: 's1-mem-frames-discrete',
    document: 1,
    quote: '故各虚拟机所获得的就是离散、非完整的内存',
    claim: {
      en: 'The hypervisor divides physical memory into page frames, so that each VM gets scattered, incomplete memory.',
      'zh-CN': '虚拟机管理程序把物理内存分成页框再分给各虚拟机，所以各虚拟机得到的是离散、不完整的内存。',
    },
    verdict: 'holds',
    why: {
      en: 'Seen from the host. Seen from the guest the same memory begins at 0 and has no holes, because the map from GPA to HPA hides the scattering.',
      'zh-CN': '这是从宿主机一侧看。从客户机一侧看，同样的内存从 0 开始、没有空洞：GPA 到 HPA 的映射把离散掩盖了。',
    },
    references: [waldspurger],
  },
  {
    id: 's1-mem-two-step-shadow',
    document: 1,
    quote: '首先由MMU转换成内核的连续虚拟地址空间,再经由hypervisor(利用shadow page table手段)转换成物理地址空间',
    claim: {
      en: 'The MMU converts an address to the kernel’s contiguous virtual space, and the hypervisor then converts that to physical addresses.',
      'zh-CN': '先由 MMU 转换到内核的连续虚拟地址空间，再由虚拟机管理程序转换到物理地址空间。',
    },
    verdict: 'wrong',
    why: {
      en: 'The guest kernel’s virtual space is no stage on the way. The stages are GVA to GPA, by the guest’s tables, and GPA to HPA, by the hypervisor’s map; what is contiguous is guest-physical memory. How shadow tables join the two is the next lesson’s subject.',
      'zh-CN':
        '内核的虚拟地址空间不是途中一站。两个阶段是：经客户机页表从 GVA 到 GPA，经虚拟机管理程序的映射从 GPA 到 HPA；连续的是客户机物理内存。影子页表怎样把两步合并，见下一课。',
    },
    references: [waldspurger, 'Linux Documentation/virt/kvm/x86/mmu.rst, “The x86 kvm shadow mmu”'],
  },
  {
    id: 's2-kvm-duties',
    document: 2,
    quote: '主要负责vCPU的创建,虚拟内存的分配,vCPU寄存器的读写以及vCPU的运行',
    claim: {
      en: 'KVM creates vCPUs, allocates virtual memory, reads and writes vCPU registers and runs vCPUs.',
      'zh-CN': 'KVM 负责创建 vCPU、分配虚拟内存、读写 vCPU 寄存器并运行 vCPU。',
    },
    verdict: 'imprecise',
    why: {
      en: 'A user-space program such as QEMU allocates the memory and registers it, slot by slot, with KVM_SET_USER_MEMORY_REGION; before that a VM has none. KVM then keeps the second map. (The very first KVM did allocate it in the kernel; user space took over in 2008.)',
      'zh-CN':
        '内存由 QEMU 这样的用户态程序分配，再用 KVM_SET_USER_MEMORY_REGION 逐个内存槽登记；在此之前，虚拟机没有内存。KVM 负责的是维护第二层映射。（最早的 KVM 确实由内核分配，2008 年起改由用户态分配。）',
    },
    references: [
      `${api}, KVM_CREATE_VM, KVM_SET_USER_MEMORY_REGION`,
      'Linux commit 6fc138d22780, “KVM: Support assigning userspace memory to the guest”',
    ],
  },
] satisfies Claims;
