import type { Text } from '#kit/text.ts';

/** What the model leaves out. */
export const omits: readonly Text[] = [
  {
    en: 'The guest’s kernel is correct: where it changes an entry that was present it executes INVLPG before anything else happens. Real processors may go on using a stale translation until then; here no access falls into that gap.',
    'zh-CN':
      '客户机内核是正确的：改动原本存在的表项后，立即执行 INVLPG，其间不做别的事。真实处理器在此之前可能继续使用过期的转换；这里没有访问落在这个空当里。',
  },
  {
    en: 'All accesses are made by programs at CPL 3. A trace names no values: what a write stores, and what a page fault’s handler would do, is left out.',
    'zh-CN': '所有访问都由 CPL 3 的程序发出。轨迹不写数值：写入的内容、缺页处理程序会做什么，都省略了。',
  },
  {
    en: 'The kernel’s own memory, its page tables among it, lies above the 64 MiB that a trace may map, and the host backs it beforehand.',
    'zh-CN': '内核自己的内存（包括页表）位于轨迹可映射的 64 MiB 之上，宿主机事先已为它备好页框。',
  },
  {
    en: 'Pages are 4 KiB and tables have four levels; EPT’s accessed and dirty flags are off. There is one processor, so no other one’s TLB has to be shot down.',
    'zh-CN': '页大小为 4 KiB，页表四级；EPT 的访问位和脏位关闭。只有一个处理器，所以不必清除其他处理器的 TLB。',
  },
  {
    en: 'The balloon takes the highest pages that have frames; a real driver lets the guest choose. Merging knows only pages of zeros that were never written.',
    'zh-CN': '气球取走有页框的最高几页；真实的驱动由客户机自己挑选。合并只认从未写过的全零页。',
  },
  {
    en: 'Costs are a model with two prices you can set; data caches, the time of a TLB hit and the guest’s own work are not in it.',
    'zh-CN': '开销是一个模型，其中两个单价可调；数据缓存、TLB 命中的时间和客户机自身的工作都不计入。',
  },
];
