/** The sentence of each step: what just happened, and why. */
import { both, type Text } from '#kit/text.ts';
import { bridgeToText } from './captionsOfBridge.ts';
import { startToText } from './captionsOfSending.ts';
import { deedToText } from './captionsOfStack.ts';
import { hasSucceeded, reasonOf } from './failures.ts';
import { modePhrase } from './mode.ts';
import { mainHop, type Note, type Refusal, type State } from './state.ts';
import { pairs } from './wiring.ts';
import { listed, nameOf, subjectOf } from './words.ts';

const refusals: Readonly<Record<Refusal, Text>> = {
  'no-device': both('there is no such interface (“Cannot find device”)', '没有这个接口（“Cannot find device”）'),
  'port-of-bridge': both(
    'eth0 is a port of br0 here, where an address would be of no use: give it to br0',
    '此时 eth0 是 br0 的端口，在它上面设地址没有用：应设在 br0 上',
  ),
  exists: both('it is there already (“File exists”)', '它已经存在（“File exists”）'),
  'no-such-address': both(
    'it was not there (“Cannot assign requested address”)',
    '它本来就不存在（“Cannot assign requested address”）',
  ),
  'bad-gateway': both(
    'the next hop must be another machine on a connected network (“Nexthop has invalid gateway”)',
    '下一跳必须是直连网络里的另一台机器（“Nexthop has invalid gateway”）',
  ),
  'no-such-route': both('no such route was set (“No such process”)', '没有设过这条路由（“No such process”）'),
};

function typedToText({ line, refused }: Note & { kind: 'typed' }): Text {
  if (refused) {
    const why = refusals[refused];
    return both(`“${line.text}” changes nothing: ${why.en}.`, `“${line.text}”什么也没有改变：${why['zh-CN']}。`);
  }
  return line.command.kind === 'forget'
    ? both(`“${line.text}” is done: what was learned is forgotten.`, `“${line.text}”已执行：学到的都忘了。`)
    : both(
        `“${line.text}” is done; what was tried before no longer counts, so the matrix is empty again.`,
        `“${line.text}”已执行；以前试过的结果不再作数，矩阵清空。`,
      );
}

function readyToText({ attempt }: State): Text {
  if (!attempt) return both('Nothing is under way.', '没有进行中的尝试。');
  const { en, 'zh-CN': zh } = subjectOf(attempt.from);
  return attempt.kind === 'ping'
    ? both(
        `${en} is asked to ping ${attempt.address}; it looks for a route first.`,
        `让${nameOf(attempt.from)['zh-CN']} ping ${attempt.address}；它先查路由。`,
      )
    : both(
        `${en} is asked to open a TCP connection to ${attempt.address}, port ${attempt.port}; it looks for a route first.`,
        `让${zh}向 ${attempt.address} 的端口 ${attempt.port} 建立 TCP 连接；它先查路由。`,
      );
}

function filledToText(state: State): Text {
  const reached = Object.values(state.results).filter(hasSucceeded).length;
  const { en, 'zh-CN': zh } = modePhrase(state);
  return both(
    `Every pair has been tried in ${en}: ${reached} of ${pairs.length} pings got their reply.`,
    `在${zh}每一对都试过了：${pairs.length} 次 ping 中有 ${reached} 次收到应答。`,
  );
}

function timeoutToText({ last }: State): Text {
  if (!last) return both('Time is up.', '时间到。');
  const reason = reasonOf(last) ?? both('', '');
  const { en, 'zh-CN': zh } = subjectOf(last.from);
  return both(
    `${en} gives up waiting for ${last.address}: ${reason.en}.`,
    `${zh}不再等 ${last.address}：${reason['zh-CN']}。`,
  );
}

function silenceToText(note: Note & { kind: 'silence' }, { last, attempt }: State): Text {
  const { en, 'zh-CN': zh } = subjectOf(note.node);
  return !attempt && last?.outcome === 'host-unreachable'
    ? both(
        `${en} asks three times for the MAC of ${note.hop}, nobody answers, and the ping fails: “Destination Host Unreachable”.`,
        `${zh}三次询问 ${note.hop} 的 MAC 都无人回答，ping 失败：“Destination Host Unreachable”。`,
      )
    : both(
        `${en} asks three times for the MAC of ${note.hop} and nobody answers, so the packet that waited is dropped.`,
        `${zh}三次询问 ${note.hop} 的 MAC 都无人回答，等着的报文只好丢弃。`,
      );
}

function noteToText(state: State): Text {
  const { note } = state;
  switch (note.kind) {
    case 'begin':
      return both(
        'Two guests on the host’s bridge, and the outside machine on the LAN: choose a ping in the matrix, or pick two machines.',
        '两台客户机接在宿主机的网桥上，外部机器在局域网里：在矩阵里选一次 ping，或先后点两台机器。',
      );
    case 'cleared':
      return both(
        'All caches, flows and results are empty; the settings stay.',
        '缓存、流表和结果全部清空；设置不变。',
      );
    case 'filled':
      return filledToText(state);
    case 'ready':
      return readyToText(state);
    case 'self':
      return both(
        `${subjectOf(state.last?.from ?? 'host').en} has this address itself and answers it without sending a frame.`,
        `${subjectOf(state.last?.from ?? 'host')['zh-CN']}自己就有这个地址，不发任何帧就回答了。`,
      );
    case 'timeout':
      return timeoutToText(state);
    case 'started':
      return startToText(state.attempt?.from ?? state.last?.from ?? 'host', note.fate);
    case 'silence':
      return silenceToText(note, state);
    case 'typed':
      return typedToText(note);
  }
}

/** Where nobody wanted the frame, all who heard it are named. */
function ignoredByAll({ hops }: State): Text | undefined {
  const deaf = hops.filter(
    ({ done }) => done.by === 'stack' && done.deed.did === 'ignored' && done.deed.why === 'other-address',
  );
  const [hop] = hops;
  if (deaf.length < 2 || deaf.length < hops.length || hop?.frame.load.kind !== 'arp') return undefined;
  const nodes = listed(deaf.map(({ to }) => to.node));
  const asked = hop.frame.load.targetIp;
  return both(
    `The copies reach ${nodes.en}; none of them has ${asked}, so all keep silent.`,
    `副本到达${nodes['zh-CN']}；谁都没有 ${asked}，所以都不作声。`,
  );
}

export function caption(state: State): Text {
  if (state.picked) {
    const name = nameOf(state.picked);
    return both(
      `A ping from ${name.en}: now choose the machine or the address it goes to.`,
      `从${subjectOf(state.picked)['zh-CN']}发 ping：再选目标机器或地址。`,
    );
  }
  const main = mainHop(state.hops);
  if (!main) return noteToText(state);
  const silent = ignoredByAll(state);
  if (silent) return silent;
  return main.done.by === 'bridge'
    ? bridgeToText(main, main.done.bridged)
    : deedToText(state.network, main, main.done.deed);
}
