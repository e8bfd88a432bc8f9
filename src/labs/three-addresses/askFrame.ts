import type { Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { ask } from './bet.ts';
import { model } from './model.ts';
import type { State } from './state.ts';

/** `its` is the frame in which the other guest's page of the same number lies now. */
export function sameFrame(state: State, its: number): Ask<State> {
  const at = `0x${(state.walk.guestPhysical ?? 0).toString(16)}`;
  const bets: Record<string, Bet> = {
    other: [
      both('in another frame', '在另一个页框'),
      both(
        'Each guest has an EPT of its own, so the same GPA leads to different frames.',
        '每台客户机都有自己的 EPT，同一 GPA 通向不同页框。',
      ),
      both(
        'Usually so, but look: these two pages were found alike and share one frame.',
        '通常如此，但请看：这两页内容相同，正共享一个页框。',
      ),
    ],
    same: [
      both('in the same frame', '在同一个页框'),
      both(
        'These two pages were found alike, and share one frame read-only.',
        '这两页内容相同，以只读方式共享一个页框。',
      ),
      both(
        'That would let one guest read the other’s memory: a guest-physical address counts only within its own guest.',
        '那样一台客户机就能读另一台的内存了：客户机物理地址只在自己的客户机内有效。',
      ),
    ],
    clash: [
      both('nowhere: the two guests clash', '无处可放：两台客户机冲突'),
      both('', ''),
      both(
        'Two processes may both use 0x1000, and for the same reason two guests may both use this GPA: there is one more map behind it.',
        '两个进程可以都用 0x1000；同理，两台客户机可以都用这个 GPA：它后面还有一层映射。',
      ),
    ],
  };
  const right = ({ walk }: State): string => (Math.floor((walk.hostPhysical ?? 0) / 4096) === its ? 'same' : 'other');
  return ask(
    state,
    'same-gpa',
    both(
      `The other guest also has GPA ${at}. Where is this guest’s?`,
      `另一台客户机也有 GPA ${at}。这台客户机的在哪里？`,
    ),
    bets,
    right,
  );
}

/** Asked where the same address was last used in another frame, and its page has been moved with all it held. */
export function swappedByte(state: State): Ask<State> | undefined {
  const { done, access, walk } = state;
  const before = done.findLast(({ guest, address }) => guest === access.guest && address.hex === access.address.hex);
  if (!before || before.hpa === walk.hostPhysical || access.kind === 'write') return undefined;
  if (model.step(state).walk.byte !== before.byte) return undefined;
  const bets: Record<string, Bet> = {
    same: [
      both('the same byte as before', '与先前相同的字节'),
      both(
        'The content moved with the page, and the map was mended: the guest cannot tell.',
        '内容随页搬走，映射也改好了：客户机看不出来。',
      ),
      both('', ''),
    ],
    other: [
      both('what was in that frame before', '那个页框里原来的内容'),
      both('', ''),
      both(
        'The content was moved along, not only the map changed. A hypervisor that forgot it would hand out another’s memory.',
        '改的不只是映射，内容也一起搬来了。管理程序若漏掉内容，就会交出别人的内存。',
      ),
    ],
    zero: [
      both('zero: the frame is new to it', '零：对它来说页框是新的'),
      both('', ''),
      both(
        'Zeros are for pages that were never used. This one’s content was moved along.',
        '只有从未用过的页才是零。这一页的内容已一起搬来。',
      ),
    ],
  };
  return ask(
    state,
    'moved-byte',
    both('The read goes to another frame than last time. What does it find?', '这次读的页框与上次不同。会读到什么？'),
    bets,
    ({ walk: next }) => (next.byte === before.byte ? 'same' : 'other'),
  );
}
