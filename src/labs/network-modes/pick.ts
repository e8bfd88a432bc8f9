/** Picking two machines, one after the other, sends a ping. */
import { both, type Text } from '#kit/text.ts';
import type { NetworkMove, State } from './state.ts';
import { type Machine, pairs, type Target } from './wiring.ts';
import { plateOf } from './words.ts';

/** What a click on a machine or an address does: choose it as sender, or send the chosen one's ping there. */
export function pickMove({ picked }: State, machine: Machine | undefined, target: Target): NetworkMove | undefined {
  if (!picked) return machine && ['from', machine];
  if (picked === machine) return ['from', 'none'];
  return pairs.some(([from, to]) => from === picked && to === target) ? ['ping', picked, target] : undefined;
}

/** A mark that may or may not be used. */
export const withMove = (move: NetworkMove | undefined) => (move ? { move } : {});

/** What the reader is told about a machine that can be picked. */
export function pickText({ picked }: State, machine: Machine | undefined, name: Text): Text {
  if (!picked) return both(`${name.en}: pick it as the sender of a ping`, `${name['zh-CN']}：选作 ping 的发送者`);
  if (picked === machine) return both(`${name.en}: not this sender after all`, `${name['zh-CN']}：取消选择`);
  return both(`Ping ${name.en} from ${plateOf[picked].en}`, `从${plateOf[picked]['zh-CN']} ping ${name['zh-CN']}`);
}
