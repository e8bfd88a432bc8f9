import type { GuestRun } from '#sim/vmm/run.ts';
import { readHost } from '#sim/x86/cpu/physical.ts';

/** A word of the guest's that its program has a name for. */
export function readWord({ program, guest }: GuestRun, name: string): number | undefined {
  const at = program.symbols.get(name);
  return at === undefined ? undefined : readHost(guest.memory, at, 4);
}

/** What has become of an update. `wrong` is one that will ask for what must not be. */
export type Update = 'waiting' | 'wrong' | 'queued' | 'made' | 'refused';

const MOST_SHOWN = 64;

/** The guest's list of updates, read from its memory; none where its program does not keep one. */
export function updatesOf(run: GuestRun): readonly Update[] {
  const [count = 0, asked = 0, queued = 0, wrong] = ['updates', 'asked', 'queued', 'wrong'].map((name) =>
    readWord(run, name),
  );
  const table = run.program.symbols.get('TABLE');
  if (table === undefined) return [];
  return Array.from({ length: Math.min(count, MOST_SHOWN) }, (_, i) => {
    if ((readHost(run.guest.memory, table + i * 4, 4) & 1) !== 0) return 'made';
    if (i >= asked) return i === wrong ? 'wrong' : 'waiting';
    return i >= asked - queued || isUnderWay(run, i, asked) ? 'queued' : 'refused';
  });
}

/** The one that the hypervisor is being asked for. */
const isUnderWay = (run: GuestRun, index: number, asked: number): boolean =>
  run.pending !== undefined && index === asked - 1;
