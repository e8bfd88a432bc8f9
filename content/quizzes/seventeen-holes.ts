import type { Quiz } from '#quiz/question.ts';

export default {
  'reading-only': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'On an x86 without UMIP, SIDT in ring 1 stores the address of the VMM’s IDT and does not trap. It changes nothing. Is it a hole?',
      'zh-CN': '在没有 UMIP 的 x86 上，SIDT 在 ring 1 存出的是 VMM 的 IDT 地址，而且不陷入。它什么也没改。它算漏洞吗？',
    },
    options: {
      harmless: {
        text: {
          en: 'No, since only what changes the machine’s state is sensitive.',
          'zh-CN': '不算，只有改动机器状态的指令才敏感。',
        },
        why: {
          en: 'Changing is one way to be sensitive. A result that depends on where the program really runs is the other.',
          'zh-CN': '改动状态是敏感的一种；结果取决于程序真正在哪里运行，是另一种。',
        },
      },
      hole: {
        text: {
          en: 'Yes, since its result is not that of bare metal.',
          'zh-CN': '算，因为它的结果与裸机上不同。',
        },
        right: true,
        why: {
          en: 'A guest that uses the address goes another way than on bare metal, and equivalence fails.',
          'zh-CN': '客户机用了这个地址，走的就不是裸机上的路，等价性便不成立。',
        },
      },
      privileged: {
        text: {
          en: 'No, since instructions on the IDT are privileged.',
          'zh-CN': '不算，与 IDT 打交道的指令都是特权的。',
        },
        why: {
          en: 'LIDT is. SIDT was open to every program until UMIP, in the lab as on real processors.',
          'zh-CN': 'LIDT 是。SIDT 在有 UMIP 之前对任何程序都开放，实验里如此，真实的处理器也如此。',
        },
      },
    },
    why: {
      en: 'Sensitive means: changes what the monitor keeps, or shows it. SIDT shows it, and nothing traps.',
      'zh-CN': '敏感指的是：改动监控器掌管的东西，或者露出它。SIDT 露出了它，又不陷入。',
    },
  },
  'one-mended': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'A vendor makes POPF trap outside ring 0 and changes nothing else. Can 32-bit x86 now be virtualized by trapping alone?',
      'zh-CN': '某厂商让 POPF 在 ring 0 以外陷入，别的都不改。现在 32 位 x86 能只靠陷入来虚拟化了吗？',
    },
    options: {
      yes: {
        text: {
          en: 'Yes, POPF is the one that passes over IF in silence.',
          'zh-CN': '能，不声不响略过 IF 的就是 POPF。',
        },
        why: {
          en: 'IRET does the same to IF, and PUSHF, SGDT or LAR give other results without changing anything.',
          'zh-CN': 'IRET 对 IF 也是如此；PUSHF、SGDT、LAR 不改什么，结果却不一样。',
        },
      },
      no: {
        text: {
          en: 'No, the other holes are still open.',
          'zh-CN': '不能，其余的漏洞还在。',
        },
        right: true,
        why: {
          en: 'The condition speaks of every sensitive instruction. UMIP closed five at once, and it did not help either.',
          'zh-CN': '条件说的是每一条敏感指令。UMIP 一下补了五个，同样无济于事。',
        },
      },
      kernels: {
        text: {
          en: 'Yes, for kernels that save flags with PUSHF first.',
          'zh-CN': '能，只要内核先用 PUSHF 保存标志。',
        },
        why: {
          en: 'PUSHF is a hole itself: in ring 1 it saves the real IF, which is always 1.',
          'zh-CN': 'PUSHF 本身就是漏洞：在 ring 1，它存下的是真实的 IF，总是 1。',
        },
      },
    },
    why: {
      en: 'Sensitive ⊆ privileged is an all-or-nothing condition.',
      'zh-CN': '“敏感 ⊆ 特权”是一个要么全有、要么全无的条件。',
    },
  },
  'count-holes': {
    kind: 'number',
    objective: 2,
    ask: {
      en: 'Of a processor’s instructions 14 are sensitive and 20 are privileged; 11 of the privileged ones are sensitive. How many holes has it?',
      'zh-CN': '某处理器有 14 条敏感指令、20 条特权指令，其中 11 条特权指令是敏感的。它有几个漏洞？',
    },
    answer: 3,
    unit: { en: 'holes', 'zh-CN': '个' },
    slips: [
      {
        value: 9,
        why: {
          en: '9 is the number that traps without need: privileged and not sensitive. That costs time and breaks nothing.',
          'zh-CN': '9 是多余的陷入：特权而不敏感。那只费时间，不会出错。',
        },
      },
      {
        value: 0,
        why: {
          en: 'That there are more privileged instructions than sensitive ones says nothing; one set must lie inside the other.',
          'zh-CN': '特权指令比敏感指令多，说明不了什么；要紧的是一个集合得落在另一个里面。',
        },
      },
      {
        value: 6,
        why: {
          en: '20 − 14 compares sizes. Count the sensitive ones that are not privileged.',
          'zh-CN': '20 − 14 比的是大小。要数的是敏感而不特权的那些。',
        },
      },
    ],
    why: {
      en: '14 − 11 = 3 are sensitive and do not trap. The condition fails.',
      'zh-CN': '14 − 11 = 3 条敏感却不陷入，条件不成立。',
    },
  },
  'needless-trap': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'An instruction raises #GP in every ring but 0. It neither changes nor shows anything that the VMM keeps. What is it, and does the condition mind?',
      'zh-CN': '一条指令在 ring 0 以外都引发 #GP，却既不改动、也不露出 VMM 掌管的任何东西。它属于哪一类，条件在意吗？',
    },
    options: {
      fine: {
        text: {
          en: 'Privileged and not sensitive; the condition does not mind.',
          'zh-CN': '特权而不敏感；条件不在意。',
        },
        right: true,
        why: {
          en: 'A needless trap costs time. The theorem only forbids the opposite.',
          'zh-CN': '多余的陷入只费时间。定理禁止的只是反过来的情形。',
        },
      },
      sensitive: {
        text: {
          en: 'Sensitive, because it traps, and caught.',
          'zh-CN': '既然会陷入，就是敏感的，而且截得住。',
        },
        why: {
          en: 'That an instruction traps is the processor’s choice. Whether it is sensitive depends on what it does.',
          'zh-CN': '陷不陷入由处理器决定；敏感不敏感，要看它做的是什么。',
        },
      },
      broken: {
        text: {
          en: 'A hole of the other kind; the two sets must be equal.',
          'zh-CN': '是另一种漏洞；两个集合必须相等。',
        },
        why: {
          en: 'One set must lie inside the other. Equality is not asked for.',
          'zh-CN': '只要求一个集合落在另一个里面，不要求相等。',
        },
      },
    },
    why: {
      en: 'Sensitive ⊆ privileged leaves room for privileged instructions that nobody would miss.',
      'zh-CN': '“敏感 ⊆ 特权”容得下那些陷入得没有必要的特权指令。',
    },
  },
  'late-crash': {
    kind: 'order',
    objective: 3,
    ask: {
      en: 'A guest’s kernel in ring 1 turns interrupts off with POPF, then puts a job into a queue that its clock handler empties. Put the events in order.',
      'zh-CN':
        '客户机内核在 ring 1，用 POPF 关中断，然后往队列里放任务，而时钟处理程序会从队列里取任务。把各个事件按先后排好。',
    },
    items: {
      popf: { en: 'POPF leaves IF alone and does not trap', 'zh-CN': 'POPF 不动 IF，也不陷入' },
      count: { en: 'The kernel notes how many jobs wait', 'zh-CN': '内核记下有几个任务在等' },
      tick: { en: 'The VMM delivers a tick, for the virtual IF is 1', 'zh-CN': '虚拟 IF 是 1，VMM 交付一次滴答' },
      taken: { en: 'The handler takes a job out', 'zh-CN': '处理程序取走一个任务' },
      stored: { en: 'The kernel stores a number of jobs that is wrong', 'zh-CN': '内核存回一个错误的任务数' },
      crash: { en: 'The kernel calls a job that is not there', 'zh-CN': '内核去调用一个不存在的任务' },
    },
    why: {
      en: 'Cause and crash lie 1,533 instructions apart in the lab. Nothing in between is wrong by itself.',
      'zh-CN': '在实验里，起因与崩溃相隔 1,533 条指令，其间没有哪一步本身是错的。',
    },
  },
  'vtx-and-holes': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'Under VT-x a guest’s kernel executes POPF, and everything is right. Why?',
      'zh-CN': '用 VT-x 时，客户机内核执行 POPF，一切正确。为什么？',
    },
    options: {
      exits: {
        text: {
          en: 'POPF exits to the VMM, which sets the guest’s flag.',
          'zh-CN': 'POPF 退出到 VMM，由它改写客户机的标志。',
        },
        why: {
          en: 'There is no exit reason for POPF, and no control that could make it exit.',
          'zh-CN': 'POPF 没有对应的退出原因，也没有哪个控制位能让它退出。',
        },
      },
      own: {
        text: {
          en: 'It runs at the guest’s own ring 0, on the guest’s own flags.',
          'zh-CN': '它在客户机自己的 ring 0，改的是自己的标志。',
        },
        right: true,
        why: {
          en: 'It is no longer sensitive, and so it need not trap.',
          'zh-CN': '它不再敏感，也就不必陷入。',
        },
      },
      real: {
        text: {
          en: 'It changes the real IF, and the VMM sets that back later.',
          'zh-CN': '它改了真实的 IF，VMM 事后再改回来。',
        },
        why: {
          en: 'Then a guest could shut the VMM out. With external-interrupt exiting, an interrupt leaves the guest whatever the guest’s IF says.',
          'zh-CN': '那样客户机就能把 VMM 关在门外。打开外部中断退出后，不管客户机的 IF 是什么，中断一来就离开客户机。',
        },
      },
    },
    why: {
      en: 'VT-x did not move the holes into the set of what traps. It took them out of the set of what is sensitive.',
      'zh-CN': 'VT-x 没有把漏洞移进“会陷入”的集合，而是把它们移出了“敏感”的集合。',
    },
  },
  'predict-sgdt': {
    kind: 'predict',
    objective: 1,
    lab: 'seventeen-holes',
    at: { cpu: 'umip', moves: 'pick.sgdt', at: '1' },
    ask: {
      en: 'A processor whose CR4.UMIP is set is about to execute SGDT in ring 1. Predict its place.',
      'zh-CN': '一个置上了 CR4.UMIP 的处理器即将在 ring 1 执行 SGDT。预测它的位置。',
    },
    why: {
      en: 'UMIP makes five instructions trap that only tell: SGDT, SIDT, SLDT, STR and SMSW. SGDT remains sensitive, and is caught.',
      'zh-CN': 'UMIP 让五条只读的指令陷入：SGDT、SIDT、SLDT、STR 和 SMSW。SGDT 仍然敏感，只是截得住了。',
    },
  },
  'mend-it': {
    kind: 'reach',
    objective: 3,
    lab: 'seventeen-holes',
    goal: 'mend-it',
    ask: {
      en: 'Mend the guest with the queue, so that it runs under trap and emulate as on bare metal.',
      'zh-CN': '修好那个带队列的客户机，使它在陷入再模拟下与裸机上一样。',
    },
    why: {
      en: 'CLI in place of the two lines with POPF is enough: CLI traps, so the VMM knows.',
      'zh-CN': '用 CLI 换掉 POPF 那两行就够了：CLI 会陷入，VMM 便知道了。',
    },
  },
} satisfies Quiz;
