import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/** The end of chapter 5, as far as it is written: objectives 1-4 are those of 5.2. What belongs to an earlier chapter has none. */
export default {
  'which-switch': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'Isolated mode has all four switches off. Which one alone brings the outside machine onto the guests’ network?',
      '隔离模式下四个开关全关。只打开哪一个，外部机器就与客户机在同一个网络上？',
    ),
    options: {
      uplink: {
        text: both('The uplink: eth0 joins br0.', '上联：eth0 加入 br0。'),
        right: true,
        why: both(
          'The bridge then joins the TAPs with the LAN. That is bridged mode; an address on br0 is for the host’s own use.',
          '网桥把各个 TAP 与局域网连在一起，这就是桥接模式；br0 上的地址是给宿主机自己用的。',
        ),
      },
      address: {
        text: both('The host address: br0 is given one.', '宿主地址：给 br0 配一个。'),
        why: both(
          'That brings the host onto the guests’ network, not the outside machine: it makes host-only mode.',
          '这样接进来的是宿主机，不是外部机器：得到的是仅主机模式。',
        ),
      },
      forwarding: {
        text: both('Forwarding: the host passes packets on.', '转发：宿主机把报文转出去。'),
        why: both(
          'A bridge moves frames without it; and with no address on br0 the guests have nobody to hand their packets to.',
          '网桥搬运帧用不着它；br0 上没有地址，客户机的报文也没有人可交。',
        ),
      },
    },
    why: both(
      'A bridge joins what is plugged into it, and eth0 is the plug that leads outside.',
      '插在网桥上的都连在一起，而通往外部的那个插头是 eth0。',
    ),
  },
  'forwarding-needs': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'Routed mode needs forwarding. Which of the other three switches does it need as well?',
      '路由模式需要转发。另外三个开关里，它还需要哪一个？',
    ),
    options: {
      address: {
        text: both('The host address', '宿主地址'),
        right: true,
        why: both(
          'It is the gateway to which the guests hand what is for other networks.',
          '它就是网关，客户机把发往别的网络的报文交给它。',
        ),
      },
      uplink: {
        text: both('The uplink', '上联'),
        why: both(
          'With eth0 in the bridge the guests’ frames reach the LAN unrouted, and that is bridged mode.',
          'eth0 进了网桥，客户机的帧不经路由就到了局域网，那是桥接模式。',
        ),
      },
      nat: {
        text: 'NAT',
        why: both(
          'NAT would put the host’s address on the packets. Routed mode leaves the guests’ addresses as they are.',
          'NAT 会把源地址换成宿主机的；路由模式不改客户机的地址。',
        ),
      },
    },
    why: both(
      'A router joins two networks and has an address in each of them: here 10.0.0.1 and 192.168.1.10.',
      '路由器把两个网络接起来，在两边各有一个地址：这里是 10.0.0.1 和 192.168.1.10。',
    ),
  },
  'where-it-stops': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'The host is set to routed mode and the guests have their gateway; nothing has been changed outside. A guest pings the outside machine. Where is the ping lost?',
      '宿主机设成路由模式，客户机配好网关，外部什么也没改。客户机 ping 外部机器，丢在哪里？',
    ),
    options: {
      guest: {
        text: both('At the guest: nobody answers its ARP request.', '在客户机：它的 ARP 请求无人应答。'),
        why: both(
          'It asks for the MAC address of its gateway, 10.0.0.1, and the host answers. The request gets out.',
          '它询问的是网关 10.0.0.1 的 MAC 地址，宿主机会应答，请求发得出去。',
        ),
      },
      host: {
        text: both('At the host: it drops what is not its own.', '在宿主机：不是发给自己的就丢弃。'),
        why: both(
          'It would in host-only mode. Forwarding is what routed mode adds, and the request arrives outside.',
          '仅主机模式下才会。路由模式多开的正是转发，请求到得了外部。',
        ),
      },
      reply: {
        text: both('Outside: the reply has no way back.', '在外部机器：应答无路可回。'),
        right: true,
        why: both('The request arrives, and that is not enough for a ping.', '请求到了，但只有这一程，ping 还是不通。'),
      },
    },
    why: both(
      'A route serves one direction. The outside machine needs one of its own to 10.0.0.0/24.',
      '路由只管一个方向。外部机器自己也要有一条到 10.0.0.0/24 的路由。',
    ),
  },
  'nat-protects': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'NAT mode, no filter rules. A machine on the same LAN adds a route to the guests’ network by way of the host, and pings a guest. What happens?',
      'NAT 模式，没有任何过滤规则。同一局域网里的一台机器加上一条经宿主机到客户机网络的路由，再 ping 客户机。会怎样？',
    ),
    options: {
      blocked: {
        text: both('NAT drops the ping, for its table has no such flow.', 'NAT 丢弃它，因为表里没有这条流。'),
        why: both(
          'What is not in the table is not rewritten, and that is all. To drop is a filter’s work.',
          '表里没有，只是不改写而已。丢弃是过滤规则的事。',
        ),
      },
      answered: {
        text: both('The guest is reached, and its reply arrives.', '客户机收到，应答也到。'),
        right: true,
        why: both(
          'Measured on a real kernel. What usually hides a guest is only that nobody outside has a route.',
          '在真实内核上测过。平时藏住客户机的，只是外面没人有路由。',
        ),
      },
      rewritten: {
        text: both('The host answers the ping in the guest’s place.', '宿主机替客户机应答。'),
        why: both(
          'The packet is addressed to the guest. That is none of the host’s addresses, so the host passes it on.',
          '报文的目的地址是客户机的，不是宿主机的任何一个地址，所以宿主机把它转出。',
        ),
      },
    },
    why: both('NAT is a translation, not a wall.', 'NAT 是转换，不是墙。'),
  },
  'names-of-modes': {
    kind: 'choice',
    objective: 4,
    ask: both(
      'VirtualBox has a mode called “internal network”. Which of the five is it?',
      'VirtualBox 有一种模式叫“internal network”（内部网络），它是五种里的哪一种？',
    ),
    options: {
      isolated: {
        text: both('Isolated', '隔离'),
        right: true,
        why: both(
          'The guests reach each other, and the host has no address there.',
          '客户机之间互通，宿主机在那里没有地址。',
        ),
      },
      hostOnly: {
        text: both('Host-only', '仅主机'),
        why: both(
          'There the host has an address on the guests’ switch. VirtualBox calls that mode host-only too.',
          '那种模式下，宿主机在客户机的交换机上有地址；VirtualBox 也叫它 host-only。',
        ),
      },
      nat: {
        text: 'NAT',
        why: both(
          'NAT lets the guests reach the outside. An internal network has no way out at all.',
          'NAT 让客户机到得了外部。内部网络根本没有出口。',
        ),
      },
    },
    why: both(
      'Ask which of the four switches are on. Here it is none, whatever the product calls it.',
      '先问四个开关开了哪几个。这里一个也没开，不管产品怎么称呼它。',
    ),
  },
  'order-of-a-ping': {
    kind: 'order',
    objective: 2,
    ask: both(
      'A guest pings the outside machine in NAT mode, with empty ARP tables. Put the events in order.',
      'NAT 模式，ARP 表全空，客户机 ping 外部机器。把下列事件按先后排好。',
    ),
    items: {
      arp: both('The guest asks for its gateway’s MAC address', '客户机询问网关的 MAC 地址'),
      gateway: both('The host gets the packet and finds a route by eth0', '宿主机收到报文，查到走 eth0 的路由'),
      rewrite: both('The source address becomes the host’s', '源地址换成宿主机的'),
      reply: both('The outside machine replies to the host', '外部机器向宿主机应答'),
      back: both('The destination becomes the guest’s again', '目的地址换回客户机的'),
    },
    why: both(
      'The reply can be turned back because the host has noted the flow.',
      '宿主机记下了这条流，才能把应答转回去。',
    ),
  },
  'one-table': {
    kind: 'choice',
    ask: both(
      'From chapter 4: a guest sends a frame by its virtio card. Where does the host’s back-end find the bytes?',
      '第 4 章的内容：客户机从 virtio 网卡发出一帧。宿主机里的后端到哪里去取这些字节？',
    ),
    options: {
      ring: {
        text: both('Where a descriptor points in guest memory.', '在客户机内存里，由描述符指出。'),
        right: true,
        why: both(
          'The virtqueue holds the descriptor. Then the frame enters the bridge by a TAP device.',
          '描述符在虚拟队列里。取出之后，这一帧经 TAP 设备进入网桥。',
        ),
      },
      register: {
        text: both('In the card’s registers, one after the other.', '在网卡的寄存器里，一个一个读出来。'),
        why: both(
          'Registers tell of work to be done, and even the emulated e1000 finds its packets in memory. Virtio needs one such write, the notification.',
          '寄存器只用来告知有活要干；就连模拟的 e1000，要发的内容也放在内存里。virtio 只要一次这样的写，即通知。',
        ),
      },
      wire: {
        text: both('On the wire between the guest and the host.', '在客户机与宿主机之间的网线上。'),
        why: both(
          'There is no wire. A virtual NIC’s cable ends in a TAP device, and only the back-end puts the frame there.',
          '没有网线。虚拟网卡的“网线”另一头是 TAP 设备，而把帧放到那里的，正是后端。',
        ),
      },
    },
    why: both(
      'How a frame leaves the guest and how it then travels are two questions: the device answers one, the network mode the other.',
      '帧怎样离开客户机，之后怎么走，是两个问题：前一个看设备，后一个看网络模式。',
    ),
  },
  'who-translates': {
    kind: 'choice',
    ask: both(
      'From chapter 3: two guests use the same IP address in two isolated networks, and the same guest-physical address. What do the two cases have in common?',
      '第 3 章的内容：两台客户机在两个隔离的网络里用同一个 IP 地址，也用同一个客户机物理地址。两种情形有什么共同点？',
    ),
    options: {
      scope: {
        text: both('An address means something only within its own space.', '地址只在自己的空间里有意义。'),
        right: true,
        why: both('The space tells which one is meant.', '指的是哪一个，由空间决定。'),
      },
      clash: {
        text: both('Both clash, and the second guest fails.', '都会冲突，第二台客户机会失败。'),
        why: both(
          'Neither does: the two networks are apart, and each guest’s addresses go through an EPT of its own.',
          '都不会：两个网络互不相连，两台客户机的地址也各走各的 EPT。',
        ),
      },
      dhcp: {
        text: both('Both are handed out by the host.', '都由宿主机分配。'),
        why: both(
          'An IP address may be set by hand in the guest, and what a guest-physical page is used for the guest’s kernel decides.',
          'IP 地址可以在客户机里手工设定；哪个客户机物理页派什么用场，也由客户机内核决定。',
        ),
      },
    },
    why: both(
      'To give each guest a space of its own is what virtualization does.',
      '虚拟化做的，就是让每台客户机各有自己的空间。',
    ),
  },
  'bet-on-the-host': {
    kind: 'predict',
    objective: 2,
    lab: 'network-modes',
    at: { hostAddress: 'true', gateway: 'true', moves: 'ping.g1.out', at: '7' },
    ask: both(
      'Host-only mode: a guest’s ping for the outside machine is about to reach the host. Predict what the host does with it.',
      '仅主机模式下，客户机发往外部机器的 ping 即将到达宿主机。预测宿主机怎么处理它。',
    ),
    why: both(
      'Forwarding is off in host-only mode: the host is a destination and no router, and drops what is for others without a word.',
      '仅主机模式下转发是关的：宿主机只是终点，不是路由器，发给别人的报文它丢弃了事，谁也不告知。',
    ),
  },
  'bet-on-the-reply': {
    kind: 'predict',
    objective: 3,
    lab: 'network-modes',
    at: { hostAddress: 'true', forwarding: 'true', gateway: 'true', moves: 'ping.g1.out', at: '13' },
    ask: both(
      'In routed mode the outside machine is about to get a guest’s ping. Predict where its reply goes.',
      '路由模式下，外部机器即将收到客户机的 ping。预测它的应答送往哪里。',
    ),
    why: both(
      'The outside machine looks into its own routes: it knows 192.168.1.0/24, and nothing of 10.0.0.0/24.',
      '外部机器查的是自己的路由表：里面有 192.168.1.0/24，没有 10.0.0.0/24。',
    ),
  },
  'reach-repair': {
    kind: 'reach',
    objective: 3,
    lab: 'network-modes',
    goal: 'one-way-repair',
    ask: both(
      'In routed mode requests get out and no reply comes back. Repair that without NAT.',
      '路由模式下，请求出得去，应答回不来。不用 NAT，把它修好。',
    ),
    why: both(
      'What was missing is the outside machine’s route back: 10.0.0.0/24 via 192.168.1.10, the host’s LAN address.',
      '缺的是外部机器上的返回路由：到 10.0.0.0/24，下一跳是宿主机的局域网地址 192.168.1.10。',
    ),
  },
  'reach-surprise': {
    kind: 'reach',
    objective: 2,
    lab: 'network-modes',
    goal: 'surprise',
    ask: both(
      'With no uplink and forwarding off, reach the host’s LAN address from a guest.',
      '不接上联、不开转发，从客户机到达宿主机的局域网地址。',
    ),
    why: both(
      'Give the guest a gateway. The address belongs to the host, not to one interface, so the host answers wherever it is asked.',
      '给客户机配上网关。地址属于宿主机，不属于某个接口，所以无论从哪里问，宿主机都会应答。',
    ),
  },
} satisfies Quiz;
