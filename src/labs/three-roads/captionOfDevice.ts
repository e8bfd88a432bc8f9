import { both, type Text } from '#kit/text.ts';
import { isDirect, isParavirtual } from '#sim/io/machine.ts';
import type { Op } from '#sim/io/op.ts';
import { added, type State } from './state.ts';

/** What the device, or whoever plays it, does with a request. */
export function captionOfDevice(state: State, op: Op): Text {
  const { setup } = state.machine;
  switch (op.do) {
    case 'fetch':
      return fetched(state);
    case 'copy':
      return copied(state);
    case 'tap':
      return both(
        'By a system call QEMU hands the packet to the tap: the host’s kernel copies it a second time and sends it out.',
        'QEMU 用系统调用把包写入 tap：宿主机内核第二次复制它，再发出去。',
      );
    case 'disk':
      return read(state);
    case 'dma':
      return moved(state);
    case 'answer':
      return both(
        'The answer has come: QEMU reads it from the tap into a buffer of its own.',
        '应答到了：QEMU 把它从 tap 读进自己的缓冲区。',
      );
    case 'receive':
      return isDirect(setup)
        ? both(
            'The answer comes in, and the device writes it into the guest’s next receive buffer by DMA.',
            '应答到来，设备用 DMA 把它写进客户机的下一个接收缓冲区。',
          )
        : both('The answer is copied into the guest’s next receive buffer.', '应答被复制进客户机的下一个接收缓冲区。');
    default:
      return completed(state);
  }
}

function fetched({ machine: { setup } }: State): Text {
  if (isDirect(setup))
    return setup.iommu
      ? both(
          'The device fetches the descriptor by DMA; the IOMMU translates the guest’s address by tables that the hypervisor filled.',
          '设备用 DMA 取描述符；IOMMU 按虚拟机管理程序填写的表转换客户机地址。',
        )
      : both(
          'The device fetches the descriptor by DMA, at the very address that the driver gave.',
          '设备用 DMA 取描述符，用的就是驱动给出的地址。',
        );
  return isParavirtual(setup)
    ? both(
        'The backend takes the next head out of the available ring and reads its chain from guest memory.',
        '后端从可用环取出下一个链头，在客户机内存中读出整条链。',
      )
    : both(
        'The device model reads the descriptor at the head of the ring, out of guest memory.',
        '设备模型在客户机内存中读出环头的描述符。',
      );
}

function copied({ machine: { setup }, held }: State): Text {
  if (held?.stopped)
    return both(
      'That address is in none of the guest’s memory: the VMM’s device refuses it, and nothing of the neighbour’s is touched.',
      '这个地址不在该客户机的任何内存里：VMM 的设备拒绝它，邻居的内存毫发未动。',
    );
  if (!isParavirtual(setup))
    return both(
      'The device model copies the packet out of guest memory into its own buffer: that is its “DMA”.',
      '设备模型把包从客户机内存复制到自己的缓冲区：这就是它的“DMA”。',
    );
  if (setup.request === 'read')
    return both(
      'The block is copied from the host’s page cache straight into the guest’s buffer.',
      '块从宿主机页缓存直接复制到客户机的缓冲区。',
    );
  return setup.road === 'vhost'
    ? both(
        'The vhost thread copies the packet from guest memory into the host’s network stack: the only copy, and no system call.',
        'vhost 线程把包从客户机内存复制进宿主机网络栈：只有这一次复制，没有系统调用。',
      )
    : both(
        'QEMU names the guest’s own pages in one system call, and the kernel copies from there: the only copy.',
        'QEMU 在一次系统调用里直接指明客户机的页，内核从那里复制：只有这一次复制。',
      );
}

function read({ machine: { setup }, held }: State): Text {
  if (held?.stopped)
    return both(
      'The region descriptor names an address outside of the guest’s memory: the device model refuses it.',
      '区域描述符里的地址在客户机内存之外：设备模型拒绝它。',
    );
  return setup.blockMode === 'pio'
    ? both(
        'QEMU reads 4 KiB of the disk image into a buffer of its own and raises the interrupt.',
        'QEMU 把磁盘镜像的 4 KiB 读进自己的缓冲区，并发起中断。',
      )
    : both(
        'QEMU reads the block from the disk image straight into the guest’s buffer and raises the interrupt.',
        'QEMU 把块从磁盘镜像直接读进客户机的缓冲区，并发起中断。',
      );
}

function moved(state: State): Text {
  const { setup } = state.machine;
  if (added(state, 'breaches'))
    return setup.request === 'read'
      ? both(
          'Nothing stands between the device and memory: it overwrites a page of guest B’s with what it read from the disk.',
          '设备与内存之间毫无阻挡：它用磁盘内容覆盖了客户机 B 的一页。',
        )
      : both(
          'Nothing stands between the device and memory: it reads guest B’s page and sends it out on the wire.',
          '设备与内存之间毫无阻挡：它读走客户机 B 的一页，发到了网线上。',
        );
  if (added(state, 'dmaFaults'))
    return both(
      'The IOMMU finds no entry for that address in guest A’s tables: the access is blocked, and a fault is recorded.',
      'IOMMU 在客户机 A 的表里找不到这个地址：访问被拦下，并记录一次故障。',
    );
  return setup.request === 'read'
    ? both(
        'The device writes the block into the guest’s buffer by DMA: no processor copies it.',
        '设备用 DMA 把块写进客户机缓冲区：没有处理器参与复制。',
      )
    : both(
        'The device reads the packet by DMA and sends it: no processor copies it.',
        '设备用 DMA 读出包并发送：没有处理器参与复制。',
      );
}

function completed(state: State): Text {
  const { setup } = state.machine;
  const kept = added(state, 'keptInterrupts') > 0;
  if (isParavirtual(setup))
    return kept
      ? both(
          'The chain goes into the used ring; the driver has not asked to be interrupted for this one.',
          '这条链放进已用环；驱动没有要求为它发中断。',
        )
      : both('The chain goes into the used ring, and the driver wants to know.', '这条链放进已用环，而驱动要求知道。');
  if (isDirect(setup))
    return kept
      ? both(
          'The device marks the slot done; with more to do it holds its interrupt back.',
          '设备标记该槽完成；还有活要干，先不发中断。',
        )
      : both('The device marks the slot done in guest memory.', '设备在客户机内存里标记该槽完成。');
  return both(
    'The device model marks the descriptor done, moves TDH on and raises its interrupt line.',
    '设备模型标记描述符完成，前移 TDH，并拉起中断线。',
  );
}
