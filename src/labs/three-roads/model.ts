import type { Model } from '#kit/model.ts';
import { isDirect, type Machine, type Setup } from '#sim/io/machine.ts';
import { advance } from '#sim/io/perform.ts';
import { addGuest, startMachine } from '#sim/io/start.ts';
import type { Params } from './controls.ts';
import type { Deed, Refusal, RoadMove, State } from './state.ts';

/**
 * One driver's requests on one of the roads to a device; the machine itself is
 * `#sim/io`, after OASIS VIRTIO 1.2 section 2.7, Intel's 8254x manual and its
 * specification of Virtualization Technology for Directed I/O.
 */
const setupOf = (params: Params): Setup => ({
  road: params.road,
  request: params.request,
  packets: params.packets,
  batch: params.batch,
  suppression: params.suppression,
  backend: params.backend,
  blockMode: params.blockMode,
  port: params.port === '16' ? 16 : 32,
  size: params.size,
  block: Number(params.block) * 1024,
  iommu: params.iommu,
  posted: params.postedInterrupts,
});

function init(params: Params): State {
  const { exit, userReturn, contextSwitch, interrupt, copy } = params;
  const machine = startMachine(setupOf(params));
  return {
    machine,
    prices: { exit, userReturn, contextSwitch, interrupt, copy },
    last: undefined,
    before: machine.counts,
    held: undefined,
    deed: undefined,
    host: 1,
    deliveredBefore: undefined,
  };
}

function step(state: State): State {
  const { machine, op } = advance(state.machine);
  if (!op) return state;
  const held = machine.cargo ?? state.machine.cargo;
  return { ...state, machine, last: op, before: state.machine.counts, held, deed: undefined };
}

/** Why this cannot be done on this road, if it cannot. */
export function refusalOf({ machine }: State, verb: Deed['verb']): Refusal | undefined {
  const { setup, guests } = machine;
  switch (verb) {
    case 'migrate':
      return isDirect(setup) ? 'device-state' : undefined;
    case 'share':
      if (setup.road === 'passthrough') return 'whole-device';
      if (guests.length > 1) return 'already-shared';
      return setup.road === 'sriov' && !setup.iommu ? 'no-iommu' : undefined;
    case 'hostile':
      return setup.road === 'emulated' && setup.request === 'read' && setup.blockMode === 'pio'
        ? 'no-address'
        : undefined;
  }
}

/** Whether a hostile request is waiting for its turn. */
export const isPlanned = ({ machine }: State): boolean => machine.turns.some((turn) => turn.do === 'hostile');

function act(state: State, [verb]: RoadMove): State {
  const refused = refusalOf(state, verb);
  if (refused) return { ...state, last: undefined, deed: { verb, refused } };
  const told: State = { ...state, last: undefined, deed: { verb } };
  switch (verb) {
    case 'migrate':
      // The rings are in guest memory and go with it; the rest of the device is numbers that the VMM holds.
      return { ...told, host: state.host + 1, deliveredBefore: state.machine.counts.delivered };
    case 'share':
      return { ...told, machine: addGuest(state.machine) };
    case 'hostile':
      return isPlanned(state) ? state : { ...told, machine: planHostile(state.machine) };
  }
}

const planHostile = (machine: Machine): Machine => ({
  ...machine,
  turns: [{ do: 'hostile', guest: 0 }, ...machine.turns],
});

export const model: Model<Params, State, RoadMove> = { init, step, act };
