import { both, type Text } from '#kit/text.ts';

export const words = {
  source: both('guest’s code', '客户机代码'),
  result: both('what runs', '实际执行'),
  cache: (used: number, room: number): Text =>
    both(`translation cache: ${used} of ${room} blocks`, `翻译缓存：${room} 块中用了 ${used} 块`),
  space: both('one address space for both', '两者同在一个地址空间'),
  guestSpace: both('guest, ring 1', '客户机，ring 1'),
  vmmSpace: both('VMM', 'VMM'),
  wall: both('The segment limit: no address of the guest’s reaches beyond it.', '段界限：客户机的任何地址都越不过它。'),
  noWall: both(
    'No segment limit: in ring 1 the page tables let a kernel write here.',
    '没有段界限：ring 1 的内核，页表不会拦它写这里。',
  ),
  breach: both('written to', '已被写入'),
  user: both('user code · ring 3', '用户代码 · ring 3'),
  kernel: both('translated · ring 1', '译后代码 · ring 1'),
  vmm: both('VMM · ring 0', 'VMM · ring 0'),
  bill: both('cycles spent on', '周期花在'),
  billGuest: both('the guest', '客户机'),
  billVmm: both('translating, VMM', '翻译与 VMM'),
  direct: both('runs untranslated', '原样执行，不翻译'),
  empty: both('nothing translated', '还没有翻译过任何代码'),
} as const;

/** What each form of translation is, for who asks. */
export const formTexts = {
  ident: both('copied unchanged', '原样照抄'),
  branch: both('a jump to another block of the cache', '跳到缓存里的另一个块'),
  indirect: both('a look-up of the block for an address known only now', '目标地址此刻才知道，先查出对应的块再跳'),
  inCache: both(
    'replaced: acts on the virtual processor’s variables, without a trap',
    '被替换：改为操作虚拟处理器的变量，不发生陷入',
  ),
  callout: both('replaced by a call into the VMM', '被替换为对 VMM 的调用'),
  simulate: both(
    'replaced after two faults: stores, and tells the shadow table itself',
    '触发两次异常后被替换：自己写入，并直接通知影子页表',
  ),
} as const;
