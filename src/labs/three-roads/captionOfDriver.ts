import { both, type Text } from '#kit/text.ts';
import { isDirect, isParavirtual } from '#sim/io/machine.ts';
import type { Op, Ports, Register } from '#sim/io/op.ts';
import { added, type State } from './state.ts';

const name = ({ guest }: Op): string => (guest === 0 ? 'A' : 'B');

/** What the guest's driver does, as long as it stays in the guest or is just leaving it. */
export function captionOfDriver(state: State, op: Op): Text | undefined {
  const { setup } = state.machine;
  switch (op.do) {
    case 'fill':
      return both(
        `Guest ${name(op)}’s driver writes packet ${name(op)}${op.item} into a buffer of its own memory.`,
        `客户机 ${name(op)} 的驱动把包 ${name(op)}${op.item} 写进自己内存里的缓冲区。`,
      );
    case 'describe':
      return described(state, op.hostile ?? false);
    case 'publish':
      return both(
        'It puts the head of the chain into the available ring and raises avail.idx: plain stores to memory, no one is called.',
        '它把链头放进可用环并增加 avail.idx：只是写内存，不惊动任何人。',
      );
    case 'notify':
      return notified(state);
    case 'doorbell':
      return both(
        'It writes the tail register, which is the device’s own, mapped into the guest: the write goes to the hardware and nothing exits.',
        '它写尾寄存器；这是设备自己的寄存器，直接映射进客户机：写操作直达硬件，没有退出。',
      );
    case 'access':
      return accessed(op.register);
    case 'ports':
      return ported(op.ports, added(state, 'exits'));
    case 'reap':
      return reaped(state, op.queue === 'receive');
    case 'sleep':
      return setup.suppression === 'off'
        ? both('The ring is empty, and the backend’s thread sleeps.', '环已空，后端线程休眠。')
        : both(
            'The ring is empty: the backend asks to be notified of the next chain, and its thread sleeps.',
            '环已空：后端要求下一条链到来时通知它，然后线程休眠。',
          );
    default:
      return undefined;
  }
}

function described(state: State, isHostile: boolean): Text {
  const { setup } = state.machine;
  if (isHostile)
    return both(
      'The driver writes a descriptor whose address is not its own: it is that of a page of guest B’s.',
      '驱动写下一个描述符，里面的地址不是自己的，而是客户机 B 的一页。',
    );
  if (setup.request === 'read' && isParavirtual(setup))
    return both(
      'It describes the request by a chain of three: a header with the sector, the buffer for the data, a byte for the status.',
      '它用三个描述符的链描述请求：含扇区号的头、放数据的缓冲区、一个状态字节。',
    );
  if (setup.request === 'read' && isDirect(setup))
    return both(
      'It writes a read command into the NVMe submission queue in its memory.',
      '它在内存里的 NVMe 提交队列中写下一条读命令。',
    );
  if (setup.request === 'read')
    return both(
      'It writes the buffer’s address into a region descriptor in memory, for the bus master to read.',
      '它把缓冲区地址写进内存中的区域描述符，供总线主控读取。',
    );
  return both(
    'It writes the buffer’s address and length into a descriptor of the ring.',
    '它把缓冲区的地址与长度写进环中的描述符。',
  );
}

function notified(state: State): Text {
  const { setup } = state.machine;
  if (added(state, 'kicks'))
    return both(
      'It notifies the device by one write: that register is not there, so the guest exits, once for the whole batch.',
      '它用一次写操作通知设备：这个寄存器并不真实存在，于是客户机退出，整批只此一次。',
    );
  return setup.suppression === 'flags'
    ? both(
        'The backend has set NO_NOTIFY, being still at work: the driver leaves the notification out.',
        '后端仍在忙，已置 NO_NOTIFY：驱动省掉通知。',
      )
    : both(
        'avail.idx has not passed avail_event, for the backend is still at work: the driver leaves the notification out.',
        'avail.idx 没有越过 avail_event，因为后端仍在忙：驱动省掉通知。',
      );
}

const purposes: Readonly<Record<Register, Text>> = {
  TDT: both('to tell the device of the new descriptor', '告知设备有新描述符'),
  RDT: both('to give receive buffers back', '归还接收缓冲区'),
  ICR: both('to learn why it was interrupted', '查看中断原因'),
  IMC: both('to mask interrupts while it polls', '轮询期间屏蔽中断'),
  IMS: both('to have interrupts again', '重新打开中断'),
  STATUS: both('to make sure that the write before it arrived', '确认前一次写已经到达'),
};

const accessed = (register: Register): Text =>
  both(
    `The driver touches ${register} ${purposes[register].en}; no such device is there, so the access leaves the guest.`,
    `驱动访问 ${register}（${purposes[register]['zh-CN']}）；真实设备并不存在，这次访问使客户机退出。`,
  );

function ported(ports: Ports, n: number): Text {
  const what = {
    program: both('The driver programs the disk through its ports', '驱动经端口给磁盘编程'),
    start: both('The driver starts the bus master', '驱动启动总线主控'),
    check: both('The interrupt handler reads the status ports', '中断处理程序读状态端口'),
    sector: both('The driver reads a sector word by word from the data port', '驱动从数据端口逐字读出一个扇区'),
    finish: both('The driver reads the status once more and clears the interrupt', '驱动再读一次状态并清除中断'),
  }[ports];
  return both(`${what.en}: ${n} accesses, each of them an exit.`, `${what['zh-CN']}：${n} 次访问，每次都退出。`);
}

function reaped({ machine: { setup } }: State, isReceive: boolean): Text {
  if (isReceive)
    return both(
      'The driver takes the answers out of its receive ring and puts empty buffers in.',
      '驱动从接收环取出应答，再放入空缓冲区。',
    );
  return isParavirtual(setup)
    ? both(
        'The driver reads the used ring up to used.idx and has its buffers back, without asking any register.',
        '驱动读已用环直到 used.idx，收回缓冲区，不必问任何寄存器。',
      )
    : both(
        'The driver sees in memory which slots are done, and has its buffers back.',
        '驱动在内存里看到哪些槽已完成，收回缓冲区。',
      );
}
