import { both, type Text } from '#kit/text.ts';
import type { Divergence } from '#sim/vmm/run.ts';
import { hex } from './registers.ts';

/** What differs, under the manuals' name, here and on bare metal. */
export interface DifferenceText {
  readonly name: Text;
  readonly here: string;
  readonly bare: string;
}

const flagOf = (what: string, value: number): string =>
  what === 'eflags.IOPL' ? String(value >>> 12) : value === 0 ? '0' : '1';

export function differenceText(divergence: Divergence | undefined): DifferenceText {
  const { what = '', here = 0, bare = 0 } = divergence ?? {};
  if (what.startsWith('eflags.')) {
    const flag = what.slice(7);
    return { name: both(flag, ` ${flag} `), here: flagOf(what, here), bare: flagOf(what, bare) };
  }
  if (what === 'memory') return { name: both('last store', '最后一次写入'), here: hex(here), bare: hex(bare) };
  if (what === 'cpl') return { name: both('CPL', ' CPL '), here: String(here), bare: String(bare) };
  const register = what.toUpperCase();
  return { name: both(register, ` ${register} `), here: hex(here), bare: hex(bare) };
}
