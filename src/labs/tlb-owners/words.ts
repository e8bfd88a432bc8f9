import { both, type Text } from '#kit/text.ts';
import type { Owner } from './schedule.ts';
import type { Cause } from './state.ts';

export const same = (word: string): Text => both(word, word);

export const title = both('Who owns this TLB entry?', '这条 TLB 表项归谁');
export const question = both(
  'What does the TLB lose when guests and the host take turns on a core?',
  '客户机与宿主机轮流使用一个核时，TLB 会丢掉什么？',
);

export const controlWords = {
  tags: both('VPID tags', 'VPID 标签'),
  pcid: both('PCID tags', 'PCID 标签'),
  ways: both('TLB', 'TLB'),
  shapes: { '4': both('4 sets × 4 ways', '4 组 × 4 路'), '16': both('one set of 16', '16 路全相联') },
  guestPages: both('Pages each guest process uses', '每个客户机进程使用的页数'),
  hostPages: both('Pages the host uses at an exit', '宿主机处理一次退出所用的页数'),
  slice: both('Accesses in a time slice', '每个时间片的访问次数'),
  exits: both('VM exits in a slice', '每个时间片的虚拟机退出次数'),
  cr3Writes: both('Guest CR3 writes in a slice', '每个时间片的客户机写 CR3 次数'),
  missCost: both('Cycles for a miss (assumed)', '一次未命中的周期数（假设）'),
  trace: both('Own schedule', '自定调度'),
  traceHelp: both(
    'Left empty, the settings make the schedule. Else one event a line: run A 20, exit, switch B, cr3, remap A, invvpid A, invept; # begins a comment.',
    '留空则按设置生成调度。否则每行一个事件：run A 20、exit、switch B、cr3、remap A、invvpid A、invept；# 之后是注释。',
  ),
} as const;

export const traceFaults = {
  unknown: (word: string) =>
    both(
      `“${word}” is no line of a schedule: write run A 20, exit, switch B, cr3, remap A, invvpid A or invept`,
      `“${word}”不是调度中的一行：可写 run A 20、exit、switch B、cr3、remap A、invvpid A 或 invept`,
    ),
  onlyHost: (word: string) =>
    both(`only the host can do ${word}: write exit on the line before`, `只有宿主机能做 ${word}：请在前一行写 exit`),
  onlyGuest: (word: string) =>
    both(
      `no guest runs here, so none can do ${word}: write run A 4 before`,
      `此处没有客户机在运行，无法 ${word}：请先写 run A 4`,
    ),
  long: (most: number) => both(`a schedule has at most ${most} lines`, `调度至多 ${most} 行`),
  many: (most: number) => both(`a schedule runs at most ${most} accesses in all`, `调度总共至多 ${most} 次访问`),
} as const;

export const owners: Readonly<Record<Owner, Text>> = {
  A: both('guest A', '客户机 A'),
  B: both('guest B', '客户机 B'),
  host: both('host H', '宿主机 H'),
};
export const letters: Readonly<Record<Owner, string>> = { A: 'A', B: 'B', host: 'H' };

export const causeWords: Readonly<Record<Cause, Text>> = {
  cold: both('first use', '首次使用'),
  noRoom: both('no room', '放不下'),
  exit: both('VM exit', '虚拟机退出'),
  switch: both('VM switch', '虚拟机切换'),
  cr3: both('CR3 write', '写 CR3'),
  invalidated: both('INVEPT…', 'INVEPT 等'),
};

export const marks = {
  tlb: (sets: number) =>
    sets === 1 ? both('TLB: one set of 16', 'TLB：16 路全相联') : both('TLB: 4 sets × 4 ways', 'TLB：4 组 × 4 路'),
  causes: both('misses by cause', '未命中的原因'),
  core: both('on the core', '核上运行'),
  hit: both('hit', '命中'),
  miss: both('miss', '未命中'),
  staleHit: both('old frame', '旧页框'),
  flushed: (n: number) => both(`${n} gone`, `清掉 ${n} 条`),
  cached: both('EPT cached', '缓存的 EPT'),
  nothing: both('no event yet', '尚无事件'),
  hostOnly: both('only the host can do this: step on to a VM exit', '只有宿主机能做：先步进到一次虚拟机退出'),
  invvpid: (guest: string) => `INVVPID ${guest}`,
  remap: (guest: string) => both(`move page ${guest} 0`, `搬动页 ${guest} 0`),
} as const;

