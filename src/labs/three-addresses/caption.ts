import { both, type Text } from '#kit/text.ts';
import { homes, pageUses } from './guests.ts';
import { ownersOf, type Place, tableIn } from './host.ts';
import { byteWord } from './kernel.ts';
import type { State } from './state.ts';

const hex = (n: number): string => `0x${n.toString(16)}`;
const pageHex = (page: number): string => hex(page * 4096);

/** What just happened and why. */
export function caption(state: State): Text {
  const { deed, walk, access } = state;
  const who = access.guest;
  switch (deed.kind) {
    case 'begin':
      return both(
        `Guest ${who} is about to ${access.kind} guest-virtual ${access.address.hex}; its own tables come first.`,
        `客户机 ${who} 即将${access.kind === 'read' ? '读' : '写'}客户机虚拟地址 ${access.address.hex}；先查它自己的页表。`,
      );
    case 'gpa':
      return both(
        `Guest ${who}’s own tables give guest-physical ${hex(walk.guestPhysical ?? 0)}: that is all the guest itself ever knows.`,
        `客户机 ${who} 自己的页表给出客户机物理地址 ${hex(walk.guestPhysical ?? 0)}：客户机自己所知仅此而已。`,
      );
    case 'hpa':
      return both(
        `Guest ${who}’s EPT, which the hypervisor writes from its slot map, gives host-physical ${hex(walk.hostPhysical ?? 0)}.`,
        `客户机 ${who} 的 EPT 由管理程序按内存槽的映射写成，它给出宿主机物理地址 ${hex(walk.hostPhysical ?? 0)}。`,
      );
    case 'byte':
      return byteCaption(state);
    case 'guest-fault':
    case 'violation':
    case 'killed':
    case 'mapped':
      return faultCaption(state);
    default:
      return editCaption(state);
  }
}

function byteCaption({ walk, access }: State): Text {
  const byte = byteWord(walk.byte ?? 0);
  const at = hex(walk.hostPhysical ?? 0);
  return access.kind === 'write'
    ? both(
        `The byte ${byte} is written at host-physical ${at}, in a frame that is guest ${access.guest}’s alone.`,
        `字节 ${byte} 写到宿主机物理地址 ${at}，这个页框只属于客户机 ${access.guest}。`,
      )
    : both(
        `Guest ${access.guest} reads ${byte} from host-physical ${at}, an address it never learns.`,
        `客户机 ${access.guest} 从宿主机物理地址 ${at} 读到 ${byte}，而它永远不知道这个地址。`,
      );
}

function faultCaption({ deed, walk, access, host }: State): Text {
  const who = access.guest;
  if (deed.kind === 'killed')
    return both(
      `Guest ${who}’s kernel finds nothing that belongs there and ends the process; the hypervisor has no part in it.`,
      `客户机 ${who} 的内核发现该处本无内容，于是终止进程；管理程序没有参与。`,
    );
  if (deed.kind === 'mapped')
    return both(
      `Guest ${who}’s kernel sets P in the PTE of ${pageHex(deed.virtual)}, which leads to GPA ${pageHex(homes[deed.virtual] ?? 0)}; the same instruction runs again.`,
      `客户机 ${who} 的内核在 ${pageHex(deed.virtual)} 的 PTE 中置 P，指向 GPA ${pageHex(homes[deed.virtual] ?? 0)}；同一条指令重新执行。`,
    );
  if (walk.fault?.handledBy === 'guest')
    return both(
      `Guest ${who}’s own tables refuse the address: a page fault, delivered to guest ${who}’s kernel without a VM exit.`,
      `客户机 ${who} 自己的页表拒绝该地址：产生缺页异常，不经虚拟机退出，直接送给客户机 ${who} 的内核。`,
    );
  const page =
    walk.fault && 'guestPhysicalAddress' in walk.fault ? Math.floor(walk.fault.guestPhysicalAddress / 4096) : 0;
  const isTable = pageUses[page] !== '' && walk.guestPhysical === undefined;
  const isBacked = host.slots[who][page] !== undefined;
  const table = isTable ? both(`, which holds its ${pageUses[page]},`, `（存放 ${pageUses[page]}）`) : both('', ' ');
  return isBacked
    ? both(
        `The EPT lets guest ${who} only read GPA ${pageHex(page)}${table.en}: the write leaves the guest for the hypervisor.`,
        `EPT 只允许客户机 ${who} 读 GPA ${pageHex(page)}${table['zh-CN'].trim()}：这次写离开客户机，交给管理程序。`,
      )
    : both(
        `Behind GPA ${pageHex(page)}${table.en} there is no frame: an EPT violation, and the hypervisor takes over.`,
        `GPA ${pageHex(page)}${table['zh-CN']}背后没有页框：发生 EPT 违例，由管理程序接手。`,
      );
}

