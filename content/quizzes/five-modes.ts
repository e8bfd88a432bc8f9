import type { Quiz } from '#quiz/question.ts';

export default {
  'host-lan-address': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'Host-only mode, forwarding off. Guest 1 has a default route to the host and pings 192.168.1.10, the address on the host’s LAN interface. What happens, and why?',
      'zh-CN':
        '仅主机模式，转发关闭。客户机 1 有指向宿主机的默认路由，它 ping 宿主机局域网接口上的地址 192.168.1.10。结果如何，为什么？',
    },
    options: {
      dropped: {
        text: {
          en: 'No reply: the packet would have to be forwarded from br0 to eth0 first.',
          'zh-CN': '没有应答：报文要先从 br0 转发到 eth0 才行。',
        },
        why: {
          en: 'It never has to cross to eth0. The address belongs to the host itself, so the packet has arrived as soon as the host has it.',
          'zh-CN': '它根本不用过到 eth0。这个地址就是宿主机自己的，报文到了宿主机就算到了。',
        },
      },
      answers: {
        text: {
          en: 'The host replies: it accepts packets for any of its addresses on any interface.',
          'zh-CN': '宿主机应答：发给它任一地址的报文，从哪个接口进来它都收。',
        },
        right: true,
        why: {
          en: 'That is the weak end-system model: delivery to the host itself is not forwarding.',
          'zh-CN': '这就是弱端系统模型：交给宿主机自己的报文不算转发。',
        },
      },
      router: {
        text: {
          en: 'A reply comes, because a default route on a guest turns on forwarding in the host.',
          'zh-CN': '有应答，因为客户机上的默认路由会让宿主机开启转发。',
        },
        why: {
          en: 'A guest’s routing table changes nothing in the host. The outside machine stays unreachable, which shows that forwarding is still off.',
          'zh-CN': '客户机的路由表改变不了宿主机的任何设置。外部机器仍然 ping 不通，说明转发还是关着的。',
        },
      },
    },
    why: {
      en: 'Forwarding is only for packets addressed to someone else. A host-only network is therefore no wall around the host: whoever has a route to it reaches all of its addresses.',
      'zh-CN': '转发只管发给别人的报文。所以仅主机网络并没有给宿主机筑墙：谁有路由，谁就能到达它的所有地址。',
    },
  },
  'web-server': {
    kind: 'choice',
    objective: 1,
    ask: {
      en: 'In NAT mode a guest fetches web pages, but nobody on the LAN can open the guest’s own web server. What is the smallest change that helps, without touching any other machine?',
      'zh-CN':
        'NAT 模式下，客户机能打开外面的网页，局域网里却没有人能访问客户机自己的 Web 服务器。不动别的机器，最小的改动是什么？',
    },
    options: {
      dnat: {
        text: {
          en: 'A rule on the host that sends one of its ports on to the guest.',
          'zh-CN': '在宿主机上加一条规则，把它的某个端口转给客户机。',
        },
        right: true,
        why: {
          en: 'Destination NAT, a port forward. The LAN only ever talks to the host’s address.',
          'zh-CN': '这就是目的地址转换，即端口转发。局域网自始至终只和宿主机的地址打交道。',
        },
      },
      gateway: {
        text: {
          en: 'A second default route in the guest that points to the LAN’s router.',
          'zh-CN': '在客户机里再加一条默认路由，指向局域网的路由器。',
        },
        why: {
          en: 'The guest’s outbound path already works. What is missing is a way in: nobody outside has an address at which to knock.',
          'zh-CN': '客户机向外的路本来就通。缺的是进来的路：外面的人没有一个可以敲门的地址。',
        },
      },
      entry: {
        text: {
          en: 'A permanent entry for the guest in the host’s table of NAT flows.',
          'zh-CN': '在宿主机的 NAT 流表里，为客户机加一个永久表项。',
        },
        why: {
          en: 'Entries of that table describe single flows, with the other side’s address and port. A future visitor’s are not known yet; that takes a rule.',
          'zh-CN': '那张表里的每一项只描述一条流，含对方的地址和端口。将来的访客是谁还不知道，这要靠规则，不是靠表项。',
        },
      },
    },
    why: {
      en: 'Source NAT rewrites flows that begin inside. For flows that begin outside the host needs a rule of the other kind: rewrite the destination of what arrives at one of its ports.',
      'zh-CN':
        '源地址转换处理的是从里面发起的流。对从外面发起的流，宿主机需要另一种规则：改写到达某个端口的报文的目的地址。',
    },
  },
  'outsider-route': {
    kind: 'choice',
    objective: 2,
    ask: {
      en: 'NAT mode, no filter rules. The outside machine adds “10.0.0.0/24 via 192.168.1.10” and pings guest 1. What happens?',
      'zh-CN':
        'NAT 模式，没有任何过滤规则。外部机器加上路由“10.0.0.0/24 via 192.168.1.10”，然后 ping 客户机 1。会怎样？',
    },
    options: {
      blocked: {
        text: {
          en: 'NAT drops the request, because its table has no entry for this flow.',
          'zh-CN': 'NAT 丢弃这个请求，因为它的表里没有这条流。',
        },
        why: {
          en: 'A missing entry only means that nothing is rewritten back. Dropping is a filter’s work, and there is none here.',
          'zh-CN': '没有表项，只意味着不用改写回来。丢弃报文是过滤规则的事，而这里没有过滤规则。',
        },
      },
      lost: {
        text: {
          en: 'The request arrives, but NAT spoils the source address of the reply.',
          'zh-CN': '请求能到，但 NAT 会把应答的源地址改坏。',
        },
        why: {
          en: 'The reply belongs to a flow that the host has already tracked from its first packet, and that flow was not translated. It leaves as 10.0.0.101.',
          'zh-CN': '应答属于宿主机从首个报文起就在跟踪的流，而这条流没有做过转换。它以 10.0.0.101 的身份离开。',
        },
      },
      reaches: {
        text: {
          en: 'The ping succeeds: the host forwards it, and no rule forbids that.',
          'zh-CN': 'ping 通：宿主机照样转发，没有规则禁止它。',
        },
        right: true,
        why: {
          en: 'Measured on a real kernel. The host is a router with a rewriting rule; only a filter makes it a wall.',
          'zh-CN': '在真实内核上测过。这台宿主机是带改写规则的路由器；要成为一堵墙，还得有过滤规则。',
        },
      },
    },
    why: {
      en: 'Masquerading rewrites what leaves by eth0 and begins inside. It blocks nothing. libvirt adds REJECT rules to the forwarding chain for that purpose.',
      'zh-CN': '地址伪装只改写从内部发起、经 eth0 出去的流，什么也不拦。为此，libvirt 另外在转发链上加了 REJECT 规则。',
    },
  },
  'word-isolated': {
    kind: 'choice',
    objective: 4,
    ask: {
      en: 'A colleague wants guests that cannot even reach the host, and defines a libvirt network with an <ip> element and without <forward>. What does she get?',
      'zh-CN':
        '一位同事想让客户机连宿主机都到不了，于是定义了一个 libvirt 网络：有 <ip> 元素，没有 <forward>。她得到的是什么？',
    },
    options: {
      isolated: {
        text: {
          en: 'What she wants: libvirt calls this network “isolated”, and it is.',
          'zh-CN': '正是她想要的：libvirt 把这种网络叫“isolated”，名副其实。',
        },
        why: {
          en: 'The name is right, the meaning is not. libvirt’s isolated network keeps guests from the LAN, not from the host.',
          'zh-CN': '名字没错，意思不对。libvirt 的 isolated 网络隔开的是局域网，不是宿主机。',
        },
      },
      hostonly: {
        text: {
          en: 'Host-only behaviour: the <ip> element gives the host an address there.',
          'zh-CN': '仅主机的效果：<ip> 元素让宿主机在这个网络里有了地址。',
        },
        right: true,
        why: {
          en: 'Leave out <ip> as well, and the host has no address on that bridge.',
          'zh-CN': '把 <ip> 也去掉，宿主机在那个网桥上才没有地址。',
        },
      },
      nat: {
        text: {
          en: 'NAT: libvirt falls back to it when a network names no forward mode.',
          'zh-CN': 'NAT：网络没写转发模式时，libvirt 默认用它。',
        },
        why: {
          en: 'NAT is assumed when <forward> stands there without a mode. Without the element nothing is forwarded at all.',
          'zh-CN': '有 <forward> 而没写 mode 时才默认为 NAT。没有这个元素，就完全不转发。',
        },
      },
    },
    why: {
      en: 'Ask which of the four switches a product’s word sets. Here the host address is on and the rest is off: host-only. VirtualBox’s internal network is the one with all four off.',
      'zh-CN':
        '先问产品的那个词拨动了四个开关中的哪几个。这里只开了宿主地址，其余都关，就是仅主机。四个全关的，是 VirtualBox 的内部网络。',
    },
  },
  'ttl-on-arrival': {
    kind: 'number',
    objective: 1,
    ask: {
      en: 'Guest 1 sends a ping with a TTL of 64 to the outside machine, in routed mode with a return route. With what TTL does the request arrive?',
      'zh-CN': '路由模式，返回路由已配好。客户机 1 向外部机器发出 TTL 为 64 的 ping 请求。请求到达时 TTL 是多少？',
    },
    answer: 63,
    slips: [
      {
        value: 64,
        why: {
          en: '64 would be bridged mode: a bridge does not look into the IP header. Here the host is a router.',
          'zh-CN': '桥接模式才是 64：网桥不看 IP 头。这里的宿主机是路由器。',
        },
      },
      {
        value: 62,
        why: {
          en: 'br0 and eth0 are two interfaces of one router. The packet is forwarded once.',
          'zh-CN': 'br0 和 eth0 是同一台路由器的两个接口，报文只被转发一次。',
        },
      },
    ],
    why: {
      en: 'Each router on the way lowers the TTL by one. The host forwards the packet once, from br0 to eth0: 63. In bridged mode it would arrive with 64.',
      'zh-CN': '沿途每台路由器把 TTL 减一。宿主机从 br0 到 eth0 转发一次，所以是 63。桥接模式下到达时仍是 64。',
    },
  },
  'addresses-seen': {
    kind: 'number',
    objective: 1,
    ask: {
      en: 'Guest 1, guest 2 and the host each open a connection to the outside machine, once with everything in NAT mode and once in routed mode with a return route. How many different source IP addresses does the outside machine see in all?',
      'zh-CN':
        '客户机 1、客户机 2 和宿主机各向外部机器建立一个连接：先在 NAT 模式下各做一次，再在路由模式（返回路由已配好）下各做一次。外部机器总共看到多少个不同的源 IP 地址？',
    },
    answer: 3,
    slips: [
      {
        value: 4,
        why: {
          en: 'The host’s own connections use 192.168.1.10 too, the very address that NAT puts on the guests’ packets.',
          'zh-CN': '宿主机自己的连接用的也是 192.168.1.10，和 NAT 给客户机报文换上的是同一个地址。',
        },
      },
      {
        value: 1,
        why: {
          en: 'One is right for NAT mode alone. Routed mode leaves the guests’ addresses as they are.',
          'zh-CN': '单看 NAT 模式是一个。路由模式不改客户机的地址。',
        },
      },
    ],
    why: {
      en: 'NAT mode: 192.168.1.10 for all three. Routed mode: 10.0.0.101, 10.0.0.102 and again 192.168.1.10. Three in all.',
      'zh-CN': 'NAT 模式：三者都是 192.168.1.10。路由模式：10.0.0.101、10.0.0.102，还有 192.168.1.10。一共三个。',
    },
  },
  'life-of-a-nat-ping': {
    kind: 'order',
    objective: 1,
    ask: {
      en: 'Guest 1 pings the outside machine in NAT mode. Put the events in order.',
      'zh-CN': 'NAT 模式下，客户机 1 ping 外部机器。把下列事件按先后排好。',
    },
    items: {
      gateway: {
        en: 'Guest 1 sends the packet to the MAC address of its gateway, br0',
        'zh-CN': '客户机 1 把报文发往网关 br0 的 MAC 地址',
      },
      route: {
        en: 'The host finds a route by eth0 and lowers the TTL',
        'zh-CN': '宿主机查到走 eth0 的路由，并把 TTL 减一',
      },
      rewrite: {
        en: 'The host puts 192.168.1.10 as source and notes the flow in its table',
        'zh-CN': '宿主机把源地址换成 192.168.1.10，并在表里记下这条流',
      },
      reply: { en: 'The outside machine replies to 192.168.1.10', 'zh-CN': '外部机器向 192.168.1.10 应答' },
      restore: {
        en: 'The table turns the destination back into 10.0.0.101',
        'zh-CN': '查表，把目的地址改回 10.0.0.101',
      },
      bridge: {
        en: 'The bridge sends the frame out of guest 1’s port only',
        'zh-CN': '网桥只从客户机 1 的端口送出这一帧',
      },
    },
    why: {
      en: 'On the way out the route is chosen first and the source rewritten last, just before eth0. On the way in the destination must be restored first, or the host would keep the packet for itself.',
      'zh-CN':
        '出去时先选路，最后在临出 eth0 前改写源地址。回来时必须先恢复目的地址，否则宿主机会把报文当成给自己的收下。',
    },
  },
  'repair-one-way': {
    kind: 'reach',
    objective: 3,
    lab: 'network-modes',
    goal: 'one-way-repair',
    ask: {
      en: 'The guests’ requests arrive outside, but no reply comes back. Repair the network without NAT.',
      'zh-CN': '客户机的请求能到外面，应答却回不来。不用 NAT，把网络修好。',
    },
    why: {
      en: 'The request was never the trouble. Ask the outside machine where it would send a packet for 10.0.0.101: it needs a route to 10.0.0.0/24 via the host’s LAN address, 192.168.1.10.',
      'zh-CN':
        '问题从来不在请求。问问外部机器会把发给 10.0.0.101 的报文送到哪里：它需要一条到 10.0.0.0/24 的路由，下一跳是宿主机的局域网地址 192.168.1.10。',
    },
  },
} satisfies Quiz;
