import type { Text } from '#kit/text.ts';
import type { ExitCause } from '#sim/mmu/counts.ts';
import type { PageFault, Vmm } from '#sim/mmu/machine.ts';

/** Up to 52 bits of an address, grouped by four: 3a7c_5000. The upper half is cut to its low 48 bits. */
export function grouped(address: number): string {
  const hex = address.toString(16);
  const groups = hex.padStart(Math.ceil(hex.length / 4) * 4, ' ').match(/.{4}/g) ?? [];
  return `${address >= 2 ** 47 ? '…' : ''}${groups.join('_').trim()}`;
}
/** The address of a page or frame. */
export const pageAddress = (page: number): string => grouped(page * 4096);

export const rightsToWord = (rights: number): string =>
  [rights & 1 && 'r', rights & 2 && 'w', rights & 4 && 'x'].filter(Boolean).join('') || '–';

/** A name cut to what the picture has room for. */
export const shortName = (name: string): string => (name.length > 8 ? `${name.slice(0, 7)}…` : name);
const number = (n: number): string => n.toLocaleString('en');
const plural = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

export const faultNames: Readonly<Record<PageFault, Text>> = {
  'not-present': { en: 'the page is not present', 'zh-CN': '该页不存在' },
  'write-protected': { en: 'the page may not be written', 'zh-CN': '该页不可写' },
  'no-execute': { en: 'the page may not be executed', 'zh-CN': '该页不可执行' },
};

/** The same where there is little room. */
export const shortFaults: Readonly<Record<PageFault, Text>> = {
  'not-present': { en: 'not present', 'zh-CN': '该页不存在' },
  'write-protected': { en: 'write-protected', 'zh-CN': '该页不可写' },
  'no-execute': { en: 'no-execute', 'zh-CN': '该页不可执行' },
};

export const causeNames: Readonly<Record<ExitCause, Text>> = {
  'page-fault': { en: 'page fault', 'zh-CN': '缺页异常' },
  'page-table-write': { en: 'store to a guest page table', 'zh-CN': '写客户机页表' },
  'cr3-load': { en: 'CR3 load', 'zh-CN': '装载 CR3' },
  invlpg: { en: 'INVLPG', 'zh-CN': 'INVLPG' },
  'ept-violation': { en: 'EPT violation', 'zh-CN': 'EPT 违例' },
  'vm-switch': { en: 'switch to another VM', 'zh-CN': '切换虚拟机' },
  balloon: { en: 'memory balloon', 'zh-CN': '内存气球' },
};

export const labels = {
  guestTable: { en: 'Guest’s table', 'zh-CN': '客户机页表' },
  guestMaps: { en: 'GVA → GPA', 'zh-CN': 'GVA → GPA' },
  map: { en: 'VMM’s map', 'zh-CN': 'VMM 映射' },
  mapMaps: { en: 'GPA → HPA', 'zh-CN': 'GPA → HPA' },
  ownTable: { en: 'The OS’s table', 'zh-CN': '操作系统页表' },
  ownMaps: { en: 'VA → PA', 'zh-CN': 'VA → PA' },
  notPresent: { en: 'not present', 'zh-CN': '不存在' },
  noFrame: { en: 'no frame', 'zh-CN': '无页框' },
  start: { en: 'before line 1', 'zh-CN': '第 1 行之前' },
  kernel: { en: 'Kernel', 'zh-CN': '内核' },
  guestKernel: { en: 'Guest kernel', 'zh-CN': '客户机内核' },
  corrupt: { en: 'Plant a wrong entry', 'zh-CN': '埋下一处错误' },
  repair: { en: 'Repair the entry', 'zh-CN': '改回正确' },
} satisfies Record<string, Text>;

export const walkedTable: Readonly<Record<Exclude<Vmm, 'native'>, readonly [name: Text, maps: Text]>> = {
  shadow: [
    { en: 'Shadow table', 'zh-CN': '影子页表' },
    { en: 'GVA → HPA', 'zh-CN': 'GVA → HPA' },
  ],
  nested: [
    { en: 'EPT', 'zh-CN': '扩展页表 EPT' },
    { en: 'GPA → HPA', 'zh-CN': 'GPA → HPA' },
  ],
};

