import { both, type Text } from '#kit/text.ts';
import type { AddressFault } from '#sim/paging/linear.ts';

export const title = both('Two-dimensional walk', '二维页表遍历');
export const question = both(
  'How many times must the processor read memory before it can load one byte?',
  '处理器要先访存多少次，才能取到一个字节？',
);

export const controlWords = {
  guestLevels: both('Guest levels', '客户机页表级数'),
  eptLevels: both('EPT levels', '扩展页表 EPT 级数'),
  guestPage: both('Guest page', '客户机页大小'),
  eptPage: both('EPT page', 'EPT 页大小'),
  access: both('Access', '访问'),
  accesses: { read: both('read', '读'), write: both('write', '写'), fetch: both('fetch', '取指') },
  user: both('In user mode (CPL 3)', '用户态（CPL 3）'),
  obstacle: both('The page is', '这一页'),
  obstacles: {
    none: both('mapped', '已映射'),
    guestNotPresent: both('not present in the guest’s tables', '在客户机页表中不存在'),
    guestReadOnly: both('read-only in the guest’s tables', '在客户机页表中只读'),
    eptNotPresent: both('not present in the EPT', '在 EPT 中不存在'),
    eptReadOnly: both('read-only in the EPT', '在 EPT 中只读'),
  },
  eptAD: both('EPT accessed and dirty flags', 'EPT 访问位与脏位'),
  paging: both('Paging', '分页'),
  pagings: {
    nested: both('nested, with EPT', '嵌套，有扩展页表 EPT'),
    native: both('native, no guest', '原生，无客户机'),
  },
  address: both('Guest-virtual address', '客户机虚拟地址'),
  addressHelp: both(
    'Hexadecimal, such as 0x7fff f7a0 1234. The guest has mapped whatever page you name.',
    '十六进制，例如 0x7fff f7a0 1234。写哪一页，客户机就已映射哪一页。',
  ),
} as const;

const example = '0x7fff f7a0 1234';
/** What is wrong at a character of the address, and what would be right. */
export const addressFaults: Readonly<Record<AddressFault['kind'], (found: string) => Text>> = {
  empty: () =>
    both(
      `an address is missing: write up to 16 hexadecimal digits, such as ${example}`,
      `缺少地址：写至多 16 位十六进制数字，例如 ${example}`,
    ),
  digit: (found) =>
    both(
      `“${found}” is no hexadecimal digit: use 0–9 and a–f, such as ${example}`,
      `“${found}”不是十六进制数字：请用 0–9 与 a–f，例如 ${example}`,
    ),
  long: () => both('this is the 17th digit: an address has at most 16', '这是第 17 位数字：地址至多 16 位'),
  lines: () => both('one line is enough: only one address is accessed', '一行就够：只访问一个地址'),
};

/** Tables by their level. An entry is called by the same name and an E. */
const tables: readonly string[] = ['', 'PT', 'PD', 'PDPT', 'PML4', 'PML5'];
const entries: readonly string[] = ['', 'PTE', 'PDE', 'PDPTE', 'PML4E', 'PML5E'];
export const tableWord = (level: number): string => tables[level] ?? '';
export const entryWord = (level: number): string => entries[level] ?? '';
export const pageWord = (level: number): string => ['', '4-KiB', '2-MiB', '1-GiB'][level] ?? '';

/** Words that stand in the picture. */
export const marks = {
  guest: both('guest', '客户机'),
  virtual: both('virtual', '虚拟地址'),
  virtualAlone: both('virtual', '虚拟'),
  physical: both('physical', '物理地址'),
  guestVirtual: both('guest-virtual address', '客户机虚拟地址'),
  guestPhysical: both('guest-physical address', '客户机物理地址'),
  hostPhysical: both('host-physical address', '宿主机物理地址'),
  plainPhysical: both('physical address', '物理地址'),
  next: both('next', '下一地址'),
  nextAddress: both('next address', '下一地址'),
  found: both('found', '结果'),
  fault: both('fault', '故障'),
  tableRow: both('table', '页表'),
  violation: both('EPT violation', 'EPT 违例'),
  misconfiguration: both('EPT misconfiguration', 'EPT 配置错误'),
  virtualAddress: both('virtual address', '虚拟地址'),
  address: both('address', '地址'),
  offset: both('offset', '偏移'),
  offsetShort: both('off.', '偏移'),
  byte: both('byte', '字节'),
  noEpt: both('no second dimension here', '这里没有第二维'),
  hypervisor: both('hypervisor', '虚拟机管理程序'),
  guestKernel: both('guest kernel', '客户机内核'),
  kernel: both('kernel', '内核'),
  afterExit: both('after a VM exit', '经虚拟机退出'),
  noExit: both('no VM exit', '没有虚拟机退出'),
  notCanonical: both('address not canonical', '地址不规范'),
  noQualification: both('no exit qualification', '没有退出限定'),
  close: both('close', '关闭'),
} as const;

