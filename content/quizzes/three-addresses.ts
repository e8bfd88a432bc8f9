import type { Quiz } from '#quiz/question.ts';

export default {
  'both-right': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'Guest A’s kernel maps GVA 0x1000 to GPA 0x5000, and guest B’s kernel does the same. Both guests run on one host. Can both mappings be right?',
      'zh-CN':
        '客户机 A 的内核把 GVA 0x1000 映射到 GPA 0x5000，客户机 B 的内核也这样映射。两台客户机在同一台宿主机上。两个映射能都对吗？',
    },
    options: {
      clash: {
        text: {
          en: 'No: one of them must be given another page before both may run.',
          'zh-CN': '不能：得先给其中一台换一页，两台才能都运行。',
        },
        why: {
          en: 'That would make guest-physical numbers scarce. They are not: each guest counts its own memory from 0, as each process has its own 0x1000.',
          'zh-CN':
            '那样客户机物理页号就成了稀缺资源。其实不是：每台客户机都从 0 开始数自己的内存，正如每个进程都有自己的 0x1000。',
        },
      },
      alike: {
        text: {
          en: 'Only while the two pages hold the same bytes and share a frame.',
          'zh-CN': '只有两页内容相同、共用一个页框时才行。',
        },
        why: {
          en: 'Sharing a frame is something the hypervisor may do to save memory. It needs equal bytes, not equal page numbers, and the mappings were right before it.',
          'zh-CN': '共享页框是虚拟机管理程序为省内存做的事，看的是内容相同，不是页号相同；不共享，两个映射也都对。',
        },
      },
      own: {
        text: {
          en: 'Yes: each guest’s 0x5000 goes through a map of its own.',
          'zh-CN': '能：两台客户机的 0x5000 各走各的映射。',
        },
        right: true,
        why: {
          en: 'A guest-physical address has a meaning only within its guest; behind it the two EPTs name different frames.',
          'zh-CN': '客户机物理地址只在自己的客户机里有意义；在它背后，两份 EPT 指向不同的页框。',
        },
      },
    },
    why: {
      en: 'GPAs are private to a guest. The hypervisor’s map turns (guest, GPA) into an HPA, and equal GPAs lead to different frames.',
      'zh-CN': 'GPA 是客户机私有的。虚拟机管理程序的映射把（客户机，GPA）变成 HPA，相同的 GPA 通向不同的页框。',
    },
  },
  'by-hand': {
    kind: 'choice',
    objective: 1,
    ordered: true,
    ask: {
      en: 'A guest reads GVA 0x2c10. The PTE of that page is 0x7027; the EPT entry for the guest-physical page it names is 0xb037. At which HPA does the byte lie?',
      'zh-CN': '客户机读 GVA 0x2c10。这一页的 PTE 是 0x7027；它所指客户机物理页的 EPT 表项是 0xb037。字节在哪个 HPA？',
    },
    options: {
      gpa: {
        text: '0x7c10',
        why: {
          en: 'That is the guest-physical address: the guest’s own half of the way. The EPT entry has not been used yet.',
          'zh-CN': '这是客户机物理地址，只走完客户机自己的那一半，EPT 表项还没用上。',
        },
      },
      entry: {
        text: '0xb037',
        why: {
          en: 'That is the EPT entry itself. Its low twelve bits are rights and memory type, not part of the address; the place inside the page comes from the GVA.',
          'zh-CN': '这是 EPT 表项本身。它的低十二位是权限和内存类型，不属于地址；页内位置要取自 GVA。',
        },
      },
      hpa: {
        text: '0xbc10',
        right: true,
        why: {
          en: 'Page 0x2 becomes 0x7, then frame 0xb, and 0xc10 passes through both maps.',
          'zh-CN': '页 0x2 先变成 0x7，再变成页框 0xb，0xc10 原样通过两层映射。',
        },
      },
    },
    why: {
      en: 'Each map replaces the page number and leaves the last three hexadecimal digits alone: 0x2c10, 0x7c10, 0xbc10.',
      'zh-CN': '每层映射只换页号，最后三位十六进制数字不变：0x2c10、0x7c10、0xbc10。',
    },
  },
  'no-frame': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'A guest program reads a page that the guest’s tables map correctly, but the hypervisor has paged it out. What does the guest’s kernel notice?',
      'zh-CN': '客户机程序读一页，客户机页表映射无误，但虚拟机管理程序已把这一页换出。客户机内核会察觉到什么？',
    },
    options: {
      fault: {
        text: {
          en: 'A page fault, with the program’s address in CR2.',
          'zh-CN': '一次缺页异常，CR2 里是程序所用的地址。',
        },
        why: {
          en: 'Its own table has agreed, so a page fault would make no sense to it: it would look, find nothing missing, and have nothing to mend.',
          'zh-CN': '它自己的页表已经同意了，再给它缺页异常就毫无道理：它一查，什么都不缺，也没有东西可修。',
        },
      },
      nothing: {
        text: {
          en: 'Nothing, except that the access took longer.',
          'zh-CN': '什么也没有，只是这次访问慢了些。',
        },
        right: true,
        why: {
          en: 'The EPT violation goes to the hypervisor, which brings the page back and lets the same instruction run again.',
          'zh-CN': 'EPT 违例通知的是虚拟机管理程序，它把页取回来，再让同一条指令重新执行。',
        },
      },
      error: {
        text: {
          en: 'A machine check, because real memory is missing.',
          'zh-CN': '一次机器检查异常，因为缺了真实内存。',
        },
        why: {
          en: 'Nothing is broken. That a page has no frame at the moment is ordinary, and the EPT has a bit pattern for it: no right is set.',
          'zh-CN': '什么都没有坏。一页暂时没有页框是常事，EPT 里也有表示它的写法：读、写、执行三位全为 0。',
        },
      },
    },
    why: {
      en: 'Whoever’s map refuses is told. The lack is in the hypervisor’s map, so the guest notices nothing but time.',
      'zh-CN': '哪一层映射拒绝，就通知那一层的主人。缺的是虚拟机管理程序的映射，客户机只觉得过了一点时间。',
    },
  },
  'what-to-change': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A hypervisor moves a page of a running guest to another frame. The content has been copied. Which tables must change?',
      'zh-CN': '虚拟机管理程序要把运行中客户机的一页搬到另一个页框，内容已经复制过去。还要改哪些表？',
    },
    options: {
      ept: {
        text: {
          en: 'The EPT entry of that guest-physical page.',
          'zh-CN': '这个客户机物理页的 EPT 表项。',
        },
        right: true,
        why: {
          en: 'Together with the hypervisor’s own record of it. What the processor has cached must go too; lesson 3.4 shows how.',
          'zh-CN': '连同虚拟机管理程序自己的记录。处理器缓存的转换也要作废，怎样作废见 3.4。',
        },
      },
      pte: {
        text: {
          en: 'The guest’s PTE, so that it names the new frame.',
          'zh-CN': '客户机的 PTE，让它指向新的页框。',
        },
        why: {
          en: 'A PTE holds a guest-physical address, and that has not changed. Any HPA in it would be translated a second time.',
          'zh-CN': 'PTE 里是客户机物理地址，而它并没有变。往里面写 HPA，只会被再转换一次。',
        },
      },
      both: {
        text: {
          en: 'The guest’s PTE and the EPT entry, in that order.',
          'zh-CN': '先改客户机的 PTE，再改 EPT 表项。',
        },
        why: {
          en: 'Many PTEs of many processes may name that page. It is the point of the second map that none of them need be found.',
          'zh-CN': '指向这一页的 PTE 可能分属许多进程。有了第二层映射，一个都不用去找，好处正在这里。',
        },
      },
    },
    why: {
      en: 'The guest’s tables speak of guest-physical pages only, and those stay where they are. Just the map behind them changes.',
      'zh-CN': '客户机页表只谈客户机物理页，而那些页没有动。变的只是它们背后的那层映射。',
    },
  },
  'frames-after': {
    kind: 'number',
    objective: 3,
    ask: {
      en: 'The lab’s two guests use 15 frames. The hypervisor merges their page 0x0 (equal kernels) and then their page 0x7000 (equal libraries). Then guest A writes to its page 0x7000. How many frames are in use?',
      'zh-CN':
        '实验里两台客户机占用 15 个页框。虚拟机管理程序先合并它们的页 0x0（内核相同），再合并页 0x7000（库相同）。接着客户机 A 写自己的页 0x7000。此时占用几个页框？',
    },
    answer: 14,
    unit: { en: 'frames', 'zh-CN': '个' },
    slips: [
      {
        value: 13,
        why: {
          en: '13 holds before the write. A shared frame is read-only in the EPT, so the writer gets a copy.',
          'zh-CN': '13 是写之前的数。共享页框在 EPT 里只读，写的一方会得到一份副本。',
        },
      },
      {
        value: 15,
        why: {
          en: 'The write undoes one sharing, not both: page 0x0 is still one frame for two guests.',
          'zh-CN': '这次写只拆开一处共享：页 0x0 仍是两台客户机共用一个页框。',
        },
      },
      {
        value: 12,
        why: {
          en: 'Each merging frees one frame, not two: one of the pair must stay to hold the bytes.',
          'zh-CN': '每合并一次空出一个页框，不是两个：总得留下一个来放内容。',
        },
      },
    ],
    why: {
      en: '15, then 14, then 13 by the two mergings; the write exits, the hypervisor copies the page, and 14 are in use.',
      'zh-CN': '合并两次，15 变 14，再变 13；写引起退出，虚拟机管理程序复制一页，于是占用 14 个。',
    },
  },
  'scattered-yet-whole': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A guest’s frames lie scattered over the host. Why does its kernel find no hole in its physical memory?',
      'zh-CN': '客户机的页框散布在宿主机各处。为什么它的内核在自己的物理内存里找不到空洞？',
    },
    options: {
      gathered: {
        text: {
          en: 'The hypervisor gathers its frames side by side before the guest starts.',
          'zh-CN': '客户机启动前，虚拟机管理程序已把页框集中到一起。',
        },
        why: {
          en: 'Look at the picture: neighbours in the guest lie far apart in the host, and two of them may even change places while it runs.',
          'zh-CN': '看图：在客户机里相邻的页，在宿主机里相隔很远；运行中还可以换位置。',
        },
      },
      mapped: {
        text: {
          en: 'Each guest-physical page has its own entry, which may name any frame.',
          'zh-CN': '每个客户机物理页都有自己的表项，可以指向任何页框。',
        },
        right: true,
        why: {
          en: 'The range of guest-physical pages is whole by construction; only what stands behind each page is scattered.',
          'zh-CN': '客户机物理页的编号本来就是完整的一段，分散的只是每一页背后的页框。',
        },
      },
      hidden: {
        text: {
          en: 'The guest’s kernel skips the holes when it sets up its page tables.',
          'zh-CN': '客户机内核建立页表时，把空洞都跳过去了。',
        },
        why: {
          en: 'It could only skip what it can see. It sees guest-physical pages, and among those no hole exists.',
          'zh-CN': '它只能跳过看得见的空洞。它看到的是客户机物理页，其中并没有空洞。',
        },
      },
    },
    why: {
      en: 'The map from GPA to HPA works page by page, so a whole range of GPAs can stand on frames from anywhere.',
      'zh-CN': 'GPA 到 HPA 的映射逐页进行，所以完整的一段 GPA 可以由各处的页框撑起来。',
    },
  },
  'two-refusals': {
    kind: 'order',
    objective: 2,
    ask: {
      en: 'A guest program touches a page for the very first time: the guest’s table does not map it yet, and there is no frame behind it. Put the events in order.',
      'zh-CN': '客户机程序第一次碰某一页：客户机页表还没有映射它，它背后也没有页框。把下列事件按先后排好。',
    },
    items: {
      refuse: { en: 'The guest’s page table refuses the access', 'zh-CN': '客户机页表拒绝这次访问' },
      kernel: { en: 'The guest’s kernel maps the page to a GPA', 'zh-CN': '客户机内核把这一页映射到一个 GPA' },
      violation: { en: 'The second try ends in an EPT violation', 'zh-CN': '第二次尝试以 EPT 违例告终' },
      supply: { en: 'The hypervisor puts a frame behind the GPA', 'zh-CN': '虚拟机管理程序给这个 GPA 配上页框' },
      byte: { en: 'The third try reads the byte', 'zh-CN': '第三次尝试读到字节' },
    },
    why: {
      en: 'The EPT cannot be asked before the guest’s tables have named a guest-physical page. So the guest’s own fault always comes first, and the instruction is tried three times.',
      'zh-CN':
        '客户机页表给出客户机物理页之前，没有东西可以拿去查 EPT。所以总是客户机自己的缺页异常在先，那条指令前后执行三次。',
    },
  },
  'move-it': {
    kind: 'reach',
    objective: 3,
    lab: 'three-addresses',
    goal: 'moved-unseen',
    ask: {
      en: 'Move a page under a guest, so that a read you have made before finds the same byte at another host-physical address.',
      'zh-CN': '在客户机毫不知情时搬动它的一页，使先前做过的一次读在另一个宿主机物理地址读到同样的字节。',
    },
    why: {
      en: 'Read once, click the frame that was read and then any other that holds no EPT table, and read the same address again. Contents and map change together, so the guest sees no difference.',
      'zh-CN':
        '先读一次，点击读到的那个页框，再点任意另一个（存放 EPT 页表的除外），然后把同一地址再读一遍。内容和映射一起换，客户机看不出差别。',
    },
  },
} satisfies Quiz;
