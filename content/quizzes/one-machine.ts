import type { Quiz } from '#quiz/question.ts';

export default {
  'guest-sets-the-timer': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'A monitor lets a guest set the real interval timer, because the guest asked for it. Which property fails?',
      'zh-CN': '客户机提出要设真正的间隔定时器，监控器就让它设了。哪条性质不成立了？',
    },
    options: {
      equivalence: {
        text: {
          en: 'Equivalence: a virtual timer would have behaved otherwise.',
          'zh-CN': '等价性：虚拟定时器的表现会不一样。',
        },
        why: {
          en: 'The guest has the very timer of the machine; nothing could be more equivalent. No result of anyone is wrong.',
          'zh-CN': '客户机用的就是那台机器的定时器，没有比这更等价的了。谁的结果都没有错。',
        },
      },
      efficiency: {
        text: {
          en: 'Efficiency: the others are slowed down to a standstill.',
          'zh-CN': '高效性：别的客户机慢到完全停下。',
        },
        why: {
          en: 'Efficiency asks who executes the instructions, and nearly all run directly. That they are one guest’s only is another matter.',
          'zh-CN': '高效性问的是指令由谁执行，而几乎全是直接执行的。只属于一台客户机，那是另一回事。',
        },
      },
      control: {
        text: {
          en: 'Resource control: the guest decides when the core is given back.',
          'zh-CN': '资源控制：何时交还处理器由客户机说了算。',
        },
        right: true,
        why: {
          en: 'The others may starve; that, and nothing else, is how it shows.',
          'zh-CN': '别的客户机可能饿死；除此之外，看不出任何异样。',
        },
      },
    },
    why: {
      en: 'What was given to a guest must be able to be taken back. The timer is what takes the core back.',
      'zh-CN': '分给客户机的东西必须收得回来，而收回处理器靠的正是定时器。',
    },
  },
  'interprets-everything': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'A monitor interprets every guest instruction and produces identical results. Is it a virtual machine monitor in Popek and Goldberg’s sense?',
      'zh-CN': '一个监控器逐条解释客户机指令，结果与真机完全一致。按 Popek 与 Goldberg 的定义，它是虚拟机监控器吗？',
    },
    options: {
      yes: {
        text: {
          en: 'Yes: the results are the same, and no guest can escape from it.',
          'zh-CN': '是：结果相同，也没有客户机能逃出去。',
        },
        why: {
          en: 'These are two of the three. The third is there to rule out exactly this.',
          'zh-CN': '这只是三条里的两条。第三条正是用来排除这种情况的。',
        },
      },
      no: {
        text: { en: 'No: it is an emulator, for efficiency is missing.', 'zh-CN': '不是：缺了高效性，它是模拟器。' },
        right: true,
        why: {
          en: 'Equivalence and control it has; but hardly an instruction runs on the processor itself.',
          'zh-CN': '等价性和资源控制都有，但几乎没有指令由处理器直接执行。',
        },
      },
      depends: {
        text: {
          en: 'Only if it is fast enough for the users not to notice.',
          'zh-CN': '要看快不快，用户察觉不到就算。',
        },
        why: {
          en: 'The demand is about who executes the instructions, not about a stopwatch. A fast emulator is an emulator.',
          'zh-CN': '要求说的是指令由谁执行，不是秒表上的数。快的模拟器还是模拟器。',
        },
      },
    },
    why: {
      en: 'The definition excludes complete interpreters on purpose: a virtual machine runs mostly on the real processor.',
      'zh-CN': '定义有意把完全的解释器排除在外：虚拟机的大部分指令要在真处理器上执行。',
    },
  },
  'who-is-who': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A laptop with 16 GB runs a program that makes two duplicates of a PC with 2 GB each; Linux runs in one, Windows in the other. What is the guest?',
      'zh-CN':
        '一台 16 GB 内存的笔记本上，某个程序造出两份各 2 GB 的 PC 副本，一份里运行 Linux，另一份里运行 Windows。哪个是客户机？',
    },
    options: {
      linux: {
        text: { en: 'Linux or Windows, inside its duplicate', 'zh-CN': '副本里的 Linux 或 Windows' },
        right: true,
        why: {
          en: 'The guest is what was made for a whole machine and is given a duplicate.',
          'zh-CN': '为整台机器而写、得到的却是一份副本的，就是客户机。',
        },
      },
      program: {
        text: { en: 'The program that makes the two duplicates', 'zh-CN': '造出两份副本的那个程序' },
        why: {
          en: 'That is the virtual machine monitor. It makes the machines that guests believe to be their own, and is in none of them.',
          'zh-CN': '那是虚拟机监控器。客户机以为自己独占的机器是它造的，它自己不在任何一台里面。',
        },
      },
      laptop: {
        text: { en: 'The laptop with its 16 GB of memory', 'zh-CN': '有 16 GB 内存的那台笔记本' },
        why: {
          en: 'That is the host, the real machine. Neither guest ever sees its 16 GB.',
          'zh-CN': '那是宿主机，真实的机器。两台客户机都看不到它的 16 GB。',
        },
      },
    },
    why: {
      en: 'Host: the real machine. Monitor: who makes the duplicates. Virtual machine: a duplicate. Guest: what runs in it.',
      'zh-CN': '宿主机是真机，监控器制造副本，虚拟机是副本，客户机是其中运行的东西。',
    },
  },
  'predict-out': {
    kind: 'predict',
    objective: 1,
    lab: 'three-properties',
    at: { sensitive: '25', at: '4' },
    ask: {
      en: 'All three properties are on, and a quarter of the instructions is sensitive. A is about to execute `out`. Predict who carries it out.',
      'zh-CN': '三条性质都开着，四分之一的指令是敏感的。A 正要执行 `out`。预测由谁来完成。',
    },
    why: {
      en: 'What is shared is the monitor’s business, and what is not is none of it.',
      'zh-CN': '共享的归监控器管，不共享的它不管。',
    },
  },
  'predict-wild': {
    kind: 'predict',
    objective: 1,
    lab: 'three-properties',
    at: { control: 'false', grants: '2 4 4', moves: '5 wild.A', at: '6' },
    ask: {
      en: 'A was granted two frames, addresses 0 and 1, and resource control is off. It is about to execute `store 2`. Predict what happens.',
      'zh-CN': 'A 分到两个页框，地址是 0 和 1，资源控制关着。它正要执行 `store 2`。预测会怎样。',
    },
    why: {
      en: 'Bounds are what keeps a guest to its frames. Where no one sets them, a wrong address is somebody’s memory.',
      'zh-CN': '把客户机限制在自己页框里的是边界。没有人设边界，错误的地址就是别人的内存。',
    },
  },
  'cost-of-a-mix': {
    kind: 'number',
    objective: 4,
    ask: {
      en: 'A directly executed instruction takes 1 tick, a trap with its handling 50. Ten of a hundred instructions are sensitive. How many ticks do a hundred take, run directly?',
      'zh-CN':
        '直接执行一条指令 1 个节拍，一次陷入连处理 50 个节拍。一百条指令里有十条敏感。直接运行一百条要多少个节拍？',
    },
    answer: 590,
    unit: { en: 'ticks', 'zh-CN': '个节拍' },
    slips: [
      {
        value: 600,
        why: {
          en: 'Near: but the ten sensitive ones are not executed by the core in addition. It executes 90.',
          'zh-CN': '很接近，但那十条敏感指令并不另由处理器再执行一遍：它执行的是 90 条。',
        },
      },
      {
        value: 500,
        why: {
          en: 'Those are the traps alone. The other 90 instructions take a tick each.',
          'zh-CN': '这只是陷入的部分。另外 90 条各要 1 个节拍。',
        },
      },
      {
        value: 5000,
        why: {
          en: 'That would be a hundred traps. Innocuous instructions do not trap.',
          'zh-CN': '那是一百次陷入。无害的指令不会陷入。',
        },
      },
    ],
    why: {
      en: '90 · 1 + 10 · 50 = 590. Nine tenths of the instructions run directly, and nearly six sevenths of the time go to the other tenth.',
      'zh-CN': '90 · 1 + 10 · 50 = 590。十分之九的指令直接运行，将近七分之六的时间却花在另外十分之一上。',
    },
  },
  'why-port': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'A guest’s kernel is rewritten: instead of programming a device it leaves requests in a page that it shares with the monitor. What is gained, and which property is given up?',
      'zh-CN': '把客户机内核改写成：不再直接操作设备，而是把请求放进与监控器共享的一页。得到什么，放弃了哪条性质？',
    },
    options: {
      control: {
        text: {
          en: 'Speed; control is given up, for both write to one page.',
          'zh-CN': '得到速度；双方写同一页，放弃的是资源控制。',
        },
        why: {
          en: 'The page was given for that purpose, and the monitor still decides what becomes of a request.',
          'zh-CN': '那一页就是为此给它的，请求怎么处理仍由监控器决定。',
        },
      },
      equivalence: {
        text: {
          en: 'Fewer traps; equivalence, as no bare machine knows that page.',
          'zh-CN': '陷入变少；裸机没有这样一页，放弃的是等价性。',
        },
        right: true,
        why: {
          en: 'This is a paravirtual guest. It is efficient and under control, and made for this monitor.',
          'zh-CN': '这是半虚拟化的客户机。它高效、受控，却是专为这个监控器写的。',
        },
      },
      efficiency: {
        text: {
          en: 'Safety; efficiency, because the monitor reads every request.',
          'zh-CN': '得到安全；请求条条要监控器读，放弃的是高效性。',
        },
        why: {
          en: 'It would have had to handle each one anyway, with a trap for each. Now one call serves several.',
          'zh-CN': '本来每条也得由它处理，还要各陷入一次。现在一次调用可以办好几件。',
        },
      },
    },
    why: {
      en: 'Paravirtualization buys back the cost of traps with the guest’s source code.',
      'zh-CN': '半虚拟化是用“改客户机源码”换回陷入的代价。',
    },
  },
  'what-equivalence-excepts': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'A program in a guest runs for 3 seconds, on the bare machine for 2; and it finds 4 GB of memory where the machine has 64. Its output is the same. Is equivalence violated?',
      'zh-CN':
        '一个程序在客户机里跑 3 秒，在裸机上跑 2 秒；它看到 4 GB 内存，而机器有 64 GB。输出相同。等价性被破坏了吗？',
    },
    options: {
      time: {
        text: { en: 'Yes, by the time that it takes', 'zh-CN': '破坏了：用的时间不同' },
        why: {
          en: 'Timing is excepted; otherwise no two guests could ever share one core.',
          'zh-CN': '时间是例外；否则两台客户机根本没法共用一个核。',
        },
      },
      memory: {
        text: { en: 'Yes, by the memory it is shown', 'zh-CN': '破坏了：看到的内存不同' },
        why: {
          en: 'How much of a resource there is, is excepted: the guest is equivalent to a machine of 4 GB.',
          'zh-CN': '资源的多少也是例外：它等价于一台 4 GB 的机器。',
        },
      },
      no: {
        text: { en: 'No, by neither of them', 'zh-CN': '都没有破坏' },
        right: true,
        why: {
          en: 'Both are the exceptions that the definition makes, and the effect is the same.',
          'zh-CN': '两者都是定义里写明的例外，程序的效果相同。',
        },
      },
    },
    why: {
      en: 'Equivalence is about effects: the same but for timing and the amount of resources.',
      'zh-CN': '等价性说的是效果：除了时间和资源的多少，其余相同。',
    },
  },
  'let-both-fail': {
    kind: 'reach',
    objective: 1,
    lab: 'three-properties',
    goal: 'withstand',
    ask: {
      en: 'Make one guest take the timer and one write outside its memory, and bring the run to its end with all three lamps lit.',
      'zh-CN': '让一台客户机占定时器、一台越界写，并跑到底，三盏灯仍全亮。',
    },
    why: {
      en: 'With resource control both attempts trap. The guest is not trusted, and need not be.',
      'zh-CN': '有资源控制，两种企图都会陷入。不必信任客户机，也没有信任它。',
    },
  },
  'beat-the-monitor': {
    kind: 'reach',
    objective: 4,
    lab: 'three-properties',
    goal: 'emulator-wins',
    ask: {
      en: 'Choose prices and a mix at which an emulator would be faster than direct execution, and run to the end.',
      'zh-CN': '选一组单价和比例，让模拟器比直接运行还快，并跑到底。',
    },
    why: {
      en: 'Direct execution costs (100 − s) + s · T, interpretation 100 · I. Raise s or T until the first is larger.',
      'zh-CN': '直接运行要 (100 − s) + s · T，逐条解释要 100 · I。把 s 或 T 提高，直到前者更大。',
    },
  },
} satisfies Quiz;
