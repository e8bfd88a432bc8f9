import { both, type Text } from '#kit/text.ts';

/** What the model leaves out. */
export const omits: readonly Text[] = [
  both(
    'The cache’s code is shown, not assembled: a copied instruction runs from the guest’s own bytes, and what replaces one is carried out as a whole. VMware’s translator wrote machine code, and its replacements were several instructions long.',
    '图中的译文只展示、不汇编：照抄的指令从客户机自己的字节执行，替换的部分整个完成。VMware 的翻译器写出的是机器码，一处替换往往是好几条指令。',
  ),
  both(
    'Whether the source has changed is asked before each instruction, by comparing bytes. A real translator write-protects the pages it has read.',
    '源码有没有变，是在每条指令之前逐字节比较得知的。真实的翻译器对读过的页加写保护。',
  ),
  both(
    'Guest frames are host frames here: the shadow tables differ from the guest’s in rights only. The VMM copies the guest’s GDT when it is entered, where a real one would watch its pages.',
    '这里客户机的页框就是宿主机的页框：影子页表只在权限上与客户机的不同。VMM 每次被进入时抄一遍客户机的 GDT，真实的 VMM 会监视它所在的页。',
  ),
  both(
    'Without segment limits a 64-bit processor is only played: the guest is the same 32-bit program.',
    '取消段界限只是扮演 64 位处理器：客户机仍是同一个 32 位程序。',
  ),
  both(
    'Prices are those of two processors, most of them published for 2005; an instruction that nobody touches is one cycle.',
    '价目取自两款处理器，多数发表于 2005 年的测量；无人插手的指令按一个周期算。',
  ),
];
