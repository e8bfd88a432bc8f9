import { both, type Text } from '#kit/text.ts';
import { guestAt, isParavirtual } from '#sim/io/machine.ts';
import { isIde } from './slots.ts';
import type { Deed, Refusal, State } from './state.ts';

export function captionOfMove(state: State, { verb, refused }: Deed): Text {
  if (refused) return refusals[refused];
  switch (verb) {
    case 'migrate':
      return migrated(state);
    case 'share':
      return isIde(state)
        ? both(
            'Guest B gets an IDE disk too: registers of its own, and its turn after guest A’s next block.',
            '客户机 B 也得到一块 IDE 磁盘：有自己的寄存器，排在客户机 A 的下一块之后。',
          )
        : both(
            'Guest B gets the device too: a ring in its own memory, and its turn after guest A’s next batch.',
            '客户机 B 也得到该设备：环在它自己的内存里，排在客户机 A 的下一批之后。',
          );
    case 'hostile':
      return both(
        'Guest A’s driver is going to hand the device an address that lies in guest B’s memory. Step on and see who stops it.',
        '客户机 A 的驱动将把客户机 B 内存中的地址交给设备。继续步进，看谁会拦住它。',
      );
  }
}

function migrated(state: State): Text {
  const { machine, host } = state;
  const who = machine.guests.length === 1 ? 'guest now runs' : 'guests now run';
  if (isIde(state))
    return both(
      `The ${who} on host ${host}: the device was only numbers that the VMM holds, the registers of an IDE controller.`,
      `客户机现在运行在宿主机 ${host} 上：设备只是 VMM 手里的几个数字，即 IDE 控制器的寄存器。`,
    );
  const { taken, registers } = guestAt(machine, 0);
  const what = isParavirtual(machine.setup)
    ? `last_avail_idx ${taken}`
    : `TDH ${registers.tdh}, TDT ${registers.tdt}, ICR ${registers.icr}, IMS ${registers.ims}`;
  return both(
    `The ${who} on host ${host}: the rings came along in guest memory, and the device was only numbers that the VMM holds (${what}).`,
    `客户机现在运行在宿主机 ${host} 上：环随内存一起搬走，设备只是 VMM 手里的几个数字（${what.replaceAll(', ', '、')}）。`,
  );
}

const refusals: Readonly<Record<Refusal, Text>> = {
  'device-state': both(
    'No migration: queues and registers are inside the hardware, where no VMM can read them, and other hosts do not have this device.',
    '不能迁移：队列与寄存器在硬件内部，VMM 读不到，别的宿主机上也没有这个设备。',
  ),
  'whole-device': both(
    'No sharing: the physical function is guest A’s as a whole, and its registers have one owner.',
    '不能共享：整个物理功能都归客户机 A，它的寄存器只能有一个主人。',
  ),
  'no-iommu': both(
    'No sharing without an IOMMU: guest B’s addresses are not the host’s, and its DMA would go into guest A’s memory.',
    '没有 IOMMU 就不能共享：客户机 B 的地址不是宿主机地址，它的 DMA 会落进客户机 A 的内存。',
  ),
  'already-shared': both('Guest B uses the device already.', '客户机 B 已经在使用该设备。'),
  'no-address': both(
    'In PIO mode the driver gives the device no memory address at all: the processor itself carries every word.',
    'PIO 模式下驱动根本不给设备内存地址：每个字都由处理器自己搬运。',
  ),
};