export const mmu: Readonly<Record<Vmm, (references: number) => Text>> = {
  shadow: (n) => ({
    en: `MMU: CR3 → shadow table · ${plural(n, 'entry', 'entries')} read`,
    'zh-CN': `MMU：CR3 → 影子页表 · 读 ${n} 项`,
  }),
  nested: (n) => ({
    en: `MMU: guest’s table through EPT · ${n} read`,
    'zh-CN': `MMU：经 EPT 走客户机页表 · 读 ${n} 项`,
  }),
  native: (n) => ({
    en: `MMU: CR3 → the OS’s own table · ${n} read`,
    'zh-CN': `MMU：CR3 → 系统自己的页表 · 读 ${n} 项`,
  }),
};

/** How full it is, and what is shown of it: some of its sets, or all with the tags' names. */
export function tlbTitle(held: number, all: number, { firstSet, lastSet, sets }: Shown, vmm: Vmm): Text {
  const isAll = firstSet === 0 && lastSet === sets - 1;
  const tags = vmm === 'native' ? 'P = PCID' : 'V = VPID, P = PCID';
  return {
    en: `TLB: ${held} of ${all} held · ${isAll ? tags : `sets ${firstSet}–${lastSet} of ${sets}`}`,
    'zh-CN': `TLB：已用 ${held}/${all} 项 · ${isAll ? tags : `共 ${sets} 组，图为 ${firstSet}–${lastSet} 组`}`,
  };
}
interface Shown {
  readonly firstSet: number;
  readonly lastSet: number;
  readonly sets: number;
}

export const cycles = (n: number): Text => ({ en: plural(n, 'cycle'), 'zh-CN': `${number(n)} 周期` });
export const vmmExits = (n: number): Text => ({ en: `VMM: ${plural(n, 'exit')}`, 'zh-CN': `VMM：${n} 次退出` });
export const walkedEntries = (n: number): Text => ({ en: `Walk: ${plural(n, 'ref')}`, 'zh-CN': `遍历：${n} 次` });

/** What is read aloud for the cells of the picture. */
export const abouts = {
  guest: (va: string, says: string | undefined): Text => ({
    en: says ? `The guest’s table maps ${va} to guest page ${says}` : `The guest’s table has no page at ${va}`,
    'zh-CN': says ? `客户机页表把 ${va} 映射到客户机页 ${says}` : `客户机页表在 ${va} 处没有页`,
  }),
  map: (gpa: string, hpa: string | undefined): Text => ({
    en: hpa ? `The VMM keeps guest page ${gpa} in host frame ${hpa}` : `The VMM has no frame for guest page ${gpa} yet`,
    'zh-CN': hpa ? `VMM 把客户机页 ${gpa} 放在宿主机页框 ${hpa}` : `VMM 还没有给客户机页 ${gpa} 分配页框`,
  }),
  shadow: (va: string, says: string | undefined): Text => ({
    en: says ? `The shadow table maps ${va} to host frame ${says}` : `The shadow table has no entry for ${va}`,
    'zh-CN': says ? `影子页表把 ${va} 映射到宿主机页框 ${says}` : `影子页表没有 ${va} 的表项`,
  }),
  ept: (gpa: string, says: string | undefined): Text => ({
    en: says ? `EPT maps guest page ${gpa} to host frame ${says}` : `EPT has no entry for guest page ${gpa}`,
    'zh-CN': says ? `EPT 把客户机页 ${gpa} 映射到宿主机页框 ${says}` : `EPT 没有客户机页 ${gpa} 的表项`,
  }),
  slot: (owner: string, va: string, says: string): Text => ({
    en: `The TLB holds ${va} of ${owner}: host frame ${says}`,
    'zh-CN': `TLB 存有 ${owner} 的 ${va}：宿主机页框 ${says}`,
  }),
  exits: (n: number, causes: readonly Text[]): Text => ({
    en: `${plural(n, 'exit')} in this line: ${causes.map(({ en }) => en).join(', ')}`,
    'zh-CN': `本行退出 ${n} 次：${causes.map((cause) => cause['zh-CN']).join('、')}`,
  }),
  corrupt: (page: string, owner: string): Text => ({
    en: `Make the VMM’s entry for guest page ${page} name a frame of VM ${owner}`,
    'zh-CN': `让 VMM 中客户机页 ${page} 的表项指向虚拟机 ${owner} 的页框`,
  }),
  repair: {
    en: 'Make the wrong entry name the VM’s own frame again',
    'zh-CN': '让错误的表项重新指向本虚拟机自己的页框',
  } satisfies Text,
};
