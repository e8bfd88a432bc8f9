import type { Quiz } from '#quiz/question.ts';

export default {
  'what-becomes-of-cli': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'A kernel block holds CLI. What runs in its place under VMware’s kind of translation?',
      'zh-CN': '内核的一个块里有 CLI。在 VMware 式的翻译下，顶替它执行的是什么？',
    },
    options: {
      same: {
        text: { en: 'CLI, in ring 1, where it traps', 'zh-CN': '仍是 CLI，在 ring 1 陷入' },
        why: {
          en: 'That is trap-and-emulate. A translator has the code in hand before it runs, and need not wait for the trap.',
          'zh-CN': '那是陷入再模拟。翻译器在执行之前就拿到了代码，不必等它陷入。',
        },
      },
      host: {
        text: { en: 'CLI, in ring 0, on the host’s behalf', 'zh-CN': '由宿主机在 ring 0 执行 CLI' },
        why: {
          en: 'Then the guest would decide whether the host hears its devices. The real flag stays on; only the guest’s own is cleared.',
          'zh-CN': '那样宿主机能否收到设备中断，就由客户机说了算。真实的标志一直开着，清的只是客户机自己的那个。',
        },
      },
      store: {
        text: { en: 'A store that clears IF in a variable', 'zh-CN': '一次写入，把变量里的 IF 清零' },
        right: true,
        why: {
          en: 'A handful of cycles, where the native instruction took 60 on a Pentium 4.',
          'zh-CN': '只要几个周期，而 Pentium 4 上原生的 CLI 要 60 个。',
        },
      },
    },
    why: {
      en: 'Sensitive instructions become short code on the virtual processor’s variables wherever that is enough.',
      'zh-CN': '敏感指令只要几条代码就够的，都改成操作虚拟处理器的变量。',
    },
  },
  'why-not-user-code': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'Why did VMware not translate user code, although QEMU without KVM translates all code?',
      'zh-CN': '不用 KVM 的 QEMU 翻译所有代码，VMware 为什么不翻译用户代码？',
    },
    options: {
      harmless: {
        text: {
          en: 'User programs contain no sensitive instructions, so that nothing in them need be replaced.',
          'zh-CN': '用户程序里没有敏感指令，没有什么要替换的。',
        },
        why: {
          en: 'They may: SIDT works in ring 3 too, and shows the monitor’s table there. What matters is that nearly all they do has the same effect as on bare metal.',
          'zh-CN':
            '可以有：SIDT 在 ring 3 也能执行，露出的还是监控器的表。要紧的是，用户程序做的事几乎样样都与裸机上一样。',
        },
      },
      sameRing: {
        text: {
          en: 'It runs in the ring it was made for, and both processors have the same instruction set.',
          'zh-CN': '它就在自己本来的环里执行，而且两边指令集相同。',
        },
        right: true,
        why: {
          en: 'QEMU is made to run a guest of any instruction set, and does without direct execution altogether.',
          'zh-CN': 'QEMU 要能跑任何指令集的客户机，所以完全不用直接执行。',
        },
      },
      slow: {
        text: {
          en: 'There is far more user code than kernel code, and the cache could not hold it.',
          'zh-CN': '用户代码比内核代码多得多，缓存放不下。',
        },
        why: {
          en: 'A cache that is too small costs time, and a larger one is made. Size decided nothing.',
          'zh-CN': '缓存小了只是多花时间，加大就是。起决定作用的不是大小。',
        },
      },
    },
    why: {
      en: 'Only the kernel’s ring was changed, so only kernel code would go wrong when run as it is.',
      'zh-CN': '换了环的只有内核，所以原样执行会出错的也只有内核代码。',
    },
  },
  'cost-of-a-block': {
    kind: 'number',
    objective: 3,
    ask: {
      en: 'A kernel block of ten instructions, all copied unchanged, is run 100 times. Translating costs 2,300 cycles an instruction and a copied instruction 1. How many cycles an executed instruction is that, on average?',
      'zh-CN':
        '一个内核块有十条指令，全部原样照抄，共执行 100 遍。翻译每条指令 2,300 个周期，执行一条照抄的指令 1 个周期。平均每执行一条指令多少周期？',
    },
    answer: 24,
    unit: { en: 'cycles', 'zh-CN': '个周期' },
    slips: [
      {
        value: 2301,
        why: {
          en: 'That is the first time only. The translation is kept; it is paid once, not a hundred times.',
          'zh-CN': '那只是第一遍。译文会留着，只付一次，不是一百次。',
        },
      },
      {
        value: 23,
        why: {
          en: 'The instructions have to be executed as well: 1 cycle more.',
          'zh-CN': '指令本身也要执行：再加 1 个周期。',
        },
      },
      {
        value: 1,
        why: {
          en: 'So it will be after very many runs. After a hundred the translation still shows.',
          'zh-CN': '执行很多很多遍之后才接近 1。一百遍时，翻译的代价还很明显。',
        },
      },
    ],
    why: {
      en: '10 × 2,300 once, and 1,000 executed instructions at 1 cycle: 24,000 cycles for 1,000 instructions.',
      'zh-CN': '一次翻译 10 × 2,300，再加执行 1,000 条、每条 1 个周期：1,000 条共 24,000 个周期。',
    },
  },
  'when-again': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A block has been translated and run. What makes the VMM translate it again? Pick all.',
      'zh-CN': '一个块已经译好，也执行过了。什么情况会让 VMM 重译它？全部选出。',
    },
    options: {
      written: {
        text: { en: 'The guest has written to its source.', 'zh-CN': '客户机改写了它的源码。' },
        right: true,
        why: { en: 'The translation would run the past.', 'zh-CN': '旧译文执行的是过去的代码。' },
      },
      again: {
        text: { en: 'The guest comes to it from another block.', 'zh-CN': '客户机从另一个块来到它这里。' },
        why: {
          en: 'Then the other block is chained to it. Where one comes from changes nothing in what it does.',
          'zh-CN': '那就把那个块也链接过来。从哪里来，不影响它做什么。',
        },
      },
      room: {
        text: { en: 'It was dropped for want of room.', 'zh-CN': '因为放不下，它被丢掉了。' },
        right: true,
        why: { en: 'What is gone must be made anew, at the full price.', 'zh-CN': '没有了就得重做，照付全价。' },
      },
      interrupt: {
        text: { en: 'A timer interrupt came while it ran.', 'zh-CN': '它执行时来过一次定时器中断。' },
        why: {
          en: 'The VMM takes the interrupt and the block goes on, or another is entered. The translation stays right.',
          'zh-CN': 'VMM 收下中断，块接着执行，或转入别的块。译文仍然是对的。',
        },
      },
      store: {
        text: {
          en: 'One of its stores keeps faulting on a watched page.',
          'zh-CN': '它的一条写指令屡屡在被监视的页上触发异常。',
        },
        right: true,
        why: {
          en: 'The copy is still correct, but code that stores without a fault is soon cheaper.',
          'zh-CN': '照抄的代码仍然正确，但换成不触发异常的写法，很快就更便宜。',
        },
      },
    },
    why: {
      en: 'A translation is right as long as its source is; it is made anew when that changes, when it is gone, or when a better one is worth its price.',
      'zh-CN': '源码不变，译文就一直对。要重译的只有三种：源码变了，译文没了，或者更好的译文值得付这个价。',
    },
  },
  'sixty-four': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'The VMM is in ring 0, translated code in ring 1 of the same address space. Why does this layout fail in 64-bit mode?',
      'zh-CN': 'VMM 在 ring 0，译后代码在同一地址空间的 ring 1。这种布局为什么在 64 位模式下失效？',
    },
    options: {
      ring1: {
        text: { en: '64-bit mode has no ring 1.', 'zh-CN': '64 位模式没有 ring 1。' },
        why: {
          en: 'It has all four. Ring 1 is there, but nothing would keep its code out of ring 0’s memory.',
          'zh-CN': '四个环都在。ring 1 有，只是没有什么能让它的代码够不着 ring 0 的内存。',
        },
      },
      limits: {
        text: {
          en: 'Segment limits are not checked, and page tables take ring 1 for supervisor.',
          'zh-CN': '段界限不再检查，而页表把 ring 1 当作管理态。',
        },
        right: true,
        why: {
          en: 'The limit was the wall, and paging knows only user and supervisor.',
          'zh-CN': '段界限就是那道墙，而分页只分用户与管理态。',
        },
      },
      registers: {
        text: {
          en: 'The translator cannot handle sixteen registers and the longer instructions of 64-bit code.',
          'zh-CN': '翻译器应付不了 64 位代码的十六个寄存器和更长的指令。',
        },
        why: {
          en: 'VMware translated 64-bit code as well, on processors that kept the limits. Neither was an obstacle.',
          'zh-CN': 'VMware 在保留段界限的处理器上也翻译 64 位代码。这些都不是障碍。',
        },
      },
    },
    why: {
      en: 'A monitor must be out of its guest’s reach. With limits gone, VT-x with address spaces of its own took over.',
      'zh-CN': '监控器必须让客户机够不着。段界限没了，便由自带独立地址空间的 VT-x 接手。',
    },
  },
  'next-block': {
    kind: 'predict',
    objective: 1,
    lab: 'translation-cache',
    at: { at: '14' },
    ask: {
      en: 'The first round is over, and the jump leads back to its beginning, which no block begins with yet. The VMM is about to translate from there. Predict what PUSHF becomes.',
      'zh-CN':
        '第一轮结束，跳转要回到这一轮的开头，而还没有哪个块从那里开始。VMM 正要从那里译起。预测 PUSHF 会变成什么。',
    },
    why: {
      en: 'PUSHF would show the real flags, so it is replaced, in this block as in the first. The round’s beginning lay in the middle of that one; as a jump’s target it begins a block of its own.',
      'zh-CN':
        'PUSHF 会露出真实的标志，所以在这个块里也要替换，与第一个块一样。这一轮的开头原先在第一个块的中间；作为跳转目标，它自成一块。',
    },
  },
  'make-it-stale': {
    kind: 'reach',
    objective: 3,
    lab: 'translation-cache',
    goal: 'stale',
    ask: {
      en: 'Run a guest whose translation becomes wrong, so that a block must be dropped.',
      'zh-CN': '运行一个让译文失效的客户机，使一个块不得不丢弃。',
    },
    why: {
      en: 'Any store into code that has been translated will do. The processor itself would have noticed; so must the translator.',
      'zh-CN': '只要写进已经译过的代码就行。处理器自己会察觉，翻译器也必须察觉。',
    },
  },
  'break-the-wall': {
    kind: 'reach',
    objective: 4,
    lab: 'translation-cache',
    goal: 'breach',
    ask: {
      en: 'Let a stray store of the guest’s kernel arrive in the VMM’s memory.',
      'zh-CN': '让客户机内核的一次误写落进 VMM 的内存。',
    },
    why: {
      en: 'It takes a store above FFBF_FFFFh and no segment limit. The page tables let it pass: ring 1 is supervisor to them.',
      'zh-CN': '需要一次写到 FFBF_FFFFh 以上的写入，而且没有段界限。页表会放行：在它看来 ring 1 是管理态。',
    },
  },
} satisfies Quiz;
