import { both, type Text } from '#kit/text.ts';
import { isDirect, isParavirtual } from '#sim/io/machine.ts';
import type { Op } from '#sim/io/op.ts';
import type { Lane, Part } from './layout.ts';
import { added, type State } from './state.ts';

/** Where the last event is, what a token there says, and the ways it went. */
export interface Where {
  readonly at: Part | 'ring';
  readonly says: Text | string;
  readonly ways: readonly Way[];
}
export interface Way {
  readonly lane: Lane;
  /** Toward the driver or the ring. */
  readonly back?: boolean;
  /** The times that this event crosses a boundary here. */
  readonly crossings?: number;
}

const skip = both('no kick', '不通知');
const words = {
  fill: both('data', '数据'),
  slot: both('slot', '写槽'),
  avail: both('avail', '可用'),
  take: both('reap', '收回'),
  fetch: both('fetch', '取出'),
  copy: both('copy', '复制'),
  done: both('done', '完成'),
  wake: both('wake', '唤醒'),
  sleep: both('sleep', '休眠'),
  irq: both('IRQ', '中断'),
  entry: both('entry', '进入'),
  exit: both('exit', '退出'),
  kick: both('kick', '通知'),
} as const;

/** Between the ring and whoever does the work on this road. */
function work({ machine: { setup } }: State): { readonly at: Part; readonly lane: Lane } {
  switch (setup.road) {
    case 'emulated':
    case 'virtio':
      return { at: 'qemu', lane: 'ringQemu' };
    case 'vhost':
      return { at: 'vhost', lane: 'ringWorker' };
    case 'passthrough':
    case 'sriov':
      return { at: setup.iommu ? 'iommu' : 'device', lane: 'ringIommu' };
  }
}

/** To the ring by DMA, or from it, through the IOMMU’s place. */
const dma = (back: boolean): readonly Way[] => [
  { lane: 'deviceIommu', back: !back },
  { lane: 'ringIommu', back },
];

const ring = (state: State, says: Text, back: boolean): Where => ({
  at: 'ring',
  says,
  ways: isDirect(state.machine.setup) ? dma(back) : [{ lane: work(state).lane, back }],
});

/** Events that cross nothing: what the driver does in its own memory. */
const atHome: Readonly<Partial<Record<Op['do'], Where>>> = {
  fill: { at: 'driver', says: words.fill, ways: [] },
  describe: { at: 'ring', says: words.slot, ways: [] },
  publish: { at: 'ring', says: words.avail, ways: [] },
  reap: { at: 'driver', says: words.take, ways: [] },
  ioeventfd: { at: 'vhost', says: 'eventfd', ways: [{ lane: 'toWorker' }] },
  doorbell: { at: 'device', says: 'TDT', ways: [{ lane: 'doorbell' }] },
};

/** Where the event that was made last took place; nowhere before the first. */
export function whereOf(state: State): Where | undefined {
  const { last } = state;
  if (!last) return undefined;
  if (last.do === 'fetch') return ring(state, words.fetch, false);
  if (last.do === 'complete') return ring(state, words.done, true);
  if (last.do === 'wake') return { at: work(state).at, says: words.wake, ways: [] };
  if (last.do === 'sleep') return { at: work(state).at, says: words.sleep, ways: [] };
  return atHome[last.do] ?? crossed(state, last) ?? carried(state);
}

/** Out of the guest or into it, to user space, or an interrupt that needs neither. */
function crossed(state: State, op: Op): Where | undefined {
  const exits = added(state, 'exits');
  const exit = (says: Text | string): Where => ({ at: 'kvm', says, ways: [{ lane: 'exit', crossings: exits }] });
  const enter = (says: Text): Where => ({ at: 'driver', says, ways: [{ lane: 'exit', back: true, crossings: 1 }] });
  const returns = added(state, 'userReturns');
  const user = (says: Text | string): Where => ({ at: 'qemu', says, ways: [{ lane: 'toUser', crossings: returns }] });
  const quiet: Lane = isDirect(state.machine.setup) ? 'doorbell' : 'exit';
  switch (op.do) {
    case 'notify':
      return exits ? exit(words.kick) : { at: 'driver', says: skip, ways: [] };
    case 'access':
      return exit(op.register);
    case 'ports':
      return exit('IN/OUT');
    case 'register':
      return user(op.register);
    case 'portsInUser':
      return user('IN/OUT');
    case 'kickInUser':
      return user(words.kick);
    case 'resume':
      return enter(added(state, 'interrupts') ? words.irq : words.entry);
    case 'enterWith':
      return enter(words.irq);
    case 'eoi':
      return exit('EOI');
    case 'interrupt':
      return exits ? exit(words.exit) : { at: 'driver', says: words.irq, ways: [{ lane: quiet, back: true }] };
    default:
      return undefined;
  }
}

/** The contents of a packet or block on their way. */
function carried(state: State): Where {
  const { last, machine, held } = state;
  const { setup } = machine;
  const toHost: Lane = setup.road === 'vhost' ? 'workerTap' : 'qemuTap';
  const stopped = held?.stopped !== undefined;
  switch (last?.do) {
    case 'copy': {
      const isRead = setup.request === 'read';
      if (!isParavirtual(setup)) return { at: 'qemu', says: words.copy, ways: [{ lane: 'ringQemu' }] };
      const ways: readonly Way[] = [
        { lane: work(state).lane, back: isRead },
        { lane: toHost, back: isRead },
      ];
      return {
        at: stopped ? work(state).at : isRead ? 'ring' : 'tap',
        says: words.copy,
        ways: stopped ? ways.slice(0, 1) : ways,
      };
    }
    case 'tap':
      return { at: 'tap', says: words.copy, ways: [{ lane: 'qemuTap' }, { lane: 'tapDevice' }] };
    case 'answer':
      return { at: 'qemu', says: words.copy, ways: [{ lane: 'qemuTap', back: true }] };
    case 'disk': {
      const isPio = setup.blockMode === 'pio' || stopped;
      const ways: readonly Way[] = [
        { lane: 'qemuTap', back: true },
        { lane: 'ringQemu', back: true },
      ];
      return { at: isPio ? 'qemu' : 'ring', says: words.copy, ways: isPio ? ways.slice(0, 1) : ways };
    }
    case 'dma':
      if (held?.isForeign) return { at: 'neighbour', says: 'DMA', ways: [{ lane: 'breach' }] };
      if (stopped) return { at: 'iommu', says: 'DMA', ways: [{ lane: 'deviceIommu' }] };
      return { at: setup.request === 'read' ? 'ring' : 'device', says: 'DMA', ways: dma(setup.request === 'read') };
    default: {
      // An answer that arrives in the receive ring.
      if (isDirect(setup)) return { at: 'ring', says: 'DMA', ways: dma(true) };
      return { at: 'ring', says: words.copy, ways: [{ lane: work(state).lane, back: true }] };
    }
  }
}
