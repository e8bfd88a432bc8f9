import type { Quiz } from '#quiz/question.ts';

export default {
  'three-questions': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'A vendor says: “Our virtual machines run at 85 % of native.” Which answer tells you most about your own program?',
      'zh-CN': '厂商说：“我们的虚拟机达到原生的 85%。”哪个答复最能告诉你，自己的程序会怎样？',
    },
    options: {
      type: {
        text: {
          en: 'It was a type 1 hypervisor, running on bare metal without a host operating system.',
          'zh-CN': '那是 1 型虚拟机管理程序，直接运行在裸机上，没有宿主操作系统。',
        },
        why: {
          en: 'The type stands in no line of the bill. How often it exits, and what an exit costs, is not said by it.',
          'zh-CN': '账单里没有“类型”这一行。多常退出、一次退出多贵，它都没说。',
        },
      },
      workload: {
        text: {
          en: 'It was a database on this processor, against the same machine without a VMM.',
          'zh-CN': '那是某处理器上的一个数据库，对照同一台机器不用 VMM 的结果。',
        },
        right: true,
        why: {
          en: 'Workload, machine and baseline. If your program’s rates are like the database’s, the figure may carry over.',
          'zh-CN': '负载、机器、基准都有了。你的程序频率若与这个数据库相近，这个数才可能适用。',
        },
      },
      average: {
        text: {
          en: 'It was the mean of forty programs, each run ten times.',
          'zh-CN': '那是四十个程序各跑十遍的平均值。',
        },
        why: {
          en: 'A mean over unlike workloads is true of none of them: 99 and 20 have a mean as well.',
          'zh-CN': '各不相同的负载取平均，对哪一个都不成立：99 和 20 也有平均值。',
        },
      },
    },
    why: {
      en: 'A percentage belongs to a workload, a machine and a baseline. Without the three it cannot be compared.',
      'zh-CN': '百分数属于一份负载、一台机器和一个基准。缺了这三样，就无从比较。',
    },
  },
  'web-server': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'A web server falls from 96 to 80 % of native when its connections grow from 2 to 64 per core; its CPU load is unchanged. Which line of the bill grew?',
      'zh-CN':
        '一台网页服务器，每核连接数从 2 增到 64，CPU 负载不变，占原生的比例却从 96% 降到 80%。账单里哪一行变大了？',
    },
    options: {
      compute: {
        text: {
          en: 'Computing: more requests mean more instructions under the VMM.',
          'zh-CN': '计算：请求多了，要在 VMM 之下运行的指令也多了。',
        },
        why: {
          en: 'Instructions that run directly cost what they cost natively, however many. They lower no percentage.',
          'zh-CN': '直接运行的指令与原生同价，再多也不会拉低百分数。',
        },
      },
      exits: {
        text: {
          en: 'Interrupts and I/O: more notifications, each with its exits.',
          'zh-CN': '中断与 I/O：通知多了，每次都带来退出。',
        },
        right: true,
        why: {
          en: 'Each packet is announced, and each announcement is an event with a price.',
          'zh-CN': '每个数据包都要通知，每次通知都是一个有价格的事件。',
        },
      },
      price: {
        text: {
          en: 'The price of an exit, which rises with the number of connections.',
          'zh-CN': '一次退出的价格，它随连接数上涨。',
        },
        why: {
          en: 'An exit costs about the same whoever is connected. What rises is how many there are.',
          'zh-CN': '不管连着多少人，一次退出的价格大致不变。增长的是次数。',
        },
      },
    },
    why: {
      en: 'The prices belong to the machine; a new workload changes the rates. Here it is the rate of notifications.',
      'zh-CN': '价格属于机器；负载变了，变的是频率。这里是通知的频率。',
    },
  },
  'work-it-out': {
    kind: 'number',
    objective: 1,
    ask: {
      en: 'A million cycles of computing, and 20 page faults. A page fault costs 1,093 cycles natively and 11,242 under VT-x of 2006. How many per cent of native does the guest reach?',
      'zh-CN':
        '一百万个计算周期，20 次缺页。一次缺页原生 1,093 个周期，在 2006 年的 VT-x 下 11,242 个。客户机达到原生的百分之几？',
    },
    answer: 83.4,
    within: 0.6,
    unit: { en: '%', 'zh-CN': '%' },
    slips: [
      {
        value: 81.6,
        why: {
          en: 'That takes the native time to be the computing alone. Natively the page faults cost something too.',
          'zh-CN': '这是把原生时间只当作计算。缺页在原生时也要花时间。',
        },
      },
      {
        value: 9.7,
        why: {
          en: '1,093 / 11,242 is what a workload of page faults alone would reach. Most of this one is computing.',
          'zh-CN': '1,093 / 11,242 是只有缺页的负载会达到的数。这份负载大部分是计算。',
        },
      },
    ],
    why: {
      en: '(1,000,000 + 20 × 1,093) / (1,000,000 + 20 × 11,242) = 1,021,860 / 1,224,840 = 83.4 %.',
      'zh-CN': '(1,000,000 + 20 × 1,093) / (1,000,000 + 20 × 11,242) = 1,021,860 / 1,224,840 = 83.4%。',
    },
  },
  'where-they-cross': {
    kind: 'number',
    objective: 3,
    ask: {
      en: 'For each system call, binary translation costs 2,066 cycles more than VT-x of 2006; for each page-table write, VT-x costs 12,342 more than binary translation. A workload makes 120 system calls in a million cycles. At how many table writes are the two equal? Round to a whole number.',
      'zh-CN':
        '每次系统调用，二进制翻译比 2006 年的 VT-x 多 2,066 个周期；每次写页表，VT-x 比二进制翻译多 12,342 个。某负载每百万周期有 120 次系统调用。写页表多少次时两者相等？取整数。',
    },
    answer: 20,
    within: 0.5,
    unit: { en: 'writes', 'zh-CN': '次' },
    slips: [
      {
        value: 717,
        why: {
          en: 'Turned upside down: 120 × 12,342 / 2,066. The dear event needs the smaller number.',
          'zh-CN': '除反了：120 × 12,342 / 2,066。贵的那种事件，次数应当更少。',
        },
      },
    ],
    why: {
      en: '120 × 2,066 = 247,920 cycles, and 247,920 / 12,342 = 20.1 writes cost as much.',
      'zh-CN': '120 × 2,066 = 247,920 个周期，247,920 / 12,342 = 20.1 次写的花费与之相等。',
    },
  },
  'estimate-in-order': {
    kind: 'order',
    objective: 1,
    ask: {
      en: 'You want to estimate what a guest will reach under a technique before you have it. Put the steps in order.',
      'zh-CN': '手头还没有某种技术，要先估计客户机在它之下能达到多少。把步骤按先后排好。',
    },
    items: {
      count: {
        en: 'Count the events of the workload on bare metal',
        'zh-CN': '在裸机上数出负载的各种事件',
      },
      prices: {
        en: 'Look up the two prices of each event that was counted',
        'zh-CN': '给数到的每种事件，查出原生和该技术下的两个价格',
      },
      multiply: {
        en: 'Multiply each count by the difference of its two prices',
        'zh-CN': '每种事件的次数乘以两个价格之差',
      },
      add: {
        en: 'Add the products to the native cycles',
        'zh-CN': '把各个乘积加到原生周期上',
      },
      divide: {
        en: 'Divide the native cycles by that sum',
        'zh-CN': '用原生周期除以这个和',
      },
    },
    why: {
      en: 'Rates come from the workload, prices from the technique on its processor. Neither alone gives a percentage.',
      'zh-CN': '频率来自负载，价格来自处理器上的技术。单有一样，得不出百分数。',
    },
  },
  'thirty-two-or-sixty-four': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'A paravirtual guest reached 94 % in its 32-bit edition and reaches 60 % in its 64-bit one, on the same workload. Of what does this workload have much?',
      'zh-CN': '同一份负载，半虚拟化客户机的 32 位版达到 94%，64 位版只有 60%。这份负载里什么很多？',
    },
    options: {
      calls: {
        text: { en: 'System calls', 'zh-CN': '系统调用' },
        right: true,
        why: {
          en: 'Without segment limits its kernel shares ring 3 with its programs, and each call goes through the hypervisor.',
          'zh-CN': '没有段界限，内核与程序同处 ring 3，每次系统调用都要经过虚拟机管理程序。',
        },
      },
      loops: {
        text: { en: 'Loops over registers', 'zh-CN': '只用寄存器的循环' },
        why: {
          en: 'They run directly in both editions and cost the same in both: nothing more than natively.',
          'zh-CN': '两种版本里都直接运行，都不比原生多花一分。',
        },
      },
      batches: {
        text: { en: 'Batched page-table updates', 'zh-CN': '成批的页表更新' },
        why: {
          en: 'Both editions send them by the same hypercall, and batching makes them cheap in both.',
          'zh-CN': '两种版本都用同样的超级调用发送，成批之后都很便宜。',
        },
      },
    },
    why: {
      en: 'The two price lists differ in one line, that of the system call. Only a workload with many of them can tell the two apart.',
      'zh-CN': '两张价目表只差系统调用这一行。只有系统调用多的负载，才分得出两者。',
    },
  },
  'bet-on-apache': {
    kind: 'predict',
    objective: 3,
    lab: 'what-it-costs',
    at: { workload: 'apache-windows', at: '3' },
    ask: {
      en: 'Apache on Windows, as fitted to the measurement of 2006: 449 system calls, 24 page faults and 24 table writes in a million cycles. Binary translation has its bill. What will VT-x of 2006 come to?',
      'zh-CN':
        'Windows 上的 Apache，按 2006 年的测量拟合：每百万周期 449 次系统调用、24 次缺页、24 次写页表。二进制翻译的账已经算好。2006 年的 VT-x 会怎样？',
    },
    why: {
      en: 'Eighteen system calls stand against each table write and its fault. The calls saved weigh more than the exits paid for.',
      'zh-CN': '每次写页表连同缺页，对应十八次系统调用。省下的调用比多付的退出更重。',
    },
  },
  'make-hardware-lose': {
    kind: 'reach',
    objective: 2,
    lab: 'what-it-costs',
    goal: 'loses',
    ask: {
      en: 'Find a workload on which VT-x of 2006 falls ten points or more behind binary translation, and run to the end.',
      'zh-CN': '找一份负载，让 2006 年的 VT-x 落后二进制翻译十个百分点以上，并运行到底。',
    },
    why: {
      en: 'Page-table writes and page faults without many system calls: each exits under VT-x with shadow tables, and adaptive translation spares the exit.',
      'zh-CN': '写页表和缺页多，系统调用少：在 VT-x 加影子页表下每次都退出，自适应翻译则省去了退出。',
    },
  },
} satisfies Quiz;
