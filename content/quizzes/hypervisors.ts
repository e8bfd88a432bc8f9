import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/** The end of chapter 6, as far as it is written: objectives 1-5 are those of 6.4. What belongs to an earlier chapter has none. */
export default {
  'who-has-root': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'Linux runs on a machine, KVM is loaded, and QEMU runs a guest. Which of these stands in root mode, ring 0?',
      '机器上跑着 Linux，加载了 KVM，QEMU 运行着一台客户机。谁在根模式的 ring 0？',
    ),
    options: {
      kernel: {
        text: both('The Linux kernel, with KVM in it', 'Linux 内核，KVM 就在里面'),
        right: true,
        why: both(
          'KVM is a module of that kernel, and every exit arrives there.',
          'KVM 是这个内核的一个模块，每次退出都到它这里。',
        ),
      },
      qemu: {
        text: both('QEMU, which started the guest', 'QEMU，客户机是它启动的'),
        why: both(
          'It is in root mode too, but in ring 3: a process, which asks KVM for a guest’s run by a system call.',
          '它也在根模式，但在 ring 3：它是个进程，要用系统调用请 KVM 运行客户机。',
        ),
      },
      guest: {
        text: both('The guest’s kernel', '客户机内核'),
        why: both(
          'It is in ring 0, as it was written to be, but in that of non-root mode.',
          '它在自己本来该在的 ring 0，不过是非根模式的 ring 0。',
        ),
      },
      nobody: {
        text: both('Nobody: KVM is in ring −1', '没有谁：KVM 在环 -1'),
        why: both(
          'There is no such ring. Root mode has the four that there have always been, and KVM is in its ring 0.',
          '没有这个环。根模式也是原来那四个环，KVM 在其中的 ring 0。',
        ),
      },
    },
    why: both(
      'Mode and ring are two answers to two questions; it takes both to say where something is.',
      '模式和环，回答的是两个问题；两个都说了，才说清在哪里。',
    ),
  },
  'drivers-of-three': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'All three are on bare metal. Which of them brings disk drivers of its own?',
      '这三个都在裸金属上。哪一个自带磁盘驱动？',
    ),
    options: {
      esxi: {
        text: 'ESXi',
        right: true,
        why: both(
          'Its hypervisor reaches the disk itself, and runs only on hardware that it has drivers for.',
          '它的虚拟机管理程序自己访问磁盘，也就只能用在它有驱动的硬件上。',
        ),
      },
      xen: {
        text: both('Xen, in its usual form', '通常形态的 Xen'),
        why: both(
          'It has none for disks. The Linux in dom0 has them, and Xen gives it the processor when they are needed.',
          '它没有磁盘驱动。驱动在 dom0 的 Linux 里，要用的时候，Xen 把处理器交给它。',
        ),
      },
      hyperv: {
        text: 'Hyper-V',
        why: both(
          'It has none for disks. It uses those of the Windows in the root partition.',
          '它没有磁盘驱动，用的是根分区里那个 Windows 的。',
        ),
      },
    },
    why: both('To stand on bare metal does not settle whose driver is used.', '站在裸金属上，并不决定用谁的驱动。'),
  },
  'switch-on-hyper-v': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'Someone switches Hyper-V on in an installed Windows and restarts. Where is that Windows afterwards?',
      '有人在装好的 Windows 里启用 Hyper-V，然后重启。之后这个 Windows 在哪里？',
    ),
    options: {
      below: {
        text: both('Beneath Hyper-V, as its host', '在 Hyper-V 之下，做它的宿主'),
        why: both(
          'It looks so, since Hyper-V was switched on from there and nothing on the screen has changed. But the machine now boots the hypervisor first.',
          '看起来像：启用是在它里面做的，屏幕上也没有变化。可是现在机器先启动的是虚拟机管理程序。',
        ),
      },
      above: {
        text: both('Above Hyper-V, in a partition', '在 Hyper-V 之上的一个分区里'),
        right: true,
        why: both(
          'It is the root partition now, in non-root mode, with drivers and files as before.',
          '它成了根分区，在非根模式里，驱动和文件照旧。',
        ),
      },
      gone: {
        text: both('Gone, until it is put into a virtual machine', '没有了，要重新装进虚拟机'),
        why: both(
          'Nothing is erased and nothing installed anew. A layer slides under the system that was there.',
          '什么都没清空，也不用重装，只是有一层插到了原有系统的下面。',
        ),
      },
    },
    why: both(
      'What a user sees first need not be what the processor runs first.',
      '用户最先看到的，不一定是处理器最先运行的。',
    ),
  },
  'world-and-context': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'What does a world switch exchange that a context switch between two processes leaves as it is?',
      '世界切换要换掉、而两个进程之间的上下文切换不动的，是什么？',
    ),
    options: {
      registers: {
        text: both('The general registers', '通用寄存器'),
        why: both(
          'Both exchange those: the next process must find its own values in them as well.',
          '两者都换：下一个进程也要在寄存器里看到自己的值。',
        ),
      },
      tables: {
        text: both('The page tables', '页表'),
        why: both(
          'Another process has others, so a context switch loads CR3 too.',
          '换了进程就换了页表，上下文切换同样要装载 CR3。',
        ),
      },
      gates: {
        text: both('The interrupt gates', '中断门'),
        right: true,
        why: both(
          'From then on traps and interrupts lead to another system, which has ring 0 to itself.',
          '从这时起，陷入和中断都通向另一个系统，ring 0 也归它。',
        ),
      },
    },
    why: both(
      'A context switch stays within one kernel, and that kernel keeps its gates. A world switch changes the kernel.',
      '上下文切换不出同一个内核，门还是它的门；世界切换连内核也换掉了。',
    ),
  },
  'order-changes': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'For a system call a guest under KVM has 0 crossings and a container 1; for a disk write they have 4 and 2. What follows?',
      '系统调用时，KVM 下的客户机穿越 0 次，容器 1 次；写磁盘时是 4 次和 2 次。由此可知什么？',
    ),
    options: {
      request: {
        text: both('Which crosses less depends on the request.', '哪个穿越少，要看是什么请求。'),
        right: true,
        why: both(
          'A guest’s kernel answers its programs’ calls itself, but it has no real disk.',
          '客户机内核自己就能应答程序的调用，却没有真实的磁盘。',
        ),
      },
      kvm: {
        text: both('KVM is faster at computing and slower at all else.', 'KVM 计算更快，别的都更慢。'),
        why: both(
          'Neither number is about computing, which crosses nothing in either. And crossings are counted here, not time.',
          '这两个数都与计算无关：计算时两者都不穿越。而且这里数的是穿越，不是时间。',
        ),
      },
      container: {
        text: both('A container cannot cross at a call: it has no monitor.', '容器没有监控器，系统调用不该有穿越。'),
        why: both(
          'A crossing gains privilege on the way into a layer outside. Here that is the host’s kernel, the only kernel there is.',
          '只要进入外面的一层、得到更高的特权，就算穿越。这里进入的是宿主内核，也是唯一的内核。',
        ),
      },
    },
    why: both('A ranking of systems that names no request says nothing.', '不说是什么请求的排名，等于什么也没说。'),
  },
  'fall-together': {
    kind: 'choice',
    objective: 4,
    ask: both(
      'A fault in a network driver brings down the layer that the driver is in. In which systems do all guests fall with it at once? Pick all.',
      '网卡驱动出错，使它所在的那一层崩溃。哪些系统里，所有客户机会立刻一起倒？全部选出。',
    ),
    options: {
      kvm: {
        text: 'KVM',
        right: true,
        why: both(
          'The driver is in the host’s kernel, and it is that kernel, with KVM in it, that runs the guests.',
          '驱动在宿主内核里，而运行客户机的正是带着 KVM 的这个内核。',
        ),
      },
      esxi: {
        text: 'ESXi',
        right: true,
        why: both(
          'The driver is in the hypervisor’s own address space, so the hypervisor goes, and with it whatever it runs.',
          '驱动与虚拟机管理程序同在一个地址空间，倒下的是虚拟机管理程序，由它运行的也都跟着倒。',
        ),
      },
      xen: {
        text: both('Xen with drivers in dom0', '驱动在 dom0 里的 Xen'),
        why: both(
          'dom0 falls, and Xen does not. The guests keep processor and memory and wait for their devices, though a default Xen then restarts the machine.',
          '倒下的是 dom0，不是 Xen。客户机仍有处理器和内存，只是等不到设备；不过 Xen 默认接着就重启整机。',
        ),
      },
    },
    why: both('A crash goes as far as an address space does.', '一个地址空间有多大，崩溃就波及多远。'),
  },
  'nested-arithmetic': {
    kind: 'number',
    objective: 5,
    ask: both(
      'L2 exits. To handle that, L1 executes 6 VMREADs, 3 VMWRITEs and a VMRESUME; there is no VMCS shadowing. How often is L0 entered?',
      'L2 退出一次。为了处理它，L1 执行 6 次 VMREAD、3 次 VMWRITE 和一次 VMRESUME；没有 VMCS 影子。L0 被进入几次？',
    ),
    answer: 11,
    unit: both('times', '次'),
    slips: [
      {
        value: 10,
        why: both(
          'Those are L1’s instructions. L2’s own exit goes to L0 first, for only L0 is in root mode.',
          '这是 L1 的那些指令。L2 的退出本身也先到 L0，因为在根模式的只有 L0。',
        ),
      },
      {
        value: 1,
        why: both(
          'That is L2’s exit alone. L1 only believes that it is in root mode: each of its VMX instructions exits.',
          '这只是 L2 的退出。L1 不过是以为自己在根模式，它的每条 VMX 指令都会退出。',
        ),
      },
      {
        value: 2,
        why: both(
          'So it is with VMCS shadowing, which lets VMREAD and VMWRITE go to a copy. Here there is none.',
          '有 VMCS 影子才是这样：VMREAD 和 VMWRITE 落到一份副本上。这里没有。',
        ),
      },
      {
        value: 9,
        why: both(
          'Those are the accesses to the VMCS. L2’s exit and L1’s VMRESUME enter L0 as well.',
          '这是访问 VMCS 的次数。L2 的退出和 L1 的 VMRESUME 也都进入 L0。',
        ),
      },
    ],
    why: both(
      '1 + 6 + 3 + 1: the exit, the accesses, and the VMRESUME.',
      '1 + 6 + 3 + 1：退出、各次访问，再加 VMRESUME。',
    ),
  },
  'where-exits-go': {
    kind: 'choice',
    ask: both(
      'From chapter 2: a guest has EPT, and its controls are as in that chapter’s lab at the start. Which of these does its kernel do without an exit?',
      '第 2 章的内容：客户机用 EPT，控制位与那一章的实验开始时一样。它的内核做下面哪件事不引起退出？',
    ),
    options: {
      cr3: {
        text: both('It loads CR3 for another process.', '为另一个进程装载 CR3。'),
        right: true,
        why: both(
          'Whatever the guest’s tables give still goes through the EPT, so KVM need not know which ones are in use.',
          '客户机的页表不管给出什么，都还要经过 EPT，用的是哪一套，KVM 不必知道。',
        ),
      },
      cpuid: {
        text: both('It asks by CPUID what it runs on.', '用 CPUID 问自己运行在什么上面。'),
        why: both(
          'CPUID is not even privileged, and yet it exits whatever the controls say: so KVM chooses the answer.',
          'CPUID 连特权指令都不是，可是不管控制位怎么设都会退出：答案由 KVM 来定。',
        ),
      },
      touch: {
        text: both('It reads a page that the host has yet to give.', '读宿主机还没有给出的一页。'),
        why: both(
          'The guest’s own table allows the access, but the EPT has no entry for it: an EPT violation, and KVM finds a frame.',
          '客户机自己的页表允许访问，EPT 里却没有这一项：这是 EPT 违例，退出后由 KVM 找一个页框。',
        ),
      },
    },
    why: both(
      'With EPT the guest keeps its page tables to itself, and what the host keeps lies behind them.',
      '有了 EPT，客户机的页表由它自己管，宿主机要管的都在后一层。',
    ),
  },
  'which-road': {
    kind: 'choice',
    ask: both(
      'From chapter 4: a guest under KVM sends a packet by vhost. Which layer has no part in that?',
      '第 4 章的内容：KVM 的客户机经 vhost 发一个包。哪一层没有参与？',
    ),
    options: {
      qemu: {
        text: both('The process QEMU', 'QEMU 进程'),
        right: true,
        why: both(
          'It set the queue up; the packets are taken from it by a thread of the host’s kernel.',
          '队列由它设好，取包的却是宿主内核的线程。',
        ),
      },
      kvm: {
        text: both('The module KVM', 'KVM 模块'),
        why: both(
          'The guest’s kick is an exit, and exits come to KVM, which wakes vhost’s thread.',
          '客户机的通知是一次退出，退出都到 KVM，再由它唤醒 vhost 的线程。',
        ),
      },
      kernel: {
        text: both('The host’s kernel', '宿主内核'),
        why: both(
          'vhost’s thread belongs to it, and its network stack and driver carry the packet on.',
          'vhost 的线程就是它的，包接下来也由它的网络栈和驱动送走。',
        ),
      },
    },
    why: both(
      'vhost is the backend of a virtio card, moved from the process into the kernel.',
      'vhost 就是 virtio 网卡的后端，从进程搬进了内核。',
    ),
  },
  'bet-uml': {
    kind: 'predict',
    objective: 2,
    lab: 'stacks',
    at: { system: 'uml', request: 'system-call', at: '0' },
    ask: both(
      'A program under User-Mode Linux makes a system call. Predict who is entered first.',
      'User-Mode Linux 下的程序发起系统调用。预测最先进入的是谁。',
    ),
    why: both(
      'The guest’s kernel is a process, in ring 3. The only ring 0 is the host’s, and its kernel then passes the call on.',
      '客户机内核是个进程，在 ring 3。ring 0 只有宿主机的，由宿主内核再把调用转过去。',
    ),
  },
  'bet-root-driver': {
    kind: 'predict',
    objective: 1,
    lab: 'stacks',
    at: { system: 'hyper-v', at: '3' },
    ask: both(
      'Under Hyper-V a guest’s block is about to reach the real disk. Predict whose driver takes it there.',
      'Hyper-V 下，客户机的一个块就要到真实磁盘了。预测用的是谁的驱动。',
    ),
    why: both(
      'The devices are the root partition’s, and the drivers are those of its Windows.',
      '设备归根分区，驱动就是其中那个 Windows 的。',
    ),
  },
  'bet-resume': {
    kind: 'predict',
    objective: 5,
    lab: 'stacks',
    at: { nested: 'kvm', request: 'privileged-instruction', at: '22' },
    ask: both(
      'L1 has handled L2’s exit and executes VMRESUME. Predict where control goes.',
      'L1 处理完 L2 的退出，执行 VMRESUME。预测控制权去哪里。',
    ),
    why: both(
      'Only from root mode can a guest be entered, and L1 is not in it. Its VMRESUME exits, and L0 enters L2 in its place.',
      '只有从根模式才能进入客户机，而 L1 不在根模式。它的 VMRESUME 引起退出，由 L0 代它进入 L2。',
    ),
  },
  'one-falls': {
    kind: 'reach',
    objective: 4,
    lab: 'stacks',
    goal: 'one-guest',
    ask: both(
      'Crash a layer other than a guest’s kernel that takes this guest with it, and no other.',
      '让客户机内核以外的某一层崩溃，只带走这一台客户机，不连累别的。',
    ),
    why: both(
      'A device model will do that is a process of its own for each guest, as QEMU or Firecracker is.',
      '挑一个每台客户机各用一个进程的设备模型，例如 QEMU 或 Firecracker。',
    ),
  },
  'a-dozen': {
    kind: 'reach',
    objective: 5,
    lab: 'stacks',
    goal: 'dozen',
    ask: both(
      'With a bare-metal system as L0, let one exit of L2 enter it twelve times.',
      '让裸金属上的系统做 L0，使 L2 的一次退出让它被进入十二次。',
    ),
    why: both(
      'Ten accesses to the VMCS, the exit itself, and VMRESUME; whether L0 is Type 1 makes no difference to that.',
      '十次 VMCS 访问、退出本身，再加 VMRESUME；L0 是不是 1 型，次数都一样。',
    ),
  },
} satisfies Quiz;
