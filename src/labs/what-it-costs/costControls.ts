import type { Range } from '#kit/controls.ts';
import { both } from '#kit/text.ts';
import type { EventKind } from '#sim/vmm/count/counts.ts';
import type { Params } from './controls.ts';
import type { PlatformId } from './platforms.ts';

/** A price that is set to this is the platform's own. */
export const AS_LISTED = -1;

const cost = (en: string, zh: string, max = 30_000) =>
  ({
    kind: 'range',
    label: both(`Cycles there: ${en} (−1: as listed)`, `该项的周期数：${zh}（−1 为所列值）`),
    min: AS_LISTED,
    max,
    initial: AS_LISTED,
  }) as const satisfies Range;

/** What the chosen technique pays for each event. */
export const costControls = {
  costPlain: cost('a plain instruction', '一条普通指令', 1000),
  costCalls: cost('a system call', '一次系统调用'),
  costFaults: cost('a page fault', '一次缺页'),
  costTables: cost('a page-table write', '一次写页表'),
  costPorts: cost('a port access', '一次端口访问'),
  costInterrupts: cost('an interrupt', '一次中断'),
  costMisses: cost('a TLB miss', '一次 TLB 未命中'),
};

/** The control of a price. */
export const costControlOf = (kind: EventKind | 'plain'): keyof typeof costControls =>
  `cost${kind.charAt(0).toUpperCase()}${kind.slice(1)}` as keyof typeof costControls;

/** Whether the platform is billed by its own prices alone. */
export const isListed = (params: Params, id: PlatformId): boolean =>
  params.technique !== id ||
  (Object.keys(costControls) as (keyof typeof costControls)[]).every((name) => params[name] === AS_LISTED);
