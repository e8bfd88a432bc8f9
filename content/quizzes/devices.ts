import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/** The end of chapter 4, as far as it is written: objectives 1-3 are those of 4.1. What belongs to an earlier chapter has none. */
export default {
  'what-the-driver-sees': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'A guest’s unchanged driver for an e1000 works. What can one conclude about what stands behind the registers?',
      '客户机里没改过的 e1000 驱动能用。由此能断定寄存器背后是什么吗？',
    ),
    options: {
      emulated: {
        text: both('An emulated card', '一块模拟的网卡'),
        why: both('It may be; a passed-through e1000 would do as well.', '有可能；但透传一块真的 e1000 也行。'),
      },
      either: {
        text: both('An emulated or a real e1000', '模拟的或真的 e1000'),
        right: true,
        why: both('Right: the driver knows a device by its registers only.', '对：驱动只凭寄存器认识设备。'),
      },
      full: {
        text: both('That the guest is fully virtualized', '这台客户机是完全虚拟化的'),
        why: both(
          'A paravirtual kernel can have such a driver too. The technique is chosen for each device.',
          '半虚拟化的内核也可以带这个驱动。技术是逐个设备选的。',
        ),
      },
    },
    why: both(
      'The interface is the same; what answers behind it is not visible.',
      '接口相同，背后是谁在应答看不出来。',
    ),
  },
  'count-both-ways': {
    kind: 'number',
    objective: 2,
    ask: both(
      'An e1000 driver’s exchange of one packet out and one in takes 7 accesses. With an exit of 2,000 cycles and 6,000 more to user space and back for each, how many cycles do the accesses cost?',
      'e1000 驱动一发一收要访问 7 次。每次退出 2,000 个周期，再到用户态走一个来回 6,000 个。这些访问一共多少周期？',
    ),
    answer: 56_000,
    unit: both('cycles', '个周期'),
    slips: [
      {
        value: 14_000,
        why: both('That leaves out user space, where the device is played.', '漏了用户态，设备是在那里扮演的。'),
      },
      {
        value: 42_000,
        why: both('That leaves out the exits themselves.', '漏了退出本身。'),
      },
    ],
    why: both('7 × (2,000 + 6,000).', '7 × (2,000 + 6,000)。'),
  },
  'who-may-write': {
    kind: 'choice',
    objective: 1,
    ask: both('In a split virtqueue, who writes the used ring?', '在 split virtqueue 里，used 环由谁写？'),
    options: {
      driver: {
        text: both('the driver', '驱动'),
        why: both(
          'It writes descriptors and the available ring, and only reads this one.',
          '它写描述符和 avail 环，这个环只读。',
        ),
      },
      device: {
        text: both('the device', '设备'),
        right: true,
        why: both('Right: here it gives back what it has taken.', '对：它在这里归还取走的东西。'),
      },
      both: {
        text: both('both, under a lock', '双方，加锁'),
        why: both(
          'There is no lock between a guest and its host. Each part has one writer, and that is enough.',
          '客户机与宿主机之间没有锁。每一部分只有一个写者，这就够了。',
        ),
      },
    },
    why: both(
      'One writer for each part is what makes the queue work without a lock.',
      '每一部分只有一个写者，队列才不需要锁。',
    ),
  },
  'no-kick': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'A driver adds requests while the backend is still at work on earlier ones. Why need it not kick?',
      '后端还在处理先前的请求，驱动又加了新的。为什么不必通知？',
    ),
    options: {
      looks: {
        text: both('The backend looks at the ring before it goes to sleep.', '后端睡之前会再看一眼环。'),
        right: true,
        why: both('Right, and it has said so in the ring.', '对，而且它已在环里写明。'),
      },
      timer: {
        text: both('The backend wakes up by a timer anyway.', '后端反正会被定时器叫醒。'),
        why: both(
          'Then requests would wait for the timer. It wakes by a kick, or does not sleep.',
          '那样请求就得等定时器。它要么被通知唤醒，要么没睡。',
        ),
      },
      memory: {
        text: both('Stores to shared memory raise an interrupt in the host.', '写共享内存会在宿主机引发中断。'),
        why: both('They raise nothing; that is why they are cheap.', '什么也不会引发，所以才便宜。'),
      },
    },
    why: both('A notification wakes a sleeper. Who is awake needs none.', '通知是叫醒睡着的人；醒着的不用叫。'),
  },
  'what-vhost-saves': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'vhost moves the backend from QEMU to the host’s kernel. What does that save?',
      'vhost 把后端从 QEMU 搬进宿主机内核。省了什么？',
    ),
    options: {
      exits: {
        text: both('the exits', '退出'),
        why: both('A kick exits on either road.', '两种走法，通知都要退出。'),
      },
      user: {
        text: both('the way to user space and back', '到用户态的一个来回'),
        right: true,
        why: both('Right: KVM wakes a kernel thread instead.', '对：KVM 改为唤醒内核线程。'),
      },
      copies: {
        text: both('the copy of each packet sent', '每个发出的包的复制'),
        why: both(
          'The packet still has to get from the guest’s memory to the host’s network.',
          '包仍要从客户机内存到宿主机网络。',
        ),
      },
    },
    why: both(
      'It is the same queue and the same exit; only who takes it up is nearer.',
      '队列没变，退出没变，只是接手的更近。',
    ),
  },
  'why-pinned': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'A guest with a passed-through card has all its memory pinned: the host may not take a page away. Why?',
      '带透传网卡的客户机，内存全被钉住：宿主机一页也不能拿走。为什么？',
    ),
    options: {
      faults: {
        text: both(
          'The card may access any page at any time, and cannot wait for one.',
          '网卡随时可能访问其中任何一页，又不会等页换回来。',
        ),
        right: true,
        why: both(
          'Right: a processor’s fault can be mended and retried, a card’s transfer is lost.',
          '对：处理器缺页可以补好重来，网卡的传输就丢了。',
        ),
      },
      ept: {
        text: both('A page cannot be under EPT and under an IOMMU at once.', '同一页不能既归 EPT 又归 IOMMU 管。'),
        why: both('Both are used; often with the same map.', '两者一起用，常常还用同一份映射。'),
      },
      speed: {
        text: both('Pinned memory is faster, and the card needs that speed.', '钉住的内存更快，网卡要的就是这个速度。'),
        why: both(
          'It is as fast as any other. It is pinned because the card must find it.',
          '速度都一样。钉住是为了让网卡一定找得到。',
        ),
      },
    },
    why: both('A device of this kind takes no page fault.', '这类设备不会缺页重试。'),
  },
  'choose-roads': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'A trading firm wants the least delay for one guest that never moves; the host has a card with virtual functions and an IOMMU. Which road?',
      '一家交易公司要让一台从不迁移的客户机延迟最低；主机有带虚拟功能的网卡和 IOMMU。走哪条路？',
    ),
    options: {
      emulated: {
        text: both('an emulated e1000', '模拟的 e1000'),
        why: both('Six exits for each packet.', '每个包六次退出。'),
      },
      virtio: {
        text: 'virtio',
        why: both(
          'Good, but the backend’s wake-up and copy are in the way of every batch.',
          '不错，但每一批都要等后端唤醒和复制。',
        ),
      },
      vf: {
        text: both('a virtual function', '一个虚拟功能'),
        right: true,
        why: both('Right: what it takes away, migration, is not wanted here.', '对：它拿走的是迁移，而这里用不着。'),
      },
    },
    why: both('The requirements decide; no road is best for all.', '由需求决定，没有对谁都最好的路。'),
  },
  'frame-of-a-descriptor': {
    kind: 'choice',
    ask: both(
      'From chapter 3: the address in a virtqueue’s descriptor is of which kind?',
      '回到第 3 章：virtqueue 描述符里的地址是哪一种？',
    ),
    options: {
      gva: {
        text: both('guest-virtual', '客户机虚拟地址'),
        why: both(
          'The backend does not walk the guest’s tables, and does not know which process was running.',
          '后端不走客户机的页表，也不知道当时是哪个进程。',
        ),
      },
      gpa: {
        text: both('guest-physical', '客户机物理地址'),
        right: true,
        why: both(
          'Right: what the guest’s kernel takes for the address of real memory.',
          '对：客户机内核以为的真实内存地址。',
        ),
      },
      hpa: {
        text: both('host-physical', '宿主机物理地址'),
        why: both('The guest cannot know one.', '客户机无从知道。'),
      },
    },
    why: both(
      'The driver speaks of memory as its kernel knows it; the host translates.',
      '驱动按自己内核的认识说内存，由宿主机转换。',
    ),
  },
  'bet-on-icr': {
    kind: 'predict',
    objective: 2,
    lab: 'three-roads',
    at: { at: '9' },
    ask: both(
      'The e1000’s interrupt handler is about to read ICR. Bet, then step.',
      'e1000 的中断处理程序要读 ICR。先押，再走一步。',
    ),
    why: both(
      'Every register of an emulated device is a page that is not there.',
      '模拟设备的每个寄存器，都在一页并不存在的内存上。',
    ),
  },
  'bet-on-handler': {
    kind: 'predict',
    objective: 1,
    lab: 'three-roads',
    at: { road: 'vhost', packets: '64', batch: '8', at: '25' },
    ask: both(
      'The kick has left the guest, on the vhost road. Who takes it up? Bet, then step.',
      '走 vhost 时，通知已离开客户机。谁来接手？先押，再走。',
    ),
    why: both(
      'KVM knows the address and signals the thread that waits for it.',
      'KVM 认得这个地址，通知正在等它的线程。',
    ),
  },
  'bet-on-interrupt': {
    kind: 'predict',
    objective: 2,
    lab: 'three-roads',
    at: { road: 'passthrough', packets: '64', batch: '8', postedInterrupts: 'false', at: '41' },
    ask: both(
      'A passed-through card signals, and interrupts are not posted. Does the guest have to be left? Bet, then step.',
      '透传的网卡发出信号，而中断不是投递式的。要离开客户机吗？先押，再走。',
    ),
    why: both('An interrupt that nobody posts goes to the host.', '没有投递的中断，归宿主机。'),
  },
  'reach-no-exits': {
    kind: 'reach',
    objective: 3,
    lab: 'three-roads',
    goal: 'no-exits',
    ask: both(
      'Let two guests share one card, and send 16 packets or more each without a single exit.',
      '让两台客户机共用一块网卡，各发 16 个以上的包，一次退出也没有。',
    ),
    why: both(
      'Only virtual functions do both: queues of their own in one card, behind an IOMMU.',
      '只有虚拟功能两样都做到：一块卡里各有各的队列，前面有 IOMMU。',
    ),
  },
} satisfies Quiz;
