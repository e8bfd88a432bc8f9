import { access } from './access.ts';
import { enterProcess, enterVm, invalidatePage, mapGuestPage, unmapGuestPage } from './kernel.ts';
import type { Machine } from './machine.ts';
import { inflate } from './supply.ts';
import { rightBits, type Trace, type Verb, vaAt, verbAt } from './trace.ts';

/** What a line wants of the page it names. */
export const wishes: Readonly<Partial<Record<Verb, number>>> = {
  read: rightBits.read,
  write: rightBits.write,
  exec: rightBits.execute,
};

/** Performs line `i` of a trace. */
export function runLine(machine: Machine, trace: Trace, i: number): Machine {
  const verb = verbAt(trace, i);
  const vm = trace.vm[i] ?? 0;
  const process = trace.process[i] ?? -1;
  const there = enterVm(machine, vm);
  if (verb === 'vm' || verb === undefined) return there;
  if (verb === 'balloon') return inflate(there, vm, trace.operand[i] ?? 0);
  return perform(enterProcess(there, process), trace, i, verb);
}

function perform(machine: Machine, trace: Trace, i: number, verb: Exclude<Verb, 'vm' | 'balloon'>): Machine {
  const va = vaAt(trace, i);
  const isFlushedNext = trace.flushedNext[i] === 1;
  switch (verb) {
    case 'process':
      return machine;
    case 'map':
      return mapGuestPage(machine, va, trace.operand[i] ?? 0, trace.rights[i] ?? 0, isFlushedNext);
    case 'unmap':
      return unmapGuestPage(machine, va, isFlushedNext);
    case 'invlpg':
      return invalidatePage(machine, va);
    case 'read':
    case 'write':
    case 'exec':
      return access(machine, i, va, wishes[verb] ?? 1);
  }
}

/** The lines from `from` up to `to`. */
export function runLines(machine: Machine, trace: Trace, from: number, to: number): Machine {
  let now = machine;
  for (let i = from; i < to; i++) now = runLine(now, trace, i);
  return now;
}