export const readingWords = {
  hits: both('hits', '命中'),
  misses: both('misses', '未命中'),
  missRate: both('miss rate', '未命中率'),
  flushes: both('flushes', 'TLB 清空'),
  exits: both('VM exits', '虚拟机退出'),
  switches: both('VM switches', '虚拟机切换'),
  entriesByOwner: both('entries by owner', '各方表项数'),
  missesByCause: both('misses by cause', '未命中的原因'),
  missesByFlush: both('misses owed to flushing', '清空造成的未命中'),
  cyclesLost: both('cycles lost to misses', '未命中损失的周期'),
  lostPerExit: both('misses owed to exits, per VM exit', '平均每次虚拟机退出造成的未命中'),
  stale: both('reads of an old frame', '读到旧页框的次数'),
  staleEntries: both('stale entries', '过期表项'),
  eptCached: both('guest-physical mappings cached', '缓存的客户机物理映射'),
  assumed: both('an assumption: the control “Cycles for a miss”', '假设：见设置“一次未命中的周期数”'),
  cycles: both('cycles', '周期'),
} as const;

export const goalWords = {
  exitsText: both(
    'Without VPID tags, finish a run in which VM exits cost at least three times as many misses as VM switches.',
    '不用 VPID 标签跑完一遍，使虚拟机退出造成的未命中至少是虚拟机切换的三倍。',
  ),
  exitsDone: both(
    'A switch is rare; an exit comes whenever the guest needs the hypervisor. So it was exits that made untagged TLBs so costly.',
    '切换并不多，而客户机每次需要管理程序都要退出。所以无标签 TLB 的代价主要来自退出。',
  ),
  vainText: both(
    'With VPID tags on, finish a run in which more than half of all accesses still miss.',
    '打开 VPID 标签跑完一遍，使一半以上的访问仍未命中。',
  ),
  vainDone: both(
    'Tags keep entries from being flushed; they make no room. When the working sets together outgrow the TLB, capacity decides.',
    '标签使表项免于清空，却不会增加空间。工作集加起来超出 TLB 时，容量说了算。',
  ),
  staleText: both(
    'Make a stale translation visible: move a guest’s page without INVEPT until the guest reads the old frame. Then repair it.',
    '让过期的转换显形：搬动客户机的一页而不做 INVEPT，直到客户机读到旧页框；然后修好它。',
  ),
  staleDone: both(
    'Tags say whose a translation is, not whether it is still true. After a change of the EPT only INVEPT makes the processor forget.',
    '标签说明转换属于谁，却不说明它是否仍然正确。EPT 改变之后，只有 INVEPT 能让处理器忘掉旧的。',
  ),
} as const;

export const omits: readonly Text[] = [
  both(
    'One TLB of 16 entries stands for all; a Skylake core has 64 + 1,536 for 4-KiB data pages, and separate ones for instructions and large pages.',
    '用一个 16 项的 TLB 代表全部；Skylake 核对 4 KiB 数据页有 64 + 1536 项，指令与大页另有 TLB。',
  ),
  both(
    'Replacement is least recently used; real processors use something near it and do not document it.',
    '替换策略为最近最少使用；真实处理器采用近似策略，且不公开细节。',
  ),
  both(
    'A guest reads its pages in turn, again and again: the hardest pattern for a TLB that is a little too small.',
    '客户机循环依次读它的页：对稍嫌小的 TLB，这是最难的模式。',
  ),
  both(
    'Global pages and paging-structure caches are left out; cached guest-physical mappings have room without limit here.',
    '不含全局页与分页结构缓存；缓存的客户机物理映射在此没有容量限制。',
  ),
  both(
    'What a miss costs depends on caches and on page walks: the cycles are an assumption that you set.',
    '一次未命中的代价取决于缓存与页表遍历：周期数是由你设定的假设。',
  ),
  both(
    'With PCIDs on, the guest’s kernel is taken to set bit 63 of CR3, so that nothing is invalidated.',
    'PCID 打开时，假定客户机内核置 CR3 第 63 位，因此不作废任何表项。',
  ),
];
