#!/bin/bash
# Asks a real Linux kernel who reaches whom under all 64 settings of the six switches of the lab network-modes,
# and prints network-modes.measured.json. Every machine is a network namespace, every cable a veth pair (a tap is one
# too), both switches are Linux bridges, NAT is nftables' masquerade.
#
#   sudo tests/labs/network-modes.measure.sh >tests/labs/network-modes.measured.json     # about six minutes
#   npx biome format --write tests/labs/network-modes.measured.json
#
# Needs root, iproute2, nftables, iputils-ping, tcpdump, python3. All namespaces it makes begin with hvm- and are deleted.
# With a number of six bits (uplink hostAddress forwarding nat gateway returnRoute) only that setting is measured.
set -u
P=hvm
ns() { ip netns exec $P-"$1" "${@:2}"; }
clean() { for n in g1 g2 host sw out; do ip netns del $P-$n 2>/dev/null; done; }
trap clean EXIT

# Guests on tap1 and tap2 in br0 of the host; the host's eth0 and the outside machine on the switch sw0.
cables() {
  clean
  for n in g1 g2 host sw out; do
    ip netns add $P-$n
    ns $n sysctl -qw net.ipv6.conf.all.disable_ipv6=1 net.ipv6.conf.default.disable_ipv6=1 net.ipv4.ip_forward=0
    ns $n ip link set lo up
  done
  ip link add eth0 netns $P-host type veth peer name p1 netns $P-sw
  ip link add eth0 netns $P-out type veth peer name p2 netns $P-sw
  ns sw ip link add name sw0 type bridge
  for p in p1 p2; do ns sw ip link set $p master sw0 up; done
  ns sw ip link set sw0 up
  ns out ip link set eth0 up
  ns host ip link add br0 type bridge
  ns host ip link set eth0 up
  ns host ip link set br0 up
  for g in 1 2; do
    ip link add eth0 netns $P-g$g type veth peer name tap$g netns $P-host
    ns g$g ip link set eth0 up
    ns host ip link set tap$g master br0 up
  done
}

# configure uplink hostAddress forwarding nat gateway returnRoute, each 0 or 1
configure() {
  local inside=10.0.0 br=10.0.0.1
  ns out ip addr add 192.168.1.50/24 dev eth0
  if [ $1 = 1 ]; then
    inside=192.168.1 br=192.168.1.10
    ns host ip link set eth0 master br0
  else ns host ip addr add 192.168.1.10/24 dev eth0; fi
  for g in 1 2; do ns g$g ip addr add $inside.10$g/24 dev eth0; done
  [ $2 = 1 ] && ns host ip addr add $br/24 dev br0
  # All pings run at once; without the mask the kernel would hold back some of its ICMP errors (about one a second to each receiver).
  ns host sysctl -qw net.ipv4.ip_forward=$3 net.ipv4.icmp_ratemask=0
  if [ $4 = 1 ]; then
    ns host nft add table ip nat
    ns host nft 'add chain ip nat post { type nat hook postrouting priority 100 ; }'
    ns host nft add rule ip nat post ip saddr 10.0.0.0/24 oifname eth0 masquerade
  fi
  [ $5 = 1 ] && for g in 1 2; do ns g$g ip route add default via $br; done
  [ $6 = 1 ] && ns out ip route add 10.0.0.0/24 via 192.168.1.10
  INSIDE=$inside BR=$br
}

# What ping says, in one word and, where somebody reports it, the reporter's address.
reach() {
  local said; said=$(ns "$1" ping -n -c1 -W4 "${@:2}" 2>&1)
  case $said in
    *" 0% packet loss"*) echo reply ;;
    *"Network is unreachable"*) echo no-route ;;
    *"Destination Host Unreachable"*) echo "host-unreachable $(sed -n 's/^From \([0-9.]*\) .*Host Unreachable.*/\1/p' <<<"$said" | head -1)" ;;
    *"Destination Net Unreachable"*) echo "net-unreachable $(sed -n 's/^From \([0-9.]*\) .*Net Unreachable.*/\1/p' <<<"$said" | head -1)" ;;
    *"Time to live exceeded"*) echo "ttl-exceeded $(sed -n 's/^From \([0-9.]*\) .*/\1/p' <<<"$said" | head -1)" ;;
    *"100% packet loss"*) echo timeout ;;
    *) echo "?? ${said//$'\n'/ }" ;;
  esac
}

# The source address of guest 1's TCP connection as accept() gives it to a server on the outside machine.
seen() {
  ns out timeout 20 python3 -c "
import socket;s=socket.socket();s.setsockopt(socket.SOL_SOCKET,socket.SO_REUSEADDR,1);s.bind(('0.0.0.0',8080));s.listen(1);s.settimeout(4)
try: print(s.accept()[1][0])
except Exception: print('none')" &
  sleep 1
  ns g1 timeout 10 python3 -c "
import socket;s=socket.socket();s.settimeout(1.5);s.connect(('192.168.1.50',8080))" 2>/dev/null
  wait $!
}

