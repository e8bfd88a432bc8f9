import { both, type Text } from '#kit/text.ts';

/** An option, what is said where it is right, and the belief behind it where it is not. */
export type Bet = readonly [option: Text, whenRight: Text, whenWrong: Text];
export type Bets = Readonly<Record<string, Bet>>;

/** Said of an option that is never right. */
const never = both('', '');
const guestOption = both('a page fault, for the guest’s own kernel', '缺页异常，由客户机自己的内核处理');
const kernelOption = both('a page fault, for the kernel', '缺页异常，由内核处理');

/** What is read first: `root` is the guest’s root table. */
export const firstReadBets = (root: string): Bets => ({
  guest: [
    both(`the ${root}’s entry`, `${root} 的表项`),
    both(
      'CR3 holds a physical address here: nothing stands between it and the table.',
      '这里 CR3 保存的就是物理地址，与页表之间再无阻隔。',
    ),
    both(
      `CR3 says where the ${root} is, but in guest-physical terms: on the bus that address means nothing until the EPT has translated it.`,
      `CR3 的确指明 ${root} 在哪里，但那是客户机物理地址：经 EPT 转换之前，它在总线上毫无意义。`,
    ),
  ],
  ept: [
    both('an entry of the EPT’s root table', 'EPT 根表的表项'),
    both(
      'CR3 is guest-physical, so even the guest’s root table must be looked up in the EPT first.',
      'CR3 是客户机物理地址，所以连客户机的根页表也要先查 EPT。',
    ),
    both(
      'There is no EPT here: the processor runs without a guest, and CR3 is a physical address.',
      '这里没有 EPT：处理器不在客户机中运行，CR3 就是物理地址。',
    ),
  ],
  data: [
    both('the byte itself', '那个字节本身'),
    never,
    both(
      'The byte’s address is known only at the very end of the walk; so far there is only a virtual one.',
      '要到遍历的最后才知道该字节的地址；眼下只有虚拟地址。',
    ),
  ],
});

/** How the way goes on to the guest’s next table. */
export const nextTableBets = (table: string, isNested: boolean): Bets => ({
  guest: [
    both(`one: the ${table}’s entry is read next`, `一次：接着就读 ${table} 的表项`),
    both(
      'Without EPT the address in the entry is physical: one read for every level.',
      '没有 EPT 时，表项中的地址就是物理地址：每级读一次。',
    ),
    both(
      `The entry did name the ${table}’s frame, but a guest-physical one, and guest-physical addresses are never on the bus.`,
      `表项确实给出了 ${table} 的页框，但那是客户机物理页框，而客户机物理地址从不出现在总线上。`,
    ),
  ],
  ept: [
    both('more: the EPT is walked again first', '不止一次：先要再走一遍 EPT'),
    both(
      'Every address the guest’s tables give is guest-physical, so every level pays for a walk of the EPT.',
      '客户机页表给出的每个地址都是客户机物理地址，所以每一级都要付出一遍 EPT 的代价。',
    ),
    both('A second walk would need second tables: native paging has none.', '再走一遍需要第二套页表：原生分页没有。'),
  ],
  cached: [
    isNested
      ? both('none: the EPT has already been walked', '不用再读：EPT 已经走过了')
      : both('none: a table has already been read', '不用再读：已经读过一张表了'),
    never,
    isNested
      ? both(
          'The walk before was for another page. A cache may remember its upper entries, but this picture has none, and the page is a different one anyway.',
          '刚才那一遍是为另一页走的。缓存也许记得上层表项，但这里没有缓存，况且要找的是另一页。',
        )
      : both(
          'That table says where the next one is, not what stands in it. A cache may remember that, but this picture has none.',
          '那张表只说下一张在哪里，没说里面写着什么。缓存也许记得，但这里没有缓存。',
        ),
  ],
});

/** What comes of the guest’s last entry. */
export const guestLeafBets = (isNested: boolean): Bets => ({
  onward: [
    both('it gives a frame, and the access goes on', '给出页框，访问继续'),
    both('The entry is present and allows the access.', '该表项存在，并允许这次访问。'),
    both(
      'An entry gives its frame only where it is present, no reserved bit is set and all levels allow the access: look at the settings, and at the bits you flipped.',
      '只有表项存在、没有保留位为 1、各级都允许访问时，才给出页框：看看设置与你翻转的位。',
    ),
  ],
  guest: [
    isNested ? guestOption : kernelOption,
    isNested
      ? both(
          'The guest’s tables refuse the access, and they are the guest’s own business: #PF arrives in the guest as on a real machine.',
          '拒绝访问的是客户机页表，而那是客户机自己的事：#PF 像在真机上一样送达客户机。',
        )
      : both(
          'The tables refuse the access, and their owner is told: #PF goes to the kernel.',
          '拒绝访问的是页表，通知的是它的主人：#PF 送给内核。',
        ),
    both(
      'A page fault needs a refusal in these tables: here the entry does not refuse this access.',
      '缺页异常须由这些页表拒绝而起：这里的表项并不拒绝这次访问。',
    ),
  ],
  hypervisor: [
    both('a VM exit to the hypervisor', '虚拟机退出，交给虚拟机管理程序'),
    both('It is the EPT that refuses: the entry cannot be marked accessed.', '拒绝的是 EPT：无法给该表项置访问位。'),
    isNested
      ? both(
          'With EPT the hypervisor has no part in the guest’s tables: whatever this entry holds, a page fault goes to the guest unless the hypervisor asked to intercept it.',
          '有了 EPT，虚拟机管理程序不再插手客户机页表：无论表项内容如何，缺页异常都直接送给客户机，除非管理程序要求拦截。',
        )
      : both('There is no hypervisor here to exit to.', '这里没有虚拟机管理程序可以退出到。'),
  ],
});

/** What comes of the last entry of the EPT. */
export const lastEntryBets = (): Bets => ({
  onward: [
    both('the byte’s host-physical address', '该字节的宿主机物理地址'),
    both('The entry is present and all levels of the EPT allow the access.', '该表项存在，且 EPT 各级都允许这次访问。'),
    both(
      'Both trees must allow an access. The guest’s has, but the EPT has a say of its own: look at the settings, and at the bits you flipped.',
      '两套页表都须允许才行。客户机页表已允许，但 EPT 另有决定权：看看设置与你翻转的位。',
    ),
  ],
  guest: [
    guestOption,
    never,
    both(
      'The guest’s tables have already agreed to this access. It does not know the EPT, so it could do nothing about what happens there.',
      '客户机页表已同意这次访问。客户机不知道 EPT 的存在，对那里发生的事无能为力。',
    ),
  ],
  hypervisor: [
    both('a VM exit to the hypervisor', '虚拟机退出，交给虚拟机管理程序'),
    both(
      'The EPT is the hypervisor’s own table, so what it refuses only the hypervisor can put right.',
      'EPT 是虚拟机管理程序的表，它拒绝的访问只有管理程序能解决。',
    ),
    both(
      'An exit needs a refusal: the EPT has this page and allows this kind of access.',
      '退出须先有拒绝：EPT 中有这一页，也允许这种访问。',
    ),
  ],
});
