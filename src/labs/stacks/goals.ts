import type { Goal } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { billOf } from '#sim/stacks/bill.ts';
import { hasGuestKernel } from '#sim/stacks/requests.ts';
import { fatesIn, isOver, madeOf, type State } from './model.ts';
import { driversOf } from './stackMarks.ts';

const billIn = (state: State) => billOf(state.trace, madeOf(state), state.params.request, state.params);
const isDone = (state: State): boolean => state.at > 0 && isOver(state);
const driverKind = (state: State): string | undefined =>
  state.trace.layers.find(({ id }) => id === driversOf(state).at(-1))?.is;

export const goals = {
  fewest: {
    text: both(
      'Find a disk write with the fewest crossings that still goes through a host kernel’s driver, for a guest with a kernel of its own. Run it to its end.',
      '客户机要有自己的内核，写磁盘要用宿主内核的驱动：找出穿越次数最少的系统，运行到底。',
    ),
    done: both(
      'Two, where the whole guest is data of one process. Look at how each of its instructions is carried out before you call it the fastest.',
      '两次：整台客户机都是一个进程里的数据。先看看它的每条指令是怎样执行的，再说快不快。',
    ),
    solution: { system: 'qemu', at: '400' },
    reached: (state: State) =>
      state.params.request === 'disk-write' &&
      state.params.nested === 'none' &&
      isDone(state) &&
      hasGuestKernel(state.trace.site.system) &&
      driverKind(state) === 'host-kernel' &&
      billIn(state).crossings <= 2,
  },
  'break-driver': {
    text: both(
      'Break it: crash a layer with the disk’s driver so that the guest’s own kernel goes on running.',
      '弄坏它：让带磁盘驱动的那一层崩溃，而客户机的内核还在运行。',
    ),
    done: both(
      'The driver was in a partition of its own, and the hypervisor under it did not fall. Yet the guest has lost its disk, and a default Xen or Hyper-V restarts the machine.',
      '驱动在单独的分区里，下面的虚拟机管理程序没有倒。但客户机失去了磁盘，而 Xen 和 Hyper-V 默认会重启整机。',
    ),
    solution: { system: 'xen-pvh', moves: 'crash.dom0', at: '1' },
    reached: (state: State) =>
      state.params.nested === 'none' &&
      state.crashed !== undefined &&
      driversOf(state).includes(state.crashed) &&
      fatesIn(state)?.layers['guest-kernel'] === 'stalls',
  },
  'one-guest': {
    text: both(
      'Break it: crash a layer below the guest’s kernel that takes this guest with it, and no other.',
      '弄坏它：让客户机内核以外的某一层崩溃，只带走这一台客户机，不连累另一台。',
    ),
    done: both('A process for each machine: what happens in it stays in it.', '一台机器一个进程：祸事出不了这个进程。'),
    solution: { system: 'firecracker', moves: 'crash.firecracker', at: '1' },
    reached: (state: State) => {
      const fates = fatesIn(state);
      const layer = state.trace.layers.find(({ id }) => id === state.crashed);
      return layer?.is === 'device-model' && fates?.layers['guest-kernel'] === 'dies' && fates.neighbour === 'lives';
    },
  },
  dozen: {
    text: both(
      'Let one exit of L2 cost L0 a dozen exits, with a Type 1 system as L0.',
      '让 L2 的一次退出花掉 L0 十二次退出，而且 L0 是 1 型系统。',
    ),
    done: both(
      'The exit itself, L1’s VMREADs and VMWRITEs, and its VMRESUME. And the outer system is a Type 1: what nesting needs is VT-x made over again, not a type.',
      '退出本身、L1 的 VMREAD 与 VMWRITE、再加 VMRESUME。外层还是 1 型：嵌套要的是再造一份 VT-x，与类型无关。',
    ),
    solution: { system: 'esxi', nested: 'kvm', request: 'privileged-instruction', at: '24' },
    reached: (state: State) => {
      const { site } = state.trace;
      const isFirst = site.outer?.system.scheduler === site.outer?.system.monitor;
      return (
        isFirst && state.params.request === 'privileged-instruction' && isDone(state) && billIn(state).outerExits >= 12
      );
    },
  },
} satisfies Readonly<Record<string, Goal<State>>>;
