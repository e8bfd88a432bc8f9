import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/**
 * The end of chapter 2. `objective` counts through the chapter’s lessons in
 * their order: 1–4 are those of 2.1, 5–7 of 2.2, 8–11 of 2.3, 12–15 of 2.4,
 * 16–19 of 2.5, 20–23 of 2.6. What belongs to chapter 1 has none.
 */
export default {
  'ten-calls': {
    kind: 'number',
    objective: 3,
    ask: both(
      'A guest’s kernel stands in ring 1 under a VMM that traps and emulates; IOPL is 0, and every page has been touched before. An application makes 10 system calls by INT 80h. For each, the kernel executes CLI, one OUT, STI and IRET. How often does the processor enter the VMM?',
      '客户机内核在 ring 1，VMM 用陷入再模拟；IOPL 是 0，各页先前都已碰过。应用用 INT 80h 发起 10 次系统调用，每次内核都执行 CLI、一条 OUT、STI 和 IRET。处理器一共进入 VMM 几次？',
    ),
    answer: 40,
    unit: both('times', '次'),
    slips: [
      {
        value: 30,
        why: both(
          'The calls themselves come to the VMM too: INT 80h takes a gate of the processor’s IDT, and that is the VMM’s.',
          '调用本身也要到 VMM：INT 80h 走的是处理器手里的 IDT，而那是 VMM 的。',
        ),
      },
      {
        value: 50,
        why: both(
          'IRET goes from ring 1 outward to ring 3, and that needs no privilege: nothing traps.',
          'IRET 是从 ring 1 往外到 ring 3，不需要特权，没有陷入。',
        ),
      },
      {
        value: 10,
        why: both(
          'Those are the calls alone. CLI, OUT and STI are refused in ring 1, each time.',
          '这只数了调用。CLI、OUT、STI 在 ring 1 每次都会被拒绝。',
        ),
      },
    ],
    why: both(
      'INT 80h, CLI, OUT and STI enter the VMM, IRET does not: 10 × 4.',
      'INT 80h、CLI、OUT、STI 各进一次，IRET 不进：10 × 4。',
    ),
  },
  'bet-on-cr0': {
    kind: 'predict',
    objective: 1,
    lab: 'rings-and-traps',
    at: { program: '@address-spaces', at: '11' },
    ask: both(
      'The guest’s kernel, in ring 1, is about to read CR0 with MOV, and to change nothing. Predict what the processor does.',
      '客户机内核在 ring 1，正要用 MOV 读 CR0，什么也不改。预测处理器会怎么做。',
    ),
    why: both(
      'MOV from a control register is privileged, even for reading, so the VMM can answer with the virtual one. SMSW shows the same register and does not trap: a hole.',
      '从控制寄存器读的 MOV 也是特权指令，所以 VMM 可以拿虚拟的那个来回答。SMSW 读的是同一个寄存器，却不陷入：那是漏洞。',
    ),
  },
  'pushed-if': {
    kind: 'choice',
    objective: 5,
    ask: both(
      'Trap and emulate, the guest’s kernel in ring 1. It executes CLI, and then PUSHF. Which IF stands in the word that it has pushed?',
      '陷入再模拟，客户机内核在 ring 1。它先执行 CLI，再执行 PUSHF。压栈的那个字里，IF 是几？',
    ),
    options: {
      zero: {
        text: both('0, for CLI has been emulated.', '0，因为 CLI 已经模拟过了。'),
        why: both(
          'Emulated means that a bit in the VMM’s memory is 0. PUSHF does not read that bit, and the VMM is not asked.',
          '所谓模拟，是 VMM 内存里的一位变成了 0。PUSHF 读的不是那一位，也没有惊动 VMM。',
        ),
      },
      one: {
        text: both('1, which is the processor’s.', '1，那是处理器的 IF。'),
        right: true,
        why: both(
          'PUSHF copies the real flags, and the real IF was never cleared. It is a hole of the kind that shows.',
          'PUSHF 抄的是真实的标志，而真实 IF 从没清除过。这是“露出”的那种漏洞。',
        ),
      },
      trapped: {
        text: both('What the VMM answers, since PUSHF traps.', 'VMM 说几就是几，因为 PUSHF 会陷入。'),
        why: both(
          'Any program may save its flags, in any ring; PUSHF has no reason to trap, and here it does not.',
          '无论在哪一环，任何程序都可以保存标志；PUSHF 没有理由陷入，在这里也并不陷入。',
        ),
      },
    },
    why: both(
      'On bare metal the word would say 0. An instruction whose result depends on the real state, and that does not trap, is a hole.',
      '在裸机上，那个字里会是 0。结果取决于真实状态而又不陷入的指令，就是漏洞。',
    ),
  },
  'a-new-processor': {
    kind: 'choice',
    objective: 6,
    ask: both(
      'A new processor has two modes. In user mode, every instruction that changes something shared traps. GETMODE copies the current mode into a register and never traps. The VMM means to run whole guests in user mode. Will trapping do?',
      '一款新处理器有两种模式。在用户模式下，凡是改动公共状态的指令都陷入；GETMODE 把当前模式读进寄存器，从不陷入。VMM 打算让客户机整个运行在用户模式。光靠陷入够不够？',
    ),
    options: {
      enough: {
        text: both(
          'Yes: GETMODE changes nothing, and whatever changes something traps.',
          '够：GETMODE 什么也不改，会改的都陷入。',
        ),
        why: both(
          'To read is enough. An instruction is sensitive as well when its result depends on the mode that it runs in.',
          '光是读就够坏事了。结果取决于所在的模式，这条指令同样敏感。',
        ),
      },
      kernel: {
        text: both('No: the guest’s kernel would read the wrong mode.', '不够：客户机内核会读到错误的模式。'),
        right: true,
        why: both(
          'On bare metal it reads the inner mode, here the outer one, and nobody can correct it. One such instruction is enough.',
          '在裸机上它读到内层模式，在这里却是外层，又没有人能纠正。有一条这样的指令就不成立了。',
        ),
      },
      applications: {
        text: both('No: the guest’s applications would read the wrong mode.', '不够：客户机的应用会读到错误的模式。'),
        why: both(
          'Applications are in user mode on bare metal as well, so they read what they always read. Only the kernel has been moved.',
          '应用在裸机上也在用户模式，读到的与平时一样。换了地方的只有内核。',
        ),
      },
    },
    why: both(
      'GETMODE is sensitive and not privileged, so Popek and Goldberg’s condition does not hold.',
      'GETMODE 敏感而非特权，Popek 与 Goldberg 的条件不成立。',
    ),
  },
  'fool-a-guest': {
    kind: 'reach',
    objective: 7,
    lab: 'one-guest',
    goal: 'fool',
    ask: both(
      'Run a guest with its kernel deprivileged, and stop at the instruction after which it is no longer what it would be on bare metal.',
      '用“特权解除”运行一台客户机，停在这样一条指令上：从它开始，客户机不再与裸机相同。',
    ),
    why: both(
      'Choose a program whose kernel saves and restores its flags, or looks at its own CS, and play it under the deprivileged technique. Nothing traps where the two part.',
      '选一个会保存、恢复标志，或查看自己 CS 的程序，在“特权解除”下播放。两者分道扬镳的地方没有任何陷入。',
    ),
  },
  'which-property': {
    kind: 'choice',
    ask: both(
      'From chapter 1: under plain trap and emulate a kernel’s POPF leaves IF on, and a job is lost. Which of the three properties of a VMM has failed?',
      '第 1 章的内容：在单纯的陷入再模拟下，内核的 POPF 没有关掉 IF，结果丢了一个任务。VMM 的三条性质，哪一条没有做到？',
    ),
    options: {
      control: {
        text: both('Resource control: the VMM did not notice POPF.', '资源控制：VMM 没有察觉 POPF。'),
        why: both(
          'It need not notice what takes nothing from it: the real IF stayed as the VMM had set it, and every real interrupt came to the VMM.',
          '没有拿走它任何东西的指令，它不必察觉：真实 IF 仍如 VMM 所设，真实的中断也都到了它那里。',
        ),
      },
      efficiency: {
        text: both(
          'Efficiency: an instruction did not do its work at full speed.',
          '高效性：有一条指令没能全速完成自己的工作。',
        ),
        why: both(
          'It was executed by the processor, and quickly. Efficiency asks no more than that.',
          '它由处理器直接执行，而且很快。高效性要求的只有这些。',
        ),
      },
      equivalence: {
        text: both('Equivalence: on bare metal no job is lost.', '等价性：在裸机上，任务不会丢。'),
        right: true,
        why: both(
          'The program has another effect than on the machine itself, and neither timing nor the amount of a resource explains it.',
          '程序产生的效果与真机不同，而且既不能归于时间，也不能归于资源的多少。',
        ),
      },
    },
    why: both(
      'A hole costs equivalence. It need not cost control: the VMM still has the machine.',
      '漏洞损害的是等价性，不一定损害资源控制：机器仍在 VMM 手里。',
    ),
  },
  'bet-on-iret': {
    kind: 'predict',
    objective: 8,
    lab: 'translation-cache',
    at: { program: '@user-loop', at: '589' },
    ask: both(
      'Under binary translation a kernel has prepared everything for its first program and is about to leave for ring 3. Predict what IRET becomes.',
      '在二进制翻译下，内核为自己的第一个程序备好了一切，正要去 ring 3。预测 IRET 会变成什么。',
    ),
    why: both(
      'What is sensitive is never copied. What takes a few instructions is replaced on the spot; a change of ring, segments and flags at once is left to the VMM.',
      '敏感的指令绝不照抄。几条指令做得完的就地替换；一次换掉环、段和标志，就交给 VMM。',
    ),
  },
  'cli-in-a-program': {
    kind: 'choice',
    objective: 9,
    ask: both(
      'Under VMware’s kind of binary translation an ordinary program in the guest, in ring 3 and with IOPL 0, executes CLI. What happens?',
      '在 VMware 那种二进制翻译之下，客户机里一个普通程序（ring 3，IOPL 为 0）执行 CLI。会怎样？',
    ),
    options: {
      variable: {
        text: both(
          'The translation clears IF in the variable that holds the guest’s flags.',
          '译文在存放客户机标志的变量里清除 IF。',
        ),
        why: both(
          'So it is with the kernel’s CLI. The program’s code has no translation: it runs as it is.',
          '内核的 CLI 才是这样。程序的代码没有译文，是原样执行的。',
        ),
      },
      refused: {
        text: both('The processor refuses, and the guest’s kernel gets a #GP.', '处理器拒绝，客户机内核收到 #GP。'),
        right: true,
        why: both(
          'The exception comes to the VMM first, which hands it on, for on bare metal this CLI would be refused too.',
          '异常先到 VMM，再由它转交，因为在裸机上这条 CLI 也会被拒绝。',
        ),
      },
      silent: {
        text: both('Nothing: in ring 3 CLI is ignored without a trap.', '什么也不发生：ring 3 里的 CLI 会被悄悄忽略。'),
        why: both(
          'That is POPF. CLI is privileged where IOPL is 0: it raises #GP in ring 1 and in ring 3.',
          '那是 POPF。IOPL 为 0 时 CLI 是特权指令，在 ring 1 和 ring 3 都会引发 #GP。',
        ),
      },
    },
    why: both(
      'User code needs no translation because in ring 3 the processor treats it as on bare metal, refusals included.',
      '用户代码不必翻译，因为在 ring 3 里处理器对待它与裸机上一样，该拒绝的照样拒绝。',
    ),
  },
  'one-in-a-list': {
    kind: 'choice',
    objective: 13,
    ask: both(
      'A paravirtual kernel sends 64 page-table updates in one multicall. The tenth would map a page table writable. What does the hypervisor do?',
      '半虚拟化内核用一次 multicall 送出 64 项页表更新，其中第十项要把一张页表映射为可写。虚拟机管理程序会怎么做？',
    ),
    options: {
      all: {
        text: both(
          'It makes all 64: one crossing means that there is one check.',
          '64 项全做：只进入一次，也就只检查一次。',
        ),
        why: both(
          'The list saves crossings, not checks. Otherwise a list would be the way to slip any frame through.',
          '列表省的是进入，不是检查。不然，想要哪个页框，混进列表就行了。',
        ),
      },
      none: {
        text: both(
          'It refuses the whole list, since a list is good or bad as a whole.',
          '整个列表都拒绝：列表要么全对，要么全不对。',
        ),
        why: both(
          'A multicall is many requests in one envelope. Each has its own answer.',
          'multicall 是把许多请求装进一个信封，每个请求各有各的答复。',
        ),
      },
      one: {
        text: both('It refuses the tenth and makes the others.', '拒绝第十项，其余照做。'),
        right: true,
        why: both(
          'Every entry is looked at by itself. The tenth stays as it was, and the kernel finds −16 as its answer.',
          '每一项单独检查。第十项保持原样，内核得到的答复是 −16。',
        ),
      },
    },
    why: both(
      'Batching divides the crossings, never the checks: no frame may be a page table and writable at once.',
      '批量提交减少的是进入次数，不是检查：同一个页框不能既是页表又可写。',
    ),
  },
  'calls-over-updates': {
    kind: 'reach',
    objective: 14,
    lab: 'hypercalls',
    goal: 'calls-cost-more',
    ask: both(
      'Let a paravirtual guest’s system calls cross into its hypervisor more often than its 64 updates do, and run to the end.',
      '让半虚拟化客户机因系统调用进入虚拟机管理程序的次数，超过那 64 项更新，并运行到底。',
    ),
    why: both(
      'A long list leaves one crossing for the updates. A 32-bit system call crosses zero times; choose 64 bits.',
      '列表够长，更新就只需进入一次。32 位的系统调用一次也不进入，要选 64 位。',
    ),
  },
  'root-ring-zero': {
    kind: 'choice',
    objective: 16,
    ask: both(
      'VT-x with EPT, the controls as in the lab at its start. At which of these moments is the processor in root mode, ring 0? Pick all.',
      '用 VT-x 和 EPT，控制位如实验开始时那样。下面哪些时刻，处理器在根模式 ring 0？全部选出。',
    ),
    options: {
      cr3: {
        text: both('The guest’s kernel loads CR3 for its next process.', '客户机内核为下一个进程装载 CR3。'),
        why: both(
          'That is ring 0 of non-root mode. With EPT the load does not exit, unless its bit asks for it.',
          '那是非根模式的 ring 0。有 EPT 时装载 CR3 不退出，除非它那一位要求退出。',
        ),
      },
      reason: {
        text: both('KVM reads exit reason 12.', 'KVM 读出退出原因 12。'),
        right: true,
        why: both(
          'KVM is part of the host’s kernel, and the exit has brought the processor there.',
          'KVM 是宿主机内核的一部分，退出把处理器带到了那里。',
        ),
      },
      qemu: {
        text: both('QEMU’s serial port takes a letter from the guest.', 'QEMU 的串口收下客户机写来的字母。'),
        why: both(
          'Root mode, and ring 3: QEMU is a program of the host’s, and KVM has returned to it.',
          '是根模式，但在 ring 3：QEMU 是宿主机的程序，KVM 已经返回到它那里。',
        ),
      },
      handler: {
        text: both(
          'The guest’s handler of INT 80h begins, called by a program.',
          '客户机的程序执行 INT 80h，处理程序开始运行。',
        ),
        why: both(
          'From ring 3 to ring 0 within non-root mode: the guest’s own IDT is the processor’s, and nothing exits.',
          '这是在非根模式里从 ring 3 到 ring 0：处理器用的就是客户机的 IDT，没有退出。',
        ),
      },
      inject: {
        text: both('KVM writes a vector to be injected.', 'KVM 写下要注入的向量。'),
        right: true,
        why: both(
          'Only root mode can write the VMCS. The delivery itself comes with the next entry.',
          '只有根模式能写 VMCS。真正交付要等下一次进入。',
        ),
      },
    },
    why: both(
      'A place is a pair. Ring 0 exists in both modes; KVM has the one in root mode, the guest’s kernel the other.',
      '位置是一对数。两种模式都有 ring 0：根模式的归 KVM，非根模式的归客户机内核。',
    ),
  },
  'injected-fault': {
    kind: 'order',
    objective: 18,
    ask: both(
      'VT-x with EPT, and bit 14 of the exception bitmap is 1: page faults exit. Put in order what follows when a guest reads an address that its own table does not map.',
      '用 VT-x 和 EPT，异常位图的第 14 位是 1，缺页异常会退出。客户机读了一个自己页表没有映射的地址，把随后的事排好次序。',
    ),
    items: {
      exit: both('The processor leaves the guest with reason 0', '处理器以原因 0 离开客户机'),
      field: both('KVM writes vector Eh into a field of the VMCS', 'KVM 把向量 Eh 写进 VMCS 的一个字段'),
      entry: both('KVM executes VMRESUME', 'KVM 执行 VMRESUME'),
      gate: both('The processor takes gate Eh of the guest’s IDT', '处理器走客户机 IDT 的 Eh 号门'),
      map: both('The guest’s kernel maps the page', '客户机内核映射这一页'),
      again: both('The guest reads the address a second time', '客户机第二次读这个地址'),
    },
    why: both(
      'The fault is the guest’s own, so its kernel must hear of it. As the exit has swallowed the exception, KVM asks the next entry to deliver it. With the bit at 0 the first three would be spared.',
      '这次缺页是客户机自己的，必须让它的内核知道。异常已被这次退出截走，所以 KVM 要求下一次进入把它交付。这一位若是 0，前三步都可省去。',
    ),
  },
  'a-quiet-guest': {
    kind: 'reach',
    objective: 19,
    lab: 'one-guest',
    goal: 'quiet',
    ask: both(
      'Under VT-x, clear the controls until the guest runs to its end with no exit but EPT violations. Before you look: what has the monitor given away?',
      '在 VT-x 下把控制位逐个清零，直到客户机运行到底时，除 EPT 违例外没有任何退出。先想一想：监控器放弃了什么？',
    ),
    why: both(
      'Ports, interrupts and HLT are what this guest exits for. Each bit that is 0 gives the thing itself to the guest; with external interrupts, the processor as well.',
      '这台客户机的退出来自端口、中断和 HLT。哪一位是 0，就等于把那样东西交给了客户机；放掉外部中断，连处理器也一起交了出去。',
    ),
  },
  'forty-and-forty': {
    kind: 'number',
    objective: 20,
    ask: both(
      'In a million cycles of computing a workload makes 40 system calls and 40 page-table writes. A call costs 243 cycles natively and 247 under VT-x of 2006; a write costs 1 and 12,733. How many per cent of native does it reach under VT-x? Give one decimal.',
      '一份负载每计算一百万个周期，有 40 次系统调用、40 次写页表。一次系统调用原生 243 个周期，2006 年的 VT-x 下 247 个；一次写页表分别是 1 个和 12,733 个。它在 VT-x 下达到原生的百分之几？保留一位小数。',
    ),
    answer: 66.5,
    within: 0.1,
    unit: '%',
    slips: [
      {
        value: 65.8,
        why: both(
          'That divides the computing alone by the whole. Natively the calls and writes cost something too: 9,760 cycles.',
          '这是只拿计算部分去除以总数。原生执行时，系统调用和写页表也要花 9,760 个周期。',
        ),
      },
      {
        value: 49.5,
        why: both(
          'That takes the extra cost, 50.5 % of native, from 100. What takes one and a half times as long runs at two thirds of the speed.',
          '这是从 100 里减去多花的 50.5%。时间是一倍半，速度就是三分之二。',
        ),
      },
    ],
    why: both(
      '1,009,760 cycles natively and 1,519,200 under VT-x: 66.5 %. The calls cost next to nothing, the forty writes half a million.',
      '原生 1,009,760 个周期，VT-x 下 1,519,200 个：66.5%。系统调用几乎不花钱，四十次写页表花了五十万。',
    ),
  },
  'eighty-five': {
    kind: 'reach',
    objective: 21,
    lab: 'what-it-costs',
    goal: 'hardware',
    ask: both(
      '“Hardware virtualization reaches 85 % of native.” Find a workload of which this is true under VT-x of 2006, and run to the end.',
      '“硬件虚拟化达到原生的 85%。”找一份负载，使这句话对 2006 年的 VT-x 成立，并运行到底。',
    ),
    why: both(
      'Page-table writes and page faults are what it pays for. With the system calls at 0, look for the number of table writes; a few more or fewer, and the sentence is false.',
      '它花钱的地方是写页表和缺页。把系统调用设为 0，去找写页表的次数；多几次或少几次，这句话就不成立了。',
    ),
  },
  'give-one-up': {
    kind: 'reach',
    lab: 'three-properties',
    goal: 'port-it',
    ask: both(
      'From chapter 1: 40 instructions in a hundred are sensitive, and a trap is dear. Give up one of the three properties, and only one, to get 300 instructions done by the end. Which technique of this chapter is that?',
      '第 1 章的内容：一百条指令里有四十条敏感，陷入又贵。放弃三条性质中的一条，而且只一条，跑到底做完 300 条指令。这对应本章的哪种技术？',
    ),
    why: both(
      'Paravirtualization: the guest is rewritten to call the VMM, so that equivalence goes and the traps go with it.',
      '半虚拟化：把客户机改写成调用 VMM，放弃的是等价性，陷入也随之省去。',
    ),
  },
} satisfies Quiz;
