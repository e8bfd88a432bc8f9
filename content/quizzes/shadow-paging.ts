import type { Quiz } from '#quiz/question.ts';

export default {
  'what-is-walked': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'Under shadow paging a program misses in the TLB; the shadow has an entry for its page, and all tables have four levels. What does the processor read?',
      'zh-CN': '影子分页下，程序访问时 TLB 未命中；影子页表里有这一页的表项，各套页表都是四级。处理器读什么？',
    },
    options: {
      twice: {
        text: {
          en: 'Four entries of the guest’s tables, then four of the VMM’s map.',
          'zh-CN': '先读客户机页表的四项，再读 VMM 映射的四项。',
        },
        why: {
          en: 'The processor knows neither of the two. CR3 holds the shadow’s root, and the VMM joined both maps when it wrote the entry.',
          'zh-CN': '这两份处理器都不认识。CR3 里是影子页表的根，两份映射早在 VMM 写表项时就合并好了。',
        },
      },
      nested: {
        text: {
          en: 'Up to 24 entries, since each guest table must itself be found.',
          'zh-CN': '最多 24 项，因为每张客户机页表本身也得先找到。',
        },
        why: {
          en: 'That is the price of nested paging, where the guest’s tables are really walked. A shadow spares it.',
          'zh-CN': '那是嵌套分页的代价：被走的真是客户机页表。影子页表免去了它。',
        },
      },
      once: {
        text: {
          en: 'Four entries of the shadow table, and nothing else.',
          'zh-CN': '只读影子页表的四项，别的都不读。',
        },
        right: true,
        why: {
          en: 'One table, one walk, exactly as without a hypervisor, and no software takes part.',
          'zh-CN': '一张表，走一遍，与没有虚拟机管理程序时完全一样，也没有软件参与。',
        },
      },
    },
    why: {
      en: 'The shadow leads from GVA to HPA directly. Its cost lies in keeping it right, never in walking it.',
      'zh-CN': '影子页表从 GVA 直通 HPA。它的代价在于维护，不在于遍历。',
    },
  },
  'rights-of-a-shared-page': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'The guest’s entry gives a page rw, with accessed and dirty set. The hypervisor shares the frame behind it with another guest and allows reading only. Which rights does the shadow entry get?',
      'zh-CN':
        '客户机表项给某页的权限是 rw，访问位和脏位都已置上。虚拟机管理程序让这一页与另一台客户机共用页框，只许读。影子表项得到什么权限？',
    },
    options: {
      r: {
        text: 'r',
        right: true,
        why: {
          en: 'Guest’s rights AND host’s rights. The first write exits, and the hypervisor makes a copy.',
          'zh-CN': '客户机的权限与宿主机的权限取“与”。第一次写会退出，由虚拟机管理程序复制一份。',
        },
      },
      rw: {
        text: 'rw',
        why: {
          en: 'Then the guest would write into a frame that another guest reads. The guest’s table grants what the guest allows; the host must allow it too.',
          'zh-CN': '那样这台客户机就会写进另一台正在读的页框。客户机页表只代表客户机允许，还得宿主机也允许。',
        },
      },
      none: {
        text: { en: 'none', 'zh-CN': '没有权限' },
        why: {
          en: 'Reading is allowed by both sides and the page has been used, so there is no reason to make each read exit.',
          'zh-CN': '读是两边都允许的，这一页也用过了，没有理由让每次读都退出。',
        },
      },
    },
    why: {
      en: 'A shadow entry never grants more than both sides grant, and writing only once the guest’s entry is dirty.',
      'zh-CN': '影子表项给出的权限，绝不多于两边都给的；而且客户机表项的脏位置上之后才给写权限。',
    },
  },
  'count-the-exits': {
    kind: 'number',
    objective: 2,
    ask: {
      en: 'Shadow paging, each store to a shadowed table exits. In a table that already has a shadow a guest’s kernel maps 5 new pages; its program writes to each page once; then the kernel unmaps each page and executes INVLPG for it. How many exits?',
      'zh-CN':
        '影子分页，对有影子的页表每写一次都退出。客户机内核在一张已有影子的页表里新映射 5 页；程序把每页各写一次；然后内核逐页取消映射，并各执行一次 INVLPG。一共退出几次？',
    },
    answer: 20,
    unit: { en: 'exits', 'zh-CN': '次' },
    slips: [
      {
        value: 15,
        why: {
          en: 'One kind is missing. Unmapping takes two exits a page, the store and INVLPG; and each first write is a hidden fault.',
          'zh-CN': '漏了一类。取消映射每页退出两次：写表项一次，INVLPG 一次；每页的首次写又是一次隐藏缺页。',
        },
      },
      {
        value: 10,
        why: {
          en: '10 counts the stores only. The first touch of a page and INVLPG exit as well.',
          'zh-CN': '10 只数了写页表的次数。首次碰一页、执行 INVLPG，也都要退出。',
        },
      },
      {
        value: 25,
        why: {
          en: 'A page that is written to at once needs one hidden fault, not two: accessed and dirty are set together.',
          'zh-CN': '一页若一上来就写，只有一次隐藏缺页，不是两次：访问位和脏位一起置上。',
        },
      },
    ],
    why: {
      en: '5 stores, 5 hidden faults, 5 stores again and 5 INVLPG: 20. Natively, and under nested paging, none of the stores exits.',
      'zh-CN': '5 次写表项，5 次隐藏缺页，再 5 次写表项，5 次 INVLPG：共 20 次。原生或嵌套分页下，写页表一次也不退出。',
    },
  },
  'hidden-or-true': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'A page fault has exited to the VMM. How does the VMM find out whether it is hidden or true?',
      'zh-CN': '一次缺页异常退出到了 VMM。VMM 怎么判断它是隐藏缺页还是真实缺页？',
    },
    options: {
      code: {
        text: {
          en: 'It looks at the error code that the processor delivers.',
          'zh-CN': '看处理器给出的错误码。',
        },
        why: {
          en: 'The code tells how the shadow refused. “Not present” in the shadow may be a page that the guest has mapped long ago.',
          'zh-CN': '错误码说的是影子页表怎样拒绝。影子里“不存在”的页，客户机可能早就映射好了。',
        },
      },
      walk: {
        text: {
          en: 'It walks the guest’s tables in software for that address.',
          'zh-CN': '用软件替这个地址走一遍客户机页表。',
        },
        right: true,
        why: {
          en: 'If they allow the access the fault is hidden, and the VMM fills the shadow; if not it is true, and the guest gets it.',
          'zh-CN': '客户机页表允许，就是隐藏缺页，由 VMM 补影子；不允许，就是真实缺页，交给客户机。',
        },
      },
      ask: {
        text: {
          en: 'It delivers the fault and sees whether the guest repairs it.',
          'zh-CN': '先把异常交给客户机，看它修不修。',
        },
        why: {
          en: 'The guest’s kernel would find its table in order and be lost. Equivalence demands that it never sees a fault it would not have had natively.',
          'zh-CN': '客户机内核会发现页表好好的，不知如何是好。等价性要求：原生不会发生的异常，绝不能让它看到。',
        },
      },
    },
    why: {
      en: 'Only the guest’s tables know what the guest allows, and the processor did not look there.',
      'zh-CN': '客户机允许什么，只有客户机页表知道，而处理器并没有去看它。',
    },
  },
  'why-write-protect': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'Why does the VMM make the pages that hold the guest’s own page tables read-only?',
      'zh-CN': 'VMM 为什么要把存放客户机页表的页设为只读？',
    },
    options: {
      isolation: {
        text: {
          en: 'Otherwise the guest could map frames of another guest.',
          'zh-CN': '否则客户机就能映射到别的客户机的页框。',
        },
        why: {
          en: 'It could not: frames reach the shadow from the VMM’s map only. Whatever the guest writes is taken for a GPA.',
          'zh-CN': '它做不到：页框只从 VMM 的映射进入影子页表。客户机写什么，都只当作 GPA。',
        },
      },
      programs: {
        text: {
          en: 'Otherwise the guest’s programs could overwrite its tables.',
          'zh-CN': '否则客户机里的程序会改写页表。',
        },
        why: {
          en: 'The guest’s kernel prevents that itself, with the user/supervisor bit in its own entries.',
          'zh-CN': '这由客户机内核自己防：它的表项里有用户/特权位。',
        },
      },
      notice: {
        text: {
          en: 'Otherwise it would not notice that the tables have changed.',
          'zh-CN': '否则页表改了，它也察觉不到。',
        },
        right: true,
        why: {
          en: 'An ordinary store does not trap by itself; with the page read-only it exits, and the VMM can correct the shadow.',
          'zh-CN': '普通的写内存本身不会陷入；页设成只读，写就会退出，VMM 便可改正影子。',
        },
      },
    },
    why: {
      en: 'The shadow is a copy, and a copy goes stale. Write protection turns the guest’s stores into notices.',
      'zh-CN': '影子是一份副本，副本会过期。写保护把客户机的每次改动变成一次通知。',
    },
  },
  'a-first-touch': {
    kind: 'order',
    objective: 1,
    ask: {
      en: 'A program touches, for the first time, a page that the guest’s kernel has just mapped. Put the events under shadow paging in order.',
      'zh-CN': '客户机内核刚映射好一页，程序第一次碰它。把影子分页下的各个事件按先后排好。',
    },
    items: {
      exit: { en: 'The shadow has no entry: the page fault exits', 'zh-CN': '影子页表没有表项：缺页异常引起退出' },
      guest: {
        en: 'The VMM finds in the guest’s table that the access is allowed',
        'zh-CN': 'VMM 查客户机页表，确认访问是允许的',
      },
      frame: { en: 'The VMM finds the frame in its own map', 'zh-CN': 'VMM 在自己的映射里找到页框' },
      fill: { en: 'The VMM writes the shadow entry', 'zh-CN': 'VMM 写好影子表项' },
      again: { en: 'The same instruction runs again and succeeds', 'zh-CN': '同一条指令重新执行，成功' },
    },
    why: {
      en: 'GVA to GPA comes from the guest’s table, GPA to HPA from the VMM’s map: the two are joined once, and then walked as one.',
      'zh-CN': 'GVA 到 GPA 取自客户机页表，GPA 到 HPA 取自 VMM 的映射：合并一次，此后当作一张表来走。',
    },
  },
  'which-workload': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'A host offers both techniques. For which guest would you choose shadow paging?',
      'zh-CN': '一台宿主机两种技术都有。你会给哪台客户机选影子分页？',
    },
    options: {
      build: {
        text: {
          en: 'One that builds software in thousands of short-lived processes.',
          'zh-CN': '用成千上万个短命进程编译软件的那台。',
        },
        why: {
          en: 'Each process is a new address space: CR3 loads, stores to tables, first touches. All of them call the VMM that keeps a shadow.',
          'zh-CN': '每个进程都是新的地址空间：装载 CR3、写页表、首次触碰，样样都要叫来维护影子的 VMM。',
        },
      },
      array: {
        text: {
          en: 'One that reads at random in a huge array mapped at its start.',
          'zh-CN': '在启动时映射好的巨大数组里随机读取的那台。',
        },
        right: true,
        why: {
          en: 'The tables stand still, so nothing exits, and each of its many TLB misses reads 4 entries instead of up to 24.',
          'zh-CN': '页表不再变动，也就没有退出；TLB 未命中很多，每次却只读 4 项，而不是最多 24 项。',
        },
      },
      loop: {
        text: {
          en: 'One that computes in a loop over a few pages of memory.',
          'zh-CN': '只在几页内存上循环计算的那台。',
        },
        why: {
          en: 'It hardly misses in the TLB and hardly changes its tables, so the two techniques cost it the same: next to nothing.',
          'zh-CN': '它几乎不发生 TLB 未命中，也几乎不改页表，两种技术对它一样：几乎没有代价。',
        },
      },
    },
    why: {
      en: 'Shadow paging moves the cost from the miss to the change. It pays where misses are many and changes few.',
      'zh-CN': '影子分页把代价从“未命中”移到“改动”。未命中多、改动少，它才划算。',
    },
  },
  'make-it-win': {
    kind: 'reach',
    objective: 4,
    lab: 'shadow-and-nested',
    goal: 'shadow-wins',
    ask: {
      en: 'Write a trace of 20 accesses or more on which shadow paging costs less than nested paging, and run it to its end.',
      'zh-CN': '写一段至少 20 次访问的轨迹，让影子分页比嵌套分页省，并运行到底。',
    },
    why: {
      en: 'Map more pages than the TLB has entries, touch each once, then go over them again and again. From the fourth miss per extra exit on, at the prices set, the shorter walk wins.',
      'zh-CN':
        '映射的页比 TLB 表项多，每页先碰一次，然后一遍遍地读。按现有单价，每多一次退出，从第四次未命中起，短的遍历就划算了。',
    },
  },
} satisfies Quiz;
