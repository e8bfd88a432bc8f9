import { bootMachine } from '../../x86/bootMachine.ts';
import { forkMachine, type Machine } from '../../x86/machine.ts';
import type { Program } from '../../x86/program.ts';
import type { End } from '../../x86/stepMachine.ts';
import { type BasicBlock, isSameCode } from './readBlock.ts';
import { runBlock } from './runBlock.ts';

/** A block as the run has met it. */
export interface MetBlock extends BasicBlock {
  readonly runs: number;
  readonly translations: number;
}

/** All that any engine is paid by. */
export interface Counts {
  instructions: number;
  traps: number;
  /** Stays in a block. */
  blockRuns: number;
  translations: number;
  /** Instructions in the blocks that were translated, each time they were. */
  translated: number;
  /** Blocks put out of the cache for want of room, and because the guest had changed its code. */
  evictions: number;
  stale: number;
}

/** What the last step was. */
export interface LastBlock {
  readonly address: number;
  readonly length: number;
  readonly executed: number;
  readonly traps: number;
  /** The block was translated: it was new, its translation had been evicted, or its code had changed. Else it was found. */
  readonly translation: 'found' | 'new' | 'evicted' | 'stale';
}

/** One real execution, counted for three engines at once. Changed in place by `stepInPlace` only. */
export interface EngineRun {
  readonly machine: Machine;
  readonly blocks: Map<number, MetBlock>;
  /** Addresses of the translated blocks, the oldest first. */
  readonly cache: number[];
  readonly counts: Counts;
  /** The counts before the last step. */
  readonly before: Readonly<Counts>;
  /** The counts after 1, 2, 4, 8 … blocks. */
  readonly history: Readonly<Counts>[];
  readonly last: LastBlock | undefined;
  readonly end: End | undefined;
}

const none: Counts = {
  instructions: 0,
  traps: 0,
  blockRuns: 0,
  translations: 0,
  translated: 0,
  evictions: 0,
  stale: 0,
};

/** The program about to run its first block; nothing has been translated. */
export const startEngines = (program: Program): EngineRun => ({
  machine: bootMachine(program),
  blocks: new Map(),
  cache: [],
  counts: { ...none },
  before: none,
  history: [],
  last: undefined,
  end: undefined,
});

/** So many blocks more at most, on a copy, with a translation cache of so many blocks; and how many steps were made. */
export function advanceEngines(
  run: EngineRun,
  times: number,
  cacheBlocks: number,
): { readonly run: EngineRun; readonly made: number } {
  if (run.end || times === 0) return { run, made: 0 };
  const { machine, blocks, cache, counts, history } = run;
  const now = {
    machine: forkMachine(machine),
    blocks: new Map(blocks),
    cache: [...cache],
    counts: { ...counts },
    history: [...history],
  };
  let { last, before } = run;
  let end: End | undefined = run.end;
  let made = 0;
  while (made < times && !end) {
    before = { ...now.counts };
    const result = runBlock(now.machine);
    made++;
    last = 'block' in result ? countBlock(now, result, cacheBlocks) : undefined;
    end = result.end;
  }
  return { run: { ...now, before, last, end }, made };
}

type Draft = Pick<EngineRun, 'blocks' | 'cache' | 'counts' | 'history'>;

function countBlock(
  draft: Draft,
  { block, executed, traps }: { block: BasicBlock; executed: number; traps: number },
  cacheBlocks: number,
): LastBlock {
  const { blocks, counts, history } = draft;
  const translation = translate(draft, block, cacheBlocks);
  const met = blocks.get(block.address);
  const translations = (met?.translations ?? 0) + (translation === 'found' ? 0 : 1);
  blocks.set(block.address, { ...block, runs: (met?.runs ?? 0) + 1, translations });
  counts.instructions += executed;
  counts.traps += traps;
  counts.blockRuns++;
  if (Number.isInteger(Math.log2(counts.blockRuns))) history.push({ ...counts });
  return { address: block.address, length: block.instructions.length, executed, traps, translation };
}

/** Finds the block in the cache, or translates it and puts the oldest out where there is no room. */
function translate({ blocks, cache, counts }: Draft, block: BasicBlock, room: number): LastBlock['translation'] {
  const met = blocks.get(block.address);
  const at = cache.indexOf(block.address);
  const isStale = at >= 0 && met !== undefined && !isSameCode(met, block);
  if (at >= 0 && !isStale) return 'found';
  if (isStale) {
    cache.splice(at, 1);
    counts.stale++;
  } else if (cache.length >= room) {
    cache.shift();
    counts.evictions++;
  }
  cache.push(block.address);
  counts.translations++;
  counts.translated += block.instructions.length;
  if (isStale) return 'stale';
  return met ? 'evicted' : 'new';
}
