import type { Quiz } from '#quiz/question.ts';

export default {
  'whose-interrupt': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'A guest executes CLI, and the VMM sets its virtual IF to 0. Now a disk interrupts that belongs to another guest. What happens?',
      'zh-CN': '一台客户机执行 CLI，VMM 把它的虚拟 IF 置为 0。这时另一台客户机的磁盘来了中断。会怎样？',
    },
    options: {
      waits: {
        text: {
          en: 'It waits in the interrupt controller until this guest executes STI.',
          'zh-CN': '在中断控制器里等，直到这台客户机执行 STI。',
        },
        why: {
          en: 'It would if the real IF were 0. Then one guest could keep all others waiting, and the VMM’s own timer too.',
          'zh-CN': '真实 IF 若是 0，就会这样。那样一台客户机就能让其余客户机全都干等，连 VMM 自己的定时器也不例外。',
        },
      },
      taken: {
        text: {
          en: 'The VMM takes it and sees to the other guest.',
          'zh-CN': 'VMM 接下来，去照料另一台客户机。',
        },
        right: true,
        why: {
          en: 'The real IF is still 1. Of this guest nothing changes, and it sees nothing.',
          'zh-CN': '真实 IF 仍是 1。这台客户机什么也没变，也什么都没看到。',
        },
      },
      through: {
        text: {
          en: 'This guest’s handler runs first and passes it on.',
          'zh-CN': '先由这台客户机的处理程序运行，再转交出去。',
        },
        why: {
          en: 'The real IDT holds the VMM’s gates only. No interrupt reaches a guest’s handler unless the VMM delivers it.',
          'zh-CN': '真实 IDT 里只有 VMM 的门。除非 VMM 交付，没有中断会到客户机的处理程序。',
        },
      },
    },
    why: {
      en: 'CLI reaches the virtual flag. Whether the processor listens to devices is decided by the real one, which stays 1.',
      'zh-CN': 'CLI 只碰到虚拟的标志。处理器听不听设备，由真实的标志决定，而它一直是 1。',
    },
  },
  'way-of-a-call': {
    kind: 'order',
    objective: 3,
    ask: {
      en: 'A guest’s application makes a system call under trap and emulate, the guest’s kernel being in ring 1. Put the events in order.',
      'zh-CN': '在陷入再模拟下，客户机内核在 ring 1，它的应用发起一次系统调用。把各个事件按先后排好。',
    },
    items: {
      int: { en: 'The application executes INT 80h in ring 3', 'zh-CN': '应用在 ring 3 执行 INT 80h' },
      gate: { en: 'The processor enters gate 80h of the VMM’s IDT', 'zh-CN': '处理器进入 VMM 的 IDT 的 80h 号门' },
      look: {
        en: 'The VMM finds the handler in the guest’s own IDT',
        'zh-CN': 'VMM 在客户机自己的 IDT 里找到处理程序',
      },
      kernel: { en: 'The guest’s kernel runs in ring 1', 'zh-CN': '客户机内核在 ring 1 运行' },
      iret: { en: 'IRET goes back to ring 3, without a trap', 'zh-CN': 'IRET 返回 ring 3，没有陷入' },
    },
    why: {
      en: 'The way in is by the VMM, for the processor knows only the VMM’s IDT. The way out leads outward, and nobody is asked.',
      'zh-CN': '进去要经过 VMM，因为处理器只认得 VMM 的 IDT。出来是往外走，不必问谁。',
    },
  },
  'cost-of-calls': {
    kind: 'number',
    objective: 3,
    ask: {
      en: 'A system call with its return takes 243 cycles on bare metal and 2,313 by way of the VMM. A program makes 1,000 of them. How many cycles does the VMM add?',
      'zh-CN':
        '一次系统调用连同返回，裸机上 243 个周期，经过 VMM 是 2,313 个。一个程序调用 1,000 次。VMM 一共增加多少个周期？',
    },
    answer: 2_070_000,
    unit: { en: 'cycles', 'zh-CN': '个周期' },
    slips: [
      {
        value: 2_313_000,
        why: {
          en: 'That is the whole cost. On bare metal 243 of each 2,313 would have been spent anyway.',
          'zh-CN': '那是全部代价。每 2,313 个里，有 243 个在裸机上也要花。',
        },
      },
      {
        value: 4_140_000,
        why: {
          en: 'The numbers are for the call together with its return; and the return does not trap.',
          'zh-CN': '这两个数都已包括返回；而且返回时并不陷入。',
        },
      },
    ],
    why: {
      en: '1,000 × (2,313 − 243) = 2,070,000.',
      'zh-CN': '1,000 ×（2,313 − 243）= 2,070,000。',
    },
  },
  'reading-cr3': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'The guest’s kernel has written 20_0000h to CR3; the real CR3 holds 103_0000h. Now it executes MOV from CR3. What does it find?',
      'zh-CN': '客户机内核往 CR3 写过 20_0000h，真实 CR3 里是 103_0000h。现在它执行读 CR3 的 MOV。读到什么？',
    },
    options: {
      real: {
        text: {
          en: '103_0000h, for reading harms nobody',
          'zh-CN': '103_0000h，因为读一读不碍谁的事',
        },
        why: {
          en: 'Reading does harm: the guest would see that it is not alone. With CR3 it cannot, since reading it is privileged too.',
          'zh-CN': '读也碍事：客户机会发现自己不是独自一个。好在读 CR3 同样是特权指令，读不到。',
        },
      },
      virtual: {
        text: {
          en: '20_0000h, for the VMM answers',
          'zh-CN': '20_0000h，因为回答的是 VMM',
        },
        right: true,
        why: {
          en: 'MOV from CR3 traps as well, and the VMM gives the virtual value.',
          'zh-CN': '读 CR3 的 MOV 也会陷入，VMM 给出虚拟的值。',
        },
      },
      fault: {
        text: {
          en: 'Nothing: its own #GP handler is entered',
          'zh-CN': '什么也没有：进入它自己的 #GP 处理程序',
        },
        why: {
          en: 'There is a #GP, and the VMM has it. The guest’s kernel may read CR3 as far as it knows, so it must not hear of the exception.',
          'zh-CN': '确实有一次 #GP，但由 VMM 接下。按客户机内核的认识，它有权读 CR3，所以不该听到这个异常。',
        },
      },
    },
    why: {
      en: 'What traps can be answered from the virtual state. That is why reads of privileged state must trap too.',
      'zh-CN': '会陷入的，就能用虚拟状态来回答。所以读特权状态的指令也必须陷入。',
    },
  },
  'which-trap': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'The guest’s kernel is in ring 1, and IOPL is 0. Which of its instructions trap? Pick all.',
      'zh-CN': '客户机内核在 ring 1，IOPL 为 0。它的哪些指令会陷入？全部选出。',
    },
    options: {
      lidt: {
        text: 'LIDT',
        right: true,
        why: {
          en: 'Privileged. The VMM notes the virtual IDT, and the real one stays.',
          'zh-CN': '特权指令。VMM 记下虚拟 IDT，真实的那张不动。',
        },
      },
      loop: {
        text: 'LOOP',
        why: {
          en: 'It counts ECX down and jumps: nobody’s business but the guest’s.',
          'zh-CN': '它把 ECX 减一再跳转：与别人无关。',
        },
      },
      sti: {
        text: 'STI',
        right: true,
        why: {
          en: 'CPL 1 is greater than IOPL 0, so it raises #GP(0).',
          'zh-CN': 'CPL 1 大于 IOPL 0，所以引发 #GP(0)。',
        },
      },
      popf: {
        text: 'POPF',
        why: {
          en: 'It should, since it may change IF, but it does not: that is the hole.',
          'zh-CN': '它能改 IF，本该陷入，却没有：漏洞就在这里。',
        },
      },
      hlt: {
        text: 'HLT',
        right: true,
        why: {
          en: 'Privileged, whatever IOPL is. The virtual processor sleeps.',
          'zh-CN': '不管 IOPL 是多少，它都是特权指令。睡下的是虚拟处理器。',
        },
      },
    },
    why: {
      en: 'The processor’s manual decides, not the VMM: LIDT, STI and HLT trap here, LOOP has no reason to, and POPF fails to.',
      'zh-CN': '由处理器手册说了算，不由 VMM：LIDT、STI、HLT 在这里会陷入；LOOP 没有理由；POPF 该陷而不陷。',
    },
  },
  'application-out': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'An application in the guest, virtual CPL 3, executes OUT, and the guest’s kernel has allowed it no port. What does the VMM do?',
      'zh-CN': '客户机里的一个应用，虚拟 CPL 为 3，执行 OUT；客户机内核没有允许它用任何端口。VMM 怎么做？',
    },
    options: {
      emulate: {
        text: {
          en: 'It writes to the guest’s virtual device.',
          'zh-CN': '写到客户机的虚拟设备。',
        },
        why: {
          en: 'For the guest’s kernel it would. For its application that would open a port that bare metal keeps shut.',
          'zh-CN': '换作客户机内核就是这样。替应用这样做，就等于打开了一个在裸机上关着的端口。',
        },
      },
      kill: {
        text: {
          en: 'It ends the application, which broke a rule.',
          'zh-CN': '结束这个越权的应用。',
        },
        why: {
          en: 'What becomes of an application is the decision of the guest’s kernel; the VMM does not even know of applications.',
          'zh-CN': '应用的去留由客户机内核决定；VMM 甚至不知道有哪些应用。',
        },
      },
      reflect: {
        text: {
          en: 'It hands #GP on to the guest’s kernel.',
          'zh-CN': '把 #GP 转交客户机内核。',
        },
        right: true,
        why: {
          en: 'The virtual processor at CPL 3 would raise it, so the virtual processor does.',
          'zh-CN': 'CPL 为 3 的虚拟处理器本来就会引发它，那就引发。',
        },
      },
    },
    why: {
      en: 'To emulate is to do what the guest’s processor would do in the guest’s state. Here it would refuse.',
      'zh-CN': '模拟就是照客户机的处理器在客户机状态下的做法去做。在这里，它会拒绝。',
    },
  },
  'predict-tick': {
    kind: 'predict',
    objective: 4,
    lab: 'rings-and-traps',
    at: { program: '@held-tick', at: '101' },
    ask: {
      en: 'The guest’s timer has interrupted while its virtual IF is 0. Predict the VMM’s next step.',
      'zh-CN': '虚拟 IF 为 0 时，客户机的定时器来了中断。预测 VMM 的下一步。',
    },
    why: {
      en: 'On bare metal the interrupt controller would keep it until IF is 1. The VMM has taken it from the real controller, so the VMM keeps it.',
      'zh-CN': '在裸机上，中断控制器会一直留着它，直到 IF 为 1。VMM 已经从真实的控制器那里接下了它，就由 VMM 留着。',
    },
  },
  'break-it': {
    kind: 'reach',
    objective: 4,
    lab: 'rings-and-traps',
    goal: 'broken',
    ask: {
      en: 'Bring the lab to an instruction after which the guest is not what it would be on bare metal.',
      'zh-CN': '让实验走到一条指令，它执行之后，客户机不再是裸机上的样子。',
    },
    why: {
      en: 'POPF that should change IF, IRET to an application with another IF, PUSH CS, SIDT: they do not trap, so the VMM cannot put them right.',
      'zh-CN': '本该改变 IF 的 POPF，带着另一个 IF 返回应用的 IRET，还有 PUSH CS、SIDT：它们不陷入，VMM 就无从纠正。',
    },
  },
} satisfies Quiz;
