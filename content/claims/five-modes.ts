import type { Claims } from '#quiz/claim.ts';

const libvirt = 'libvirt, “Network XML format”';
const virtualBox = 'Oracle VirtualBox User Manual, “Virtual Networking” › “Overview of Networking Modes”';
const napt = 'RFC 3022, “Traditional IP Network Address Translator (Traditional NAT)” › “Overview of NAPT”';
const measured = 'tests/labs/network-modes.measured.json (Linux 6.18, nftables)';

export default [
  {
    id: 's1-net-bridge',
    document: 1,
    quote: 'Host上的物理网卡(如eth0)虚拟化为交换机',
    claim: {
      en: 'In bridged mode the host’s NIC, eth0, becomes a switch for the guests, and the new interface br0 receives what is addressed to the host.',
      'zh-CN': '桥接模式下，宿主机的网卡 eth0 变成客户机的交换机，新建的 br0 接收发往宿主机的报文。',
    },
    verdict: 'imprecise',
    why: {
      en: 'The bridge is the switch. eth0 becomes one of its ports, the uplink, and keeps no IP address; each guest’s TAP is another port. br0 is also the host’s own port, and there the host’s address lives.',
      'zh-CN':
        '交换机是网桥。eth0 只是它的一个端口（上联口），自己不再有 IP 地址；每台客户机的 TAP 各是一个端口。br0 同时又是宿主机自己的端口，宿主机的地址就配在它上面。',
    },
    references: [
      'Linux Documentation/networking/bridge.rst, “Ethernet Bridging”',
      `${libvirt} › “Using an existing host bridge”`,
    ],
  },
  {
    id: 's1-net-isolation',
    document: 1,
    quote: '但各虚拟机和宿主机Host间也是无法通信的',
    claim: {
      en: 'In isolation mode guests on a software switch reach each other, but not the host.',
      'zh-CN': '隔离模式下，同一虚拟交换机上的客户机可以互通，但与宿主机不通。',
    },
    verdict: 'imprecise',
    why: {
      en: 'The behaviour exists, but the name collides: a libvirt network called “isolated” does reach the host. What is described here is libvirt’s network without any address, or VirtualBox’s internal network.',
      'zh-CN':
        '这种行为确实有，但名字会撞车：libvirt 里叫 isolated 的网络是通宿主机的。这里说的，在 libvirt 里是不配任何地址的网络，在 VirtualBox 里是内部网络（internal network）。',
    },
    references: [`${libvirt} › “Isolated network config”, “Network config with no gateway addresses”`, virtualBox],
  },
  {
    id: 's1-net-hostonly',
    document: 1,
    quote: '用以虚拟机间通信及虚拟机和宿主机间通信,但与外部网络是隔离的',
    claim: {
      en: 'Host-only mode: guests and host reach each other by a virtual switch with a virtual NIC on the host; the outside is cut off.',
      'zh-CN': '仅主机模式：靠一个虚拟交换机和宿主机上的一块虚拟网卡，客户机之间、客户机与宿主机之间互通，与外部隔离。',
    },
    verdict: 'holds',
    why: {
      en: 'It holds for the outside. It does not limit which of the host’s addresses a guest reaches: measured with a gateway set, the host’s LAN address answers too.',
      'zh-CN':
        '就“与外部隔离”而言成立。但它并不限制客户机能到宿主机的哪个地址：实测中配上网关后，宿主机的局域网地址也会应答。',
    },
    references: [virtualBox, `${libvirt} › “Isolated network config”`, measured],
  },
  {
    id: 's1-net-routed',
    document: 1,
    quote: '在Host-only mode的基础上,打开Host上虚拟网卡和物理网卡间的路由转发功能,实现对外通信',
    claim: {
      en: 'Routed mode is host-only mode with forwarding turned on between the virtual and the physical NIC.',
      'zh-CN': '路由模式就是在仅主机模式的基础上，打开虚拟网卡与物理网卡之间的转发。',
    },
    verdict: 'holds',
    why: {
      en: 'It is exactly one more switch. Whether outside communication then works depends on a route back, which is the next claim’s subject.',
      'zh-CN': '正是多开了一个开关。至于对外通信能不能成，还要看有没有回来的路由，见下一条。',
    },
    references: [`${libvirt} › “Connectivity”, “Routed network config”`, measured],
  },
  {
    id: 's1-net-routed-needs-static-route',
    document: 1,
    quote: '若要实现host1访问guest1,则host1必须配置有pnet0网卡的静态路由,故不常用',
    claim: {
      en: 'For host1 to reach guest1 in routed mode, host1 must hold a static route by pnet0; the mode is therefore rarely used.',
      'zh-CN': '路由模式下 host1 要访问 guest1，必须在 host1 上配置经 pnet0 的静态路由，所以这种模式不常用。',
    },
    verdict: 'imprecise',
    why: {
      en: 'A return route is needed, but it may stand on the LAN’s router or be announced by a routing protocol instead of on each host. Its next hop is the virtual machine host’s LAN address. Routed designs are common in data centres.',
      'zh-CN':
        '返回路由确实要有，但可以配在局域网的路由器上，也可以由路由协议通告，不必每台主机都配。它的下一跳是虚拟机宿主机的局域网地址。路由式的设计在数据中心很常见。',
    },
    references: [`${libvirt} › “Connectivity”, “Routed network config”`, measured],
  },
  {
    id: 's1-net-nat-source',
    document: 1,
    quote: '经过物理网卡发出去的数据报文的源地址就是物理网卡的地址',
    claim: {
      en: 'NAT mode is host-only mode with NAT: packets leaving by the physical NIC carry its address as source.',
      'zh-CN': 'NAT 模式是开启 NAT 的仅主机模式：经物理网卡发出的报文，源地址是物理网卡的地址。',
    },
    verdict: 'holds',
    why: {
      en: 'Measured: the outside machine saw 192.168.1.10 for a guest’s connection. Forwarding has to be on as well: a packet that is not forwarded never reaches the rewriting.',
      'zh-CN':
        '实测中，外部机器看到的客户机连接来自 192.168.1.10。不过转发也必须打开：不被转发的报文根本走不到改写那一步。',
    },
    references: [napt, `${libvirt} › “Connectivity”`, measured],
  },
  {
    id: 's1-net-nat-transparent',
    document: 1,
    quote: '以实现内部虚拟网络对外透明',
    claim: {
      en: 'NAT thereby makes the inner network transparent to the outside.',
      'zh-CN': 'NAT 由此使内部虚拟网络对外透明。',
    },
    verdict: 'imprecise',
    why: {
      en: 'Say “hidden”. Flows that begin inside work because the host keeps a table of them; a connection from outside has no address to go to unless a port is forwarded (DNAT). And hidden is not protected: who has a route gets in, unless a filter refuses.',
      'zh-CN':
        '应该说“隐藏”。从里面发起的流能成，是因为宿主机记着一张表；从外面发起的连接，除非做端口转发（DNAT），否则没有地址可去。而且隐藏不等于受保护：谁有路由谁就能进来，除非有过滤规则拒绝。',
    },
    references: [napt, 'libvirt, “Firewall and network filtering in libvirt” › “The virtual network driver”', measured],
  },
] satisfies Claims;
