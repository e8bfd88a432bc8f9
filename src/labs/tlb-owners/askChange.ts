import type { Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { countTranslations } from '#sim/mmu/tlb.ts';
import { ask } from './bet.ts';
import type { State } from './state.ts';

export function atCr3(state: State): Ask<State> {
  const before = countTranslations(state.tlb);
  const bets: Record<string, Bet> = {
    own: [
      both('only this guest’s', '只有这台客户机的'),
      both(
        'MOV to CR3 reaches the current VPID only; others’ entries are none of its business.',
        'MOV 到 CR3 只影响当前 VPID；别人的表项与它无关。',
      ),
      both(
        'Its processes have PCIDs of their own, so there is nothing to be confused.',
        '它的各进程都有自己的 PCID，不会混淆。',
      ),
    ],
    none: [
      both('none', '一条也不清'),
      both(
        'PCIDs tell the guest’s processes apart, as VPIDs tell the guests apart.',
        'PCID 区分客户机的各进程，正如 VPID 区分各客户机。',
      ),
      both(
        'The other process uses the same page numbers: without PCIDs its accesses would hit these entries.',
        '另一个进程用同样的页号：没有 PCID，它的访问会命中这些表项。',
      ),
    ],
    all: [
      both('everyone’s', '所有人的'),
      both('', ''),
      both(
        'The VPID keeps other guests’ entries, and the host’s, out of reach.',
        'VPID 使其他客户机与宿主机的表项不受影响。',
      ),
    ],
  };
  const right = ({ tlb }: State): string =>
    countTranslations(tlb) === before ? 'none' : countTranslations(tlb) === 0 ? 'all' : 'own';
  return ask(
    state,
    'cr3',
    both(
      'The guest writes CR3 to run another process. Whose entries go?',
      '客户机写 CR3 换进程运行。谁的表项会被清掉？',
    ),
    bets,
    right,
  );
}

export function afterMove(state: State): Ask<State> {
  const bets: Record<string, Bet> = {
    stale: [
      both('the old frame', '旧页框'),
      both(
        'A tag says whose the translation is, not whether it still holds; and even a walk may use a cached EPT mapping.',
        '标签说明转换属于谁，却不说明是否仍然有效；即使重新遍历，也可能用到缓存的 EPT 映射。',
      ),
      both(
        'The mapping was not cached any more, so the walk found the new one.',
        '该映射已不在缓存中，遍历找到了新的。',
      ),
    ],
    fresh: [
      both('the new frame', '新页框'),
      both('Nothing of the old mapping was cached.', '旧映射没有任何缓存。'),
      both(
        'The EPT in memory is right, but the processor does not look there while it remembers an answer.',
        '内存中的 EPT 是对的，但处理器记得答案时不会去看。',
      ),
    ],
    fault: [
      both('none: an EPT violation', '都不是：EPT 违例'),
      both('', ''),
      both(
        'A violation needs a refusal. Both the old mapping and the new one allow the access.',
        '违例须有拒绝。新旧映射都允许这次访问。',
      ),
    ],
  };
  const right = ({ told }: State): string =>
    (told.kind === 'hit' || told.kind === 'miss') && told.isStale ? 'stale' : 'fresh';
  return ask(
    state,
    'moved-page',
    both(
      'The page was moved without INVEPT. Which frame does the guest read?',
      '这一页被搬动，但没有 INVEPT。客户机读到哪个页框？',
    ),
    bets,
    right,
  );
}
