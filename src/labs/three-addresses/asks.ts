import type { Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { sameFrame, swappedByte } from './askFrame.ts';
import { sharedWrite, whoHandles } from './askHandler.ts';
import { ask } from './bet.ts';
import { frameOf, ownersOf } from './host.ts';
import { model } from './model.ts';
import { type State, stageOf } from './state.ts';

/** The machine's question about its next step, where there is something to bet on. */
export function asks(state: State): Ask<State> | undefined {
  const { walk, deed } = state;
  if (deed.kind === 'killed' || walk.fault || walk.byte !== undefined) return undefined;
  if (stageOf(walk) === 0 && deed.kind === 'unmapped') return unmapped(state);
  if (stageOf(walk) === 0 && deed.kind === 'begin') return firstTable(state);
  if (stageOf(walk) === 2) return swappedByte(state);
  return stageOf(walk) === 1 ? secondMap(state) : undefined;
}

/** The page's own table may have no frame: then it is not the cleared PTE that stops the access. */
const unmapped = (state: State): Ask<State> | undefined =>
  model.step(state).walk.fault?.handledBy === 'guest' ? whoHandles(state, 'who-unmapped') : undefined;

/** Before the EPT has its say: does it refuse, and if not, is the frame the other guest's too? */
function secondMap(state: State): Ask<State> | undefined {
  const { walk, access, done, host } = state;
  const page = Math.floor((walk.guestPhysical ?? 0) / 4096);
  const frame = frameOf(host, { guest: access.guest, page });
  if (frame === undefined) return whoHandles(state, 'who-no-frame');
  if (model.step(state).walk.fault) return ownersOf(host, frame).length > 1 ? sharedWrite(state) : undefined;
  const before = done.find(({ guest, gpa }) => guest !== access.guest && gpa === walk.guestPhysical);
  const its = before && frameOf(host, { guest: before.guest, page });
  return its === undefined ? undefined : sameFrame(state, its);
}

function firstTable(state: State): Ask<State> | undefined {
  if (model.step(state).walk.fault) return undefined;
  const bets: Record<string, Bet> = {
    gpa: [
      both('a guest-physical address', '客户机物理地址'),
      both(
        'The guest’s tables know nothing but the guest’s own memory, which begins at 0.',
        '客户机页表只知道客户机自己的内存，它从 0 开始。',
      ),
      both('', ''),
    ],
    kernel: [
      both('an address in the guest kernel’s virtual space', '客户机内核虚拟地址空间中的地址'),
      both('', ''),
      both(
        'The kernel’s virtual space is no stage on the way: the kernel runs on virtual addresses too, through the same kind of table. The two stages are GVA to GPA and GPA to HPA.',
        '内核虚拟地址空间不是中间一站：内核自己也用虚拟地址，经同样的页表转换。两步是 GVA 到 GPA、GPA 到 HPA。',
      ),
    ],
    hpa: [
      both('the address of a host frame', '宿主机页框的地址'),
      both('', ''),
      both(
        'The guest filled this table, and the guest does not know where its memory lies in the host.',
        '这张表由客户机填写，而客户机不知道自己的内存在宿主机何处。',
      ),
    ],
  };
  const right = ({ walk }: State): string => (walk.guestPhysical === undefined ? 'hpa' : 'gpa');
  return ask(
    state,
    'first-table',
    both('The guest’s own tables translate first. What do they give?', '先由客户机自己的页表转换。得到的是什么？'),
    bets,
    right,
  );
}
