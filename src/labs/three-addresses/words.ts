import type { Text } from '#kit/text.ts';
import type { AddressFault } from '#sim/paging/linear.ts';

export const text = (en: string, zh: string): Text => ({ en, 'zh-CN': zh });

export const title = text('Three kinds of address', '三种地址');
export const question = text(
  'Two guests use the same addresses. Why does neither ever see the other’s bytes?',
  '两台客户机使用同样的地址，为什么谁也看不到对方的字节？',
);

export const controlWords = {
  access: text('Access', '访问'),
  accesses: { read: text('read', '读'), write: text('write', '写') },
  address: text('Guest and guest-virtual address', '客户机与客户机虚拟地址'),
  addressHelp: text(
    'A or B, then a hexadecimal address such as 0x1000. The pages from 0x0000 to 0x4fff are drawn; any other works too.',
    '先写 A 或 B，再写十六进制地址，如 0x1000。图中画出 0x0000 到 0x4fff 的页；其他地址也可以写。',
  ),
} as const;

const example = 'A 0x1000';
/** What is wrong at a character of the line, and what would be right. */
export const addressFaults: Readonly<Record<AddressFault['kind'] | 'guest', (found: string) => Text>> = {
  guest: () => text(`begin with the guest, A or B, and a space: ${example}`, `先写客户机 A 或 B，再空一格：${example}`),
  empty: () => text(`an address is missing: ${example}`, `缺少地址：${example}`),
  digit: (found) =>
    text(`“${found}” is no hexadecimal digit: use 0–9 and a–f`, `“${found}”不是十六进制数字：请用 0–9 与 a–f`),
  long: () => text('this is the 17th digit: an address has at most 16', '这是第 17 位数字：地址至多 16 位'),
  lines: () => text('one line is enough: one access at a time', '一行就够：一次只访问一个地址'),
};

/** Words that stand in the picture. */
export const marks = {
  virtual: text('GVA: guest-virtual', 'GVA：客户机虚拟'),
  physical: text('GPA: guest-physical', 'GPA：客户机物理'),
  host: text('HPA: 64 host frames (E: EPT tables)', 'HPA：宿主机 64 个页框（E：EPT 页表）'),
  guest: (name: string) => text(`guest ${name}`, `客户机 ${name}`),
  guestKernel: text('guest kernel', '客户机内核'),
  hypervisor: text('hypervisor', '虚拟机管理程序'),
  violation: text('EPT violation', 'EPT 违例'),
  noExit: text('no VM exit', '无虚拟机退出'),
  exit: text('VM exit', '虚拟机退出'),
  killed: text('kills the process', '终止该进程'),
  pageFault: text('page fault', '缺页异常'),
  theByte: text('the byte', '该字节'),
  read: (at: string) => text(`read ${at}`, `读 ${at}`),
  write: (at: string) => text(`write ${at}`, `写 ${at}`),
  unmap: (at: string) => text(`unmap ${at}`, `取消映射 ${at}`),
  pageOut: (at: string) => text(`page out ${at}`, `换出 ${at}`),
  balloon: (at: string) => text(`balloon ${at}`, `气球收回 ${at}`),
  share: (at: string) => text(`share ${at}`, `合并同页 ${at}`),
  another: text('now click another frame: the two change places', '再点另一个页框，两者互换'),
} as const;

export const readingWords = {
  gva: text('guest-virtual address', '客户机虚拟地址'),
  gpa: text('guest-physical address', '客户机物理地址'),
  hpa: text('host-physical address', '宿主机物理地址'),
  byte: text('the byte', '该字节'),
  fault: text('fault', '异常'),
  handledBy: text('handled by', '处理者'),
  framesUsed: text('frames used', '占用页框'),
  shared: text('frames shared', '共享的页框'),
  exits: text('VM exits', '虚拟机退出'),
  guestFaults: text('guest page faults', '客户机缺页异常'),
  copies: text('copies on write', '写时复制'),
  swaps: text('frames exchanged', '互换页框'),
  guestSees: text('what each guest sees', '各客户机所见'),
  slots: text('frame behind each guest-physical page', '各客户机物理页对应的页框'),
  pte: text('PTE used', '所用 PTE'),
  eptEntry: text('EPT entry used', '所用 EPT 表项'),
} as const;

export const goalWords = {
  sameText: text(
    'Read GPA 0x5000 in both guests, and find two different frames.',
    '在两台客户机中都读 GPA 0x5000，找到两个不同的页框。',
  ),
  sameDone: text(
    'A guest-physical address means nothing without the guest’s name: each guest has its own 0x5000, as it has its own 0.',
    '离开客户机谈客户机物理地址没有意义：每台客户机都有自己的 0x5000，正如各有自己的 0。',
  ),
  handlerText: text(
    'Let the hypervisor handle a fault and the guest’s kernel none, and let the access succeed.',
    '让虚拟机管理程序处理一次异常，而客户机内核一次也不处理，最后访问成功。',
  ),
  handlerDone: text(
    'The guest’s table was in order, so the guest’s kernel was never asked: only the hypervisor can mend its own map.',
    '客户机页表并无问题，所以从未惊动客户机内核：管理程序自己的映射只有它自己能修补。',
  ),
  unseenText: text(
    'Exchange two host frames so that a read you have made before finds the same byte at another host-physical address.',
    '互换两个宿主机页框，使先前做过的一次读在另一个宿主机物理地址找到同样的字节。',
  ),
  unseenDone: text(
    'With the slot map mended, nothing that a guest can do tells it where its memory really is. That is what lets a hypervisor move it.',
    '只要内存槽的映射随之改好，客户机无论做什么都看不出自己的内存究竟在哪里。管理程序正因此才能搬动它。',
  ),
  copyText: text(
    'Save a frame by sharing, then make a guest lose the saving by writing.',
    '先靠共享省下一个页框，再让客户机的一次写把它用掉。',
  ),
  copyDone: text(
    'Shared frames are read-only in the EPT, so the first write leaves the guest, and the hypervisor gives the writer a copy.',
    '共享页框在 EPT 中只读，所以第一次写会离开客户机，由管理程序给写者一份副本。',
  ),
} as const;

export const omits: readonly Text[] = [
  text(
    'There is no TLB: every access walks both trees, though here each walk of up to 24 entries is told in two steps.',
    '这里没有 TLB：每次访问都遍历两套页表；至多 24 个表项的遍历在此只分两步讲述。',
  ),
  text(
    'A guest has eight guest-physical pages, no devices and one process; a real one has millions, and a table tree for each process.',
    '每台客户机只有八个客户机物理页、一个进程，没有设备；真实客户机有数百万页，每个进程都有一套页表。',
  ),
  text(
    'The hypervisor’s own code and data have no frames here; only its EPT tables are drawn, and they stay where they are.',
    '管理程序自身的代码与数据不在图中；只画出它的 EPT 页表，而且它们不移动。',
  ),
  text(
    'After a map is changed, real software must invalidate cached translations: the guest with INVLPG, the hypervisor with INVEPT.',
    '映射改变后，真实软件必须作废已缓存的转换：客户机用 INVLPG，管理程序用 INVEPT。',
  ),
  text(
    'Paging out and in costs a disk’s time; real systems balloon first, because the guest knows best which pages it can spare.',
    '换出与换入要付出磁盘时间；真实系统会先用内存气球，因为哪些页可以让出，客户机自己最清楚。',
  ),
];
