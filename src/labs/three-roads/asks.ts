import { askAbout } from '#kit/bet.ts';
import type { Ask } from '#kit/lab.ts';
import { askWords as say } from './askWords.ts';
import { model } from './model.ts';
import type { State } from './state.ts';
import { added } from './state.ts';

const ask = askAbout(model);

/** Questions about the next event, where there is a belief to be tested. */
export function asks(state: State): Ask<State> | undefined {
  const next = model.step(state);
  const op = next.last;
  if (next === state || !op) return undefined;
  const exits = (after: State): string => (added(after, 'exits') ? 'exit' : 'stays');
  const notice = (after: State): string => (added(after, 'kicks') ? 'exit' : 'stays');
  switch (op.do) {
    case 'access':
      return op.register === 'TDT' || op.register === 'ICR'
        ? ask(state, `access-${op.register}`, say.access(op.register), say.accessBets, exits)
        : undefined;
    case 'doorbell':
      return ask(state, 'doorbell', say.doorbell, say.doorbellBets, exits);
    case 'notify': {
      const isBusy = state.machine.guests[op.guest]?.awake ?? false;
      const key = isBusy ? 'notify-busy' : 'notify-idle';
      return ask(state, key, say.notify(isBusy), say.notifyBets(isBusy), notice);
    }
    case 'kickInUser':
    case 'ioeventfd':
      return ask(state, 'handler', say.handler, say.handlerBets, (after) =>
        added(after, 'userReturns') ? 'qemu' : 'kernel',
      );
    case 'copy':
    case 'dma':
      return aboutContents(state, next);
    case 'interrupt':
      return ask(state, 'interrupt', say.interrupt, say.interruptBets, exits);
    default:
      return undefined;
  }
}

/** Who moves the contents; or, where the address is not the guest's own, who stops it. */
function aboutContents(state: State, next: State): Ask<State> {
  const isForged = next.held?.isForeign || next.held?.stopped;
  if (isForged)
    return ask(state, 'forged', say.forged, say.forgedBets, ({ held }) =>
      held?.isForeign ? 'nobody' : held?.stopped === 'fault' ? 'iommu' : 'vmm',
    );
  return ask(state, 'contents', say.contents, say.contentsBets, (after) =>
    added(after, 'copies') ? 'processor' : 'device',
  );
}
