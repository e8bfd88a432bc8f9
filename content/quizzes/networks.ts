import { both } from '#kit/text.ts';
import type { Quiz } from '#quiz/question.ts';

/** The end of chapter 5, as far as it is written: objectives 1-4 are those of 5.2. What belongs to an earlier chapter has none. */
export default {
  'which-switch': {
    kind: 'choice',
    objective: 1,
    ask: both('Which switch alone tells bridged mode from isolated mode?', '桥接与隔离两种模式，只差哪个开关？'),
    options: {
      uplink: {
        text: both('whether the host’s card is in the bridge', '宿主机网卡插没插进网桥'),
        right: true,
        why: both('Right: with it the outside is on the same wire.', '对：有了它，外面就在同一根线上。'),
      },
      address: {
        text: both('whether the bridge has an address', '网桥自己有没有地址'),
        why: both(
          'That decides whether the host itself is on the wire, and not whether the outside is.',
          '那决定宿主机自己在不在线上，与外面无关。',
        ),
      },
      forwarding: {
        text: both('whether the host forwards packets', '宿主机转不转发包'),
        why: both('A bridge moves frames without asking for it.', '网桥搬帧不用它。'),
      },
    },
    why: both('A bridge connects what is plugged into it.', '插在网桥上的，就连在一起。'),
  },
  'forwarding-needs': {
    kind: 'choice',
    objective: 1,
    ask: both(
      'For routed mode, what does the host need besides forwarding? Pick all.',
      '路由模式下，宿主机除了转发还需要什么？全部选出。',
    ),
    options: {
      address: {
        text: both('an address on the bridge', '网桥上的地址'),
        right: true,
        why: both('Guests send to it as their gateway.', '客户机把它当网关。'),
      },
      uplink: {
        text: both('its card in the bridge', '把网卡插进网桥'),
        why: both('Then frames would go by without being routed.', '那样帧就不经路由直接过去了。'),
      },
      nat: {
        text: both('address rewriting', '地址改写'),
        why: both('That makes it NAT mode.', '那就成了 NAT 模式。'),
      },
    },
    why: both(
      'Routing joins two networks by a machine with an address in both.',
      '路由靠一台在两个网络里都有地址的机器把它们接起来。',
    ),
  },
  'where-it-stops': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'Routed mode, the outside machine has no route to the guests’ network. A guest pings it. Where is the ping lost?',
      '路由模式，外面的机器没有到客户机网络的路由。客户机 ping 它。ping 丢在哪里？',
    ),
    options: {
      guest: {
        text: both('at the guest, which has no answer to its ARP', '在客户机：ARP 没有应答'),
        why: both('Its gateway answers. The request leaves.', '网关会应答，请求发得出去。'),
      },
      host: {
        text: both('at the host, which refuses to forward', '在宿主机：拒绝转发'),
        why: both('It forwards: the request arrives.', '它会转发，请求到得了。'),
      },
      reply: {
        text: both('at the outside machine, which sends its reply elsewhere', '在外面的机器：回应发往了别处'),
        right: true,
        why: both(
          'Right: one direction works, and that is not enough for a ping.',
          '对：一个方向通，对 ping 来说不够。',
        ),
      },
    },
    why: both('A route is for one direction. Each side needs its own.', '路由只管一个方向，两边各要各的。'),
  },
  'nat-protects': {
    kind: 'choice',
    objective: 2,
    ask: both(
      'NAT mode. An outsider on the same LAN adds a route to the guests’ network by way of the host, and pings a guest. What happens?',
      'NAT 模式。同一局域网的外人加了一条经宿主机到客户机网络的路由，再 ping 客户机。会怎样？',
    ),
    options: {
      blocked: {
        text: both('NAT drops it: no connection is known.', '被 NAT 丢弃：没有已知的连接。'),
        why: both(
          'Rewriting addresses drops nothing. To drop is a firewall’s work.',
          '改写地址不丢任何东西，丢弃是防火墙的事。',
        ),
      },
      answered: {
        text: both('The guest is reached, and answers.', '客户机收到并应答。'),
        right: true,
        why: both(
          'Right: measured on a real kernel. What hides a guest usually is the missing route.',
          '对：在真实内核上测过。平时藏住客户机的，只是没有路由。',
        ),
      },
      rewritten: {
        text: both('The host answers in the guest’s place.', '宿主机替客户机应答。'),
        why: both('The packet is addressed to the guest, so the host forwards it.', '包是给客户机的，宿主机会转发。'),
      },
    },
    why: both('NAT is a translation, not a wall.', 'NAT 是转换，不是墙。'),
  },
  'names-of-modes': {
    kind: 'choice',
    objective: 4,
    ask: both(
      'VirtualBox’s “Internal Network” is which of the five?',
      'VirtualBox 的 “Internal Network” 是五种里的哪一种？',
    ),
    options: {
      isolated: {
        text: both('isolated', '隔离'),
        right: true,
        why: both('Right: guests see each other, and the host is not on the wire.', '对：客户机互通，宿主机不在线上。'),
      },
      hostOnly: {
        text: both('host-only', '仅主机'),
        why: both('There the host has an address on the wire.', '那种模式下宿主机在线上有地址。'),
      },
      nat: {
        text: 'NAT',
        why: both('That reaches the outside.', '那种能到外面。'),
      },
    },
    why: both('Ask which switches are on, and the name follows.', '先问哪些开关开着，名字自然就有了。'),
  },
  'order-of-a-ping': {
    kind: 'order',
    objective: 2,
    ask: both(
      'A guest pings the outside in NAT mode, with empty ARP tables. Put the events in order.',
      'NAT 模式，ARP 表全空，客户机 ping 外面。排好次序。',
    ),
    items: {
      arp: both('the guest asks for its gateway’s address', '客户机询问网关的地址'),
      gateway: both('the host receives the ping as a router', '宿主机以路由器身份收到 ping'),
      rewrite: both('the source address becomes the host’s', '源地址换成宿主机的'),
      reply: both('the outside machine answers the host', '外面的机器回应宿主机'),
      back: both('the destination becomes the guest’s again', '目的地址换回客户机的'),
    },
    why: both(
      'The reply can be turned back because the host remembers the connection.',
      '宿主机记着这个连接，才能把回应转回去。',
    ),
  },
  'one-table': {
    kind: 'choice',
    ask: both(
      'From chapter 4: what does the host read from when it takes a guest’s frame off a virtio card?',
      '回到第 4 章：宿主机从 virtio 网卡取客户机的帧时，读的是什么？',
    ),
    options: {
      ring: {
        text: both('a ring in the guest’s memory', '客户机内存里的环'),
        right: true,
        why: both('Right; then the frame enters the bridge by a TAP device.', '对；然后帧经 TAP 设备进网桥。'),
      },
      register: {
        text: both('registers of the card, one by one', '网卡的寄存器，一个一个读'),
        why: both(
          'An emulated card’s driver writes registers. A virtqueue is memory.',
          '写寄存器的是模拟网卡的驱动。virtqueue 是内存。',
        ),
      },
      wire: {
        text: both('the wire', '网线'),
        why: both('There is none between a guest and its host.', '客户机与宿主机之间没有网线。'),
      },
    },
    why: both(
      'How a frame leaves the guest and how it then travels are two subjects.',
      '帧怎样离开客户机，与之后怎么走，是两回事。',
    ),
  },
  'who-translates': {
    kind: 'choice',
    ask: both(
      'From chapter 3: two guests use the same IP address in two isolated networks, and the same guest-physical address. What do the two cases have in common?',
      '回到第 3 章：两台客户机在两个隔离的网络里用同一个 IP 地址，也用同一个客户机物理地址。两件事有什么共同点？',
    ),
    options: {
      scope: {
        text: both('An address means something only within its own space.', '地址只在自己的空间里有意义。'),
        right: true,
        why: both('Right: the space tells which one is meant.', '对：指的是哪一个，由空间决定。'),
      },
      clash: {
        text: both('Both clash, and the second guest fails.', '都会冲突，第二台客户机会失败。'),
        why: both(
          'Neither does: the networks and the guests’ memories are apart.',
          '都不会：网络和客户机内存各自分开。',
        ),
      },
      dhcp: {
        text: both('Both are handed out by the host.', '都由宿主机分配。'),
        why: both(
          'A guest’s kernel makes its own mappings, and an address may be set by hand.',
          '映射由客户机内核自己做，IP 地址也可以手工设。',
        ),
      },
    },
    why: both('To give each its own space is what virtualization does.', '虚拟化做的，就是给每一个自己的空间。'),
  },
  'bet-on-the-host': {
    kind: 'predict',
    objective: 2,
    lab: 'network-modes',
    at: { hostAddress: 'true', gateway: 'true', moves: 'ping.g1.out', at: '7' },
    ask: both(
      'The ping is at the host, whose forwarding is off. Bet on what it does, then step.',
      'ping 到了宿主机，而它没开转发。押一押它会怎么做，再走。',
    ),
    why: both('A host without forwarding is a destination, not a router.', '不转发的主机只是终点，不是路由器。'),
  },
  'bet-on-the-reply': {
    kind: 'predict',
    objective: 3,
    lab: 'network-modes',
    at: { hostAddress: 'true', forwarding: 'true', gateway: 'true', moves: 'ping.g1.out', at: '13' },
    ask: both(
      'The outside machine is about to answer. Bet on where its reply goes, then step.',
      '外面的机器要应答了。押一押回应发往哪里，再走。',
    ),
    why: both('It knows its own network, and nothing of the guests’.', '它只认识自己的网络，不认识客户机的。'),
  },
  'reach-repair': {
    kind: 'reach',
    objective: 3,
    lab: 'network-modes',
    goal: 'one-way-repair',
    ask: both('Repair the network in which only one direction works.', '修好只通一个方向的网络。'),
    why: both(
      'What was missing is a route back; or a rewriting that makes none necessary.',
      '缺的是一条回程路由，或者一次让它不再需要的改写。',
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
      'The address belongs to the host, not to one of its cards, so the host answers wherever it is asked.',
      '地址属于宿主机，而不属于某块网卡，所以无论从哪里问，宿主机都会应答。',
    ),
  },
} satisfies Quiz;
