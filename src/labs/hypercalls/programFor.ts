import { programOf } from '#sim/vmm/tell/samples.ts';
import type { Program } from '#sim/x86/program.ts';
import type { Params } from './controls.ts';

function definesOf({ kernel, how, batch, calls }: Params): Readonly<Record<string, string>> {
  return {
    CALLS: String(calls),
    ...(kernel === 'ported' && { PV: '' }),
    ...(how === 'trap' && { TRAP: '' }),
    ...(how === 'multicall' && { LIST: '', BATCH: String(batch) }),
  };
}

/**
 * The programs assembled last, by text and names. They are no part of a state: a text gives the same program every time,
 * and assembling it takes longer than a hundred steps of the machine.
 */
const assembled = new Map<string, Program>();
const MOST = 16;

/** The guest's program in the edition that these settings ask for. */
export function programFor(params: Params): Program {
  const defines = definesOf(params);
  const key = JSON.stringify([defines, params.program]);
  const known = assembled.get(key);
  if (known) return known;
  const program = programOf(params.program, defines);
  if (assembled.size === MOST) assembled.clear();
  assembled.set(key, program);
  return program;
}
