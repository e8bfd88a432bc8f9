import type { Quiz } from '#quiz/question.ts';

export default {
  'eight-hundred': {
    kind: 'number',
    objective: 2,
    ask: {
      en: 'A virtio driver sends 800 packets, one notification for every 8. How many exits does sending them cost?',
      'zh-CN': 'virtio 驱动发送 800 个包，每 8 个通知一次。发送要退出多少次？',
    },
    answer: 100,
    unit: { en: 'exits', 'zh-CN': '次退出' },
    slips: [
      {
        value: 4800,
        why: {
          en: 'That is the e1000’s count: six register accesses for each packet.',
          'zh-CN': '那是 e1000 的次数：每个包访问六次寄存器。',
        },
      },
      {
        value: 800,
        why: {
          en: 'One kick for each packet would be that. A kick covers all that has been offered since the last.',
          'zh-CN': '每个包都通知才是这么多。一次通知管得了上次以来递出的全部。',
        },
      },
      {
        value: 0,
        why: {
          en: 'Filling the queue costs none, but the backend has to be told once a batch.',
          'zh-CN': '填队列不用退出，但每一批还得通知后端一次。',
        },
      },
    ],
    why: { en: '800 / 8 kicks, and each kick is one exit.', 'zh-CN': '通知 800 / 8 次，每次通知退出一次。' },
  },
  'why-emulated-is-slow': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'A guest reads 4 KiB from an emulated IDE disk by port: 1,043 exits. Its image is then moved from a file to a bare partition. What changes?',
      'zh-CN': '客户机用端口从模拟的 IDE 盘读 4 KiB：退出 1,043 次。后来镜像从文件搬到了裸分区。有什么变化？',
    },
    options: {
      gone: {
        text: { en: 'The exits all but disappear.', 'zh-CN': '退出几乎全没了。' },
        why: {
          en: 'They come from the registers that the driver accesses. Where the bytes lie is the backend’s business.',
          'zh-CN': '退出来自驱动访问的寄存器。字节放在哪里是后端的事。',
        },
      },
      same: {
        text: { en: 'Nothing: it is still 1,043.', 'zh-CN': '没有变化，仍是 1,043 次。' },
        right: true,
        why: {
          en: 'The front end decides on the exits: change IDE for virtio-blk and the same file needs one.',
          'zh-CN': '退出由前端决定：把 IDE 换成 virtio-blk，同一个文件只要一次。',
        },
      },
      half: {
        text: {
          en: 'About half remain, for the file system is no longer asked.',
          'zh-CN': '剩下一半左右，因为不再问文件系统。',
        },
        why: {
          en: 'The file system is asked by the host, after the exit and once for the block; it never made an exit.',
          'zh-CN': '问文件系统的是宿主机，在退出之后，而且每块只问一次；它从不引起退出。',
        },
      },
    },
    why: {
      en: 'An exit belongs to a register access. The store behind the device makes none.',
      'zh-CN': '退出属于寄存器访问。设备背后的存储不引起退出。',
    },
  },
  'order-of-a-packet': {
    kind: 'order',
    objective: 1,
    ask: {
      en: 'A packet is sent by virtio, with the backend in QEMU and asleep. Put the steps in order.',
      'zh-CN': '用 virtio 发一个包，后端在 QEMU 里，正睡着。把各个步骤按先后排好。',
    },
    items: {
      descriptor: { en: 'The driver writes a descriptor', 'zh-CN': '驱动写好描述符' },
      offer: {
        en: 'The driver offers it in its ring: avail.idx goes up',
        'zh-CN': '驱动把它递进自己的环：avail.idx 加一',
      },
      kick: { en: 'The driver’s kick exits', 'zh-CN': '驱动通知，引起退出' },
      take: { en: 'The backend copies the packet out', 'zh-CN': '后端把包复制走' },
      used: {
        en: 'The backend gives it back in the other: used.idx goes up',
        'zh-CN': '后端从另一个环归还它：used.idx 加一',
      },
      interrupt: { en: 'An interrupt is injected into the guest', 'zh-CN': '向客户机注入中断' },
    },
    why: {
      en: 'Each side first writes what it has to say, then moves its index, and only then tells the other.',
      'zh-CN': '每一方都先写好要说的，再移动下标，最后才通知对方。',
    },
  },
  'old-system': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A system of 1998 must run, its drivers cannot be changed, and its host is to be emptied for repairs now and then. Which road for its network card?',
      'zh-CN': '有个 1998 年的系统要跑，驱动不能改，主机还得不时腾空检修。它的网卡走哪条路？',
    },
    options: {
      emulated: {
        text: { en: 'An emulated card that it has a driver for.', 'zh-CN': '模拟一块它有驱动的网卡。' },
        right: true,
        why: {
          en: 'It pays several exits for every packet, and both conditions hold.',
          'zh-CN': '每个包都要付好几次退出，但两个条件都满足。',
        },
      },
      virtio: {
        text: { en: 'virtio, since it can still migrate.', 'zh-CN': 'virtio，因为它还能迁移。' },
        why: {
          en: 'It can migrate, but no one wrote virtio in 1998. The driver would have to be added to the guest.',
          'zh-CN': '迁移没问题，可 1998 年还没有 virtio。得给客户机加驱动才行。',
        },
      },
      passthrough: {
        text: {
          en: 'Passthrough of a card from 1998, for which there is a driver.',
          'zh-CN': '透传一块 1998 年的网卡，它有驱动。',
        },
        why: {
          en: 'The driver would do, if such a card fits the host. But the guest could not move away.',
          'zh-CN': '主机插得上这种卡的话，驱动能用。但客户机就搬不走了。',
        },
      },
      sriov: {
        text: { en: 'A virtual function of a new card.', 'zh-CN': '新网卡的一个虚拟功能。' },
        why: {
          en: 'A virtual function needs a driver of its own, and ties the guest to hosts that have it.',
          'zh-CN': '虚拟功能要有自己的驱动，还把客户机拴在有这块卡的主机上。',
        },
      },
    },
    why: {
      en: 'Emulation is the only road that asks nothing of the guest.',
      'zh-CN': '只有模拟对客户机毫无要求。',
    },
  },
  'who-stops-it': {
    kind: 'choice',
    objective: 3,
    ask: {
      en: 'A hostile driver puts an address of another guest’s memory into a descriptor of a passed-through card. What stops the card?',
      'zh-CN': '恶意的驱动在透传网卡的描述符里写上别的客户机的内存地址。什么能拦住网卡？',
    },
    options: {
      ept: {
        text: { en: 'EPT, which does not map that page for the guest', 'zh-CN': 'EPT：它没有为这台客户机映射那一页' },
        why: {
          en: 'EPT is walked by the processor for the guest’s own accesses. A card’s accesses do not pass it.',
          'zh-CN': 'EPT 由处理器为客户机自己的访问而走。网卡的访问不经过它。',
        },
      },
      vmm: {
        text: { en: 'The hypervisor, which checks each descriptor', 'zh-CN': '虚拟机管理程序：它检查每个描述符' },
        why: {
          en: 'It never sees one: that is why this road has no exits. A software backend does check.',
          'zh-CN': '它一个描述符也看不到，这条路没有退出正是因此。会检查的是软件后端。',
        },
      },
      iommu: {
        text: { en: 'The IOMMU, which translates the card’s accesses', 'zh-CN': 'IOMMU：网卡的访问由它转换' },
        right: true,
        why: {
          en: 'It has tables for this very function, and the address is not in them.',
          'zh-CN': '它为这个功能备有专门的表，那个地址不在表里。',
        },
      },
    },
    why: {
      en: 'What the processor’s tables are for the guest, the IOMMU’s are for its devices.',
      'zh-CN': '处理器的表管客户机，IOMMU 的表管它的设备。',
    },
  },
  'next-notify': {
    kind: 'predict',
    objective: 2,
    lab: 'three-roads',
    at: { road: 'virtio', packets: '64', batch: '8', at: '24' },
    ask: {
      en: 'Eight packets have been offered, and the backend sleeps. Predict whether the driver notifies it.',
      'zh-CN': '八个包已经递出，后端正睡着。预测驱动会不会通知它。',
    },
    why: {
      en: 'Who sleeps has to be woken: one kick, one exit, for all eight.',
      'zh-CN': '睡着的就得唤醒：八个包，一次通知，一次退出。',
    },
  },
  'few-exits': {
    kind: 'reach',
    objective: 3,
    lab: 'three-roads',
    goal: 'few-exits',
    ask: {
      en: 'Get below 0.2 exits per packet, for 16 packets or more, on a road on which the guest can still move; and move it on the way.',
      'zh-CN': '发至少 16 个包，每包退出不到 0.2 次，走一条客户机还能迁移的路，途中就迁一次。',
    },
    why: {
      en: 'Batches of six or more on virtio or vhost do it: one exit a batch, and a queue in memory that can be sent along.',
      'zh-CN': '在 virtio 或 vhost 上每批至少六个就行：每批退出一次，队列在内存里，可以一起发走。',
    },
  },
  'open-door': {
    kind: 'reach',
    objective: 3,
    lab: 'three-roads',
    goal: 'neighbour',
    ask: {
      en: 'Let a device read another guest’s memory.',
      'zh-CN': '让一个设备读到别的客户机的内存。',
    },
    why: {
      en: 'Only a real device without an IOMMU does that. All other roads have someone who looks at the address.',
      'zh-CN': '只有没有 IOMMU 的真设备做得到。别的路上都有人看一眼地址。',
    },
  },
} satisfies Quiz;
