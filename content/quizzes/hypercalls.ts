import type { Quiz } from '#quiz/question.ts';

export default {
  'what-replaces-popf': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'A paravirtual kernel ends a critical section and wants interrupts on again. What does it do in place of POPF?',
      'zh-CN': '半虚拟化的内核做完临界区，要重新打开中断。它用什么代替 POPF？',
    },
    options: {
      hypercall: {
        text: { en: 'A hypercall that sets the interrupt flag', 'zh-CN': '一次置中断标志的超级调用' },
        why: {
          en: 'A crossing at the end of each critical section would be as dear as a trap. The hypervisor only has to be able to read the flag, and for that it may as well lie in memory.',
          'zh-CN': '每个临界区末尾都进入一次，与陷入一样贵。虚拟机管理程序只要读得到这个标志就行，放在内存里就可以了。',
        },
      },
      byte: {
        text: { en: 'A write to a byte in a shared page', 'zh-CN': '写共享页里的一个字节' },
        right: true,
        why: {
          en: 'Only if an event came in the meantime does it make one cheap call, to let it in.',
          'zh-CN': '只有其间来了事件，才做一次便宜的调用，把它放进来。',
        },
      },
      same: {
        text: { en: 'Nothing else: POPF traps in ring 1', 'zh-CN': '照旧用 POPF：它在 ring 1 会陷入' },
        why: {
          en: 'It does not trap, it ignores the flag in silence. That is why the kernel had to be changed.',
          'zh-CN': '它不会陷入，只是一声不响地忽略那个标志。正因如此才要改内核。',
        },
      },
    },
    why: {
      en: 'What the hypervisor only needs to know, the kernel writes into memory; what it must do, the kernel asks for.',
      'zh-CN': '只需让虚拟机管理程序知道的，写进内存；要它动手的，才去请求。',
    },
  },
  'count-crossings': {
    kind: 'number',
    objective: 1,
    ask: {
      en: 'A kernel has 100 page-table updates to make and sends them in lists of 16, the last one as it is. How many crossings?',
      'zh-CN': '内核有 100 项页表更新，每满 16 项送一批，最后一批有多少送多少。一共进入几次？',
    },
    answer: 7,
    unit: { en: 'crossings', 'zh-CN': '次' },
    slips: [
      {
        value: 6,
        why: {
          en: 'Six full lists hold 96. The last 4 must be sent as well, or they are never made.',
          'zh-CN': '六批只有 96 项。剩下的 4 项也得送，否则永远不会写入。',
        },
      },
      {
        value: 100,
        why: { en: 'That is without lists: one hypercall each.', 'zh-CN': '那是不用列表、每项一次的情形。' },
      },
      {
        value: 16,
        why: { en: '16 is the length of a list, not the number of lists.', 'zh-CN': '16 是一批的项数，不是批数。' },
      },
    ],
    why: {
      en: '100 / 16 is 6.25, so seven lists. Each of the 100 entries is still checked.',
      'zh-CN': '100 / 16 = 6.25，所以是七批。100 项仍然逐项检查。',
    },
  },
  'why-check': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'A kernel asks to have one of its own frames mapped writable, and is refused. What is the frame?',
      'zh-CN': '内核请求把自己的一个页框映射为可写，却被拒绝。这个页框是什么？',
    },
    options: {
      code: {
        text: { en: 'A page that holds its code', 'zh-CN': '存放代码的页' },
        why: {
          en: 'A kernel may write to its own code if it likes. That harms nobody else.',
          'zh-CN': '内核想写自己的代码就写，害不到别人。',
        },
      },
      table: {
        text: { en: 'A page table in use', 'zh-CN': '正在使用的页表' },
        right: true,
        why: {
          en: 'Whoever writes page tables reaches every frame of the machine.',
          'zh-CN': '谁能写页表，谁就能碰到机器上的每一个页框。',
        },
      },
      shared: {
        text: { en: 'A page that its programs can read', 'zh-CN': '程序可读的页' },
        why: {
          en: 'Who inside the guest reads a page is the guest’s own affair.',
          'zh-CN': '客户机里谁读哪一页，是它自己的事。',
        },
      },
    },
    why: {
      en: 'A frame is a page table, or may be mapped writable, never both. Checking that one rule for every entry keeps the guests apart.',
      'zh-CN': '一个页框要么是页表，要么可映射为可写，不能兼有。每一项都守住这一条，客户机之间就隔开了。',
    },
  },
  'predict-refusal': {
    kind: 'predict',
    objective: 2,
    lab: 'hypercalls',
    at: { moves: 'spoil.5 21', at: '22' },
    ask: {
      en: 'Predict the next step: the kernel has just asked for update 5, and somebody has spoiled it.',
      'zh-CN': '预测下一步：内核刚刚请求第 5 项更新，而这一项被人动过手脚。',
    },
    why: {
      en: 'The entry names the page table’s own frame with the write bit set, and that is the one thing that is never granted.',
      'zh-CN': '表项指向页表自己的页框，又带着可写位，这正是绝不答应的那一种。',
    },
  },
  'predict-call-64': {
    kind: 'predict',
    objective: 3,
    lab: 'hypercalls',
    at: { how: 'multicall', batch: '64', bits: '64', at: '78' },
    ask: {
      en: 'Predict the next step: a 64-bit paravirtual guest, and its program is about to make a system call.',
      'zh-CN': '预测下一步：64 位的半虚拟化客户机，程序将要做一次系统调用。',
    },
    why: {
      en: 'Program and kernel have page tables of their own, and only ring 0 may exchange them.',
      'zh-CN': '程序与内核各有页表，只有 ring 0 能换。',
    },
  },
  'why-ring-3': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'Why does a 64-bit paravirtual kernel run in ring 3 and not in ring 1?',
      'zh-CN': '64 位的半虚拟化内核为什么在 ring 3，而不是 ring 1？',
    },
    options: {
      gone: {
        text: { en: '64-bit processors no longer have ring 1', 'zh-CN': '64 位处理器取消了 ring 1' },
        why: {
          en: 'The ring is still there. What it lacks is a wall towards ring 0.',
          'zh-CN': 'ring 1 还在，缺的是它与 ring 0 之间的那道墙。',
        },
      },
      limits: {
        text: { en: 'No segment limit would protect ring 0 from it', 'zh-CN': '没有段界限能保护 ring 0' },
        right: true,
        why: {
          en: 'Page tables tell ring 3 from the others, and no more. In ring 1 the kernel would reach the hypervisor’s memory.',
          'zh-CN': '页表只能区分 ring 3 和其他各级。待在 ring 1，内核就能碰到虚拟机管理程序的内存。',
        },
      },
      speed: {
        text: { en: 'System calls to ring 3 are faster', 'zh-CN': '进入 ring 3 的系统调用更快' },
        why: {
          en: 'They became slower: two visits to the hypervisor where there had been none.',
          'zh-CN': '反而慢了：原先一次也不用进虚拟机管理程序，现在要两次。',
        },
      },
    },
    why: {
      en: 'Rings 0 to 2 are one and the same to a page table. 32-bit mode had segments to part them.',
      'zh-CN': '在页表看来，ring 0 到 ring 2 没有分别。32 位模式还有段可以把它们隔开。',
    },
  },
  'bit-hidden': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'KVM hides the hypervisor-present bit from an unmodified Linux with a virtio disk. What happens?',
      'zh-CN': 'KVM 向一台未修改、使用 virtio 磁盘的 Linux 隐藏虚拟机存在位。会怎样？',
    },
    options: {
      stops: {
        text: { en: 'It does not boot, having no driver for its disk', 'zh-CN': '启动不了，因为没有磁盘驱动' },
        why: {
          en: 'The disk is found by its PCI vendor number. CPUID plays no part in that.',
          'zh-CN': '磁盘是按 PCI 厂商号找到的，与 CPUID 无关。',
        },
      },
      clock: {
        text: { en: 'It boots, with another clock than kvm-clock', 'zh-CN': '照常启动，只是不用 kvm-clock' },
        right: true,
        why: {
          en: 'The leaves that offer kvm-clock are looked for only behind that bit.',
          'zh-CN': '先有那一位，它才会去找提供 kvm-clock 的叶。',
        },
      },
      nothing: {
        text: { en: 'Nothing: without the bit VT-x still tells it', 'zh-CN': '没有影响：VT-x 仍会告诉它' },
        why: {
          en: 'VT-x tells a guest nothing. What a guest knows by CPUID, the hypervisor has answered.',
          'zh-CN': 'VT-x 什么也不告诉客户机。它从 CPUID 得知的，都是虚拟机管理程序给的答复。',
        },
      },
    },
    why: {
      en: 'Knowing is an offer of the hypervisor’s. A guest that is not offered it goes on as on a PC.',
      'zh-CN': '让客户机知道，是虚拟机管理程序给的方便。不给，它就当自己在一台 PC 上。',
    },
  },
  'windows-knows': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'An unmodified Windows under KVM reports that a hypervisor has been detected. Does this make it paravirtualization?',
      'zh-CN': 'KVM 下一台未修改的 Windows 报告“已检测到虚拟机监控程序”。这算半虚拟化吗？',
    },
    options: {
      yes: {
        text: { en: 'Yes: it knows, so it is paravirtual', 'zh-CN': '算：它知道了，就是半虚拟化' },
        why: {
          en: 'What counts is whether it could run without the hypervisor’s interface. It could: as on any PC.',
          'zh-CN': '要看离了虚拟机管理程序的接口能不能运行。它能：和在任何 PC 上一样。',
        },
      },
      no: {
        text: {
          en: 'No: it only takes what it is offered',
          'zh-CN': '不算：它只是用了现成的好处',
        },
        right: true,
        why: {
          en: 'It is unmodified and would run without. Full virtualization with paravirtual clocks and drivers on top is today’s usual mix.',
          'zh-CN': '它未经修改，没有这些也能运行。完全虚拟化，再加上半虚拟化的时钟和驱动，是如今最常见的搭配。',
        },
      },
      leak: {
        text: { en: 'No: it is a leak that KVM fails to close', 'zh-CN': '不算：这是 KVM 没堵住的漏洞' },
        why: {
          en: 'KVM sets the bit on purpose, and can leave it out.',
          'zh-CN': '这一位是 KVM 有意置上的，也可以不置。',
        },
      },
    },
    why: {
      en: 'To know and to depend are two things. A paravirtual kernel depends.',
      'zh-CN': '知道是一回事，依赖是另一回事。半虚拟化的内核是依赖。',
    },
  },
  'path-of-a-batch': {
    kind: 'order',
    objective: 1,
    ask: {
      en: 'Put the life of a batched page-table update in order.',
      'zh-CN': '一项批量提交的页表更新，经历哪些步骤？按先后排好。',
    },
    items: {
      note: { en: 'The kernel writes the update into its list', 'zh-CN': '内核把更新记进列表' },
      full: { en: 'The list is full', 'zh-CN': '列表满了' },
      cross: { en: 'INT 82h enters the hypervisor', 'zh-CN': 'INT 82h 进入虚拟机管理程序' },
      check: { en: 'The new entry is checked', 'zh-CN': '检查新表项' },
      write: { en: 'The entry is written to the page table', 'zh-CN': '把表项写进页表' },
      use: { en: 'The processor’s walk finds it', 'zh-CN': '处理器遍历时找到它' },
    },
    why: {
      en: 'Up to the crossing the table is out of date; and nothing is written unchecked.',
      'zh-CN': '进入之前，页表一直是旧的；未经检查，什么也不会写入。',
    },
  },
  'one-for-all': {
    kind: 'reach',
    objective: 1,
    lab: 'hypercalls',
    goal: 'one-crossing',
    ask: {
      en: 'Have all 64 updates made with a single crossing.',
      'zh-CN': '只进入一次，完成全部 64 项更新。',
    },
    why: {
      en: 'A multicall as long as the whole job: 64 entries, one INT 82h.',
      'zh-CN': '让 multicall 与整件事一样长：64 项，一次 INT 82h。',
    },
  },
} satisfies Quiz;
