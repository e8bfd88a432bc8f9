import type { Machine } from '../../x86/machine.ts';
import type { Deed } from '../deed.ts';
import { leave } from '../direct/outer.ts';
import { addressOf } from '../guestEvent.ts';
import type { GuestRun } from '../run.ts';
import { count, spend } from '../settle.ts';
import { type Block, isFresh, translateBlock } from './block.ts';
import type { Dropped, Translation } from './translation.ts';

/** The guest's kernel goes on at this address: in its block, chained or found, which takes no step of its own; or in one that is made now. */
export function enterBlock(run: GuestRun, vmm: Translation, address: number): Deed | undefined {
  const found = vmm.cache.get(address);
  const first = found?.pieces[0];
  if (found && first && isFresh(run.guest, found, first)) {
    jump(vmm, found);
    return undefined;
  }
  if (found) drop(vmm, found, 'stale');
  const block = translateBlock(run.guest, vmm.adapted);
  if (!block) return leave(run, vmm, { address, reason: 'callout fetch' });
  keep(run, vmm, block);
  chain(vmm, block.address);
  vmm.at = { block: address, piece: 0 };
  return { kind: 'translate', address };
}

function jump(vmm: Translation, block: Block): void {
  const chained = vmm.from !== undefined && vmm.cache.get(vmm.from)?.chained.has(block.address);
  if (chained) vmm.tally.chained++;
  else vmm.tally.hits++;
  chain(vmm, block.address);
  vmm.cache.set(block.address, { ...(vmm.cache.get(block.address) ?? block), runs: block.runs + 1 });
  vmm.at = { block: block.address, piece: 0 };
}

function chain(vmm: Translation, to: number): void {
  const from = vmm.from === undefined ? undefined : vmm.cache.get(vmm.from);
  if (from) vmm.cache.set(from.address, { ...from, chained: new Set([...from.chained, to]) });
  vmm.from = undefined;
}

function keep(run: GuestRun, vmm: Translation, block: Block): void {
  const { cacheBlocks, prices } = run.settings;
  const [oldest] = vmm.cache.values();
  if (vmm.cache.size >= cacheBlocks && oldest) drop(vmm, oldest, 'evicted');
  vmm.cache.set(block.address, { ...block, runs: 1 });
  if (vmm.gone.get(block.address) === 'evicted') vmm.tally.again++;
  vmm.gone.delete(block.address);
  vmm.tally.translated++;
  vmm.tally.instructions += block.pieces.length;
  vmm.tally.ident += block.pieces.filter(({ form }) => form === 'ident').length;
  count(run, 'translate');
  spend(run, 'vmm', prices.translate * block.pieces.length);
}

/** Takes a block out of the cache, and the chains that lead to it. */
export function drop(vmm: Translation, block: Block, why: Dropped): void {
  vmm.tally[why]++;
  vmm.gone.set(block.address, why);
  vmm.cache.delete(block.address);
  for (const [address, other] of vmm.cache)
    if (other.chained.has(block.address))
      vmm.cache.set(address, { ...other, chained: new Set([...other.chained].filter((to) => to !== block.address)) });
  if (vmm.at?.block === block.address) vmm.at = undefined;
}

/** On to the next piece, unless a repetition stays on this one; after the last, to another block, which this one will be chained to. */
export function onward(guest: Machine, vmm: Translation): void {
  const { at } = vmm;
  const block = at && vmm.cache.get(at.block);
  if (!at || !block || addressOf(guest) === block.pieces[at.piece]?.address) return;
  const piece = at.piece + 1;
  vmm.from = piece < block.pieces.length ? undefined : block.address;
  vmm.at = piece < block.pieces.length ? { block: block.address, piece } : undefined;
}
