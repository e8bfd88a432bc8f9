import type { Bet } from '#kit/bet.ts';
import { both, type Text } from '#kit/text.ts';

type Bets = Readonly<Record<string, Bet>>;

export const askWords = {
  access: (register: string): Text =>
    both(
      `Next the driver touches ${register} of its e1000. Does the guest exit?`,
      `接下来驱动要访问 e1000 的 ${register}。客户机会退出吗？`,
    ),
  accessBets: {
    exit: [
      both('Yes', '会'),
      both(
        'There is no e1000 in this machine. Every register of it is imitated, so every access has to leave the guest.',
        '机器里并没有 e1000。它的每个寄存器都是模拟的，所以每次访问都必须离开客户机。',
      ),
      both('', ''),
    ],
    stays: [
      both('No', '不会'),
      both('', ''),
      both(
        'An access stays in the guest only where the register is a real device’s, mapped into the guest. Behind this address there is no device.',
        '只有真实设备的寄存器映射进客户机时，访问才留在客户机内。这个地址背后没有设备。',
      ),
    ],
  } satisfies Bets,
  doorbell: both(
    'Next the driver writes the tail register of its device. Does the guest exit?',
    '接下来驱动要写设备的尾寄存器。客户机会退出吗？',
  ),
  doorbellBets: {
    exit: [
      both('Yes: device registers always trap', '会：设备寄存器总会陷入'),
      both('', ''),
      both(
        'A register traps only where software imitates it. This one is real, and its page is mapped into the guest.',
        '由软件模拟的寄存器才会陷入。这一个是真的，它所在的页已映射进客户机。',
      ),
    ],
    stays: [
      both('No', '不会'),
      both(
        'The register is the hardware’s own. The hypervisor has mapped its page into the guest, and the write goes straight there.',
        '寄存器就是硬件自己的。虚拟机管理程序把它所在的页映射进了客户机，写操作直达硬件。',
      ),
      both('', ''),
    ],
  } satisfies Bets,
  notify: (isBusy: boolean): Text =>
    isBusy
      ? both(
          'A batch is in the ring, and the backend is still at work on the one before. Will the driver notify it?',
          '一批请求已在环中，后端还在处理上一批。驱动会通知它吗？',
        )
      : both(
          'A batch is in the ring, and the backend sleeps. Will the driver notify it?',
          '一批请求已在环中，后端在休眠。驱动会通知它吗？',
        ),
  /** Only a backend that is awake and can say so spares the driver the notification. */
  notifyBets: (isBusy: boolean): Bets => ({
    exit: [
      both('Yes, and it costs an exit', '会，代价是一次退出'),
      isBusy
        ? both(
            'Suppression is off, so the driver notifies for every batch, needed or not. A notification is a write to a register that is not there.',
            '通知抑制关着，所以每批都要通知，不管需不需要。通知就是写一个并不真实存在的寄存器。',
          )
        : both(
            'It must: a backend that sleeps does not look at the ring. A notification is a write to a register that is not there.',
            '必须通知：休眠的后端不会去看环。通知就是写一个并不真实存在的寄存器。',
          ),
      both(
        'A notification would cost an exit, but none is needed: in the ring the backend has said that it will look by itself.',
        '通知的代价确是一次退出，但这次不需要：后端已在环里说明，它会自己来看。',
      ),
    ],
    stays: [
      both('No, it leaves it out', '不会，省掉'),
      both(
        'It need not: a backend that is still at work looks at the ring by itself, and says so in the ring.',
        '不必通知：仍在忙的后端自己会看环，并已在环里说明。',
      ),
      isBusy
        ? both(
            'The backend would find the batch by itself, but with suppression off it has no way to tell the driver so.',
            '后端自己本会看到这一批，但通知抑制关着，它没有办法告诉驱动。',
          )
        : both(
            'It may leave it out only while the backend is awake. This one sleeps, and without a notification the batch would lie there.',
            '后端醒着时才可以省。它现在休眠，没有通知，这一批就一直搁在环里。',
          ),
    ],
  }),
  handler: both(
    'KVM has the exit in hand. Where does the notification go next?',
    '退出已到 KVM 手里。通知接下来去哪里？',
  ),
  handlerBets: {
    qemu: [
      both('To QEMU, in user space', '到用户态的 QEMU'),
      both(
        'The backend is in QEMU, and KVM has no ioeventfd for this register: KVM_RUN returns.',
        '后端在 QEMU 里，KVM 没有为这个寄存器登记 ioeventfd：KVM_RUN 返回。',
      ),
      both(
        'KVM was given an ioeventfd for this register, so the kernel’s vhost thread is signalled without a return to user space.',
        'KVM 为这个寄存器登记了 ioeventfd，于是直接触发内核的 vhost 线程，不返回用户态。',
      ),
    ],
    kernel: [
      both('To a thread of the host’s kernel', '到宿主机内核的一个线程'),
      both(
        'With vhost the backend is a kernel thread, and an ioeventfd reaches it from inside KVM.',
        '用 vhost 时后端是内核线程，KVM 内部的 ioeventfd 就能通知到它。',
      ),
      both(
        'That takes an ioeventfd, as vhost has one. Here none is set up, so KVM_RUN returns to QEMU.',
        '那需要 ioeventfd，vhost 就登记了一个。这里没有，所以 KVM_RUN 返回 QEMU。',
      ),
    ],
  } satisfies Bets,
  contents: both('Who moves the contents next?', '接下来由谁搬运内容？'),
  contentsBets: {
    processor: [
      both('A processor of the host copies them', '由宿主机的处理器复制'),
      both(
        'Software plays the device, so software has to copy. Cutting exits does not by itself cut copies.',
        '软件扮演设备，就得由软件来复制。减少退出并不等于减少复制。',
      ),
      both('The device itself reads and writes memory here, by DMA.', '这里由设备自己用 DMA 读写内存。'),
    ],
    device: [
      both('The device itself, by DMA', '由设备自己用 DMA'),
      both(
        'A real device reads and writes guest memory by itself; no processor touches the contents.',
        '真实设备自己读写客户机内存；没有处理器碰这些内容。',
      ),
      both(
        'To the guest’s driver it looks so. But the device is software of the host’s, and its “DMA” is a copy.',
        '在客户机驱动看来如此。但设备其实是宿主机上的软件，它的“DMA”就是一次复制。',
      ),
    ],
  } satisfies Bets,
  forged: both('The address is guest B’s. Who stops the access?', '这个地址是客户机 B 的。谁来拦住这次访问？'),
  forgedBets: {
    vmm: [
      both('The VMM’s device', 'VMM 的设备'),
      both(
        'Software that plays the device looks every address up in the guest’s own memory map.',
        '扮演设备的软件会在该客户机自己的内存表里查每个地址。',
      ),
      both('On this road no software of the VMM’s sees the address.', '在这条路上，VMM 的软件根本看不到这个地址。'),
    ],
    iommu: [
      both('The IOMMU', 'IOMMU'),
      both(
        'The tables for this device hold guest A’s memory only, so the translation fails.',
        '这个设备的表里只有客户机 A 的内存，所以转换失败。',
      ),
      both(
        'It could, but on this road, as it is set, no DMA goes through it.',
        '它本可以，但按这条路现在的设置，DMA 不经过它。',
      ),
    ],
    nobody: [
      both('Nobody', '没有谁'),
      both(
        'Page tables and EPT bind the processor. A device’s DMA does not pass through them.',
        '页表与 EPT 约束的是处理器。设备的 DMA 不经过它们。',
      ),
      both(
        'Somebody does: software that checks each address, or an IOMMU.',
        '有人拦：要么是逐个检查地址的软件，要么是 IOMMU。',
      ),
    ],
  } satisfies Bets,
  interrupt: both(
    'The work is done. Does interrupting the running guest cost an exit?',
    '活干完了。给运行中的客户机发中断，要付出一次退出吗？',
  ),
  interruptBets: {
    exit: [
      both('Yes', '要'),
      both(
        'Without posted interrupts a running guest has to be left, and entered again with the interrupt.',
        '没有投递式中断时，运行中的客户机必须先退出，再带着中断进入。',
      ),
      both(
        'It would cost one without posted interrupts. Here they are on, and nobody has to leave the guest in order to inject it.',
        '没有投递式中断才要付出退出。这里开着，不必为注入中断而离开客户机。',
      ),
    ],
    stays: [
      both('No', '不要'),
      both(
        'Posted interrupts: the processor itself takes the request out of a descriptor in memory and delivers it.',
        '有投递式中断：处理器自己从内存中的描述符取出请求并送达。',
      ),
      both(
        'Only a posted interrupt reaches a guest without an exit, and posting is off here.',
        '只有投递式中断才能不经退出送到客户机，而这里没有打开。',
      ),
    ],
  } satisfies Bets,
} as const;
