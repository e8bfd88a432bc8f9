import type { Quiz } from '#quiz/question.ts';

export default {
  'runs-once': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'Much of a boot is code that runs once and never again, full of privileged instructions. Which engine executes it most cheaply?',
      'zh-CN': '启动时，许多代码只跑一遍，里面又满是特权指令。哪种引擎执行起来最省？',
    },
    options: {
      interpreter: {
        text: { en: 'The interpreter', 'zh-CN': '解释器' },
        right: true,
        why: {
          en: 'Nothing is prepared that would have to be repaid, and a privileged instruction is one like the others.',
          'zh-CN': '没有什么准备工作要摊回来；特权指令对它来说也和别的指令一样。',
        },
      },
      translator: {
        text: { en: 'The translator', 'zh-CN': '翻译器' },
        why: {
          en: 'It pays 2,300 cycles for each instruction in order to save 28, once.',
          'zh-CN': '它为每条指令付 2,300 个周期，只为省下一次 28 个周期。',
        },
      },
      direct: {
        text: { en: 'Direct execution', 'zh-CN': '直接执行' },
        why: {
          en: 'For ordinary code, yes. But one trap costs as much as interpreting some sixty instructions.',
          'zh-CN': '换成普通代码，是的。可是一次陷入，抵得上解释六十来条指令。',
        },
      },
    },
    why: {
      en: 'A translation is repaid by repetition, and direct execution by the absence of traps. Boot code has neither.',
      'zh-CN': '翻译靠重复回本，直接执行靠不陷入省钱。启动代码两样都不占。',
    },
  },
  'qemu-without-kvm': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'qemu-system-x86_64 runs on an x86 computer, without KVM or another accelerator. Is that emulation or virtualization?',
      'zh-CN': '在 x86 电脑上运行 qemu-system-x86_64，不用 KVM，也不用别的加速器。这是模拟还是虚拟化？',
    },
    options: {
      same: {
        text: {
          en: 'Virtualization, for guest and host have the same architecture.',
          'zh-CN': '虚拟化，因为客户机与宿主机架构相同。',
        },
        why: {
          en: 'The same architecture would allow direct execution. Nobody uses it here.',
          'zh-CN': '架构相同，本来可以直接执行；但这里没有人用它。',
        },
      },
      emulation: {
        text: { en: 'Emulation, for every instruction is translated.', 'zh-CN': '模拟，因为每条指令都要翻译。' },
        right: true,
        why: {
          en: 'The processor runs QEMU’s translations, and none of the guest’s own instructions.',
          'zh-CN': '处理器执行的是 QEMU 的译文，没有一条是客户机自己的指令。',
        },
      },
      half: {
        text: {
          en: 'Virtualization for user code, and emulation for the kernel only.',
          'zh-CN': '用户代码是虚拟化，只有内核是模拟。',
        },
        why: {
          en: 'That is VMware’s way (lesson 2.3). TCG translates user code as well.',
          'zh-CN': '那是 VMware 的做法（2.3）。TCG 连用户代码也翻译。',
        },
      },
    },
    why: {
      en: 'The name goes by who executes the instructions, not by which instructions they are.',
      'zh-CN': '名称看的是指令由谁执行，而不是指令属于哪种架构。',
    },
  },
  'break-even': {
    kind: 'number',
    objective: 3,
    ask: {
      en: 'Interpreting an instruction costs 50 cycles, translating it 2,000, and running its translation 10. From which execution of a block on is its translation cheaper than interpreting, or as cheap?',
      'zh-CN':
        '解释一条指令 50 个周期，翻译一条 2,000 个，执行一条译后指令 10 个。一个块执行到第几次，翻译的总花费就不再高于解释？',
    },
    answer: 50,
    slips: [
      {
        value: 40,
        why: {
          en: '2,000 / 50 leaves out that translated code costs something too: each execution saves only 40.',
          'zh-CN': '2,000 / 50 忘了译后代码也要花钱：每次只省下 40 个。',
        },
      },
      {
        value: 200,
        why: {
          en: '2,000 / 10 compares translating with running the translation. What counts is what each execution saves, 50 − 10.',
          'zh-CN': '2,000 / 10 比的是翻译与执行译文。要看的是每次省下多少：50 − 10。',
        },
      },
    ],
    why: {
      en: 'T / (d − c) = 2,000 / (50 − 10) = 50, for a block of any length.',
      'zh-CN': 'T / (d − c) = 2,000 / (50 − 10) = 50，与块长无关。',
    },
  },
  'longer-block': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'Two blocks are executed equally often, one of 3 instructions and one of 12. Whose translation is repaid first?',
      'zh-CN': '两个块执行的次数一样，一个 3 条指令，一个 12 条。谁的翻译先回本？',
    },
    options: {
      short: {
        text: { en: 'The short one’s: it was cheaper to make.', 'zh-CN': '短的：翻译得便宜。' },
        why: {
          en: 'It also saves less: a quarter of what the long one saves each time.',
          'zh-CN': '可它省得也少：每次只省下长块的四分之一。',
        },
      },
      long: {
        text: {
          en: 'The long one’s: it saves more at each execution.',
          'zh-CN': '长的：每次执行省得多。',
        },
        why: {
          en: 'And it cost four times as much to translate. The two fours cancel.',
          'zh-CN': '可它翻译的花费也是四倍，两个四约掉了。',
        },
      },
      both: {
        text: { en: 'Both at the same execution.', 'zh-CN': '同一次，一起回本。' },
        right: true,
        why: {
          en: 'The length is a factor of the cost and of the saving alike.',
          'zh-CN': '长度既乘在花费上，也乘在省下的钱上。',
        },
      },
    },
    why: {
      en: 'k × T is repaid by k × (d − c) at a time, so k falls out.',
      'zh-CN': '花费 k × T，每次省 k × (d − c)，k 约掉。',
    },
  },
  'arm-host': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'An x86 guest is to run on a computer with an ARM processor. Why can the guest’s user program not run directly, although it holds no privileged instruction at all?',
      'zh-CN': 'x86 客户机要在 ARM 处理器的电脑上运行。它的用户程序一条特权指令也没有，为什么还是不能直接执行？',
    },
    options: {
      traps: {
        text: {
          en: 'Each of its instructions would trap, and trapping is too slow.',
          'zh-CN': '它的每条指令都会陷入，太慢。',
        },
        why: {
          en: 'They would not even trap reliably. Most bytes mean something to the other processor as well, only not this.',
          'zh-CN': '连陷入都不一定。多数字节对另一种处理器也有意义，只是不是原来的意思。',
        },
      },
      meaning: {
        text: {
          en: 'The processor would take its bytes for other instructions.',
          'zh-CN': '处理器会把这些字节当成别的指令。',
        },
        right: true,
        why: {
          en: 'An interpreter and a translator read the bytes as x86; only they know what they mean.',
          'zh-CN': '解释器和翻译器按 x86 去读这些字节，只有它们知道是什么意思。',
        },
      },
      kernel: {
        text: {
          en: 'The guest’s kernel below it has to be emulated, so the program must be too.',
          'zh-CN': '它下面的内核要模拟，它也只好跟着模拟。',
        },
        why: {
          en: 'A kernel can be translated while user code runs directly: lesson 2.3. But only where both have one instruction set.',
          'zh-CN': '内核翻译、用户代码直接执行，是可以的（2.3）。前提是两边指令集相同。',
        },
      },
    },
    why: {
      en: 'Direct execution hands the guest’s bytes to the processor. It makes sense only if both agree what they say.',
      'zh-CN': '直接执行是把客户机的字节交给处理器，前提是双方对这些字节的理解一致。',
    },
  },
  'what-next': {
    kind: 'predict',
    objective: 1,
    lab: 'three-engines',
    at: { program: '@many-blocks', cacheBlocks: '4', at: '9' },
    ask: {
      en: 'Eight blocks run in a circle, the cache holds four, and the first round is over. Predict whose bar grows most.',
      'zh-CN': '八个块轮流跑，缓存只放得下四块，第一圈刚跑完。预测谁的条增长最多。',
    },
    why: {
      en: 'A block that was dropped costs as much as one that was never seen.',
      'zh-CN': '被丢掉的块，和从没见过的块一样贵。',
    },
  },
  'make-it-slowest': {
    kind: 'reach',
    objective: 3,
    lab: 'three-engines',
    goal: 'thrash',
    ask: {
      en: 'Make the translator the slowest of all in a run of at least 1,000 instructions over at most a dozen blocks, prices untouched.',
      'zh-CN': '不动价格，至少跑 1,000 条指令，块不超过十二个，让翻译器成为最慢的一个。',
    },
    why: {
      en: 'A loop over more blocks than the cache holds, in a cache that drops the oldest: each block is gone before it comes round.',
      'zh-CN': '循环里的块比缓存放得下的多，又总是先丢最老的：每个块还没轮回来就没了。',
    },
  },
} satisfies Quiz;
