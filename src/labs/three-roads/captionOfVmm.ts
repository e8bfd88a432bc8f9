import { both, type Text } from '#kit/text.ts';
import { isDirect } from '#sim/io/machine.ts';
import type { Op, Register } from '#sim/io/op.ts';
import { added, type State } from './state.ts';

/** Crossings between the guest, the host's kernel and its user space. */
export function captionOfVmm(state: State, op: Op): Text | undefined {
  switch (op.do) {
    case 'register':
      return imitated(op.register);
    case 'portsInUser':
      return both(
        `KVM returns to QEMU, ${added(state, 'userReturns')} times in all, and its IDE model answers each access.`,
        `KVM 返回 QEMU，共 ${added(state, 'userReturns')} 次，由 IDE 设备模型逐一应答。`,
      );
    case 'kickInUser':
      return both(
        'KVM cannot serve it and returns to user space: QEMU learns that the queue has work.',
        'KVM 自己处理不了，返回用户态：QEMU 得知队列里有活。',
      );
    case 'ioeventfd':
      return both(
        'KVM finds an ioeventfd for this address and signals it: the vhost thread hears of it, user space does not.',
        'KVM 为这个地址登记了 ioeventfd，直接触发它：vhost 线程得知此事，用户态毫不知情。',
      );
    case 'wake':
      return state.machine.setup.road === 'vhost'
        ? both('The vhost thread of the host’s kernel is woken.', '宿主机内核的 vhost 线程被唤醒。')
        : both('QEMU’s I/O thread is woken to serve the queue.', 'QEMU 的 I/O 线程被唤醒来处理队列。');
    case 'resume':
      return added(state, 'interrupts')
        ? both(
            'KVM enters the guest again and injects the interrupt that the device model has raised.',
            'KVM 重新进入客户机，并注入设备模型发起的中断。',
          )
        : both('KVM enters the guest again; the driver goes on.', 'KVM 重新进入客户机，驱动继续运行。');
    case 'interrupt':
      return interrupted(state);
    case 'enterWith':
      return both('KVM enters the guest again with the interrupt.', 'KVM 带着中断重新进入客户机。');
    case 'eoi':
      return both(
        'The handler writes EOI to an interrupt controller that is not there: one more exit.',
        '处理程序向并不真实存在的中断控制器写 EOI：又一次退出。',
      );
    default:
      return undefined;
  }
}

function imitated(register: Register): Text {
  const did = {
    TDT: both('takes the new tail as a command to send', '把新的尾指针当作发送命令'),
    RDT: both('notes the buffers given back', '记下归还的缓冲区'),
    ICR: both('answers with the cause and clears it', '回答中断原因并清除'),
    IMC: both('masks its interrupts', '屏蔽自己的中断'),
    IMS: both('enables its interrupts', '打开自己的中断'),
    STATUS: both('answers that the link is up', '回答链路正常'),
  }[register];
  return both(
    `KVM returns to user space, where QEMU’s e1000 model ${did.en}.`,
    `KVM 返回用户态，QEMU 的 e1000 模型${did['zh-CN']}。`,
  );
}

function interrupted(state: State): Text {
  const { setup } = state.machine;
  const from = isDirect(setup)
    ? both('The device signals', '设备发出中断')
    : both('The backend signals', '后端发出中断');
  return setup.posted
    ? both(
        `${from.en}; the interrupt is posted, and the processor delivers it to the running guest without an exit.`,
        `${from['zh-CN']}；中断以投递方式送达，处理器把它交给运行中的客户机，没有退出。`,
      )
    : both(
        `${from.en}; without posted interrupts the running guest has to be left for it.`,
        `${from['zh-CN']}；没有投递式中断，运行中的客户机必须为此退出。`,
      );
}
