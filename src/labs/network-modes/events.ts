/** What is worth a tick on the scrubber. */
import { both, type Text } from '#kit/text.ts';
import type { Hop } from '#sim/net/network.ts';
import { hasSucceeded } from './failures.ts';
import { mainHop, type State } from './state.ts';
import { capital, nameOf } from './words.ts';

function hopEvent({ to, done }: Hop): Text | undefined {
  const name = capital(nameOf(to.node)).en;
  const zh = nameOf(to.node)['zh-CN'];
  if (done.by === 'bridge') {
    const { how, learned } = done.bridged;
    if (to.node !== 'br0') return undefined;
    if (how.startsWith('flooded')) return both('The bridge floods', '网桥泛洪');
    return learned ? both('The bridge learns an address', '网桥学到一个地址') : undefined;
  }
  const { deed } = done;
  switch (deed.did) {
    case 'forwarded':
      if (deed.translated === 'source') return both('Source rewritten', '源地址被改写');
      return deed.translated
        ? both('Destination turned back', '目的地址被改回')
        : both(`${name} routes`, `${zh}路由转发`);
    case 'dropped':
    case 'refused':
      return both(`${name} drops the packet`, `${zh}丢弃报文`);
    case 'answered':
      return deed.fate.kind === 'no-route' ? both('Reply lost', '应答丢失') : undefined;
    default:
      return undefined;
  }
}

function endEvent({ last, note }: State): Text | undefined {
  if (note.kind === 'filled') return both('Matrix filled', '矩阵已填满');
  if (!last) return undefined;
  return hasSucceeded(last) ? both('Reply arrived', '应答到达') : both('Attempt failed', '尝试失败');
}

export function event(before: State, after: State): Text | undefined {
  if (after.last !== before.last) return endEvent(after);
  const main = mainHop(after.hops);
  return main && after.hops !== before.hops ? hopEvent(main) : undefined;
}
