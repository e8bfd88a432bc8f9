import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/** The end of chapter 4, as far as it is written: objectives 1-3 are those of 4.1. What belongs to an earlier chapter has none. */
export default {
  'what-the-driver-sees': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'A guest’s unchanged driver for an e1000 works. What follows from that?',
      '客户机里没改过的 e1000 驱动工作正常。由此能断定什么？',
    ),
    options: {
      emulated: {
        text: both('The e1000 is a program of the host’s.', '这块 e1000 是宿主机上的一个程序。'),
        why: both(
          'It may be, but need not: the driver would do the same with a real e1000 that is passed through.',
          '有可能，却不一定：透传一块真的 e1000，驱动也照样工作。',
        ),
      },
      either: {
        text: both('Something answers as an e1000 does.', '有个东西像 e1000 那样应答。'),
        right: true,
        why: both(
          'A program or a real card. The driver knows a device by its registers only.',
          '可能是程序，也可能是真网卡。驱动只凭寄存器认识设备。',
        ),
      },
      full: {
        text: both('The guest is fully virtualized.', '这台客户机是完全虚拟化的。'),
        why: both(
          'A paravirtual kernel can have such a driver too. How the processor is virtualized and what stands for a device are chosen apart, the latter for each device.',
          '半虚拟化的内核也可以带这个驱动。处理器怎样虚拟化、设备用什么代替，是分开选的，而且设备可以逐个选。',
        ),
      },
    },
    why: both(
      'The interface is the same; what answers behind it the driver cannot see.',
      '接口相同，背后是谁在应答，驱动看不出来。',
    ),
  },
  'count-both-ways': {
    kind: 'number',
    objective: 2,
    ask: both(
      'To send one packet and to receive one, an e1000’s driver accesses registers 7 times. Each access costs 2,000 cycles for the exit and 6,000 more for the way to QEMU and back. How many cycles do the accesses cost?',
      'e1000 的驱动一发一收，要访问寄存器 7 次。每次访问，退出 2,000 个周期，再到 QEMU 走一个来回 6,000 个。这些访问一共多少周期？',
    ),
    answer: 56_000,
    unit: both('cycles', '个周期'),
    slips: [
      {
        value: 14_000,
        why: both(
          'Those are the exits alone. After each, control goes on to user space, for QEMU plays the card.',
          '这只是退出。每次退出之后还要去用户态，因为扮演网卡的是 QEMU。',
        ),
      },
      {
        value: 42_000,
        why: both(
          'Those are the ways to QEMU and back. Before each, the guest has to be left, for 2,000 cycles.',
          '这只是去 QEMU 的来回。每次去之前，先要退出客户机，那是 2,000 个周期。',
        ),
      },
      {
        value: 8_000,
        why: both(
          'That is one access. Nothing gathers them: each of the seven leaves the guest by itself.',
          '这是一次访问。七次访问不会合并，每次都要单独退出。',
        ),
      },
    ],
    why: both(
      '7 × (2,000 + 6,000): on this road every access to a register makes the whole way.',
      '7 × (2,000 + 6,000)：走这条路，每次访问寄存器都要跑完全程。',
    ),
  },
  'who-may-write': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'In one ring of a virtqueue, the used ring, requests come back to the driver. Who writes to it?',
      '虚拟队列有一个环叫已用环（used ring），请求从这里回到驱动。谁来写它？',
    ),
    options: {
      driver: {
        text: both('The driver alone, since it is the guest’s memory.', '只有驱动，因为内存是客户机的。'),
        why: both(
          'All of the queue lies in the guest’s memory, and the backend reaches it too. The driver writes descriptors and the ring in which it offers them; this ring it only reads.',
          '整个队列都在客户机内存里，而后端也够得着。驱动写的是描述符和递出描述符的那个环；这个环它只读。',
        ),
      },
      device: {
        text: both('The backend alone: it hands requests back.', '只有后端：它归还取走的东西。'),
        right: true,
        why: both('The driver reads there which of its requests are done.', '驱动在这里读到自己的哪些请求已经做完。'),
      },
      both: {
        text: both('Both of them, in turns, and under a lock.', '双方轮流写，用锁来保护。'),
        why: both(
          'There is no lock between a guest and its host, and none is needed where two never write to the same place. A guest that stopped while holding one would stop the host’s thread as well.',
          '客户机与宿主机之间没有锁；双方从不写同一处，也就用不着锁。要是客户机拿着锁停住了，宿主机的线程也得跟着停。',
        ),
      },
    },
    why: both(
      'One writer for each part is what makes the queue work without a lock.',
      '每一部分只有一方来写，队列才不需要锁。',
    ),
  },
  'no-kick': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'A driver adds requests to a virtqueue while the backend is still at work on earlier ones. Why need it not kick?',
      '后端还在处理先前的请求，驱动又往虚拟队列里加了新的。为什么不必通知？',
    ),
    options: {
      looks: {
        text: both('The backend looks at the ring again before it sleeps.', '后端睡之前，会再看一眼环。'),
        right: true,
        why: both(
          'As long as it is awake it also says in the ring that it wants no kick.',
          '只要还醒着，它也会在环里写明不用通知。',
        ),
      },
      timer: {
        text: both('The backend is woken by a timer anyway.', '后端反正会被定时器唤醒。'),
        why: both(
          'Then each request would wait for the timer. A sleeping backend is woken by a kick, and this one does not sleep.',
          '那样每个请求都得等定时器。睡着的后端由通知唤醒，而这个后端没睡。',
        ),
      },
      memory: {
        text: both('The stores to the queue raise an interrupt in the host.', '写队列就会在宿主机引发中断。'),
        why: both(
          'They are stores to ordinary memory, and nobody hears of them. That is why they are cheap, and why a sleeper needs a kick.',
          '那只是写普通内存，谁也不知道。正因如此才便宜，也正因如此，后端睡着时才要通知。',
        ),
      },
    },
    why: both('A notification wakes a sleeper. Who is awake needs none.', '通知是用来唤醒的，醒着就用不着。'),
  },
  'what-vhost-saves': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'vhost moves a virtio card’s backend from QEMU into the host’s kernel. What does sending save by that?',
      'vhost 把 virtio 网卡的后端从 QEMU 搬进宿主机内核。发送时省下的是什么？',
    ),
    options: {
      exits: {
        text: both('The exit that comes with each kick', '每次通知都要付出的退出'),
        why: both(
          'The guest is left for a kick as before, for the register it writes to is still not there. What changes is who takes the kick up.',
          '通知照样要退出客户机，因为它写的那个寄存器依然不存在。变的是通知由谁接手。',
        ),
      },
      user: {
        text: both('The way to user space and back', '到用户态的一个来回'),
        right: true,
        why: both(
          'KVM wakes a thread of the kernel, and QEMU hears nothing of it.',
          'KVM 唤醒的是内核里的线程，QEMU 毫不知情。',
        ),
      },
      copies: {
        text: both('The copy that is made of each packet', '每个包都要做的那次复制'),
        why: both(
          'A packet still has to get from the guest’s memory into the host’s network: one copy, whoever makes it.',
          '包还是要从客户机内存到宿主机网络：不管由谁来做，都是复制一次。',
        ),
      },
    },
    why: both(
      'It is the same queue and the same exit; only who takes it up is nearer.',
      '队列没变，退出没变，只是接手的离得更近。',
    ),
  },
  'why-pinned': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'The memory of a guest with a passed-through card is pinned: the host may not take a page of it away, not even for a while. Why?',
      '客户机带一块透传网卡，它的内存就要全部钉住（pin）：宿主机一页也不能拿走，暂时拿走也不行。为什么？',
    ),
    options: {
      faults: {
        text: both('The card may access any page, and cannot wait.', '网卡随时可能访问任何一页，而且等不了。'),
        right: true,
        why: both(
          'Where a page is missing, a processor exits, and executes the instruction again once it is there. A card’s transfer simply fails.',
          '缺了一页，处理器会退出，等页补上再重做那条指令；网卡的传输则直接失败。',
        ),
      },
      ept: {
        text: both('A page can be under EPT or an IOMMU, not under both.', '一页要么归 EPT 管，要么归 IOMMU 管。'),
        why: both(
          'It is under both: the processor’s accesses go through EPT and the card’s through the IOMMU, usually to the same frames.',
          '它同时归两者管：处理器的访问经过 EPT，网卡的访问经过 IOMMU，通常通向同样的页框。',
        ),
      },
      speed: {
        text: both('Pinned memory is faster, as the card requires.', '钉住的内存更快，网卡要这个速度。'),
        why: both(
          'It is as fast as any other. Pinning only makes sure that a page stays where the IOMMU’s tables say.',
          '它不比别的内存快。钉住只是保证：IOMMU 的表说页在哪里，页就一直在哪里。',
        ),
      },
    },
    why: both(
      'A page can be taken away only from somebody who can be stopped and told to try again.',
      '只有能停下来、过后重试的一方，才可以把页从它那里拿走。',
    ),
  },
  'choose-roads': {
    kind: 'choice',
    objective: 3,
    ask: both(
      'A trading firm wants the least delay for a guest that never moves. The host has an IOMMU and a card with virtual functions, and the guest has drivers for everything. Which road?',
      '一家交易公司要让一台从不迁移的客户机延迟最低。宿主机有 IOMMU，网卡带虚拟功能，客户机什么驱动都有。走哪条路？',
    ),
    options: {
      emulated: {
        text: both('An emulated e1000 card', '模拟的 e1000 网卡'),
        why: both(
          'It makes six exits for each packet, and each goes on to QEMU. It is for guests that have no other driver.',
          '每个包退出六次，次次都要到 QEMU。它是给没有别的驱动的客户机用的。',
        ),
      },
      virtio: {
        text: both('virtio, with vhost behind it', 'virtio，后面是 vhost'),
        why: both(
          'Good, and it could move. But a backend has to be woken for each batch, and it copies each packet; this guest need not pay that.',
          '不错，还能迁移。可是每一批都要唤醒后端，每个包都要复制，而这台客户机不必付这个代价。',
        ),
      },
      vf: {
        text: both('A virtual function', '一个虚拟功能'),
        right: true,
        why: both(
          'No exit and no copy. What it takes away, migration, is not wanted here.',
          '没有退出，也没有复制。它拿走的是迁移，而这里用不着。',
        ),
      },
    },
    why: both('The requirements decide; no road is best for all.', '由需求决定，没有哪条路样样都好。'),
  },
  'frame-of-a-descriptor': {
    kind: 'choice',
    ask: both(
      'From chapter 3: a driver writes a packet’s address into a descriptor of a virtqueue. Of which kind is the address?',
      '第 3 章的内容：驱动把包的地址写进虚拟队列的描述符。这是哪一种地址？',
    ),
    options: {
      gva: {
        text: both('Guest-virtual', '客户机虚拟地址'),
        why: both(
          'It would mean something only with the page tables of one process. The backend does not walk the guest’s tables, and does not know which process was running.',
          '这种地址要配上某个进程的页表才有意义。后端不走客户机的页表，也不知道当时运行的是哪个进程。',
        ),
      },
      gpa: {
        text: both('Guest-physical', '客户机物理地址'),
        right: true,
        why: both(
          'What the guest’s kernel takes for the address of real memory.',
          '客户机内核把它当作真实内存的地址。',
        ),
      },
      hpa: {
        text: both('Host-physical', '宿主机物理地址'),
        why: both(
          'The driver cannot know one: which frame stands behind a page only the host knows, and it may change that.',
          '驱动无从知道：一页背后是哪个页框，只有宿主机知道，而且还会变。',
        ),
      },
    },
    why: both(
      'The driver speaks of memory as its own kernel knows it, and the host translates.',
      '驱动用的是自己内核所知的地址，转换由宿主机去做。',
    ),
  },
  'bet-on-icr': {
    kind: 'predict',
    objective: 2,
    lab: 'three-roads',
    at: { at: '9' },
    ask: both(
      'The emulated e1000 has interrupted, and its handler is about to read the register ICR. Predict whether the guest is left.',
      '模拟的 e1000 发来了中断，处理程序就要读寄存器 ICR。预测会不会退出客户机。',
    ),
    why: both(
      'Reading exits as writing does: the page with the emulated card’s registers is not mapped.',
      '读和写一样要退出：模拟网卡的寄存器所在的那一页，根本没有映射。',
    ),
  },
  'bet-on-handler': {
    kind: 'predict',
    objective: 1,
    lab: 'three-roads',
    at: { road: 'vhost', packets: '64', batch: '8', at: '25' },
    ask: both(
      'On the vhost road a kick has just left the guest. Predict who takes it up.',
      '走 vhost 时，一次通知刚刚离开客户机。预测由谁接手。',
    ),
    why: both(
      'The address that was written to is registered with KVM as vhost’s, so KVM signals the thread that waits for it.',
      '写的那个地址已在 KVM 那里登记给 vhost，KVM 便通知等着它的那个线程。',
    ),
  },
  'bet-on-interrupt': {
    kind: 'predict',
    objective: 2,
    lab: 'three-roads',
    at: { road: 'passthrough', packets: '64', batch: '8', postedInterrupts: 'false', at: '41' },
    ask: both(
      'A passed-through card has done its work and is about to interrupt; posted interrupts are off. Predict whether the guest has to be left.',
      '透传的网卡已经做完，就要发中断；投递式中断没有打开。预测要不要退出客户机。',
    ),
    why: both(
      'An interrupt that is not posted comes to the host, so the guest is left, and entered again with the interrupt injected.',
      '不是投递式的中断，先到宿主机手里：要退出客户机，再带着注入的中断进入。',
    ),
  },
  'reach-no-exits': {
    kind: 'reach',
    objective: 3,
    lab: 'three-roads',
    goal: 'no-exits',
    ask: both(
      'Let two guests share one card, and send 16 packets or more each without a single exit.',
      '让两台客户机共用一块网卡，各发至少 16 个包，一次也不退出。',
    ),
    why: both(
      'Only virtual functions do both: each guest has queues of its own in the one card, behind the IOMMU, and posted interrupts spare the last exits.',
      '只有虚拟功能两样都做得到：一块网卡里，每台客户机各有各的队列，前面有 IOMMU；投递式中断又省去了剩下的退出。',
    ),
  },
} satisfies Quiz;
