import { both, type Text } from '#kit/text.ts';
import type { AddressFault } from '#sim/paging/linear.ts';

export const title = both('Three kinds of address', '三种地址');
export const question = both(
  'Two guests use the same addresses. Why does neither ever see the other’s bytes?',
  '两台客户机使用同样的地址，为什么谁也看不到对方的字节？',
);

export const controlWords = {
  access: both('Access', '访问'),
  accesses: { read: both('read', '读'), write: both('write', '写') },
  address: both('Guest and guest-virtual address', '客户机与客户机虚拟地址'),
  addressHelp: both(
    'A or B, then a hexadecimal address such as 0x1000. The pages from 0x0000 to 0x4fff are drawn; any other works too.',
    '先写 A 或 B，再写十六进制地址，如 0x1000。图中画出 0x0000 到 0x4fff 的页；其他地址也可以写。',
  ),
} as const;

const example = 'A 0x1000';
/** What is wrong at a character of the line, and what would be right. */
export const addressFaults: Readonly<Record<AddressFault['kind'] | 'guest', (found: string) => Text>> = {
  guest: () => both(`begin with the guest, A or B, and a space: ${example}`, `先写客户机 A 或 B，再空一格：${example}`),
  empty: () => both(`an address is missing: ${example}`, `缺少地址：${example}`),
  digit: (found) =>
    both(`“${found}” is no hexadecimal digit: use 0–9 and a–f`, `“${found}”不是十六进制数字：请用 0–9 与 a–f`),
  long: () => both('this is the 17th digit: an address has at most 16', '这是第 17 位数字：地址至多 16 位'),
  lines: () => both('one line is enough: one access at a time', '一行就够：一次只访问一个地址'),
};

/** Words that stand in the picture. */
export const marks = {
  virtual: both('GVA: guest-virtual', 'GVA：客户机虚拟'),
  physical: both('GPA: guest-physical', 'GPA：客户机物理'),
  host: both('HPA: 64 host frames (E: EPT tables)', 'HPA：宿主机 64 个页框（E：EPT 页表）'),
  guest: (name: string) => both(`guest ${name}`, `客户机 ${name}`),
  guestKernel: both('guest kernel', '客户机内核'),
  hypervisor: both('hypervisor', '虚拟机管理程序'),
  violation: both('EPT violation', 'EPT 违例'),
  noExit: both('no VM exit', '无虚拟机退出'),
  exit: both('VM exit', '虚拟机退出'),
  killed: both('kills the process', '终止该进程'),
  pageFault: both('page fault', '缺页异常'),
  theByte: both('the byte', '该字节'),
  read: (at: string) => both(`read ${at}`, `读 ${at}`),
  write: (at: string) => both(`write ${at}`, `写 ${at}`),
  unmap: (at: string) => both(`unmap ${at}`, `取消映射 ${at}`),
  pageOut: (at: string) => both(`page out ${at}`, `换出 ${at}`),
  balloon: (at: string) => both(`balloon ${at}`, `气球收回 ${at}`),
  share: (at: string) => both(`share ${at}`, `合并同页 ${at}`),
  another: both('now click another frame: the two change places', '再点另一个页框，两者互换'),
} as const;

export const readingWords = {
  gva: both('guest-virtual address', '客户机虚拟地址'),
  gpa: both('guest-physical address', '客户机物理地址'),
  hpa: both('host-physical address', '宿主机物理地址'),
  byte: both('the byte', '该字节'),
  fault: both('fault', '异常'),
  handledBy: both('handled by', '处理者'),
  framesUsed: both('frames used', '占用页框'),
  shared: both('frames shared', '共享的页框'),
  exits: both('VM exits', '虚拟机退出'),
  guestFaults: both('guest page faults', '客户机缺页异常'),
  copies: both('copies on write', '写时复制'),
  swaps: both('frames exchanged', '互换页框'),
  guestSees: both('what each guest sees', '各客户机所见'),
  slots: both('frame behind each guest-physical page', '各客户机物理页对应的页框'),
  pte: both('PTE used', '所用 PTE'),
  eptEntry: both('EPT entry used', '所用 EPT 表项'),
} as const;

export const goalWords = {
  sameText: both(
    'Read GPA 0x5000 in both guests, and find two different frames.',
    '在两台客户机中都读 GPA 0x5000，找到两个不同的页框。',
  ),
  sameDone: both(
    'A guest-physical address means nothing without the guest’s name: each guest has its own 0x5000, as it has its own 0.',
    '离开客户机谈客户机物理地址没有意义：每台客户机都有自己的 0x5000，正如各有自己的 0。',
  ),
  handlerText: both(
    'Let the hypervisor handle a fault and the guest’s kernel none, and let the access succeed.',
    '让虚拟机管理程序处理一次异常，而客户机内核一次也不处理，最后访问成功。',
  ),
  handlerDone: both(
    'The guest’s table was in order, so the guest’s kernel was never asked: only the hypervisor can mend its own map.',
    '客户机页表并无问题，所以从未惊动客户机内核：管理程序自己的映射只有它自己能修补。',
  ),
  unseenText: both(
    'Exchange two host frames so that a read you have made before finds the same byte at another host-physical address.',
    '互换两个宿主机页框，使先前做过的一次读在另一个宿主机物理地址找到同样的字节。',
  ),
  unseenDone: both(
    'With the slot map mended, nothing that a guest can do tells it where its memory really is. That is what lets a hypervisor move it.',
    '只要内存槽的映射随之改好，客户机无论做什么都看不出自己的内存究竟在哪里。管理程序正因此才能搬动它。',
  ),
  copyText: both(
    'Save a frame by sharing, then make a guest lose the saving by writing.',
    '先靠共享省下一个页框，再让客户机的一次写把它用掉。',
  ),
  copyDone: both(
    'Shared frames are read-only in the EPT, so the first write leaves the guest, and the hypervisor gives the writer a copy.',
    '共享页框在 EPT 中只读，所以第一次写会离开客户机，由管理程序给写者一份副本。',
  ),
} as const;

export const omits: readonly Text[] = [
  both(
    'There is no TLB: every access walks both trees, though here each walk of up to 24 entries is told in two steps.',
    '这里没有 TLB：每次访问都遍历两套页表；至多 24 个表项的遍历在此只分两步讲述。',
  ),
  both(
    'A guest has eight guest-physical pages, no devices and one process; a real one has millions, and a table tree for each process.',
    '每台客户机只有八个客户机物理页、一个进程，没有设备；真实客户机有数百万页，每个进程都有一套页表。',
  ),
  both(
    'The hypervisor’s own code and data have no frames here; only its EPT tables are drawn, and they stay where they are.',
    '管理程序自身的代码与数据不在图中；只画出它的 EPT 页表，而且它们不移动。',
  ),
  both(
    'After a map is changed, real software must invalidate cached translations: the guest with INVLPG, the hypervisor with INVEPT.',
    '映射改变后，真实软件必须作废已缓存的转换：客户机用 INVLPG，管理程序用 INVEPT。',
  ),
  both(
    'Paging out and in costs a disk’s time; real systems balloon first, because the guest knows best which pages it can spare.',
    '换出与换入要付出磁盘时间；真实系统会先用内存气球，因为哪些页可以让出，客户机自己最清楚。',
  ),
];
