import type { Model } from '#kit/model.ts';
import { advanceUntil } from '#sim/vmm/advanceUntil.ts';
import type { Work } from '#sim/vmm/deed.ts';
import { paravirtual } from '#sim/vmm/paravirtual/paravirtual.ts';
import type { Paravirtual } from '#sim/vmm/paravirtual/state.ts';
import { cyclesOf, priceLists } from '#sim/vmm/prices.ts';
import type { GuestRun } from '#sim/vmm/run.ts';
import { forkRun, startRun } from '#sim/vmm/startRun.ts';
import type { Settings } from '#sim/vmm/technique.ts';
import { writeHost } from '#sim/x86/cpu/physical.ts';
import type { Params } from './controls.ts';
import { programFor } from './programFor.ts';
import { readWord } from './updates.ts';

/** Who has the processor. */
export type Where = 'user' | 'kernel' | 'xen';

/**
 * A guest that knows of its hypervisor (`#sim/vmm/paravirtual`, after Barham et
 * al. 2003 and Xen's public headers). In 64-bit mode the way between program and kernel is not run but told: it leads through
 * the hypervisor both ways (Nakajima and Mallick 2006), and these visits are counted here.
 */
export interface State {
  readonly params: Params;
  readonly run: GuestRun;
  /** Where the processor was before this step. */
  readonly from: Where;
  /** 64-bit: the processor is with the hypervisor on its way in to the kernel, or out to the program. */
  readonly via: 'in' | 'out' | undefined;
  /** Such visits so far. */
  readonly visits: number;
  /** What the hypervisor did in this step, if it had the processor. */
  readonly work: Work | undefined;
  /** Updates refused in this step. */
  readonly refused: number;
  /** Crossings made for updates of page tables, and the cycles they took. */
  readonly updating: { readonly crossings: number; readonly cycles: number };
  readonly steps: number;
}
export type LabMove = readonly ['spoil', number];

/** Deeds in one step at most; filling the first page tables takes 5,000. */
const MOST = 20_000;
/** What a page-table update may be asked for by. */
const updatingReasons = [
  'hypercall update_va_mapping',
  'hypercall multicall',
  'hypercall mmu_update',
  '#PF page table',
  '#PF',
];

export const prices = cyclesOf(priceLists.p4);

const settings: Settings = {
  kernelRing: 1,
  controls: {
    hlt: true,
    cr3: true,
    invlpg: true,
    io: true,
    exceptions: [],
    interrupts: true,
    msr: true,
    tables: false,
    rdtsc: false,
    ept: true,
  },
  segmentLimits: true,
  cacheBlocks: 16,
  adaptive: true,
  batched: true,
  stopAtDivergence: false,
  prices,
};

const init = (params: Params): State => ({
  params,
  run: startRun(programFor(params), settings, paravirtual),
  from: 'kernel',
  via: undefined,
  visits: 0,
  work: undefined,
  refused: 0,
  updating: { crossings: 0, cycles: 0 },
  steps: 0,
});

/** Crossings made for updates, the one under way among them. */
export const updateCrossings = ({ run, updating: { crossings } }: State): number =>
  crossings + (run.pending && updatingReasons.includes(run.pending.reason) ? 1 : 0);

const countUpdating = ({ crossings }: GuestRun): number =>
  updatingReasons.reduce((all, reason) => all + (crossings.get(reason) ?? 0), 0);

export const levelOf = ({ run }: State): Where => (run.guest.cpu.cpl === 3 ? 'user' : 'kernel');
export const vmmOf = ({ run }: Pick<State, 'run'>): Paravirtual => run.vmm as Paravirtual;

/** Who has the processor now. */
export const whereIs = (state: State): Where =>
  state.via || vmmOf(state).phase !== 'guest' || state.run.end !== undefined ? 'xen' : levelOf(state);

/** To the next crossing, its end, a change of ring, or an update that is put by. */
function step(state: State): State {
  const { run, params } = state;
  const steps = state.steps + 1;
  if (state.via) return { ...state, via: undefined, from: 'xen', work: undefined, refused: 0, steps };
  const level = run.guest.cpu.cpl;
  const kept = run.program.symbols.get('kept');
  let work: Work | undefined;
  const next = advanceUntil(
    run,
    ({ deed, guest }) => {
      if (deed.kind === 'handle') work = deed.work;
      return (
        deed.kind === 'leave' ||
        deed.kind === 'enter' ||
        deed.kind === 'sleep' ||
        (deed.kind === 'run' && (guest.cpu.cpl !== level || guest.cpu.eip === kept))
      );
    },
    MOST,
  );
  if (next === run) return state;
  const crossings = countUpdating(next);
  const cycles = crossings > state.updating.crossings ? next.cycles.vmm - run.cycles.vmm : 0;
  const changed = next.deed.kind === 'run' && next.guest.cpu.cpl !== level && params.bits === '64';
  return {
    params,
    run: next,
    from: whereIs(state),
    via: changed ? (level === 3 ? 'in' : 'out') : undefined,
    visits: state.visits + (changed ? 1 : 0),
    work,
    refused: vmmOf({ run: next }).tally.refused - vmmOf(state).tally.refused,
    updating: { crossings, cycles: state.updating.cycles + cycles },
    steps,
  };
}

/** The update that shall map the page table itself; the same once more takes it back. It is a word in the guest's memory. */
function act(state: State, [, index]: LabMove): State {
  const at = state.run.program.symbols.get('wrong');
  if (at === undefined || index < (readWord(state.run, 'asked') ?? 0)) return state;
  const run = forkRun(state.run);
  writeHost(run.guest, at, 4, readWord(run, 'wrong') === index ? -1 : index);
  return { ...state, run };
}

export const model: Model<Params, State, LabMove> = { init, step, act };
