import type { Quiz } from '#quiz/question.ts';

/** Which lesson each question stands for: who misses it has that lesson still to read. */
export const grounds: Readonly<Record<string, string>> = {
  'own-timer': '1.1',
  'linux-in-linux': '1.3',
  'guest-stops-interrupts': '2.1',
  'where-it-runs': '2.5',
  'page-without-frame': '3.1',
  'why-not-eight': '3.3',
  'old-drivers': '4.1',
  'unknown-address': '5.1',
  'without-kvm': '6.2',
  'whose-kernel': '7.1',
};

/** Ten questions before the course: not about words, but about what happens. */
export default {
  'own-timer': {
    kind: 'choice',
    ask: {
      en: 'To save time, a hypervisor lets one guest program the machine’s real timer. What is lost first?',
      'zh-CN': '为了省时间，虚拟机管理程序让一台客户机直接设置真实的定时器。最先失去的是什么？',
    },
    options: {
      results: {
        text: {
          en: 'Correct results: the guest’s programs now compute something else.',
          'zh-CN': '正确的结果：客户机里的程序算出来的东西不一样了。',
        },
        why: {
          en: 'On the real timer the guest behaves just as it would on a machine of its own. What suffers is everybody else.',
          'zh-CN': '用真实的定时器，这台客户机的表现和独占一台机器时一样。吃亏的是别人。',
        },
      },
      control: {
        text: {
          en: 'Control: the hypervisor may not get the CPU back in time.',
          'zh-CN': '控制权：虚拟机管理程序可能收不回 CPU。',
        },
        right: true,
        why: {
          en: 'Whoever sets the timer decides when somebody else has a turn. The other guests may wait for ever.',
          'zh-CN': '谁设置定时器，谁就决定何时轮到别人。其他客户机可能永远等下去。',
        },
      },
      nothing: {
        text: {
          en: 'Nothing: a guest is meant to see all of the hardware.',
          'zh-CN': '什么也没失去：客户机本来就该看到全部硬件。',
        },
        why: {
          en: 'A guest sees a machine, not the machine. What decides who may run is never handed out.',
          'zh-CN': '客户机看到的是一台机器，而不是这台机器。决定谁能运行的东西从不交出去。',
        },
      },
    },
    why: {
      en: 'A hypervisor keeps hold of whatever decides who runs and who owns what. That is one of its three defining properties.',
      'zh-CN': '凡是决定谁运行、什么归谁的东西，虚拟机管理程序都攥在手里。这是定义它的三条性质之一。',
    },
  },
  'linux-in-linux': {
    kind: 'choice',
    ask: {
      en: 'User-Mode Linux is a Linux kernel that was changed so that it runs as a process of another Linux. What is it?',
      'zh-CN': 'User-Mode Linux 是改写过的 Linux 内核，作为另一个 Linux 的进程运行。它算什么？',
    },
    options: {
      type1: {
        text: {
          en: 'Type 1, as everything paravirtual is: it knows its host.',
          'zh-CN': '1 型，半虚拟化的都是：它知道宿主的存在。',
        },
        why: {
          en: 'It sits on an operating system, so it is not on bare metal. Being paravirtual says nothing about where it sits.',
          'zh-CN': '它坐落在操作系统上，不在裸金属上。是不是半虚拟化，与坐落在哪里无关。',
        },
      },
      both: {
        text: {
          en: 'Paravirtual and hosted: two questions, two answers.',
          'zh-CN': '半虚拟化，而且是宿主型：两个问题，两个答案。',
        },
        right: true,
        why: {
          en: 'How the guest is run and where the hypervisor sits are two axes. Every combination can be built.',
          'zh-CN': '客户机怎样运行、虚拟机管理程序坐落在哪里，是两条轴，各种组合都做得出来。',
        },
      },
      container: {
        text: {
          en: 'A container, since no hardware is imitated anywhere in it.',
          'zh-CN': '容器，因为其中没有模仿任何硬件。',
        },
        why: {
          en: 'A container shares the host’s kernel. This one brings its own.',
          'zh-CN': '容器与宿主机共用内核，而它自带一个内核。',
        },
      },
    },
    why: {
      en: '“Type 1” and “paravirtual” answer different questions, so neither follows from the other.',
      'zh-CN': '“1 型”和“半虚拟化”回答的是不同的问题，谁也推不出谁。',
    },
  },
  'guest-stops-interrupts': {
    kind: 'choice',
    ask: {
      en: 'Under trap and emulate, a guest’s kernel executes CLI, which forbids interrupts. Then an interrupt for another guest arrives. What happens?',
      'zh-CN': '在陷入再模拟之下，一台客户机的内核执行了 CLI，禁止中断。随后来了一个属于另一台客户机的中断。会怎样？',
    },
    options: {
      waits: {
        text: {
          en: 'It waits until this guest’s kernel allows interrupts again.',
          'zh-CN': '它一直等到这台客户机的内核重新允许中断。',
        },
        why: {
          en: 'Then one guest could stop all the others. The instruction trapped, and the real flag was never touched.',
          'zh-CN': '那样一台客户机就能让其他客户机全部停下。这条指令陷入了，真实的标志没有动过。',
        },
      },
      delivered: {
        text: {
          en: 'It is taken and delivered; only a copy of the flag changed.',
          'zh-CN': '照常接收并送达；变了的只是标志的副本。',
        },
        right: true,
        why: {
          en: 'The hypervisor keeps a flag of its own for each guest. CLI changes that one.',
          'zh-CN': '虚拟机管理程序为每台客户机各存一个标志，CLI 改的是那一个。',
        },
      },
      lost: {
        text: {
          en: 'It is lost, because the hypervisor has executed CLI for the guest.',
          'zh-CN': '它丢失了，因为虚拟机管理程序替客户机执行了 CLI。',
        },
        why: {
          en: 'The hypervisor does not repeat the instruction on the real machine. It works out what the guest should see.',
          'zh-CN': '虚拟机管理程序不会在真实机器上重做这条指令，而是算出客户机应该看到什么。',
        },
      },
    },
    why: {
      en: 'A trapped instruction acts on the guest’s virtual state. The real state stays with the hypervisor.',
      'zh-CN': '陷入的指令作用于客户机的虚拟状态，真实状态归虚拟机管理程序。',
    },
  },
  'where-it-runs': {
    kind: 'choice',
    ask: {
      en: 'With VT-x a guest’s kernel runs in ring 0. Where does the hypervisor’s kernel code run?',
      'zh-CN': '有了 VT-x，客户机内核运行在 ring 0。虚拟机管理程序的内核代码运行在哪里？',
    },
    options: {
      minus: {
        text: {
          en: 'In ring −1, a fifth ring below the other four.',
          'zh-CN': '在环 -1，也就是另外四个环之下的第五个环。',
        },
        why: {
          en: 'There is no fifth ring. “Ring −1” is a nickname, and no register holds that number.',
          'zh-CN': '没有第五个环。“环 -1”只是绰号，没有哪个寄存器存着这个数。',
        },
      },
      root: {
        text: {
          en: 'In ring 0 too, but of root mode: another ring 0.',
          'zh-CN': '也在 ring 0，不过是根模式的那个 ring 0。',
        },
        right: true,
        why: {
          en: 'Root and non-root mode each have rings 0 to 3. The guest has ring 0 of one, the hypervisor ring 0 of the other.',
          'zh-CN':
            '根模式和非根模式各有 ring 0 到 ring 3。客户机占着其中一个的 ring 0，虚拟机管理程序占着另一个的 ring 0。',
        },
      },
      nowhere: {
        text: {
          en: 'Nowhere while guests run: the processor does its work.',
          'zh-CN': '客户机运行时哪里也不用：它的工作由处理器代劳。',
        },
        why: {
          en: 'The processor only switches modes. What is to be done at an exit is still decided by software.',
          'zh-CN': '处理器只负责切换模式。退出之后该做什么，仍由软件决定。',
        },
      },
    },
    why: {
      en: 'VT-x did not add a ring. It added a second mode with rings of its own.',
      'zh-CN': 'VT-x 没有增加环，增加的是另一种模式，它有自己的一套环。',
    },
  },
  'page-without-frame': {
    kind: 'choice',
    ask: {
      en: 'A guest with nested paging reads a page of its memory that the hypervisor has not yet given a frame. Who notices?',
      'zh-CN': '使用嵌套分页的客户机读自己内存中的一页，而虚拟机管理程序还没有给这一页分配页框。谁会察觉？',
    },
    options: {
      kernel: {
        text: {
          en: 'The guest’s kernel: it gets a page fault and must react.',
          'zh-CN': '客户机内核：它收到缺页异常，得自己处理。',
        },
        why: {
          en: 'The guest’s own tables allow the access, so its kernel has nothing to answer for.',
          'zh-CN': '客户机自己的页表允许这次访问，它的内核没有什么要处理的。',
        },
      },
      hypervisor: {
        text: {
          en: 'The hypervisor: it supplies a frame, and the guest goes on.',
          'zh-CN': '虚拟机管理程序：它补上页框，客户机接着运行。',
        },
        right: true,
        why: {
          en: 'The second map refused, and that map is the hypervisor’s. The guest notices nothing but time.',
          'zh-CN': '拒绝访问的是第二层映射，而它归虚拟机管理程序管。客户机除了时间，什么也察觉不到。',
        },
      },
      program: {
        text: {
          en: 'The program: it is stopped for an address that does not exist.',
          'zh-CN': '程序：它因为访问不存在的地址而被终止。',
        },
        why: {
          en: 'The address exists for the guest. That no frame stands behind it yet is the host’s affair.',
          'zh-CN': '对客户机来说这个地址是存在的，只是背后暂时没有页框，那是宿主机的事。',
        },
      },
    },
    why: {
      en: 'A guest physical address is not real either. A second map, the hypervisor’s, leads to the frame.',
      'zh-CN': '客户机物理地址也不是真的，还要经过虚拟机管理程序的第二层映射才到页框。',
    },
  },
  'why-not-eight': {
    kind: 'choice',
    ask: {
      en: 'With four levels of tables in the guest and four in the host, one TLB miss can cost 24 memory references. Why not 4 + 4 = 8?',
      'zh-CN': '客户机页表四级，宿主机页表四级，一次 TLB 未命中最多要访存 24 次。为什么不是 4 + 4 = 8 次？',
    },
    options: {
      software: {
        text: {
          en: 'The hypervisor reads the other 16 entries in software.',
          'zh-CN': '另外 16 个表项由虚拟机管理程序用软件读取。',
        },
        why: {
          en: 'The processor makes all 24 by itself. No exit is needed for a walk.',
          'zh-CN': '24 次都由处理器自己完成，遍历页表不需要退出。',
        },
      },
      each: {
        text: {
          en: 'The guest’s tables lie at guest addresses too.',
          'zh-CN': '客户机的页表本身也放在客户机地址上。',
        },
        right: true,
        why: {
          en: 'Before each of the guest’s four tables can be read, its own address must be translated by a walk of the host’s.',
          'zh-CN': '客户机的四级页表，每读一级之前，都要先遍历宿主机页表，把这一级自己的地址翻译出来。',
        },
      },
      twice: {
        text: {
          en: 'Both walks are made three times, once for each kind of right.',
          'zh-CN': '两套遍历各做三次，读、写、执行每种权限一次。',
        },
        why: {
          en: 'Rights are checked on the way, in the very same entries. They cost no further reference.',
          'zh-CN': '权限在途中就用同样的表项检查了，不需要再访存。',
        },
      },
    },
    why: {
      en: 'Five guest addresses are translated on the way, four references each, and four of the guest’s own entries are read: 24.',
      'zh-CN': '途中要翻译五个客户机地址，每个访存四次，再加上客户机自己的四个表项：共 24 次。',
    },
  },
  'old-drivers': {
    kind: 'choice',
    ask: {
      en: 'A guest runs an operating system of 1998, and no driver can be added to it. Which network card will work in it?',
      'zh-CN': '一台客户机运行 1998 年的操作系统，没法再装驱动。给它哪种网卡能用？',
    },
    options: {
      virtio: {
        text: {
          en: 'A virtio card, which needs the fewest exits of all.',
          'zh-CN': 'virtio 网卡，它需要的退出最少。',
        },
        why: {
          en: 'virtio is fast because the guest’s driver takes part. This guest has no such driver.',
          'zh-CN': 'virtio 快，是因为客户机的驱动参与配合。这台客户机没有这样的驱动。',
        },
      },
      emulated: {
        text: {
          en: 'An emulated card of a kind sold in its day.',
          'zh-CN': '模拟的网卡，选当年市面上有的型号。',
        },
        right: true,
        why: {
          en: 'It has a driver for that card already, and cannot tell that software answers it.',
          'zh-CN': '它本来就有这种网卡的驱动，也分辨不出应答的是软件。',
        },
      },
      passed: {
        text: {
          en: 'The host’s own card, passed through to the guest.',
          'zh-CN': '宿主机自己的网卡，透传给客户机。',
        },
        why: {
          en: 'Then the guest needs a driver for a card that was built decades after it.',
          'zh-CN': '那客户机就得有几十年之后才造出来的网卡的驱动。',
        },
      },
    },
    why: {
      en: 'The three roads to a device ask different things of the guest. Only emulation asks nothing new.',
      'zh-CN': '通往设备的三条路对客户机的要求各不相同，只有模拟不提任何新要求。',
    },
  },
  'unknown-address': {
    kind: 'choice',
    ask: {
      en: 'A bridge receives a frame for a MAC address that it has never seen. Where does the frame go?',
      'zh-CN': '网桥收到一个帧，目的 MAC 地址是它从没见过的。这个帧会去哪里？',
    },
    options: {
      host: {
        text: {
          en: 'To the host, which then routes it onward.',
          'zh-CN': '去宿主机，再由宿主机路由出去。',
        },
        why: {
          en: 'A bridge works below routing. The host is only one more station on it, if it has a port there at all.',
          'zh-CN': '网桥工作在路由之下。宿主机不过是接在上面的又一个站点，而且还得有端口接在上面。',
        },
      },
      all: {
        text: {
          en: 'Out of every port except the one it came in by.',
          'zh-CN': '从进来的那个端口之外的所有端口出去。',
        },
        right: true,
        why: {
          en: 'That is how a switch reaches a station it does not know; from the answer it learns where that station is.',
          'zh-CN': '交换机就是这样找到还不认识的站点的，再从应答中学到它在哪里。',
        },
      },
      nowhere: {
        text: {
          en: 'Nowhere, until the address has been entered in its table.',
          'zh-CN': '哪里也不去，直到有人把地址填进它的表里。',
        },
        why: {
          en: 'Nobody fills in that table. The bridge learns it from the frames that pass.',
          'zh-CN': '没有人去填那张表，网桥是从经过的帧里学来的。',
        },
      },
    },
    why: {
      en: 'A bridge is a switch: it learns sources, and floods what it cannot place.',
      'zh-CN': '网桥就是交换机：记住源地址，找不到去处的就泛洪出去。',
    },
  },
  'without-kvm': {
    kind: 'choice',
    ask: {
      en: 'QEMU has been running a guest with KVM. It is started again without KVM, by its own translator. What changes?',
      'zh-CN': 'QEMU 原来用 KVM 运行一台客户机，现在不用 KVM，改用它自己的翻译器重新启动。有什么变化？',
    },
    options: {
      slower: {
        text: {
          en: 'It runs as before, with the same devices, but slower.',
          'zh-CN': '客户机照样运行，设备也照旧，只是慢了。',
        },
        right: true,
        why: {
          en: 'QEMU translates the guest’s code itself. KVM had let the processor run it directly.',
          'zh-CN': '客户机的代码由 QEMU 自己翻译；有 KVM 时，是让处理器直接执行。',
        },
      },
      dead: {
        text: {
          en: 'It does not start: QEMU has devices, but no processor to offer.',
          'zh-CN': '启动不了：QEMU 只有设备，没有处理器可用。',
        },
        why: {
          en: 'QEMU is a whole machine in software, with a processor translated block by block.',
          'zh-CN': 'QEMU 是一整台软件做的机器，处理器也靠逐块翻译得到。',
        },
      },
      devices: {
        text: {
          en: 'It starts, but without disk and network, which were KVM’s.',
          'zh-CN': '能启动，但没有磁盘和网络，那些是 KVM 的。',
        },
        why: {
          en: 'Disk and network models are QEMU’s. KVM runs guest code, keeps its memory map and delivers interrupts.',
          'zh-CN': '磁盘和网络模型是 QEMU 的。KVM 负责运行客户机代码、维护内存映射、送达中断。',
        },
      },
    },
    why: {
      en: 'QEMU can do everything alone. KVM takes over what the processor can do directly.',
      'zh-CN': 'QEMU 单独也能做完所有的事，KVM 接手的是处理器能直接做的那部分。',
    },
  },
  'whose-kernel': {
    kind: 'choice',
    ask: {
      en: 'In a container made from another distribution’s image, `uname -r` prints the host’s kernel version. Why?',
      'zh-CN': '容器用的是另一个发行版的镜像，里面运行 `uname -r`，打印出来的却是宿主机的内核版本。为什么？',
    },
    options: {
      hidden: {
        text: {
          en: 'Its own kernel hides its version, for the sake of isolation.',
          'zh-CN': '为了隔离，它自己的内核隐藏了版本。',
        },
        why: {
          en: 'There is no kernel of its own to hide anything.',
          'zh-CN': '它没有自己的内核，谈不上隐藏。',
        },
      },
      shared: {
        text: {
          en: 'It has no other: the image brings user space alone.',
          'zh-CN': '没有别的内核：镜像只带来用户空间。',
        },
        right: true,
        why: {
          en: 'A container is a process with a private view. Its system calls go to the host’s kernel.',
          'zh-CN': '容器就是带私有视图的进程，它的系统调用都进宿主机的内核。',
        },
      },
      copy: {
        text: {
          en: 'A copy of the host’s kernel was started inside of it.',
          'zh-CN': '在它里面启动了宿主机内核的一份拷贝。',
        },
        why: {
          en: 'That would be a virtual machine. A container starts a process, not a kernel.',
          'zh-CN': '那就是虚拟机了。容器启动的是进程，不是内核。',
        },
      },
    },
    why: {
      en: 'Containers share the host’s kernel; a virtual machine brings its own.',
      'zh-CN': '容器共用宿主机的内核，虚拟机自带内核。',
    },
  },
} satisfies Quiz;
