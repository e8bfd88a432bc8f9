import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/**
 * The end of chapter 1, as far as it is written. `objective` counts through
 * the chapter’s lessons in their order: 1–4 are those of 1.1, 5–8 of 1.3,
 * 9–12 of 1.4. There is no earlier chapter to look back to.
 */
export default {
  'bet-on-timer': {
    kind: 'predict',
    objective: 1,
    lab: 'three-properties',
    at: { moves: '5 timer.A', at: '6' },
    ask: both(
      'All three properties are on. A is about to set a timer far beyond the end of its slice. Predict when the VMM has the core back.',
      '三条性质都开着。A 正要把定时器设到远远超过自己的时间片。预测 VMM 什么时候收回处理器。',
    ),
    why: both(
      'Resource control: what was given can be taken back, whatever the guest asks for.',
      '资源控制：不管客户机要什么，分出去的都收得回来。',
    ),
  },
  'two-systems-one-pc': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'Two systems are installed on a PC. At power-on one is chosen, and then it has the machine to itself. Which of the three properties does this arrangement have? Pick all.',
      '一台 PC 上装了两个系统，开机时选一个，之后整台机器都归它。这种安排具备三条性质中的哪几条？全部选出。',
    ),
    options: {
      equivalence: {
        text: both('equivalence', '等价性'),
        right: true,
        why: both('Nothing is more equivalent to the machine than the machine.', '没有什么比真机本身更与真机等价。'),
      },
      efficiency: {
        text: both('efficiency', '高效性'),
        right: true,
        why: both('The processor executes every instruction itself.', '每条指令都由处理器直接执行。'),
      },
      control: {
        text: both('resource control', '资源控制'),
        why: both(
          'Nobody can take the machine back from the system that runs, nor keep it out of the other one’s disk.',
          '正在运行的系统占着机器，谁也收不回来；它要去碰另一个系统的磁盘，谁也拦不住。',
        ),
      },
    },
    why: both(
      'Dual boot is what is left of virtualization without control: fast, exact, and one at a time.',
      '没有资源控制的虚拟化，剩下的就是双系统启动：又快又准，但一次只能一个。',
    ),
  },
  'what-was-exchanged': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'Somebody shuts down the Linux in a virtual machine and installs FreeBSD in its place; memory, disk and number of processors stay as they were set. What has been exchanged?',
      '有人把一台虚拟机里的 Linux 关掉，在原处装上 FreeBSD；内存、磁盘、处理器数目都没有改。换掉的是什么？',
    ),
    options: {
      guest: {
        text: both('The guest', '客户机'),
        right: true,
        why: both(
          'The software made for a whole machine is another; the machine that it believes it has is the same.',
          '为整台机器写的那个软件换了，它以为自己拥有的那台机器没有换。',
        ),
      },
      machine: {
        text: both('The virtual machine', '虚拟机'),
        why: both(
          'That is the duplicate with its memory and its devices. It stayed, as a PC stays when a new system is put on it.',
          '虚拟机是那份带着内存和设备的副本。它没有换，正如给 PC 重装系统，PC 还是那台 PC。',
        ),
      },
      monitor: {
        text: both('The virtual machine monitor', '虚拟机监控器'),
        why: both(
          'The program that makes the duplicate has noticed no more than other instructions.',
          '监控器是造出副本的程序。在它看来，不过是执行的指令变了。',
        ),
      },
    },
    why: both(
      'A guest runs in a virtual machine, which a monitor makes on a host: four things, and each can be exchanged by itself.',
      '客户机运行在虚拟机里，虚拟机由监控器在宿主机上造出来：这是四样东西，每样都可以单独更换。',
    ),
  },
  'where-interpreting-wins': {
    kind: 'number',
    objective: 4,
    ask: both(
      'An instruction that runs directly takes 1 tick, a trap 200, and interpreting takes 30 ticks an instruction. From how many sensitive instructions in a hundred on is interpreting everything the faster way?',
      '直接执行一条指令 1 个节拍，一次陷入 200 个；逐条解释，每条 30 个。一百条指令里从多少条敏感起，全部解释反而更快？',
    ),
    answer: 15,
    unit: both('in a hundred', '条'),
    slips: [
      {
        value: 14,
        why: both(
          'Not yet: 86 + 14 · 200 = 2,886 ticks, and interpreting takes 3,000.',
          '还差一点：86 + 14 · 200 = 2,886 个节拍，而逐条解释要 3,000 个。',
        ),
      },
      {
        value: 50,
        why: both(
          'At one half the lamp for efficiency goes out, for that property counts instructions. Here ticks are asked for.',
          '过半时灭的是高效性那盏灯，因为它数的是指令。这里问的是节拍。',
        ),
      },
      {
        value: 16,
        why: both(
          'One earlier: with 15 sensitive ones running directly takes 85 + 15 · 200 = 3,085 ticks already.',
          '再早一条：15 条敏感时，直接运行已经要 85 + 15 · 200 = 3,085 个节拍。',
        ),
      },
    ],
    why: both(
      'Directly: (100 − s) + 200 · s. It passes 3,000 between s = 14, with 2,886, and s = 15, with 3,085.',
      '直接运行要 (100 − s) + 200 · s：s = 14 时 2,886，s = 15 时 3,085，正好越过 3,000。',
    ),
  },
  'rewritten-while-running': {
    kind: 'choice',
    objective: 5,
    ask: both(
      'A program runs on Windows as others do. It takes Linux as it is, replaces its kernel’s code by code of its own while it runs, and lets the processor execute its applications’ code unchanged. Position and technique?',
      '一个程序像别的程序一样运行在 Windows 上。它照原样接受 Linux，在运行中把内核的代码换成自己的代码，应用的代码则由处理器原样执行。它的位置和技术是什么？',
    ),
    options: {
      para: {
        text: both('on a host OS; paravirtualization', '宿主操作系统上；半虚拟化'),
        why: both(
          'Paravirtualization needs a guest that was changed beforehand. Here a copy is changed on the way, and Linux does not know.',
          '半虚拟化要求事先改好客户机。这里只在运行途中改一份副本，Linux 并不知道。',
        ),
      },
      hosted: {
        text: both('on a host OS; translation, and direct execution', '宿主操作系统上；翻译加直接执行'),
        right: true,
        why: both(
          'There is an operating system beneath it, and it uses two techniques, each for the code that it suits.',
          '它底下有操作系统；它用了两种技术，各管各的代码。',
        ),
      },
      bare: {
        text: both('on bare metal; translation, as it replaces kernel code', '裸金属上；翻译，因为换的是内核代码'),
        why: both(
          'Whose code is replaced says how guests are run. Where the monitor stands is the other question, and the answer is: on Windows.',
          '换谁的代码，说的是怎样执行客户机。监控器站在哪里是另一个问题，答案是：站在 Windows 上。',
        ),
      },
    },
    why: both(
      'Ask the two questions one after the other: what is beneath the monitor, and who executes which instructions.',
      '两个问题要分开问：监控器底下是什么；哪些指令由谁执行。',
    ),
  },
  'bet-on-hardware': {
    kind: 'predict',
    objective: 6,
    lab: 'systems-grid',
    at: { rule: 'hardware-assisted implies in-kernel' },
    ask: both(
      'Somebody who knows KVM only writes the rule `hardware-assisted implies in-kernel`. The oldest system that it speaks of comes first: PR/SM, of 1988. Predict whether it keeps the rule.',
      '有人只知道 KVM，写下规则 `hardware-assisted implies in-kernel`。规则涉及的系统里，最老的先出场，那是 1988 年的 PR/SM。预测它符不符合规则。',
    ),
    why: both(
      'One system that is hardware-assisted and stands elsewhere is enough to refute the rule, be it nearly forty years old.',
      '只要有一个系统用硬件辅助而又站在别处，规则就被推翻了，哪怕它是近四十年前的。',
    ),
  },
  'third-type': {
    kind: 'choice',
    objective: 7,
    ask: both(
      'A text calls a container engine “a Type III hypervisor, after Goldberg”. What is to be said of it?',
      '有一篇文章把容器引擎称作“Goldberg 所说的Ⅲ型虚拟机管理程序”。该怎么评价？',
    ),
    options: {
      third: {
        text: both(
          'It is right: Type 1 is bare, Type 2 hosted, and Type 3 shares the host’s kernel.',
          '说得对：1 型在裸金属上，2 型在宿主上，3 型共用宿主内核。',
        ),
        why: both(
          'Goldberg’s thesis of 1973 has two types, and both are positions of a monitor. Whoever shares a kernel has no monitor.',
          'Goldberg 1973 年的论文只有两型，说的都是监控器的位置。共用内核的，根本没有监控器。',
        ),
      },
      second: {
        text: both('It is Type 2, since there is a host operating system.', '应该是 2 型，因为有宿主操作系统。'),
        why: both(
          'There is one, but no monitor on it and no second machine: the programs use that very kernel.',
          '宿主操作系统是有的，可上面没有监控器，也没有第二台机器：程序用的就是那个内核。',
        ),
      },
      none: {
        text: both('It is no hypervisor, and Goldberg had two types.', '它不是虚拟机管理程序；Goldberg 也只分了两型。'),
        right: true,
        why: both(
          'No kernel can be started in it, so that there is no machine of which it could be the monitor.',
          '里面启动不了内核，也就没有哪台机器可以让它来监控。',
        ),
      },
    },
    why: both(
      'A type says where a monitor stands. A container has none, unless a product puts a virtual machine around it.',
      '“型”说的是监控器站在哪里。容器没有监控器，除非产品在它外面再套一台虚拟机。',
    ),
  },
  'no-machine': {
    kind: 'reach',
    objective: 8,
    lab: 'systems-grid',
    goal: 'outside',
    ask: both('Put Wine, the JVM and VirtualBSD where they belong.', '把 Wine、JVM 和 VirtualBSD 放到该放的地方。'),
    why: both(
      'Wine offers an interface and the JVM an instruction set of its own; VirtualBSD is a ready-made guest and no monitor. In none of them does a monitor make a machine.',
      'Wine 提供的是接口，JVM 提供的是自己的指令集；VirtualBSD 是一个现成的客户机，不是监控器。三者都没有造出一台机器。',
    ),
  },
  'cheapest-interpreter': {
    kind: 'reach',
    objective: 9,
    lab: 'three-engines',
    goal: 'interpreter-wins',
    ask: both(
      'Find a run, to its end, in which the interpreter costs less than the translator and less than direct execution.',
      '找一次跑到底的运行，让解释器比翻译器省，也比直接执行省。',
    ),
    why: both(
      'Translations must not be repaid, so hardly anything may run often; and many of the few instructions must be privileged, so that direct execution traps.',
      '要让翻译回不了本，就几乎不能有重复；要让直接执行频频陷入，这不多的指令里就得有许多特权指令。',
    ),
  },
  'two-guests-on-arm': {
    kind: 'choice',
    objective: 10,
    ask: both(
      'A computer with an ARM processor is to run two guests, a Linux for ARM and a Windows for x86. Of which can the processor execute the code as it is?',
      '一台 ARM 处理器的电脑要运行两台客户机：ARM 版的 Linux，x86 版的 Windows。处理器可以原样执行哪一台的代码？',
    ),
    options: {
      both: {
        text: both('Of both, as long as their privileged instructions trap.', '两台都可以，只要特权指令会陷入。'),
        why: both(
          'An ARM processor does not see x86 instructions that it could refuse. It sees bytes, and takes them for other instructions.',
          'ARM 处理器看到的并不是可以拒绝的 x86 指令，而是一串字节，会被它当成别的指令。',
        ),
      },
      arm: {
        text: both(
          'Of the Linux only: the other’s code is not made for it.',
          '只有那台 Linux：另一台的代码不是给它写的。',
        ),
        right: true,
        why: both(
          'The Windows has to be read by a program, an interpreter or a translator, which then does what it says.',
          '那台 Windows 只能由程序来读，再照它的意思去做：这个程序是解释器或翻译器。',
        ),
      },
      neither: {
        text: both(
          'Of neither: guests’ code has to be translated on any processor.',
          '都不可以：在什么处理器上，客户机代码都得翻译。',
        ),
        why: both(
          'A guest for the same instruction set is code like any other. Most of it concerns nobody else and can run as it is.',
          '指令集相同的客户机，代码与别的程序并无两样。大部分与别人无关，可以原样执行。',
        ),
      },
    },
    why: both(
      'Direct execution hands the code itself to the processor, so it must be the processor’s own. The other two engines only read it.',
      '直接执行是把代码本身交给处理器，所以必须是它自己的指令集。另外两种引擎只是读代码。',
    ),
  },
  'bet-on-eight-places': {
    kind: 'predict',
    objective: 11,
    lab: 'three-engines',
    at: { program: '@many-blocks', cacheBlocks: '8', at: '9' },
    ask: both(
      'One block has run once, and then eight in a circle; the cache has eight places, and drops the oldest. The second round begins. Predict whose bar grows most.',
      '先有一个块跑了一次，接着八个块转了一圈；缓存有八个位置，满了就丢最早的。第二圈要开始了。预测谁的条增长最多。',
    ),
    why: both(
      'With eight places the block that was dropped is the one that is needed no more. With seven, each would be gone just before it comes round again.',
      '有八个位置，丢掉的是那个再也用不着的块。要是只有七个，每个块都会在轮到之前刚好被丢掉。',
    ),
  },
  'ask-the-brochure': {
    kind: 'choice',
    objective: 12,
    ask: both(
      'A brochure says of a product that runs x86 guests on x86 computers: “virtualization, not emulation”. What do you ask, to find out whether that is so?',
      '某产品在 x86 电脑上运行 x86 客户机，宣传册说它“是虚拟化，不是模拟”。要弄清是不是这样，该问什么？',
    ),
    options: {
      architectures: {
        text: both(
          'Whether the two instruction sets really are equal, down to the last extension.',
          '两边的指令集是否完全相同，连扩展都一样。',
        ),
        why: both(
          'Equal sets make direct execution possible. Whether it is used, they do not say: QEMU without KVM translates x86 to x86.',
          '指令集相同，直接执行才有可能；用没用，却说明不了：不带 KVM 的 QEMU 就是把 x86 翻译成 x86。',
        ),
      },
      position: {
        text: both(
          'Whether it stands on bare metal or runs as a program of a host’s.',
          '它站在裸金属上，还是宿主上的一个程序。',
        ),
        why: both(
          'That is its position. An interpreter may stand on bare metal, and a hosted monitor may execute directly.',
          '这问的是位置。解释器可以站在裸金属上，宿主型的监控器也可以直接执行。',
        ),
      },
      who: {
        text: both('Who executes most of the guest’s instructions.', '客户机的大多数指令由谁执行。'),
        right: true,
        why: both(
          'The processor, and it is virtualization; a program, and it is emulation, between whatever architectures.',
          '由处理器执行就是虚拟化，由程序执行就是模拟，不管两边是什么架构。',
        ),
      },
    },
    why: both(
      'The difference between the two is efficiency in Popek and Goldberg’s sense, and not the names of the processors.',
      '两者的分别在于 Popek 与 Goldberg 所说的高效性，而不在处理器叫什么。',
    ),
  },
} satisfies Quiz;
