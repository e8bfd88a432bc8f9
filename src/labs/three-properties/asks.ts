import { askAbout } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { both } from '#kit/text.ts';
import { nextOf } from '#sim/monitor/execute.ts';
import { isSensitive } from '#sim/monitor/instruction.ts';
import { HORIZON, names } from '#sim/monitor/machine.ts';
import { askOutside, askTimer } from './askAttempt.ts';
import { askCarries } from './askCarries.ts';
import { model, type State } from './model.ts';

const ask = askAbout(model);

/** The machine's question about its next step, where there is a belief to be tested. */
export function asks(state: State): Ask<State> | undefined {
  if (state.clock >= HORIZON) return undefined;
  if (state.running < 0 || state.clock >= state.alarm) return state.guests.length > 1 ? askNext(state) : undefined;
  const guest = state.guests[state.running];
  if (!guest) return undefined;
  const instruction = nextOf(guest);
  const isAccess = instruction.verb === 'load' || instruction.verb === 'store';
  if (isAccess && instruction.operand >= guest.size)
    return isAnswered(state) ? askOutside(state, instruction) : undefined;
  if (guest.pending && instruction.verb === 'timer') return askTimer(state, instruction);
  return askCarries(state, instruction, isSensitive(instruction) ? 'sensitive' : 'innocuous');
}

/** Addresses wrap: without bounds one outside may come round to the guest’s own memory, which is neither a fault nor harm. */
function isAnswered(state: State): boolean {
  const { deed } = model.step(state);
  return state.setup.control || (deed.kind === 'ran' && deed.isForeign);
}

/** Asked from the second slice on: the first is A's, by the letter alone. */
function askNext(state: State): Ask<State> | undefined {
  if (state.slices < 2) return undefined;
  const passes = state.guests.map((_, i) => guestPass(state, i));
  const least = Math.min(...passes);
  const isTied = passes.filter((pass) => pass === least).length > 1;
  const bets = Object.fromEntries(
    state.guests.map((guest, i) => {
      const pass = Math.round(100 * (passes[i] ?? 0)) / 100;
      const isLevel = isTied && passes[i] === least;
      const used = guest.direct + guest.served;
      const name = names[i] ?? '';
      return [
        name,
        [
          both(name, name),
          both(
            `Ticks used over weight is ${pass} for ${name}, and for nobody less${isLevel ? '; of those with as little it comes first' : ''}.`,
            `${name} 用掉的节拍除以权重是 ${pass}，没有谁更少${isLevel ? '；同样少的几台里，它排在最前' : ''}。`,
          ),
          isLevel
            ? both(
                `${name} has no more than any other, ${pass}. But of equals the VMM takes the one that has waited longest, then the first letter.`,
                `${name} 的 ${pass} 也是最少的。但数目相同时，VMM 先选等得最久的，再按字母先后。`,
              )
            : both(
                `${name} has had ${used} ticks at weight ${guest.weight}, which makes ${pass}; someone else has had less.`,
                `${name} 已用 ${used} 个节拍，权重 ${guest.weight}，折合 ${pass}；还有别人比它少。`,
              ),
        ],
      ] as const;
    }),
  );
  return ask(
    state,
    'who-next',
    both('The timer interrupts. Whom will the VMM give the core to?', '定时器中断。VMM 会把处理器交给谁？'),
    bets,
    (next) => names[next.running] ?? 'A',
  );
}

/** Virtual time of a guest once the slice that has just ended is charged. */
const guestPass = ({ guests, running, clock, began }: State, i: number): number => {
  const { pass = 0, weight = 1 } = guests[i] ?? {};
  return i === running ? pass + (clock - began) / weight : pass;
};