measure() {
  cables; configure "$@"
  local dir; dir=$(mktemp -d)
  local lan=192.168.1.10 out=192.168.1.50 g1=$INSIDE.101 g2=$INSIDE.102 pid=()
  one() { reach "${@:2}" >"$dir/$1" & pid+=($!); }
  one g1.g2 g1 $g2; one g1.host g1 $BR; one g1.hostLan g1 $lan; one g1.out g1 $out
  one g2.g1 g2 $g1; one g2.host g2 $BR; one g2.hostLan g2 $lan; one g2.out g2 $out
  one host.g1 host $g1; one host.g2 host $g2; one host.out host $out
  one out.g1 out $g1; one out.g2 out $g2; one out.host out $BR; one out.hostLan out $lan
  one g1.unusedInside g1 $INSIDE.77; one g1.unusedLan g1 192.168.1.77; one g1.elsewhere g1 172.16.0.1
  one out.unusedInside out 10.0.0.77; one out.elsewhere out 172.16.0.1
  one g1.outTtl1 g1 -t 1 $out; one out.g1Ttl1 out -t 1 $g1
  wait "${pid[@]}"
  seen >"$dir/outside_sees"
  [ -s "$dir/outside_sees" ] || seen >"$dir/outside_sees"
  local bool=(false true)
  printf '  {"uplink":%s,"hostAddress":%s,"forwarding":%s,"nat":%s,"gateway":%s,"returnRoute":%s,"outside_sees":"%s","pings":{' \
    "${bool[$1]}" "${bool[$2]}" "${bool[$3]}" "${bool[$4]}" "${bool[$5]}" "${bool[$6]}" "$(<"$dir/outside_sees")"
  local comma=
  for f in "$dir"/*.*; do printf '%s"%s":"%s"' "$comma" "${f##*/}" "$(<"$f")"; comma=,; done
  printf '}}'
  rm -r "$dir"
}

# The frames of guest 1's first ping to the outside machine, as they cross guest 1's cable and the outside machine's.
trace() {
  cables; configure $(sed 's/./& /g' <<<"$2")
  local dir pid=(); dir=$(mktemp -d); chmod 777 "$dir"
  for n in g1 out; do
    ns $n tcpdump --immediate-mode -U -q -i eth0 -w "$dir/$n" arp or icmp 2>/dev/null & pid+=($!)
  done
  sleep 1; ns g1 ping -n -c1 -W1 192.168.1.50 >/dev/null; sleep .5
  kill "${pid[@]}"; wait "${pid[@]}" 2>/dev/null
  mac() { ns "$1" cat "/sys/class/net/$2/address"; }
  for n in g1 out; do tcpdump -n -e -v -t -r "$dir/$n" 2>/dev/null >"$dir/$n.txt"; done
  python3 - "$1" "$dir" "g1=$(mac g1 eth0)" "br0=$(mac host br0)" "eth0=$(mac host eth0)" "out=$(mac out eth0)" all=ff:ff:ff:ff:ff:ff <<'PY'
import json, re, sys
mode, folder, *names = sys.argv[1:]
name = {mac: who for who, mac in (pair.split('=') for pair in names)}
def frames(where):
    text = re.sub(r'\n\s+', ' ', open(f'{folder}/{where}.txt').read())
    for line in text.splitlines():
        src, dst = re.findall(r'(?:[0-9a-f]{2}:){5}[0-9a-f]{2}', line)[:2]
        head = f'{name[src]}>{name[dst]} '
        if m := re.search(r'who-has ([\d.]+)(?: \(\S+\))? tell ([\d.]+)', line): yield head + f'arp who-has {m[1]} tell {m[2]}'
        elif m := re.search(r'Reply ([\d.]+) is-at (\S+?),? ', line): yield head + f'arp {m[1]} is-at {name[m[2]]}'
        elif m := re.search(r'ttl (\d+),.* ([\d.]+) > ([\d.]+): ICMP (echo request|echo reply)', line): yield head + f'{m[4]} {m[2]}>{m[3]} ttl {m[1]}'
        else: yield head + line
print(f'  "{mode}":{json.dumps({where: list(frames(where)) for where in ("g1", "out")})}', end='')
PY
  rm -r "$dir"
}

if [ "${1-}" = traces ]; then for t in bridged:110000 routed-lost-reply:011010 routed:011011 nat:011110; do trace ${t%:*} ${t#*:}; echo; done; exit; fi
if [ $# = 1 ]; then measure $(sed 's/./& /g' <<<"$1"); echo; exit; fi
printf '{\n "measured_on": "Linux %s, %s, %s",\n' "$(uname -r | cut -d- -f1)" "$(nft --version | cut -d' ' -f1,2)" "$(ping -V | sed -n '1s/ping from //p')"
printf ' "how": "network namespaces, veth pairs as tap devices and cables, Linux bridges, masquerade by nftables, rp_filter %s; made by tests/labs/network-modes.measure.sh",\n' "$(sysctl -n net.ipv4.conf.default.rp_filter)"
printf ' "settings": [\n'
for i in {0..63}; do
  [ $i = 0 ] || printf ',\n'
  measure $((i >> 5 & 1)) $((i >> 4 & 1)) $((i >> 3 & 1)) $((i >> 2 & 1)) $((i >> 1 & 1)) $((i & 1))
done
printf '\n ],\n "traces": {\n'
comma=
for t in bridged:110000 routed-lost-reply:011010 routed:011011 nat:011110; do printf '%s' "$comma"; trace ${t%:*} ${t#*:}; comma=$',\n'; done
printf '\n }\n}\n'
