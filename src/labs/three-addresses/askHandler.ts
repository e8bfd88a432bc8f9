import type { Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { ask } from './bet.ts';
import type { State } from './state.ts';

/** A translation is missing, in one map or the other. */
export function whoHandles(state: State, key: string): Ask<State> {
  const question =
    key === 'who-unmapped'
      ? both('The PTE no longer maps the page. Who is told of the access?', 'PTE 已不再映射这一页。这次访问会通知谁？')
      : both(
          'This guest-physical page has no frame. Who is told of the access?',
          '这个客户机物理页没有页框。这次访问会通知谁？',
        );
  const bets: Record<string, Bet> = {
    guest: [
      both('the guest’s own kernel', '客户机自己的内核'),
      both(
        'The guest’s tables refused, and they are the guest’s business: no VM exit.',
        '拒绝访问的是客户机页表，那是客户机自己的事：没有虚拟机退出。',
      ),
      both(
        'The guest’s tables have agreed already. A page fault here would be nonsense to a kernel whose table is in order.',
        '客户机页表已经同意。若此时报缺页异常，页表无误的内核会莫名其妙。',
      ),
    ],
    hypervisor: [
      both('the hypervisor, by a VM exit', '管理程序，经虚拟机退出'),
      both(
        'The EPT is the hypervisor’s map, so only it can mend it; the guest will not notice.',
        'EPT 是管理程序的映射，只有它能修补；客户机毫无察觉。',
      ),
      both(
        'With EPT the hypervisor need not see the guest’s page faults: they go straight to the guest’s kernel.',
        '有了 EPT，管理程序不必经手客户机的缺页异常：它们直接送给客户机内核。',
      ),
    ],
    nobody: [
      both('nobody: the access goes through', '谁也不通知：访问成功'),
      both('', ''),
      both(
        'A translation that is missing in either map stops the access; someone must supply it.',
        '任何一层缺少转换，访问都无法完成；总得有人补上。',
      ),
    ],
  };
  return ask(state, key, question, bets, ({ walk }) => walk.fault?.handledBy ?? 'nobody');
}

/** Asked before a write to a frame with two owners. */
export function sharedWrite(state: State): Ask<State> {
  const bets: Record<string, Bet> = {
    exit: [
      both('it leaves the guest for the hypervisor', '离开客户机，交给管理程序'),
      both(
        'A shared frame is read-only in the EPT, so that the first write can be caught.',
        '共享页框在 EPT 中只读，为的就是截住第一次写。',
      ),
      both('', ''),
    ],
    both: [
      both('it changes the page for both guests', '两台客户机的页都被改'),
      both('', ''),
      both(
        'That would break the isolation: sharing is safe only because writing is refused.',
        '那会破坏隔离：共享之所以安全，正因为不许写。',
      ),
    ],
    guest: [
      both('the guest’s kernel gets a page fault', '客户机内核收到缺页异常'),
      both('', ''),
      both(
        'The guest’s PTE allows writing and has not been touched; the guest does not even know of the sharing.',
        '客户机的 PTE 允许写，也没有被动过；客户机根本不知道有共享。',
      ),
    ],
  };
  return ask(
    state,
    'shared-write',
    both(
      'The guest writes to a frame that two guests share. What happens?',
      '客户机要写一个两台客户机共享的页框。会怎样？',
    ),
    bets,
    ({ walk }) => (walk.fault?.handledBy === 'hypervisor' ? 'exit' : 'both'),
  );
}
