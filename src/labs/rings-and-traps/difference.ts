import { both, type Text } from '#kit/text.ts';
import { differingValue } from '#sim/vmm/lockstep.ts';
import type { Divergence } from '#sim/vmm/run.ts';
import { hex } from './registers.ts';

/** What differs, under the manuals' name, here and on bare metal. */
export interface DifferenceText {
  readonly name: Text;
  readonly here: string;
  readonly bare: string;
}

export function differenceText(divergence: Divergence | undefined): DifferenceText {
  const { what = '', here = 0, bare = 0 } = divergence ?? {};
  return { name: nameOf(what), here: differingValue(what, here, hex), bare: differingValue(what, bare, hex) };
}

function nameOf(what: string): Text {
  if (what === 'memory') return both('last store', '最后一次写入');
  const name = what.startsWith('eflags.') ? what.slice(7) : what.toUpperCase();
  return both(name, ` ${name} `);
}
