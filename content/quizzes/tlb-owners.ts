import type { Quiz } from '#quiz/question.ts';

export default {
  'after-one-exit': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'No tags. Guest A has four entries in the TLB when it exits. The hypervisor reads one page and enters guest A again. How many of the four entries are left?',
      'zh-CN':
        '没有标签。客户机 A 退出时，TLB 里有它的四条表项。虚拟机管理程序读了一页，又进入客户机 A。那四条还剩几条？',
    },
    ordered: true,
    options: {
      none: {
        text: { en: 'None: they went at the exit.', 'zh-CN': '一条不剩：退出时就清掉了。' },
        right: true,
        why: {
          en: 'The exit empties the TLB, and the entry empties it once more, of what the hypervisor had put there.',
          'zh-CN': '退出清空一次；进入时再清空一次，清掉的是虚拟机管理程序放进去的。',
        },
      },
      three: {
        text: { en: 'Three: one made room.', 'zh-CN': '三条：一条让了位。' },
        why: {
          en: 'Room is not the matter, there are free entries. Without a tag the hypervisor might hit an entry of the guest’s, so none may be there.',
          'zh-CN': '问题不在空间，空的表项有的是。没有标签，虚拟机管理程序可能会命中客户机的表项，所以一条也不能留。',
        },
      },
      four: {
        text: { en: 'Four: no other guest has run.', 'zh-CN': '四条：没有别的客户机运行过。' },
        why: {
          en: 'The hypervisor has run, with an address space of its own. An exit need not be a switch to make the entries dangerous.',
          'zh-CN': '虚拟机管理程序运行过，它有自己的地址空间。不必切换到别的客户机，退出本身就让这些表项变得危险。',
        },
      },
    },
    why: {
      en: 'Without VPIDs every VM exit and every VM entry invalidates the linear and the combined mappings.',
      'zh-CN': '没有 VPID 时，每次虚拟机退出、每次虚拟机进入，都会作废线性映射和组合映射。',
    },
  },
  'bill-without-tags': {
    kind: 'number',
    objective: 3,
    ask: {
      en: 'No tags. Each guest works on 5 pages, and the host needs 3 pages at every exit; all of them have been used before. In one second there are 1,000 exits: 990 return to the same guest, 10 lead to another. How many misses do all the exits that are not switches cause?',
      'zh-CN':
        '没有标签。每台客户机用 5 页，宿主机每次处理退出用 3 页，都不是首次使用。一秒内退出 1,000 次：990 次回到同一台客户机，10 次换到另一台。不是切换的那些退出，一共造成多少次未命中？',
    },
    answer: 7920,
    unit: { en: 'misses', 'zh-CN': '次' },
    slips: [
      {
        value: 80,
        why: {
          en: 'That is the ten switches: 10 × 8. The exits that return cost just as much each, and there are 990 of them.',
          'zh-CN': '那是十次切换的：10 × 8。有去有回的退出每次代价一样，而它们有 990 次。',
        },
      },
      {
        value: 8000,
        why: {
          en: '8,000 counts the ten switches too.',
          'zh-CN': '8,000 把十次切换也算进去了。',
        },
      },
      {
        value: 4950,
        why: {
          en: 'The host’s three pages miss as well: what it had in the TLB went at the last VM entry.',
          'zh-CN': '宿主机的三页同样未命中：它上次放进 TLB 的，在进入客户机时已被清掉。',
        },
      },
    ],
    why: {
      en: 'Each exit with its entry costs 3 + 5 = 8 misses; 990 × 8 = 7,920. The ten switches add 80: the damage comes from exits.',
      'zh-CN': '每次退出连同进入造成 3 + 5 = 8 次未命中，990 × 8 = 7,920。十次切换只有 80 次：损失来自退出。',
    },
  },
  'what-a-tag-does': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'With VPIDs on, guest B reads page 0x0 while guest A’s entry for a page 0x0 is in the TLB. What happens?',
      'zh-CN': '打开了 VPID。客户机 B 读页 0x0，此时 TLB 里有客户机 A 的页 0x0 的表项。会怎样？',
    },
    options: {
      replace: {
        text: {
          en: 'B misses, and its entry takes the place of A’s.',
          'zh-CN': 'B 未命中，它的表项顶掉 A 的那条。',
        },
        why: {
          en: 'The two differ in their tags and so are different entries. One goes only where room runs out.',
          'zh-CN': '两条的标签不同，就是两条不同的表项。只有放不下时，才会挤掉一条。',
        },
      },
      beside: {
        text: {
          en: 'B misses, and its entry stands beside A’s from then on.',
          'zh-CN': 'B 未命中，它的表项从此与 A 的并存。',
        },
        right: true,
        why: {
          en: 'A hit needs the page number and the tag, so both can be there and neither guest can hit the other’s.',
          'zh-CN': '页号和标签都对上才算命中，所以两条可以并存，谁也命中不了对方的。',
        },
      },
      hit: {
        text: {
          en: 'B hits A’s entry, and the tag makes the access fault.',
          'zh-CN': 'B 命中 A 的表项，标签使这次访问触发异常。',
        },
        why: {
          en: 'A tag is part of what is compared, not a permission that is checked after a hit. What does not match is simply not found.',
          'zh-CN': '标签参与比较，不是命中之后再查的权限。对不上，就等于没找到。',
        },
      },
    },
    why: {
      en: 'The tag belongs to the key under which a translation is found, like the page number itself.',
      'zh-CN': '标签和页号一样，是查找转换时所用的键的一部分。',
    },
  },
  'two-vcpus': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'Two vCPUs of the same guest take turns on one core. May they use the same VPID?',
      'zh-CN': '同一台客户机的两个 vCPU 轮流用一个核。它们可以用同一个 VPID 吗？',
    },
    options: {
      guest: {
        text: {
          en: 'Yes, since a VPID names the guest that owns the memory.',
          'zh-CN': '可以，因为 VPID 标识的是内存所属的客户机。',
        },
        why: {
          en: 'Its name says what it identifies: a virtual processor. Memory is shared by the two, address spaces need not be.',
          'zh-CN': '它的名字就说明了它标识什么：虚拟处理器。两个 vCPU 共用内存，却不一定用同一个地址空间。',
        },
      },
      ept: {
        text: {
          en: 'Yes, as long as both of them use the same EPT.',
          'zh-CN': '可以，只要两者用的是同一份 EPT。',
        },
        why: {
          en: 'The EPT settles GPA to HPA. What page 0x0 means, as a GVA, is settled by each vCPU’s own CR3.',
          'zh-CN': 'EPT 管的是 GPA 到 HPA。作为 GVA 的页 0x0 是什么意思，由每个 vCPU 自己的 CR3 决定。',
        },
      },
      own: {
        text: {
          en: 'No: each may run in an address space of its own.',
          'zh-CN': '不可以：两者可能各在自己的地址空间里。',
        },
        right: true,
        why: {
          en: 'One may run another process, with another CR3, and would hit translations that are not its own.',
          'zh-CN': '另一个可能在运行别的进程，CR3 不同，就会命中不属于自己的转换。',
        },
      },
    },
    why: {
      en: 'Software must give each virtual processor its own VPID, or flush between them. KVM does the former.',
      'zh-CN': '软件要么给每个虚拟处理器一个自己的 VPID，要么在两者之间清空。KVM 用前一种办法。',
    },
  },
  'after-a-move': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'With VPIDs on, the hypervisor has moved a page that a guest was using to another frame: contents copied, EPT entry written. What must it do before the guest runs on?',
      'zh-CN':
        '打开了 VPID。虚拟机管理程序把客户机正在用的一页搬到了另一个页框：内容已复制，EPT 表项已改写。客户机继续运行之前，它还必须做什么？',
    },
    options: {
      invept: {
        text: {
          en: 'Execute INVEPT for the guest’s EPT.',
          'zh-CN': '对这台客户机的 EPT 执行 INVEPT。',
        },
        right: true,
        why: {
          en: 'It removes the guest-physical and the combined mappings, whatever VPID they are filed under.',
          'zh-CN': '它清掉客户机物理映射和组合映射，不论后者归在哪个 VPID 之下。',
        },
      },
      invvpid: {
        text: {
          en: 'Execute INVVPID for the guest’s VPID.',
          'zh-CN': '对这台客户机的 VPID 执行 INVVPID。',
        },
        why: {
          en: 'That leaves the cached guest-physical mapping. The next walk may use it, and fetch the old frame anew.',
          'zh-CN': '缓存的客户机物理映射还在。下一次遍历可能用到它，又把旧页框取回来。',
        },
      },
      nothing: {
        text: {
          en: 'Nothing: the entry carries the right tag.',
          'zh-CN': '什么也不用做：表项的标签没有错。',
        },
        why: {
          en: 'The tag is right and the frame is wrong. A tag tells whose a translation is, never whether it still holds.',
          'zh-CN': '标签没错，页框错了。标签只说明转换归谁，从不说明它是否仍然有效。',
        },
      },
    },
    why: {
      en: 'Intel’s manual asks for INVEPT after a change of the address in an EPT entry, or when a right is taken away.',
      'zh-CN': '英特尔手册要求：改了 EPT 表项中的地址，或收回了权限，应执行 INVEPT。',
    },
  },
  'one-round': {
    kind: 'order',
    objective: 1,
    ask: {
      en: 'No tags; the TLB is empty and everything has been used before. Put the events of one exit in order.',
      'zh-CN': '没有标签，TLB 是空的，各页都不是首次使用。把一次退出前后的事件按先后排好。',
    },
    items: {
      fill: { en: 'Guest A fills the TLB with its entries', 'zh-CN': '客户机 A 把自己的表项填进 TLB' },
      exit: { en: 'A VM exit invalidates A’s entries', 'zh-CN': '虚拟机退出作废 A 的表项' },
      host: {
        en: 'The hypervisor misses and fills entries of its own',
        'zh-CN': '虚拟机管理程序未命中，填入自己的表项',
      },
      enter: { en: 'The VM entry invalidates the hypervisor’s entries', 'zh-CN': '虚拟机进入作废虚拟机管理程序的表项' },
      again: { en: 'Guest A misses on the pages it had just used', 'zh-CN': '客户机 A 在刚用过的页上又未命中' },
    },
    why: {
      en: 'Two flushes for one exit, and both sides pay. With tags neither flush is needed.',
      'zh-CN': '一次退出清空两次，双方都要付出代价。有了标签，两次都可以免去。',
    },
  },
  'old-statement': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'An article says: “at each switch of virtual machines the TLB must be emptied”. Which answer is the most accurate?',
      'zh-CN': '一篇文章写道：“每次虚拟机切换都不得不清空 TLB。”哪种评价最准确？',
    },
    options: {
      never: {
        text: {
          en: 'It was never true: the EPT has always told the guests apart.',
          'zh-CN': '从来不对：EPT 一向能区分各台客户机。',
        },
        why: {
          en: 'The first VT-x processors had no EPT, and no tag of any kind: VM entries and exits flushed.',
          'zh-CN': '最早支持 VT-x 的处理器既没有 EPT，也没有任何标签：进入和退出都要清空。',
        },
      },
      once: {
        text: {
          en: 'True without tags, though exits, not switches, did most of it.',
          'zh-CN': '没有标签时对，不过清空主要来自退出，而非切换。',
        },
        right: true,
        why: {
          en: 'True before VPIDs, or where they are off; and even there most flushes came with exits that returned to the same guest.',
          'zh-CN': '在有 VPID 之前、或没有启用 VPID 时成立；即便如此，多数清空也出在有去有回的退出上。',
        },
      },
      still: {
        text: {
          en: 'It still is: page numbers collide, so no entry may survive.',
          'zh-CN': '至今仍对：页号会相同，所以什么都不能留下。',
        },
        why: {
          en: 'Page numbers still collide; tags keep them apart. In the lab the flushes fall from 34 to none.',
          'zh-CN': '页号照样会相同，但标签把它们分开了。实验里清空次数从 34 次降到零。',
        },
      },
    },
    why: {
      en: 'ASIDs on AMD, and VPIDs on Intel since Nehalem (2008), made the statement outdated. Where VPIDs are not enabled it holds even now.',
      'zh-CN': 'AMD 的 ASID、英特尔自 Nehalem（2008）起的 VPID 使这句话过时。不启用 VPID 时，它至今成立。',
    },
  },
  'see-it-stale': {
    kind: 'reach',
    objective: 2,
    lab: 'tlb-owners',
    goal: 'stale-and-repaired',
    ask: {
      en: 'Let a guest read the old frame of a page that was moved, and then repair what the processor remembers.',
      'zh-CN': '让客户机读到已搬走的页的旧页框，然后修好处理器记住的内容。',
    },
    why: {
      en: 'Tags on. Step to an exit, move page A 0, let A read it; at the next exit execute INVEPT and let A read it again.',
      'zh-CN': '打开标签。步进到一次退出，搬动页 A 0，让 A 读它；下一次退出时执行 INVEPT，再让 A 读一遍。',
    },
  },
} satisfies Quiz;
