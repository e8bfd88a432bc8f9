import { both, type Text } from '#kit/text.ts';

/** What the model leaves out. */
export const omits: readonly Text[] = [
  both(
    'One execution is counted by three price lists. An instruction that the processor runs itself is one cycle, whichever it is; an interpreter’s and a translator’s prices differ by instruction as well.',
    '同一次执行按三张价目表计费。处理器自己执行的指令一律算一个周期；其实解释器和翻译器的花费也因指令而异。',
  ),
  both(
    'The prices come from different machines: 2,300 cycles for translating were published for VMware’s translator of 2006, the rest was measured on a Xeon of 2019 with Bochs, QEMU and KVM.',
    '各项价格出自不同的机器：翻译一条 2,300 个周期是 VMware 2006 年的翻译器发表的数字，其余是用 Bochs、QEMU 和 KVM 在 2019 年的至强上测得的。',
  ),
  both(
    'The code is for x86 in every case. “Another instruction set” changes who may run it, and the price of translated code; nothing is translated into AArch64.',
    '客户机代码始终是 x86。“指令集不同”改变的只是谁能执行它和译后代码的价格，这里并没有真的翻译成 AArch64。',
  ),
  both(
    'Finding a block in the cache and delivering interrupts and exceptions are free. Neither engine mixes: real systems interpret what is rare and translate what is hot.',
    '查缓存、交付中断和异常都不计费。引擎也不混用：真实系统里常把罕见的代码解释执行，只翻译热代码。',
  ),
  both(
    'Under direct execution each privileged instruction of the kernel traps, as if it had been put into an outer ring. With VT-x most of them do not; and on x86 without it some sensitive ones do not trap at all. Chapter 2 is about both.',
    '直接执行时，内核的每条特权指令都陷入，就像被放到了外层的环。有了 VT-x，多数不必陷入；没有 VT-x 的 x86 上，又有些敏感指令根本不陷入。这两件事都留给第 2 章。',
  ),
  both(
    'The oldest block is dropped where the cache is full. QEMU empties the whole cache at once.',
    '缓存满了就丢最老的一块；QEMU 则是把整个缓存一次清空。',
  ),
];
