import { askAbout, type Bet } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { lineAt } from '#sim/vmm/lineAt.ts';
import { levelOf, model, type State, vmmOf, whereIs } from './model.ts';
import { readWord } from './updates.ts';

const ask = askAbout<State>(model);

/** Before the first update, a list’s last entry, a refusal, a system call, and the start of an unmodified kernel. */
export function asks(state: State): Ask<State> | undefined {
  const { params, run } = state;
  if (run.end !== undefined || state.via) return undefined;
  if (state.steps === 0) return params.kernel === 'unmodified' && meetsAtLgdt(state) ? askUnmodified(state) : undefined;
  if (whereIs(state) === 'user') return isSystemCall(model.step(state)) ? askSystemCall(state) : undefined;
  const asked = readWord(run, 'asked');
  if (asked === undefined) return undefined;
  if (run.pending)
    return readWord(run, 'wrong') === asked - 1 && params.how !== 'multicall' ? askWrong(state) : undefined;
  if (asked === 0 && vmmOf(state).root !== undefined && isReady(state)) return askUpdate(state);
  const queued = readWord(run, 'queued') ?? 0;
  // Just back from the hypervisor, the list has been carried out, though the kernel has not yet counted it as empty.
  const isFull = params.how === 'multicall' && queued === Math.min(params.batch, 64) && run.deed.kind === 'run';
  return isFull && queued > 1 ? askFull(state) : undefined;
}

/** Whether the program has entered its kernel by itself: a timer’s event comes to the kernel too, by way of the hypervisor. */
const isSystemCall = (next: State): boolean => next.run.deed.kind === 'run' && levelOf(next) === 'kernel';

/** With stores that trap there is one more call to be made first. */
const isReady = (state: State): boolean => state.params.how !== 'trap' || vmmOf(state).storesAllowed;

const leaves = (next: State): string => (whereIs(next) === 'xen' ? 'xen' : 'stays');

function askUpdate(state: State): Ask<State> {
  const bets: Readonly<Record<string, Bet>> = {
    xen: [
      both('In the hypervisor', '在虚拟机管理程序里'),
      both(
        'Asked for by itself, each update is a crossing of its own, whether by a hypercall or by a store that faults.',
        '单独提出的更新，每一项都要进入一次，无论是用超级调用，还是靠写入触发缺页。',
      ),
      both(
        'Not yet: the kernel only writes the update into its list. It asks when the list is full.',
        '还没有：内核只是把更新写进列表，列表满了才去请求。',
      ),
    ],
    stays: [
      both('Still in the kernel', '仍在内核里'),
      both(
        'An entry of a list costs a store to memory. The crossing comes when the list is full.',
        '列表里的一项只是写一次内存，列表满了才进入。',
      ),
      both(
        'The tables are in use and mapped read-only: without a list there is no way to change one but through the hypervisor.',
        '页表正在使用，而且映射为只读：不用列表的话，要改它只有经过虚拟机管理程序。',
      ),
    ],
  };
  return ask(
    state,
    `update-${state.params.how}`,
    both(
      'The kernel comes to its first update. Where is the processor after the next step?',
      '内核要做第一项更新。下一步之后处理器在哪里？',
    ),
    bets,
    leaves,
  );
}

function askFull(state: State): Ask<State> {
  const { batch } = state.params;
  return ask(
    state,
    'list-full',
    both(`The list holds ${batch} entries. What comes next?`, `列表里已有 ${batch} 项。接下来会怎样？`),
    {
      one: [
        both('One crossing for all of them', '全部合起来进入一次'),
        both(
          'One INT 82h with the list’s address, and every entry is checked in that one visit.',
          '一次 INT 82h，带上列表的地址，这一趟里逐项检查。',
        ),
        both('', ''),
      ],
      each: [
        both(`${batch} crossings, one for each`, `每项一次，共 ${batch} 次`),
        both('', ''),
        both(
          'That is what the list is for: checking costs as much as before, but the way in and out is paid once.',
          '列表正是为了避免这样：检查的开销不变，进出的路费只付一次。',
        ),
      ],
    },
    (next) => (next.run.pending?.reason === 'hypercall multicall' ? 'one' : 'each'),
  );
}

