import { both, type Text } from '#kit/text.ts';

export const omits: readonly Text[] = [
  both(
    'Addresses and routes are set by hand: no DHCP, no DNS, no IPv6; the LAN has no router, so nobody here has a default route to the Internet.',
    '地址和路由都是手工设定的：没有 DHCP、DNS 和 IPv6；局域网里没有路由器，谁也没有通往互联网的默认路由。',
  ),
  both(
    'There are no filter rules. libvirt adds some to the forwarding chain of its NAT networks, so an outsider with a route is refused there.',
    '没有过滤规则。libvirt 会在其 NAT 网络的转发链上加规则，有路由的外部机器在那里会被拒绝。',
  ),
  both(
    'Time does not pass in steps: learned addresses, ARP entries and flows do not age, TCP and ping do not repeat themselves, and three unanswered ARP requests are one step.',
    '时间不按步流逝：学到的地址、ARP 表项和流都不老化，TCP 和 ping 不重发，三次无人回答的 ARP 请求算作一步。',
  ),
  both(
    'Frames have no size and no checksum, so there is no MTU, no fragment and no offloading; ICMP redirects are not sent and ICMP errors are not limited to one a second.',
    '帧没有长度和校验和，因此没有 MTU、分片和卸载；不发送 ICMP 重定向，也不把 ICMP 差错限制为每秒一个。',
  ),
  both(
    'Every port accepts any number of MAC addresses. A Wi-Fi access point or a switch with port security usually refuses a second one, and bridged mode fails there.',
    '每个端口都接受任意多个 MAC 地址。Wi-Fi 接入点或启用端口安全的交换机往往拒绝第二个，桥接模式在那里行不通。',
  ),
  both(
    'When two flows want the same port, Linux looks for a free one from a random start; here it is the next free one. VirtualBox’s plain NAT, one private NAT per VM, is not among the modes.',
    '两条流要用同一端口时，Linux 从随机位置开始找空闲端口，这里取下一个空闲的。VirtualBox 的普通 NAT（每台虚拟机一个私有 NAT）不在这些模式之列。',
  ),
];
