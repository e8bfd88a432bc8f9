import { both, type Text } from '#kit/text.ts';
import type { State, Told } from './state.ts';
import { ownerOf, pageOf } from './tags.ts';
import { hex } from './tlbMarks.ts';
import { letters, owners } from './words.ts';

/** What just happened and why. */
export function caption(state: State): Text {
  const { told } = state;
  if (state.looking) return pickedCaption(state);
  switch (told.kind) {
    case 'begin':
      return both(
        'Two guests and the host take turns on one core, and all use the same page numbers; the TLB is empty.',
        '两台客户机与宿主机轮流使用一个核，用的页号都一样；TLB 还是空的。',
      );
    case 'hit':
      return hitCaption(told);
    case 'miss':
      return missCaption(told);
    case 'moved':
      return movedCaption(state, told);
  }
}

function pickedCaption(state: State): Text {
  const { picked, tlb } = state;
  const entry = picked && tlb.sets[picked.set]?.find(({ way }) => way === picked.way);
  if (!entry) return both('This entry is empty: any owner may fill it.', '此项为空：谁都可以填入。');
  const who = ownerOf(state, entry);
  return state.params.tags
    ? both(
        `Page ${hex(pageOf(entry))} of ${owners[who].en}: the VPID in the entry lets nobody else hit it.`,
        `${owners[who]['zh-CN']} 的页 ${hex(pageOf(entry))}：表项中的 VPID 使别人无法命中它。`,
      )
    : both(
        `Nothing in the entry says whose page ${hex(pageOf(entry))} this is: it is safe only because it goes at the next crossing.`,
        `表项中没有任何内容说明这是谁的页 ${hex(pageOf(entry))}：它安全，只因下次进出时必被清掉。`,
      );
}

type Seen = Extract<Told, { kind: 'hit' | 'miss' }>;

const hitCaption = ({ who, page, frame, isStale }: Seen): Text =>
  isStale
    ? both(
        `The TLB still says frame ${hex(frame)} for page ${hex(page)}: ${owners[who].en} reads memory that is its page no longer.`,
        `TLB 仍说页 ${hex(page)} 在页框 ${hex(frame)}：${owners[who]['zh-CN']} 读到的内存已不是它的页。`,
      )
    : both(
        `Page ${hex(page)} of ${owners[who].en} is in the TLB: no table is walked.`,
        `${owners[who]['zh-CN']} 的页 ${hex(page)} 在 TLB 中：不必遍历页表。`,
      );

const reasons: Readonly<Record<NonNullable<Seen['cause']>, Text>> = {
  cold: both('it is used for the first time', '这是第一次使用'),
  noRoom: both('its entry had to make room for another', '它的表项被别的表项挤走了'),
  exit: both('its entry went with a VM exit or the entry after it', '它的表项在一次虚拟机退出及随后的进入中被清掉'),
  switch: both('its entry went with a VM switch', '它的表项在一次虚拟机切换中被清掉'),
  cr3: both('its entry went when the guest wrote CR3', '客户机写 CR3 时清掉了它的表项'),
  invalidated: both('the hypervisor had it invalidated', '管理程序作废了它'),
};

function missCaption({ who, page, frame, cause = 'cold', isStale, out }: Seen): Text {
  if (isStale)
    return both(
      `The walk for page ${hex(page)} used a cached EPT mapping and brought back the old frame ${hex(frame)}: only INVEPT removes that.`,
      `为页 ${hex(page)} 遍历时用了缓存的 EPT 映射，又取回旧页框 ${hex(frame)}：只有 INVEPT 能清掉它。`,
    );
  const room = out
    ? both(`; an entry of ${letters[out]} makes room`, `；${letters[out]} 的一条表项让位`)
    : both('', '');
  return both(
    `Page ${hex(page)} of ${owners[who].en} misses: ${reasons[cause].en}; the tables are walked${room.en}.`,
    `${owners[who]['zh-CN']} 的页 ${hex(page)} 未命中：${reasons[cause]['zh-CN']}；于是遍历页表${room['zh-CN']}。`,
  );
}

const entries = (n: number): string => (n === 0 ? 'no entry' : n === 1 ? 'one entry' : `${n} entries`);
const go = (n: number): string => (n < 2 ? 'goes' : 'go');

function movedCaption({ params }: State, { deed, flushed }: Extract<Told, { kind: 'moved' }>): Text {
  switch (deed.kind) {
    case 'exit':
    case 'enter': {
      const en = deed.kind === 'exit' ? `VM exit from guest ${deed.guest}` : `VM entry to guest ${deed.guest}`;
      const zh = deed.kind === 'exit' ? `客户机 ${deed.guest} 退出` : `进入客户机 ${deed.guest}`;
      return params.tags
        ? both(`${en}: every entry carries its VPID, so all of them stay.`, `${zh}：每条表项都带有 VPID，全部留下。`)
        : flushed
          ? both(
              `${en}: without VPIDs ${flushed === 1 ? 'the one entry is' : `all ${flushed} entries are`} invalidated.`,
              `${zh}：没有 VPID，${flushed} 条表项全部作废。`,
            )
          : both(
              `${en}: without VPIDs every entry is invalidated, but there is none.`,
              `${zh}：没有 VPID，表项一律作废，不过此刻一条也没有。`,
            );
    }
    case 'cr3':
      return flushed || !params.pcid
        ? both(
            `Guest ${deed.guest} writes CR3 for its other process: ${entries(flushed)}${params.tags ? ' of the current VPID' : ''} ${go(flushed)}.`,
            `客户机 ${deed.guest} 为另一个进程写 CR3：${params.tags ? '当前 VPID 的 ' : ''}${flushed} 条表项被清掉。`,
          )
        : both(
            `Guest ${deed.guest} writes CR3, but each process has its PCID: nothing has to go.`,
            `客户机 ${deed.guest} 写 CR3，但每个进程各有 PCID：什么都不必清。`,
          );
    case 'remap':
      return both(
        `The hypervisor puts guest ${deed.guest}’s page 0x0 in another frame and writes its EPT; the processor has not been told.`,
        `管理程序把客户机 ${deed.guest} 的页 0x0 换到另一页框并改写 EPT；处理器还不知道。`,
      );
    case 'invept':
      return both(
        `INVEPT: every cached mapping of the EPT goes, and with it ${entries(flushed)} of the guests’.`,
        `INVEPT：清掉缓存的全部 EPT 映射，连同客户机的 ${flushed} 条表项。`,
      );
    case 'invvpid':
      return both(
        `INVVPID for guest ${deed.guest}: ${entries(flushed)} of its own ${go(flushed)}; cached mappings of the EPT stay.`,
        `对客户机 ${deed.guest} 的 INVVPID：清掉它的 ${flushed} 条表项；缓存的 EPT 映射还在。`,
      );
  }
}
