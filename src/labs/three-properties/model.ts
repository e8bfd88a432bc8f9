import type { Model } from '#kit/model.ts';
import { FAR, type Machine, makeMachine, type Name, names } from '#sim/monitor/machine.ts';
import { parseProgram } from '#sim/monitor/parseProgram.ts';
import type { Program } from '#sim/monitor/program.ts';
import { askGuest, stepMachine, wildStore } from '#sim/monitor/step.ts';
import type { Params } from './controls.ts';
import { readCounts } from './counts.ts';

export type State = Machine;
export type LabMove = readonly ['timer', Name] | readonly ['wild', Name];

function programsOf({ guests, sensitive, program }: Params, grants: readonly number[]): readonly Program[] {
  const { lines } = parseProgram(program);
  return Array.from({ length: guests }, (_, seed): Program => {
    if (seed === 0 && lines.length) return { kind: 'written', lines };
    return { kind: 'mix', sensitive, seed, size: grants[seed] ?? 1 };
  });
}

export const model: Model<Params, State, LabMove> = {
  init(params) {
    const { equivalence, efficiency, control, slice, trapCost: trap, interpretCost: interpret } = params;
    const grants = readCounts(params.grants);
    const weights = readCounts(params.weights);
    const programs = programsOf(params, grants);
    return makeMachine({ programs, slice, weights, grants, equivalence, efficiency, control, trap, interpret });
  },
  step: stepMachine,
  act(state, [verb, name]) {
    const guest = names.indexOf(name);
    switch (verb) {
      case 'timer':
        return askGuest(state, guest, { verb: 'timer', operand: FAR });
      case 'wild':
        return askGuest(state, guest, wildStore(state, guest));
    }
  },
};