export const readingWords = {
  references: both('memory references', '访存次数'),
  eptReferences: both('by EPT', '经扩展页表 EPT'),
  guestReferences: both('by guest tables', '经客户机页表'),
  vmExits: both('VM exits', '虚拟机退出'),
  formula: both('references of a whole walk, by formula', '整次遍历的访存次数（公式）'),
  formulaSource: both(
    'Bhargava, Serebrin, Spadini and Manne, “Accelerating Two-Dimensional Page Walks for Virtualized Systems”, ASPLOS 2008',
    'Bhargava、Serebrin、Spadini 与 Manne，“Accelerating Two-Dimensional Page Walks for Virtualized Systems”，ASPLOS 2008',
  ),
  guestPhysical: both('guest-physical address', '客户机物理地址'),
  hostPhysical: both('host-physical address', '宿主机物理地址'),
  fault: both('fault', '故障'),
  faultNames: {
    kind: both('kind', '种类'),
    'general-protection': both('general protection', '一般保护异常'),
    'guest-page-fault': both('guest page fault', '客户机缺页异常'),
    'ept-violation': marks.violation,
    'ept-misconfiguration': marks.misconfiguration,
    handledBy: both('handled by', '处理者'),
    guest: marks.guestKernel,
    hypervisor: marks.hypervisor,
    errorCode: both('error code', '错误码'),
    cr2: both('CR2', 'CR2'),
    exitReason: both('exit reason', '退出原因'),
    exitQualification: both('exit qualification', '退出限定'),
    guestPhysicalAddress: marks.guestPhysical,
  },
  byte: both('the byte', '该字节'),
  flagsSet: both('entries newly marked accessed or dirty', '新置访问位或脏位的表项'),
  flips: both('bits flipped', '翻转的位数'),
} as const;

export const goalWords = {
  breakText: both(
    'Flip bits until the access leaves the guest with an EPT violation while a guest table is being looked for, not the data.',
    '翻转若干位，使访问在寻找客户机页表（而不是数据）的途中以 EPT 违例离开客户机。',
  ),
  breakDone: both(
    'The guest’s tables lie in guest-physical memory like everything else: without the EPT’s consent even they cannot be read, and the guest never learns of it.',
    '客户机页表和其他内容一样位于客户机物理内存：没有 EPT 的许可，连页表也读不到，而客户机毫不知情。',
  ),
  fewestText: both(
    'Bring a complete nested translation down to 8 references or fewer.',
    '把一次完整的嵌套转换减到至多 8 次访存。',
  ),
  fewestDone: both(
    'Large pages on both sides leave two guest levels and two EPT levels: (2+1)(2+1)−1 = 8.',
    '两边都用大页，只剩两级客户机页表与两级 EPT：(2+1)(2+1)−1 = 8。',
  ),
  repairText: both(
    'Let the access fault, then play the software that handles it: flip bits until the same access completes.',
    '先让访问出错，再扮演处理它的软件：翻转若干位，直到同一访问完成。',
  ),
  repairDone: both(
    'A fault is not the end: software puts an entry right and the same access is made again, which is how memory is filled on demand.',
    '出错并非终点：软件改好表项，同一访问重新进行；按需分配内存靠的就是这一点。',
  ),
} as const;

export const omits: readonly Text[] = [
  both(
    'There is no TLB: a real processor walks only when the TLB has no entry for the page.',
    '这里没有 TLB：真实处理器只在 TLB 中没有该页的表项时才遍历。',
  ),
  both(
    'Nothing of the walk is cached: paging-structure caches and nested TLBs spare real processors most of these references.',
    '遍历的中间结果都不缓存：分页结构缓存与嵌套 TLB 让真实处理器省去其中大部分访存。',
  ),
  both(
    'Every reference counts the same: data caches and memory types have no effect here.',
    '每次访存都记作一次：数据缓存与内存类型在此不起作用。',
  ),
  both(
    'SMEP, SMAP, protection keys, mode-based execute control, #VE and page-modification logging are off; CR0.WP and EFER.NXE are 1, and the hypervisor does not intercept #PF.',
    'SMEP、SMAP、保护键、基于模式的执行控制、#VE 与页修改日志均关闭；CR0.WP 与 EFER.NXE 为 1，虚拟机管理程序不拦截 #PF。',
  ),
  both(
    'A flipped bit counts at once and the access begins again; real software must also invalidate what is cached (INVLPG, INVEPT).',
    '位一翻转即生效，访问随即重新开始；真实软件还须作废已缓存的内容（INVLPG、INVEPT）。',
  ),
  both(
    'Addresses have 46 physical bits and the host has 32 GiB; beyond that no memory answers and every read gives ones. Only the page you name is mapped.',
    '物理地址 46 位，宿主机有 32 GiB 内存；更高处无内存应答，读到的全是 1。只映射了你写的那一页。',
  ),
];
