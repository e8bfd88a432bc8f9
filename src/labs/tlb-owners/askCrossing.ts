import type { Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { countTranslations } from '#sim/mmu/tlb.ts';
import { ask } from './bet.ts';
import type { State } from './state.ts';

const kept = ({ tlb }: State): string => (countTranslations(tlb) === 0 ? 'none' : 'all');

export function atExit(state: State): Ask<State> {
  const bets: Record<string, Bet> = {
    all: [
      both('all of them', '全部'),
      both(
        'Each entry carries a VPID, and the host has its own, 0: nobody can hit another’s.',
        '每条表项都带 VPID，宿主机自己是 0：谁也命中不了别人的。',
      ),
      both(
        'With no tag, the host would hit the guest’s entries and read the guest’s frames for its own pages.',
        '没有标签，宿主机会命中客户机的表项，把客户机的页框当成自己的页来读。',
      ),
    ],
    none: [
      both('none', '一条不剩'),
      both(
        'Without VPIDs every VM exit invalidates them, even when the same guest is to run on in a moment.',
        '没有 VPID，每次虚拟机退出都会使它们作废，哪怕同一客户机马上就要继续运行。',
      ),
      both(
        'That was so before VPIDs and ASIDs. With tags an exit need not invalidate anything.',
        '有 VPID 与 ASID 之前确实如此。有了标签，退出不必作废任何表项。',
      ),
    ],
    switch: [
      both('all, until another guest runs', '全部，直到换另一客户机运行'),
      both('', ''),
      both(
        'An exit is not a switch, but the hypervisor has an address space of its own, so the exit alone decides.',
        '退出不是切换，但管理程序有自己的地址空间，所以退出本身就决定了结果。',
      ),
    ],
  };
  return ask(
    state,
    `exit-${state.params.tags}`,
    both('A VM exit comes. Which TLB entries are left after it?', '虚拟机退出即将发生。之后还剩哪些 TLB 表项？'),
    bets,
    kept,
  );
}

const outcome = ({ told }: State): string => (told.kind === 'hit' ? 'hit' : 'miss');

export function backAgain(state: State): Ask<State> {
  const bets: Record<string, Bet> = {
    hit: [
      both('a hit', '命中'),
      both('The tags have kept its entries while the host ran.', '宿主机运行期间，标签保住了它的表项。'),
      both(
        'No other guest has run, that is true; but the exit and the entry each emptied the TLB, or others needed the room.',
        '确实没有别的客户机运行过；但退出与进入各清空了一次 TLB，或者位置被别人占用了。',
      ),
    ],
    miss: [
      both('a miss', '未命中'),
      both(
        'The guest pays for the crossing, or for the room that others took.',
        '客户机为这次进出付出代价，或因位置被占而未命中。',
      ),
      both('Its entry was tagged, and nobody needed the room.', '它的表项带有标签，也没有人占用位置。'),
    ],
  };
  return ask(
    state,
    `back-${state.params.tags}`,
    both(
      'The same guest runs on after a VM exit. Its next access is …',
      '虚拟机退出之后，同一客户机继续运行。它的下一次访问是……',
    ),
    bets,
    outcome,
  );
}

export function samePage(state: State): Ask<State> {
  const bets: Record<string, Bet> = {
    others: [
      both('it hits A’s entry for the same page', '命中 A 的同页号表项'),
      both('', ''),
      both(
        'That would be the misreading to be feared: either the entry was flushed, or its tag does not match.',
        '这正是要防的误读：要么表项已清空，要么标签不符。',
      ),
    ],
    miss: [
      both('it misses, and fills an entry of its own', '未命中，填入自己的表项'),
      both(
        'Guest B’s pages are other pages, whatever their numbers: with tags the two entries then stand side by side.',
        '客户机 B 的页是另外的页，页号相同也一样：有标签时，两条表项从此并存。',
      ),
      both('B has run before, and its own entry is still here.', 'B 以前运行过，它自己的表项还在。'),
    ],
    hit: [
      both('it hits an entry of its own', '命中自己的表项'),
      both('B ran before, and its tag kept the entry.', 'B 以前运行过，标签保住了它的表项。'),
      both(
        'B has no entry now: it has not run yet, or its entries are gone.',
        'B 现在没有表项：它还没有运行过，或表项已被清掉。',
      ),
    ],
  };
  return ask(
    state,
    `same-page-${state.params.tags}`,
    both(
      'Guest B reads a page number that A has just used. What does the TLB do?',
      '客户机 B 读一个 A 刚用过的页号。TLB 会怎样？',
    ),
    bets,
    outcome,
  );
}
