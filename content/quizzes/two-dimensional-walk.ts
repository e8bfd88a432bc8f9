import type { Quiz } from '#quiz/question.ts';

export default {
  'why-first-four': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'CR3 already holds the address of the guest’s first table. Why does the processor still read four EPT entries before it reads that table?',
      'zh-CN': 'CR3 里已经有客户机第一级页表的地址。为什么处理器还要先读四个 EPT 表项，才能去读这张表？',
    },
    options: {
      physical: {
        text: {
          en: 'The address in CR3 is guest physical, so it must itself be translated.',
          'zh-CN': 'CR3 里的地址是客户机物理地址，它本身也得先转换。',
        },
        right: true,
        why: {
          en: 'Memory answers to host physical addresses only, and the guest never knew one.',
          'zh-CN': '内存只认宿主机物理地址，而客户机从来不知道这样的地址。',
        },
      },
      permission: {
        text: {
          en: 'The processor must first ask the EPT whether the guest may load CR3.',
          'zh-CN': '处理器必须先通过 EPT 查明客户机是否有权装载 CR3。',
        },
        why: {
          en: 'Loading CR3 touches no EPT entry at all. The EPT is consulted when memory is accessed, and then it supplies an address as well as permissions.',
          'zh-CN': '装载 CR3 根本不涉及 EPT 表项。要到访问内存时才查 EPT，而且查到的不仅是权限，还有地址。',
        },
      },
      copy: {
        text: {
          en: 'The hypervisor must first copy the guest’s table into the EPT’s own pages.',
          'zh-CN': '虚拟机管理程序必须先把客户机的页表抄进 EPT 自己的页里。',
        },
        why: {
          en: 'That is closer to shadow paging, where the hypervisor keeps a combined copy. Under EPT the guest’s table stays where it is and no software runs during the walk.',
          'zh-CN':
            '这更像影子分页：由虚拟机管理程序维护一份合并后的副本。用 EPT 时，客户机页表原地不动，遍历期间没有任何软件运行。',
        },
      },
    },
    why: {
      en: 'Every address in the guest’s tables, CR3’s included, is guest physical. One EPT walk of four reads finds where each table really lies.',
      'zh-CN': '客户机页表里的地址（连 CR3 在内）全是客户机物理地址。每张表真正在哪里，都要走一遍 EPT、读四次才知道。',
    },
  },
  'big-host-pages': {
    kind: 'number',
    objective: 2,
    ask: {
      en: 'The guest uses 4 levels and 4 KiB pages. The EPT has 4 levels and maps everything with 1 GiB pages. How many references does a complete walk take when nothing is cached?',
      'zh-CN':
        '客户机用 4 级页表、4 KiB 页；EPT 为 4 级，全部用 1 GiB 页映射。什么都没有缓存时，走完一遍要访存多少次？',
    },
    answer: 14,
    unit: { en: 'references', 'zh-CN': '次' },
    slips: [
      {
        value: 24,
        why: {
          en: '24 is the count for 4 KiB pages on both sides. A 1 GiB page ends an EPT walk after two entries.',
          'zh-CN': '24 是两侧都用 4 KiB 页时的次数。映射 1 GiB 页的 EPT 遍历读两个表项就结束了。',
        },
      },
      {
        value: 15,
        why: {
          en: '15 counts the loaded byte too: (4 + 1)(2 + 1). The last cell of the grid is the byte, not a table entry.',
          'zh-CN': '15 把那个字节也算进去了：(4 + 1)(2 + 1)。格子里最后一格是数据，不是页表项。',
        },
      },
      {
        value: 8,
        why: {
          en: '8 would need 1 GiB pages in the guest as well: (2 + 1)(2 + 1) − 1. Here only the EPT’s walk is short.',
          'zh-CN': '要得到 8，客户机也得用 1 GiB 页：(2 + 1)(2 + 1) − 1。这里变短的只有 EPT 一侧。',
        },
      },
    ],
    why: {
      en: 'A 1 GiB EPT page is mapped at the second level from the top, so h = 2: (4 + 1)(2 + 1) − 1 = 14.',
      'zh-CN': '1 GiB 的 EPT 页在自顶向下的第二级映射，所以 h = 2：(4 + 1)(2 + 1) − 1 = 14。',
    },
  },
  'mixed-sizes': {
    kind: 'number',
    objective: 1,
    ask: {
      en: 'Now mix. Guest: 4 levels, 4 KiB pages. The guest’s tables lie on 4 KiB EPT pages (4 EPT levels), the data page lies inside a 2 MiB EPT page. How many references?',
      'zh-CN':
        '现在混着来。客户机：4 级、4 KiB 页。客户机页表所在的内存由 4 KiB 的 EPT 页映射（EPT 为 4 级），数据页则落在一个 2 MiB 的 EPT 页里。要访存多少次？',
    },
    answer: 23,
    unit: { en: 'references', 'zh-CN': '次' },
    slips: [
      {
        value: 24,
        why: {
          en: 'Only the last column differs: the EPT walk for the data page ends one level early.',
          'zh-CN': '最后一列不一样：为数据页走的那一遍 EPT 提前一级结束。',
        },
      },
      {
        value: 19,
        why: {
          en: '19 holds when every EPT walk is short. The four walks that find the guest’s tables still take four reads each.',
          'zh-CN': '只有每一遍 EPT 都变短时才是 19。寻找客户机页表的那四遍，每遍仍要读四次。',
        },
      },
    ],
    why: {
      en: 'Column by column: four times 4 + 1 for the guest’s tables, then 3 for the data page: 20 + 3 = 23. The formula is only the special case in which all columns are alike.',
      'zh-CN': '一列一列地算：客户机的四张表各 4 + 1 次，数据页 3 次，20 + 3 = 23。公式只是各列都相同的特例。',
    },
  },
  'guest-not-present': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A guest program touches a page whose entry in the guest’s own page table is not present. EPT is in use and the hypervisor does not intercept page faults. What happens?',
      'zh-CN':
        '客户机里的程序访问了一页，而客户机自己的页表项里 P 位为 0。此时用的是 EPT，虚拟机管理程序也没有拦截缺页异常。会发生什么？',
    },
    options: {
      exit: {
        text: {
          en: 'A VM exit occurs, and the hypervisor passes the page fault on to the guest.',
          'zh-CN': '发生虚拟机退出，由虚拟机管理程序把缺页异常转交给客户机。',
        },
        why: {
          en: 'That is how shadow paging works: there every page fault has to be seen first. With EPT the guest’s tables are really the ones walked, so the guest’s kernel can take its own faults.',
          'zh-CN':
            '影子分页才是这样：每个缺页都得先过目。用 EPT 时，被遍历的就是客户机自己的页表，客户机内核可以直接收自己的缺页异常。',
        },
      },
      violation: {
        text: {
          en: 'An EPT violation occurs, because the page cannot be found in any table.',
          'zh-CN': '发生 EPT 违例，因为在哪张表里都找不到这一页。',
        },
        why: {
          en: 'The EPT is asked about a guest physical address. Here the guest’s table never yields one, so there is nothing to ask about.',
          'zh-CN': 'EPT 要查的是客户机物理地址。这里客户机页表根本没给出这个地址，也就没有东西可查。',
        },
      },
      guest: {
        text: {
          en: 'The guest’s kernel takes the page fault; the hypervisor notices nothing.',
          'zh-CN': '客户机内核直接收到缺页异常，虚拟机管理程序毫无察觉。',
        },
        right: true,
        why: {
          en: 'The refusal stands in the guest’s table, so it is the guest’s business: error code on its stack, address in CR2, no exit.',
          'zh-CN': '拒绝写在客户机的表里，就是客户机自己的事：错误码压在它的栈上，地址在 CR2 里，没有退出。',
        },
      },
    },
    why: {
      en: 'Whoever’s table refuses, its owner is told. A refusal in the guest’s tables is an ordinary page fault inside the guest.',
      'zh-CN': '谁的表拒绝，就通知谁。客户机页表里的拒绝，就是客户机内部一次普通的缺页异常。',
    },
  },
  'which-access': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A hypervisor handles an EPT violation. The guest’s linear address is valid in the exit information, and bit 8 of the exit qualification is 0. What was the processor doing?',
      'zh-CN':
        '虚拟机管理程序正在处理一次 EPT 违例。退出信息中客户机线性地址有效，而退出限定（exit qualification）的第 8 位是 0。处理器当时在做什么？',
    },
    options: {
      data: {
        text: {
          en: 'It had found the guest physical address and was reading the data there.',
          'zh-CN': '已经得出客户机物理地址，正去那里读数据。',
        },
        why: {
          en: 'Then bit 8 would be 1: the access goes to the address that the guest’s translation ended in.',
          'zh-CN': '那样第 8 位会是 1，表示访问的正是客户机转换最终得到的地址。',
        },
      },
      table: {
        text: {
          en: 'It was still walking, and was accessing a guest page-table entry.',
          'zh-CN': '还在遍历途中，正访问客户机页表的一个表项。',
        },
        right: true,
        why: {
          en: 'The EPT refused the page that holds a guest table; the guest’s translation was not finished yet.',
          'zh-CN': 'EPT 拒绝的是存放客户机页表的那一页，客户机这一侧的转换还没有完成。',
        },
      },
      ept: {
        text: {
          en: 'It was reading an EPT entry whose own page is missing from the EPT.',
          'zh-CN': '正在读一个 EPT 表项，而这个表项所在的页不在 EPT 里。',
        },
        why: {
          en: 'EPT entries hold host physical addresses. They are read directly and are never looked up in the EPT themselves.',
          'zh-CN': 'EPT 表项里是宿主机物理地址，直接就读，不会再拿去查一遍 EPT。',
        },
      },
    },
    why: {
      en: 'Bit 8 tells the two kinds apart: 1 for the translated address itself, 0 for a guest paging-structure entry on the way to it.',
      'zh-CN': '第 8 位区分两种情形：1 表示访问转换所得的地址本身，0 表示访问途中的客户机页表项。',
    },
  },
  'ad-flags': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'EPT accessed and dirty flags are on. The hypervisor makes one EPT page read-only; it happens to hold a guest page table. The guest only ever reads data through that table. What happens at the next TLB miss?',
      'zh-CN':
        'EPT 的访问位和脏位已启用。虚拟机管理程序把一个 EPT 页设为只读，这一页恰好存放着客户机的一张页表。客户机经由这张表只读数据、从不写。下一次 TLB 未命中时会怎样？',
    },
    options: {
      nothing: {
        text: {
          en: 'The walk completes, because a read through the table writes nothing to memory.',
          'zh-CN': '遍历照常完成，因为经这张表读数据不会写内存。',
        },
        why: {
          en: 'Walking sets accessed bits in guest entries. With EPT flags on the processor does not even look whether one must be set: the access counts as a write.',
          'zh-CN':
            '遍历会在客户机表项里置访问位。启用 EPT 的访问位和脏位之后，处理器甚至不看是否真要置位，一律按写处理。',
        },
      },
      fault: {
        text: {
          en: 'The guest’s kernel gets a page fault that reports a write to a read-only page.',
          'zh-CN': '客户机内核收到缺页异常，报告写了只读页。',
        },
        why: {
          en: 'The guest’s own tables forbid nothing here. The refusal stands in the EPT, so the hypervisor is told, not the guest.',
          'zh-CN': '客户机自己的表在这里什么都没有禁止。拒绝写在 EPT 里，所以通知的是虚拟机管理程序，不是客户机。',
        },
      },
      violation: {
        text: {
          en: 'An EPT violation: accesses to guest table entries are treated as writes.',
          'zh-CN': '发生 EPT 违例：对客户机页表项的访问一律按写处理。',
        },
        right: true,
        why: {
          en: 'A read-only page cannot hold a guest table that is in use once these flags are on.',
          'zh-CN': '启用这两种标志位后，正在使用的客户机页表不能放在只读页上。',
        },
      },
    },
    why: {
      en: 'Intel’s manual: with bit 6 of the EPTP set, processor accesses to guest paging-structure entries are treated as writes with regard to EPT violations.',
      'zh-CN': '英特尔手册规定：EPTP 第 6 位为 1 时，就 EPT 违例而言，处理器对客户机分页结构表项的访问一律按写处理。',
    },
  },
  'order-of-a-walk': {
    kind: 'order',
    objective: 1,
    ask: {
      en: 'Put the stages of a complete walk in order (4 levels on both sides, 4 KiB pages, nothing cached).',
      'zh-CN': '把一次完整遍历的各个阶段按先后排好（两侧都是 4 级、4 KiB 页，没有任何缓存）。',
    },
    items: {
      cr3: { en: 'The EPT is walked for the address in CR3', 'zh-CN': '为 CR3 里的地址走一遍 EPT' },
      pml4: { en: 'The guest’s PML4 entry is read', 'zh-CN': '读客户机的 PML4 表项' },
      middle: {
        en: 'The guest’s PDPT and PD entries are found and read',
        'zh-CN': '找到并读出客户机的 PDPT 表项和 PD 表项',
      },
      pte: {
        en: 'The guest’s PT entry yields the data page’s guest physical address',
        'zh-CN': '客户机的 PT 表项给出数据页的客户机物理地址',
      },
      data: { en: 'The EPT is walked for the data page', 'zh-CN': '为数据页走一遍 EPT' },
      tlb: { en: 'The pair of GVA and HPA is put into the TLB', 'zh-CN': '把 GVA 与 HPA 这一对放进 TLB' },
    },
    why: {
      en: 'Each guest entry has to be found through the EPT before it can be read; the data page is found in the same way, and only the finished pair is cached as a direct mapping.',
      'zh-CN':
        '每个客户机表项都要先经 EPT 找到才能读；数据页也是这样找到的；最后得到的那一对，才作为直接映射缓存下来。',
    },
  },
  'break-it': {
    kind: 'reach',
    objective: 3,
    lab: 'two-dimensional-walk',
    goal: 'break-in-the-ept',
    ask: {
      en: 'Make the access leave the guest with an EPT violation while the processor looks for a guest table, not for the data.',
      'zh-CN': '让这次访问在处理器寻找客户机页表（而不是数据）时因 EPT 违例退出客户机。',
    },
    why: {
      en: 'Click an EPT entry in the column of a guest table and clear its write bit, then its read bit: writable but not readable would be a misconfiguration. A flaw in the guest’s own entries leads to a page fault instead, and one in the last column hits the data.',
      'zh-CN':
        '在某张客户机页表那一列里点一个 EPT 表项，先清写位，再清读位：可写而不可读会成为 EPT 配置错误。若改的是客户机自己的表项，得到的是缺页异常；若改在最后一列，出错的是数据访问。',
    },
  },
} satisfies Quiz;
