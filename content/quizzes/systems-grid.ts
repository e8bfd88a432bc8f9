import type { Quiz } from '#quiz/question.ts';

export default {
  'which-statement': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'User-Mode Linux is paravirtual and runs as a Linux process. Which statement does it refute?',
      'zh-CN': 'User-Mode Linux 是半虚拟化，又作为 Linux 进程运行。它推翻了哪句话？',
    },
    options: {
      pvType1: {
        text: { en: 'Paravirtual systems are Type 1.', 'zh-CN': '半虚拟化系统都是 1 型。' },
        right: true,
        why: { en: 'It is paravirtual and hosted.', 'zh-CN': '它是半虚拟化，而且是宿主型。' },
      },
      type1Pv: {
        text: { en: 'Type 1 systems are paravirtual.', 'zh-CN': '1 型系统都是半虚拟化。' },
        why: {
          en: 'That is false too, but User-Mode Linux says nothing about it: it is not Type 1. ESXi refutes it.',
          'zh-CN': '这句话也不对，但 User-Mode Linux 与它无关，因为它不是 1 型。推翻它的是 ESXi。',
        },
      },
      hostedFull: {
        text: { en: 'Full virtualization can be hosted.', 'zh-CN': '完全虚拟化可以是宿主型。' },
        why: {
          en: 'That is true, Workstation is an example, so there is nothing to refute. And User-Mode Linux is not full virtualization.',
          'zh-CN': '这句话是对的，Workstation 就是例子，没有什么可推翻。何况 User-Mode Linux 不是完全虚拟化。',
        },
      },
    },
    why: {
      en: 'A rule “if A then B” is refuted by an A that is not B, and by nothing else.',
      'zh-CN': '“若 A 则 B”只能被一个是 A 而不是 B 的东西推翻，别的都不行。',
    },
  },
  'kvm-position': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'Why does KVM fit neither of Goldberg’s types?',
      'zh-CN': 'KVM 为什么放不进 Goldberg 的两型？',
    },
    options: {
      both: {
        text: {
          en: 'It can be started on bare metal or on a host, as one likes.',
          'zh-CN': '它可以随意启动在裸金属上或宿主机上。',
        },
        why: {
          en: 'There is one way only: as part of a Linux kernel. That kernel then is both things at once.',
          'zh-CN': '只有一种方式：作为 Linux 内核的一部分。于是这个内核同时是两样东西。',
        },
      },
      kernel: {
        text: {
          en: 'The host’s kernel itself becomes the monitor.',
          'zh-CN': '宿主内核自己成了监控器。',
        },
        right: true,
        why: {
          en: 'It is on the hardware like a Type 1, and still an operating system with processes like a host.',
          'zh-CN': '它像 1 型一样直接在硬件上，又仍是带着进程的操作系统，像宿主机。',
        },
      },
      qemu: {
        text: { en: 'It cannot run without QEMU.', 'zh-CN': '没有 QEMU 它就跑不起来。' },
        why: {
          en: 'It can: Firecracker and others use it. And needing a program would not settle where the monitor stands.',
          'zh-CN': '能跑，Firecracker 等用的就是它。何况需要某个程序，也说明不了监控器站在哪里。',
        },
      },
    },
    why: {
      en: 'The types ask whether there is an OS beneath the monitor. Here the monitor is part of one.',
      'zh-CN': '“型”问的是监控器底下有没有操作系统。这里，监控器就是操作系统的一部分。',
    },
  },
  'as-fast': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'Someone ranks by speed: containers, then Type 1, then Type 2. Which measurement makes a Type 2 machine as fast as the container?',
      'zh-CN': '有人按速度排名：容器、1 型、2 型。测哪一项时，2 型的虚拟机会与容器一样快？',
    },
    options: {
      loop: {
        text: { en: 'A loop that only computes', 'zh-CN': '只做计算的循环' },
        right: true,
        why: {
          en: 'Both run its instructions on the processor, without exits.',
          'zh-CN': '两边都由处理器直接执行，没有退出。',
        },
      },
      packets: {
        text: { en: 'Sending small packets one by one', 'zh-CN': '一个一个地发送小包' },
        why: {
          en: 'Each may cost an exit in the virtual machine and none in the container.',
          'zh-CN': '虚拟机里每个包都可能退出一次，容器里不会。',
        },
      },
      fork: {
        text: { en: 'Starting processes as fast as it can', 'zh-CN': '拼命创建进程' },
        why: {
          en: 'New address spaces are what a monitor pays most for; the container pays nothing extra.',
          'zh-CN': '新建地址空间是监控器开销最大的事，容器则没有额外开销。',
        },
      },
    },
    why: {
      en: 'Where nobody has to step in, it does not matter who could.',
      'zh-CN': '没有人需要插手的地方，谁能插手都无所谓。',
    },
  },
  'outside-machines': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'In which of these could an operating system’s kernel be started? Pick all.',
      'zh-CN': '下面哪些里面可以启动一个操作系统内核？全部选出。',
    },
    options: {
      qemu: {
        text: 'QEMU',
        right: true,
        why: { en: 'It plays a whole machine, by translation.', 'zh-CN': '它靠翻译扮演一整台机器。' },
      },
      wine: {
        text: 'Wine',
        why: {
          en: 'There is an interface for programs, and no machine beneath it.',
          'zh-CN': '那里只有给程序用的接口，底下没有机器。',
        },
      },
      docker: {
        text: { en: 'a Docker container on Linux', 'zh-CN': 'Linux 上的 Docker 容器' },
        why: { en: 'It uses the kernel that is there already.', 'zh-CN': '它用的就是已经在跑的那个内核。' },
      },
      firecracker: {
        text: 'Firecracker',
        right: true,
        why: { en: 'A small machine, with KVM beneath.', 'zh-CN': '一台小机器，底下是 KVM。' },
      },
      jvm: {
        text: 'JVM',
        why: {
          en: 'Its instructions are Java’s own, and it is made for one program.',
          'zh-CN': '它的指令是 Java 自己的，只为一个程序而设。',
        },
      },
    },
    why: {
      en: 'That is the test of a machine: a kernel can be started on it.',
      'zh-CN': '是不是机器，就看能不能在上面启动内核。',
    },
  },
  'place-firecracker': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'Firecracker is a process that uses KVM. Position and technique?',
      'zh-CN': 'Firecracker 是一个使用 KVM 的进程。它的位置和技术？',
    },
    options: {
      kernelAssist: {
        text: { en: 'in a host’s kernel; hardware assistance', 'zh-CN': '宿主内核里；硬件辅助' },
        right: true,
        why: {
          en: 'The monitor is KVM; the process holds the devices.',
          'zh-CN': '监控器是 KVM，这个进程管的是设备。',
        },
      },
      hostAssist: {
        text: { en: 'on a host OS; hardware assistance', 'zh-CN': '宿主操作系统上；硬件辅助' },
        why: {
          en: 'The process is there, but instructions that exit are taken by the kernel.',
          'zh-CN': '进程在那里，但退出的指令由内核接手。',
        },
      },
      none: {
        text: { en: 'no monitor; one shared kernel', 'zh-CN': '没有监控器；共用一个内核' },
        why: {
          en: 'It is as light as a container is meant to be, and still each guest has its own kernel.',
          'zh-CN': '它像容器一样轻，但每台客户机都有自己的内核。',
        },
      },
    },
    why: {
      en: 'Ask where the monitor is, not where the program that starts it is.',
      'zh-CN': '要问监控器在哪里，而不是启动它的程序在哪里。',
    },
  },
  'predict-uml': {
    kind: 'predict',
    objective: 2,
    lab: 'systems-grid',
    at: {},
    ask: {
      en: 'The rule `paravirtual implies bare-metal` is about to be tried on the oldest system that it speaks of, User-Mode Linux. Predict whether it keeps the rule.',
      'zh-CN':
        '马上要检验规则 `paravirtual implies bare-metal`，先看它涉及的最老的系统 User-Mode Linux。预测它符不符合规则。',
    },
    why: {
      en: 'It is paravirtual, as its kernel was changed, and it is a process of another Linux, not on bare metal. The first paravirtual system of the catalogue is hosted.',
      'zh-CN':
        '它的内核改写过，所以是半虚拟化；它又是另一个 Linux 的进程，不在裸金属上。目录里最早的半虚拟化系统，就是宿主型。',
    },
  },
  'four-corners': {
    kind: 'reach',
    objective: 1,
    lab: 'systems-grid',
    goal: 'two-by-two',
    ask: {
      en: 'Fill the two by two: full and paravirtual, on bare metal and on a host OS.',
      'zh-CN': '填满二乘二：完全与半虚拟化，裸金属上与宿主操作系统上。',
    },
    why: {
      en: 'With all four inhabited, position and technique are independent.',
      'zh-CN': '四个角都有系统，位置与技术便互相独立。',
    },
  },
  'find-kvm': {
    kind: 'reach',
    objective: 3,
    lab: 'systems-grid',
    goal: 'kvm',
    ask: { en: 'Put KVM in its place.', 'zh-CN': '把 KVM 放到它的位置。' },
    why: {
      en: 'In a host’s kernel, for the module makes that kernel the monitor; and with hardware assistance, for it runs guests by VT-x or its like.',
      'zh-CN': '在宿主内核里，因为加载了这个模块，内核自己就是监控器；用硬件辅助，因为它靠 VT-x 之类运行客户机。',
    },
  },
} satisfies Quiz;
