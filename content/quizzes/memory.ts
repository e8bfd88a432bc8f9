import type { Quiz } from '#quiz/question.ts';

/**
 * The end of chapter 3. `objective` counts through the chapter’s lessons in
 * their order: 1–3 are those of 3.1, 4–7 of 3.2, 8–11 of 3.3, 12–14 of 3.4.
 * What belongs to an earlier chapter has none.
 */
export default {
  'frame-seven': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A driver in a guest prints the physical address of its buffer: 0x7000. On the host, someone with full rights looks at host physical address 0x7000. What is there?',
      'zh-CN':
        '客户机里的驱动打印出缓冲区的物理地址：0x7000。在宿主机上，有最高权限的人去看宿主机物理地址 0x7000。那里是什么？',
    },
    options: {
      buffer: {
        text: {
          en: 'The driver’s buffer, since a physical address is real.',
          'zh-CN': '驱动的缓冲区，因为物理地址是真的。',
        },
        why: {
          en: 'It is physical for the guest only. The guest’s kernel has no way to learn, let alone print, a host physical address.',
          'zh-CN': '它只在客户机里算物理地址。客户机内核无从得知宿主机物理地址，更谈不上打印出来。',
        },
      },
      whatever: {
        text: {
          en: 'Whatever frame 0x7 holds at present, for anyone.',
          'zh-CN': '页框 0x7 此刻的内容，不管归谁。',
        },
        right: true,
        why: {
          en: 'The buffer lies in the frame that the hypervisor’s map names for the guest’s page 0x7, and that may change at any time.',
          'zh-CN': '缓冲区在虚拟机管理程序的映射为客户机页 0x7 所指的页框里，而且随时可能换。',
        },
      },
      nothing: {
        text: {
          en: 'Nothing: a guest’s memory begins above the host’s.',
          'zh-CN': '什么也没有：客户机内存都排在宿主机内存之上。',
        },
        why: {
          en: 'There is no such order. Frames are handed out from wherever one is free, and taken back.',
          'zh-CN': '没有这种次序。哪里有空闲页框就从哪里给，也随时会收回。',
        },
      },
    },
    why: {
      en: 'Equal numbers in two kinds of address mean nothing. Only the map from GPA to HPA connects them.',
      'zh-CN': '两种地址里的数字相同，不说明任何问题。把它们联系起来的，只有 GPA 到 HPA 的映射。',
    },
  },
  'what-is-an-exit': {
    kind: 'choice',
    ask: {
      en: 'From chapter 2: what is a VM exit?',
      'zh-CN': '第 2 章的内容：什么是虚拟机退出？',
    },
    options: {
      off: {
        text: {
          en: 'The guest’s operating system ends, and its resources are freed.',
          'zh-CN': '客户操作系统结束运行，资源被释放。',
        },
        why: {
          en: 'The word misleads. An exit lasts a few thousand cycles as a rule; then the guest runs on, knowing nothing of it.',
          'zh-CN': '这个词容易误解。一次退出通常不过几千个周期，随后客户机接着运行，毫不知情。',
        },
      },
      other: {
        text: {
          en: 'The processor changes from one guest’s code to another’s.',
          'zh-CN': '处理器从一台客户机的代码换到另一台的代码。',
        },
        why: {
          en: 'That is a VM switch. It takes an exit and then the entry of another guest; most exits return to the same one.',
          'zh-CN': '那是虚拟机切换：先退出，再进入另一台客户机。而多数退出都会回到原来那台。',
        },
      },
      leave: {
        text: {
          en: 'The processor leaves the guest for the hypervisor, on some event.',
          'zh-CN': '因某个事件，处理器离开客户机，转到虚拟机管理程序。',
        },
        right: true,
        why: {
          en: 'The hardware saves the guest’s state, notes the reason, and continues in the hypervisor.',
          'zh-CN': '硬件保存客户机状态，记下原因，从虚拟机管理程序继续执行。',
        },
      },
    },
    why: {
      en: 'On a VM exit the hardware passes control from the guest to the hypervisor, with a reason; a VM entry goes back.',
      'zh-CN': '虚拟机退出是硬件把控制权连同原因从客户机交给虚拟机管理程序；虚拟机进入则是回去。',
    },
  },
  'same-number': {
    kind: 'reach',
    objective: 1,
    lab: 'three-addresses',
    goal: 'same-address-two-frames',
    ask: {
      en: 'Find two different frames behind one guest-physical address: read GPA 0x5000 in both guests.',
      'zh-CN': '为同一个客户机物理地址找到两个不同的页框：让两台客户机都读 GPA 0x5000。',
    },
    why: {
      en: 'In both guests GVA 0x1000 leads to GPA 0x5000. From there each guest’s own EPT leads on, to different frames.',
      'zh-CN': '两台客户机的 GVA 0x1000 都通到 GPA 0x5000。再往下各走各的 EPT，到达不同的页框。',
    },
  },
  'shadow-entry': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'The guest’s table maps GVA 0x9000 to GPA 0x4000 with rights rw; nobody has written to the page. The VMM’s map puts GPA 0x4000 in frame 0x6b000 and allows writing. What does the shadow get at the first read?',
      'zh-CN':
        '客户机页表把 GVA 0x9000 映射到 GPA 0x4000，权限 rw，这一页还没有人写过。VMM 的映射把 GPA 0x4000 放在页框 0x6b000，允许写。第一次读时，影子页表里写入什么？',
    },
    options: {
      guest: {
        text: { en: '0x9000 to 0x4000, rights rw', 'zh-CN': '0x9000 到 0x4000，权限 rw' },
        why: {
          en: 'That is a copy of the guest’s entry. The MMU would take 0x4000 for a host address and reach somebody’s frame.',
          'zh-CN': '这只是照抄客户机的表项。MMU 会把 0x4000 当成宿主机地址，落到不知是谁的页框里。',
        },
      },
      read: {
        text: { en: '0x9000 to 0x6b000, rights r', 'zh-CN': '0x9000 到 0x6b000，权限 r' },
        right: true,
        why: {
          en: 'The frame’s address, and no right to write until the guest’s entry has been marked dirty.',
          'zh-CN': '地址是页框的；客户机表项的脏位置上之前，不给写权限。',
        },
      },
      write: {
        text: { en: '0x9000 to 0x6b000, rights rw', 'zh-CN': '0x9000 到 0x6b000，权限 rw' },
        why: {
          en: 'Then the first write would go through unseen and the guest’s dirty bit would stay clear. A kernel that trusts it might throw the page away.',
          'zh-CN': '那样第一次写会悄悄通过，客户机表项的脏位一直是 0。内核若信了它，可能就把这一页丢掉了。',
        },
      },
    },
    why: {
      en: 'A shadow entry joins GVA to HPA, with the rights that both sides grant, and writing only once the page is dirty.',
      'zh-CN': '影子表项把 GVA 直接接到 HPA，权限取两边都给的，而写权限要等到该页已脏。',
    },
  },
  'popf-without-a-trap': {
    kind: 'choice',
    ask: {
      en: 'From chapter 2: plain trap-and-emulate works only if every sensitive instruction traps outside the most privileged mode. What goes wrong with one that does not?',
      'zh-CN':
        '第 2 章的内容：单靠“陷入再模拟”，要求每条敏感指令在最高特权模式之外执行时都会陷入。有一条不陷入，会出什么问题？',
    },
    options: {
      silent: {
        text: {
          en: 'It acts on the real machine, or reads it, and the VMM never knows.',
          'zh-CN': '它会读到或影响真机，而监控器毫不知情。',
        },
        right: true,
        why: {
          en: 'POPF outside ring 0 silently leaves the interrupt flag alone: the guest believes that it is off, and the VMM was not asked.',
          'zh-CN': 'ring 0 之外的 POPF 会不声不响地不改中断标志：客户机以为关了中断，监控器却没有被叫到。',
        },
      },
      slow: {
        text: {
          en: 'It must be interpreted, and that makes the guest too slow.',
          'zh-CN': '它只能解释执行，客户机因此太慢。',
        },
        why: {
          en: 'If the VMM could find it in time, it would be a matter of speed. Without a trap it does not even learn that the instruction has run.',
          'zh-CN': '要是监控器能及时发现它，那才只是快慢问题。不陷入，监控器连它执行过都不知道。',
        },
      },
      stop: {
        text: {
          en: 'The processor stops the guest with an invalid-opcode fault.',
          'zh-CN': '处理器以无效操作码异常停住客户机。',
        },
        why: {
          en: 'A fault would be a trap, and so exactly what is wanted. The trouble is that nothing at all happens.',
          'zh-CN': '异常就是陷入，那正是想要的。麻烦在于什么都没有发生。',
        },
      },
    },
    why: {
      en: 'The VMM controls the machine only through traps. Popek and Goldberg’s condition: the sensitive instructions must be among the privileged ones.',
      'zh-CN': '监控器靠陷入来掌控机器。Popek 与 Goldberg 的条件是：敏感指令必须都是特权指令。',
    },
  },
  'refused-by-whom': {
    kind: 'reach',
    objective: 2,
    lab: 'three-addresses',
    goal: 'hypervisor-handles-it',
    ask: {
      en: 'Bring about a fault that only the hypervisor handles, and let the access succeed after it.',
      'zh-CN': '造出一次只由虚拟机管理程序处理的异常，并让访问随后成功。',
    },
    why: {
      en: 'Take the frame from behind a guest-physical page and leave the guest’s table alone: the refusal then stands in the EPT, and its owner is told.',
      'zh-CN': '取走某个客户机物理页背后的页框，别动客户机页表：拒绝就写在 EPT 里，通知的是它的主人。',
    },
  },
  'exits-of-a-file-read': {
    kind: 'number',
    objective: 5,
    ask: {
      en: 'Shadow paging, each store to a shadowed table exits. A guest’s kernel loads CR3 for a process and maps 8 pages in a table of it that has a shadow already. The process reads each page once, and afterwards writes to each once. How many exits?',
      'zh-CN':
        '影子分页，对有影子的页表每写一次都退出。客户机内核为某进程装载 CR3，在该进程一张已有影子的页表里映射 8 页。进程把每页各读一次，然后每页各写一次。一共退出几次？',
    },
    answer: 25,
    unit: { en: 'exits', 'zh-CN': '次' },
    slips: [
      {
        value: 17,
        why: {
          en: 'The writes exit once more: after a read alone the shadow entry is read-only, so that the first write can be seen.',
          'zh-CN': '写的时候每页还要再退出一次：只读过的页，影子表项是只读的，为的就是看到第一次写。',
        },
      },
      {
        value: 24,
        why: {
          en: 'The CR3 load exits as well: the VMM must put the shadow’s root into the real register.',
          'zh-CN': '装载 CR3 也要退出：VMM 得把影子页表的根放进真正的寄存器。',
        },
      },
      {
        value: 9,
        why: {
          en: '9 counts the CR3 load and the stores. Each first touch of a page is a hidden fault too.',
          'zh-CN': '9 只数了装载 CR3 和写页表。每页的首次触碰也是一次隐藏缺页。',
        },
      },
    ],
    why: {
      en: '1 for CR3, 8 stores, 8 hidden faults for the reads and 8 more for the first writes: 25.',
      'zh-CN': 'CR3 一次，写页表 8 次，首次读的隐藏缺页 8 次，首次写又 8 次：25 次。',
    },
  },
  'who-is-called': {
    kind: 'predict',
    objective: 5,
    lab: 'shadow-and-nested',
    at: { at: '9' },
    ask: {
      en: 'Predict the next step: under shadow paging, a process is about to read an address that its kernel has never mapped.',
      'zh-CN': '预测下一步：影子分页下，进程将要读一个内核从未映射过的地址。',
    },
    why: {
      en: 'The shadow has no entry, so the access exits. The VMM walks the guest’s table, finds nothing there either, and hands the fault to the guest’s kernel.',
      'zh-CN': '影子页表里没有表项，于是退出。VMM 去走客户机页表，发现那里也没有，就把缺页异常交给客户机内核。',
    },
  },
  'make-nested-win': {
    kind: 'reach',
    objective: 7,
    lab: 'shadow-and-nested',
    goal: 'nested-wins',
    ask: {
      en: 'Write a trace of 20 accesses or more on which nested paging costs less than shadow paging, and run it to its end.',
      'zh-CN': '写一段至少 20 次访问的轨迹，让嵌套分页比影子分页省，并运行到底。',
    },
    why: {
      en: 'Change the tables all the time: many processes, or pages that are mapped, touched once and unmapped. Each of these calls the VMM that keeps a shadow.',
      'zh-CN': '让页表不停地变：进程多一些，或者页映射进来、只碰一次就取消。这些事样样都要叫来维护影子的 VMM。',
    },
  },
  'its-own-cr3': {
    kind: 'choice',
    objective: 6,
    ask: {
      en: 'Under shadow paging a guest’s kernel reads CR3 back. Which address does it get?',
      'zh-CN': '影子分页下，客户机内核把 CR3 读回来。它得到哪个地址？',
    },
    options: {
      shadow: {
        text: {
          en: 'The shadow root’s: that is what the register holds.',
          'zh-CN': '影子页表根的地址：寄存器里就是它。',
        },
        why: {
          en: 'The register does hold it, and for that reason the guest must not be let read it: it would see a number that it never wrote.',
          'zh-CN': '寄存器里确实是它，正因如此才不能让客户机直接读：否则会读到自己从没写过的数。',
        },
      },
      own: {
        text: {
          en: 'The one that it wrote itself: a guest-physical address.',
          'zh-CN': '它自己写进去的那个：一个客户机物理地址。',
        },
        right: true,
        why: {
          en: 'The VMM intercepts the read and answers with the virtual register.',
          'zh-CN': 'VMM 截住这次读，用虚拟的寄存器来回答。',
        },
      },
      zero: {
        text: {
          en: 'Zero: the VMM hides what is in the register.',
          'zh-CN': '零：VMM 把寄存器的内容藏了起来。',
        },
        why: {
          en: 'A guest whose CR3 read as zero would fail at its next look at its tables. It must find what it would find natively.',
          'zh-CN': '要是读出零，客户机下次去看自己的页表就会出错。它读到的必须与原生时一样。',
        },
      },
    },
    why: {
      en: 'The guest believes that its own tables are walked. Keeping that belief true includes the root’s address.',
      'zh-CN': '客户机以为被走的是自己的页表。要让它一直这样以为，根的地址也得对得上。',
    },
  },
  'five-over-two-meg': {
    kind: 'number',
    objective: 8,
    ask: {
      en: 'The guest has 5 levels and 4 KiB pages; the EPT has 4 levels and 2 MiB pages throughout. How many references does a complete walk take with nothing cached?',
      'zh-CN': '客户机 5 级页表、4 KiB 页；EPT 为 4 级，全部用 2 MiB 页。什么都没有缓存时，走完一遍要访存几次？',
    },
    answer: 23,
    unit: { en: 'references', 'zh-CN': '次' },
    slips: [
      {
        value: 29,
        why: {
          en: '29 is the count with 4 KiB pages in the EPT. A 2 MiB page ends each of its walks one level early.',
          'zh-CN': '29 是 EPT 用 4 KiB 页时的次数。2 MiB 页使每一遍 EPT 都提前一级结束。',
        },
      },
      {
        value: 24,
        why: {
          en: '24 counts the loaded byte too: (5 + 1)(3 + 1).',
          'zh-CN': '24 把那个字节也算进去了：(5 + 1)(3 + 1)。',
        },
      },
      {
        value: 19,
        why: {
          en: '19 would need a guest with 4 levels: (4 + 1)(3 + 1) − 1.',
          'zh-CN': '19 是客户机为 4 级时的次数：(4 + 1)(3 + 1) − 1。',
        },
      },
    ],
    why: {
      en: 'g = 5 and h = 3: (5 + 1)(3 + 1) − 1 = 23.',
      'zh-CN': 'g = 5，h = 3：(5 + 1)(3 + 1) − 1 = 23。',
    },
  },
  'few-references': {
    kind: 'reach',
    objective: 9,
    lab: 'two-dimensional-walk',
    goal: 'fewest-references',
    ask: {
      en: 'Complete a nested translation with at most 8 references.',
      'zh-CN': '用不超过 8 次访存完成一次嵌套转换。',
    },
    why: {
      en: '(2 + 1)(2 + 1) − 1 = 8: the largest pages on both sides. One side alone shortens only its own walk.',
      'zh-CN': '(2 + 1)(2 + 1) − 1 = 8：两侧都用最大的页。只用在一侧，缩短的只是那一侧的遍历。',
    },
  },
  'write-refused': {
    kind: 'choice',
    objective: 10,
    ask: {
      en: 'Under EPT a program writes to a page. The guest’s entries allow it; the EPT entry of the page lacks the write right. What happens?',
      'zh-CN': '用 EPT 时，程序写某一页。客户机表项允许写，这一页的 EPT 表项没有写权限。会怎样？',
    },
    options: {
      fault: {
        text: {
          en: 'A page fault for the guest’s kernel, with the write bit set.',
          'zh-CN': '客户机内核收到缺页异常，错误码的写位为 1。',
        },
        why: {
          en: 'The guest’s kernel would find a writable page and nothing to do. What the EPT refuses is none of its business.',
          'zh-CN': '客户机内核一看，这页可写，没什么可做的。EPT 拒绝的事与它无关。',
        },
      },
      through: {
        text: {
          en: 'The write goes through, since the guest’s tables decide.',
          'zh-CN': '写成功，因为由客户机页表说了算。',
        },
        why: {
          en: 'Both maps must allow it. Were it otherwise, no frame could be shared between guests.',
          'zh-CN': '两层映射都得允许。否则页框就没法在客户机之间共享了。',
        },
      },
      exit: {
        text: {
          en: 'An EPT violation: the hypervisor is told, by a VM exit.',
          'zh-CN': 'EPT 违例：经虚拟机退出通知虚拟机管理程序。',
        },
        right: true,
        why: {
          en: 'Perhaps the page was shared or is being watched; the hypervisor decides, and the instruction runs again.',
          'zh-CN': '这一页可能正被共享，或正被监视；由虚拟机管理程序定夺，那条指令再重新执行。',
        },
      },
    },
    why: {
      en: 'Rights are combined by AND, and whoever’s map refuses is told: here the hypervisor.',
      'zh-CN': '权限按“与”合并；哪一层映射拒绝，就通知那一层的主人，这里是虚拟机管理程序。',
    },
  },
  'amd-by-name': {
    kind: 'choice',
    objective: 11,
    ask: {
      en: 'You look for AMD’s counterpart of EPT in its architecture manual. Which words do you search for?',
      'zh-CN': '你要在 AMD 的体系结构手册里查 EPT 的对应技术，该搜哪个词？',
    },
    options: {
      npt: {
        text: { en: '“nested paging”, or NPT', 'zh-CN': '“nested paging”，或 NPT' },
        right: true,
        why: {
          en: 'Nested paging is the manual’s term, and its tables are the nested page tables.',
          'zh-CN': '手册的用语是 nested paging（嵌套分页），所用的表叫 nested page tables（嵌套页表）。',
        },
      },
      ntp: {
        text: { en: '“network tables”, or NTP', 'zh-CN': '“network tables”，或 NTP' },
        why: {
          en: 'NTP is the Network Time Protocol. The letters are the right ones in the wrong order.',
          'zh-CN': 'NTP 是网络时间协议。字母没错，次序错了。',
        },
      },
      rvi: {
        text: { en: '“rapid indexing”, or RVI', 'zh-CN': '“rapid indexing”，或 RVI' },
        why: {
          en: 'Rapid Virtualization Indexing is a marketing name; you will meet it in brochures and in VMware’s papers.',
          'zh-CN': 'Rapid Virtualization Indexing 是商品名，出现在宣传材料和 VMware 的文章里。',
        },
      },
    },
    why: {
      en: 'EPT is Intel’s name, nested paging (NPT) AMD’s, RVI the marketing name of the latter.',
      'zh-CN': 'EPT 是英特尔的叫法，nested paging（NPT）是 AMD 的，RVI 是后者的商品名。',
    },
  },
  'break-and-repair': {
    kind: 'reach',
    objective: 4,
    lab: 'shadow-and-nested',
    goal: 'isolation',
    ask: {
      en: 'Break the isolation between two VMs with one wrong entry of the VMM’s; then repair it and see the VM reach its own frame again.',
      'zh-CN': '用 VMM 的一个错误表项打破两台虚拟机之间的隔离；再改回正确，看它重新访问到自己的页框。',
    },
    why: {
      en: 'Let both VMs touch a page, step until one has just accessed it, plant the wrong entry, step to its next access, repair, and step to the one after. The guests’ own tables play no part.',
      'zh-CN':
        '先让两台虚拟机各碰过一页；步进到其中一台刚访问完，埋下错误；步进到它的下一次访问；改回正确，再步进到后一次访问。客户机自己的页表自始至终没有参与。',
    },
  },
  'crowded-tlb': {
    kind: 'choice',
    objective: 12,
    ask: {
      en: 'VPIDs are on and no flush is counted, yet most accesses of two busy guests miss in the TLB. What would help?',
      'zh-CN': '已打开 VPID，清空次数为零，可是两台繁忙客户机的访问大多未命中 TLB。什么办法有用？',
    },
    options: {
      fewer: {
        text: {
          en: 'Fewer VM exits for each of the two guests.',
          'zh-CN': '减少两台客户机的虚拟机退出。',
        },
        why: {
          en: 'Without flushes an exit costs the TLB only the few entries that the host needs. The guests crowd out each other.',
          'zh-CN': '既然不清空，一次退出占用的不过是宿主机需要的几条表项。互相挤占的是两台客户机。',
        },
      },
      larger: {
        text: {
          en: 'Larger pages, so that each entry covers more.',
          'zh-CN': '改用更大的页，让每条表项覆盖得更多。',
        },
        right: true,
        why: {
          en: 'It must be so on both sides: an entry covers the smaller of guest page and EPT page.',
          'zh-CN': '两侧都要改：一条表项覆盖的是客户机页与 EPT 页中较小的那个。',
        },
      },
      tags: {
        text: {
          en: 'Longer tags, so that more owners can be told apart.',
          'zh-CN': '加长标签，以便区分更多的主人。',
        },
        why: {
          en: 'There are three owners, and they are told apart already. Tags save entries from flushing, not from crowding.',
          'zh-CN': '主人只有三个，早就分得清了。标签让表项免于清空，不能让它们免于拥挤。',
        },
      },
    },
    why: {
      en: 'Capacity decides once nothing is flushed: either the working sets shrink, or each entry must cover more memory.',
      'zh-CN': '不再清空之后，容量说了算：要么工作集变小，要么每条表项覆盖更多内存。',
    },
  },
  'move-under-a-guest': {
    kind: 'order',
    objective: 13,
    ask: {
      en: 'A hypervisor moves a page of a guest with one vCPU to another frame. Put the steps in an order that never shows the guest a wrong byte.',
      'zh-CN': '虚拟机管理程序要把一台单 vCPU 客户机的一页搬到另一个页框。把各步排好，使客户机始终不会读到错误的字节。',
    },
    items: {
      exit: { en: 'The guest exits', 'zh-CN': '客户机退出' },
      copy: { en: 'The content is copied to the new frame', 'zh-CN': '把内容复制到新页框' },
      entry: { en: 'The EPT entry is made to name the new frame', 'zh-CN': '让 EPT 表项指向新页框' },
      invept: { en: 'INVEPT removes what was cached', 'zh-CN': '用 INVEPT 清掉已缓存的映射' },
      enter: { en: 'The guest is entered again', 'zh-CN': '重新进入客户机' },
      free: {
        en: 'Later, while it runs on, the old frame goes to another guest',
        'zh-CN': '客户机接着运行，之后旧页框分给另一台客户机',
      },
    },
    why: {
      en: 'Copy first, or the guest finds a new frame without its bytes. Invalidate after the entry is written, or a walk may fetch the old one again. The old frame is free for others only when no translation leads there.',
      'zh-CN':
        '先复制，否则客户机会在新页框里找不到自己的字节。改好表项之后再作废缓存，否则遍历可能又取回旧的。没有任何转换通向旧页框了，才能把它给别人。',
    },
  },
  'cr3-of-a-guest': {
    kind: 'choice',
    objective: 13,
    ask: {
      en: 'VPIDs are on, PCIDs are not in use. A guest’s kernel loads CR3 for its next process. Which entries of the TLB must go?',
      'zh-CN': '打开了 VPID，没有使用 PCID。客户机内核为下一个进程装载 CR3。TLB 里哪些表项必须清掉？',
    },
    options: {
      current: {
        text: {
          en: 'Those with the VPID that is running.',
          'zh-CN': '带当前 VPID 的那些。',
        },
        right: true,
        why: {
          en: 'Its global pages excepted. The other guests’ entries and the host’s are out of this instruction’s reach.',
          'zh-CN': '对（全局页除外）。其他客户机和宿主机的表项，这条指令管不到。',
        },
      },
      all: {
        text: {
          en: 'Those of all guests, but not the host’s.',
          'zh-CN': '所有客户机的，但不包括宿主机的。',
        },
        why: {
          en: 'No guest may cost another guest its entries. The architecture asks for the current VPID only.',
          'zh-CN': '一台客户机不该让别的客户机失去表项。按体系结构，只要求清掉当前 VPID 的。',
        },
      },
      none: {
        text: {
          en: 'None: that is what VPIDs are for.',
          'zh-CN': '都不用清：VPID 就是干这个的。',
        },
        why: {
          en: 'A VPID tells virtual processors apart. Processes within one share it; telling them apart is the PCID’s task.',
          'zh-CN': 'VPID 区分的是虚拟处理器。同一个虚拟处理器上的各进程共用它，区分进程要靠 PCID。',
        },
      },
    },
    why: {
      en: 'Two processes of a guest use equal page numbers under one VPID. Without PCIDs only a flush keeps them apart.',
      'zh-CN': '同一客户机的两个进程在同一个 VPID 下用同样的页号。没有 PCID，只能靠清空来区分。',
    },
  },
  'moved-without-invept': {
    kind: 'predict',
    objective: 13,
    lab: 'tlb-owners',
    at: { tags: 'true', moves: '10 remap.A 6', at: '16' },
    ask: {
      en: 'Predict the next step: the hypervisor has moved a page of guest A to another frame and has not executed INVEPT. The guest is about to read the page.',
      'zh-CN': '预测下一步：虚拟机管理程序把客户机 A 的一页搬到了另一个页框，没有执行 INVEPT。客户机将要读这一页。',
    },
    why: {
      en: 'The EPT names the new frame, but the TLB still holds the old translation under the guest’s tag, and a hit asks no table.',
      'zh-CN': 'EPT 已指向新页框，可是 TLB 里还留着带该客户机标签的旧转换，命中时不查任何表。',
    },
  },
  'exits-not-switches': {
    kind: 'reach',
    objective: 14,
    lab: 'tlb-owners',
    goal: 'exits-cost-most',
    ask: {
      en: 'Without VPID tags, finish a run in which VM exits cost at least three times as many misses as VM switches.',
      'zh-CN': '不用 VPID 标签跑完一遍，使虚拟机退出造成的未命中至少是虚拟机切换的三倍。',
    },
    why: {
      en: 'Each crossing costs the same, so their number decides: more exits in a slice, and the exits’ share grows.',
      'zh-CN': '每一次进出代价相同，所以由次数决定：一个时间片里退出越多，退出的份额越大。',
    },
  },
} satisfies Quiz;