function askWrong(state: State): Ask<State> {
  return ask(
    state,
    'wrong-entry',
    both(
      'The kernel asks to have a page table mapped writable. What does the hypervisor do?',
      '内核要求把一张页表映射为可写。虚拟机管理程序会怎么做？',
    ),
    {
      refuses: [
        both('Refuses, and the entry stays as it was', '拒绝，表项保持原样'),
        both(
          'With a writable page table the guest could map any frame, another guest’s as well.',
          '有了可写的页表，客户机就能映射任何页框，包括别的客户机的。',
        ),
        both('This entry it may have.', '这一项它可以要。'),
      ],
      makes: [
        both('Writes it: the guest owns the frame', '写入：页框本来就是客户机的'),
        both('The frame is the guest’s and no table.', '这个页框属于客户机，也不是页表。'),
        both(
          'It owns the frame, but as a page table: a frame is a table or writable, never both at once.',
          '页框确实是它的，却是一张页表：同一个页框，要么是页表，要么可写，不能兼有。',
        ),
      ],
    },
    (next) => (vmmOf(next).tally.refused > vmmOf(state).tally.refused ? 'refuses' : 'makes'),
  );
}

function askSystemCall(state: State): Ask<State> {
  const { bits } = state.params;
  return ask(
    state,
    `system-call-${bits}`,
    both(
      `The program makes a system call, ${bits}-bit. Who has the processor next?`,
      `程序要发起系统调用（${bits} 位）。接下来处理器归谁？`,
    ),
    {
      kernel: [
        both('The guest’s kernel', '客户机内核'),
        both(
          'The gate leads from ring 3 to ring 1, and the processor passes it by itself.',
          '这道门从 ring 3 通到 ring 1，处理器自己就能走过去。',
        ),
        both(
          'In 64-bit mode program and kernel share ring 3, with page tables of their own; only the hypervisor may exchange those.',
          '64 位模式下，程序与内核同在 ring 3，各有页表，只有虚拟机管理程序能换页表。',
        ),
      ],
      xen: [
        both('The hypervisor', '虚拟机管理程序'),
        both(
          'A 64-bit system call can only enter ring 0, and the hypervisor must exchange the page tables on the way.',
          '64 位系统调用只能进入 ring 0，途中还得由虚拟机管理程序换页表。',
        ),
        both(
          'In 32-bit mode it need not: segment limits protect it while ring 1 is entered directly.',
          '32 位模式下不必：有段界限保护它，可以直接进入 ring 1。',
        ),
      ],
    },
    (next) => (whereIs(next) === 'xen' ? 'xen' : 'kernel'),
  );
}

/** Another kernel may come to a port first, or do nothing that ring 1 may not do. */
function meetsAtLgdt(state: State): boolean {
  const { pending, program } = model.step(state).run;
  return pending?.reason === '#GP' && /^lgdt\b/.test(lineAt(program, pending.address)?.text.trim() ?? '');
}

function askUnmodified(state: State): Ask<State> {
  return ask(
    state,
    'unmodified',
    both(
      'This kernel was never told of ring 1. Where does it first meet the hypervisor?',
      '没人告诉这个内核它在 ring 1。它最先在哪里碰上虚拟机管理程序？',
    ),
    {
      lgdt: [
        both('At LGDT, which is privileged', '在特权指令 LGDT 上'),
        both(
          'Loading a descriptor table is for ring 0 alone, and it faults.',
          '装载描述符表只许 ring 0 做，于是触发异常。',
        ),
        both('', ''),
      ],
      iret: [
        both('At IRET, when it goes to user code', '在转到用户代码的 IRET 上'),
        both('', ''),
        both(
          'It never gets there: LGDT faults first. And IRET to an outer ring would not trap at all.',
          '走不到那里：LGDT 先触发异常。何况返回外层环的 IRET 根本不会陷入。',
        ),
      ],
      never: [
        both('Nowhere: it runs as it is', '碰不上：照样运行'),
        both('', ''),
        both(
          'Ring 1 is not ring 0: privileged instructions fault there.',
          'ring 1 不是 ring 0：特权指令在那里会触发异常。',
        ),
      ],
    },
    (next) => (next.run.pending ? 'lgdt' : 'never'),
  );
}