function editCaption({ deed, host }: State): Text {
  switch (deed.kind) {
    case 'unmapped':
      return both(
        `Guest ${deed.guest}’s kernel clears P in the PTE of ${pageHex(deed.virtual)}; the page itself, and its frame, stay.`,
        `客户机 ${deed.guest} 的内核清除 ${pageHex(deed.virtual)} 的 PTE 中的 P 位；页本身和它的页框都还在。`,
      );
    case 'picked-frame':
      return frameCaption(deed.frame, ownersOf(host, deed.frame));
    case 'swapped':
      return both(
        `Frames ${pageHex(deed.one)} and ${pageHex(deed.two)} change places, and the hypervisor mends slot map and EPT; both guests see what they saw.`,
        `页框 ${pageHex(deed.one)} 与 ${pageHex(deed.two)} 互换内容，管理程序改好内存槽映射与 EPT；两台客户机所见不变。`,
      );
    case 'begin':
    case 'gpa':
    case 'hpa':
    case 'byte':
    case 'guest-fault':
    case 'violation':
    case 'killed':
    case 'mapped':
      return both('', '');
    default:
      return placeCaption(deed.kind, deed.place, host.slots[deed.place.guest][deed.place.page]);
  }
}

const frameCaption = (frame: number, owners: readonly Place[]): Text => {
  const names = owners.map(({ guest, page }) => `${guest} ${pageHex(page)}`).join(', ');
  if (tableIn(frame))
    return both(`Frame ${pageHex(frame)} holds an EPT table.`, `页框 ${pageHex(frame)} 存放一个 EPT 页表。`);
  return owners.length
    ? both(
        `Frame ${pageHex(frame)} stands behind GPA ${names}; a second frame may change places with it.`,
        `页框 ${pageHex(frame)} 对应 GPA ${names}；再选一个页框，两者就互换。`,
      )
    : both(
        `Frame ${pageHex(frame)} is free; a second frame may change places with it.`,
        `页框 ${pageHex(frame)} 空闲；再选一个页框，两者就互换。`,
      );
};

type PlaceDeed = Extract<State['deed'], { readonly place: Place }>['kind'];

function placeCaption(kind: PlaceDeed, place: Place, frame: number | undefined): Text {
  const at = `${place.guest} ${pageHex(place.page)}`;
  const own = frame === undefined ? '–' : pageHex(frame);
  const phrases: Readonly<Record<PlaceDeed, Text>> = {
    'picked-page':
      frame === undefined
        ? both(
            `GPA ${at} has no frame at present; the guest could not tell.`,
            `GPA ${at} 此刻没有页框；客户机看不出来。`,
          )
        : both(
            `GPA ${at} lies in frame ${own}; the buttons below change that, and the guest is not told.`,
            `GPA ${at} 位于页框 ${own}；下面的按钮可以改变这一点，而客户机并不知情。`,
          ),
    'paged-out': both(
      `The hypervisor puts the content of GPA ${at} aside and takes its frame; the guest’s tables still name the page.`,
      `管理程序把 GPA ${at} 的内容另存，取走页框；客户机页表仍指着这一页。`,
    ),
    ballooned: both(
      `Guest ${place.guest}’s balloon driver gives up GPA ${at}, which nobody uses: its frame is free, its content forgotten.`,
      `客户机 ${place.guest} 的内存气球驱动让出无人使用的 GPA ${at}：页框空出，内容不留。`,
    ),
    supplied: both(
      `The hypervisor puts frame ${own} behind GPA ${at}, in slot map and EPT, and resumes: for the guest only time has passed.`,
      `管理程序在内存槽映射与 EPT 中为 GPA ${at} 配上页框 ${own}，然后恢复运行：客户机只觉得过了一点时间。`,
    ),
    copied: both(
      `The hypervisor copies the shared page into frame ${own} for ${at} alone, and the same write runs again.`,
      `管理程序把共享页复制到页框 ${own}，只归 ${at} 使用，同一次写重新执行。`,
    ),
    reopened: both(
      `Nobody else shares frame ${own} any more, so the hypervisor only gives ${at} its right to write back.`,
      `页框 ${own} 已无他人共享，管理程序只需把写权限还给 ${at}。`,
    ),
    shared: both(
      `The pages equal to GPA ${at} now share frame ${own}, read-only in every EPT; the frames they had are free.`,
      `与 GPA ${at} 内容相同的页现在共享页框 ${own}，各 EPT 中均为只读；原来的页框空出。`,
    ),
  };
  return phrases[kind];
}
