import type { Mark } from '#kit/mark.ts';
import { toHex, vaAt, vaToHex, verbAt } from '#sim/mmu/trace.ts';
import type { Layout } from './layout.ts';
import type { State } from './model.ts';
import { doneIn, processName, runningProcess, vmName } from './step.ts';
import { grouped, labels, rightsToWord, shortFaults, shortName } from './words.ts';

/** A line of the trace as it was understood: without its comment, addresses in one form. */
function lineWords({ trace, at }: State): string {
  const i = at - 1;
  const verb = verbAt(trace, i);
  const operand = trace.operand[i] ?? 0;
  const va = vaToHex(vaAt(trace, i)).slice(2);
  switch (verb) {
    case 'vm':
    case 'process': {
      const { name = '', processes = [] } = trace.cast[trace.vm[i] ?? 0] ?? {};
      return `${verb} ${verb === 'vm' ? name : (processes[trace.process[i] ?? 0] ?? '')}`;
    }
    case 'map':
      return `map ${va} ${toHex(operand * 4096).slice(2)} ${rightsToWord(trace.rights[i] ?? 0)}`;
    case 'balloon':
      return `balloon ${operand}`;
    default:
      return `${verb ?? ''} ${va}`;
  }
}

/** The line just performed, who runs, and what came of it. */
export function headMarks(state: State, { line, who, result }: Layout): readonly Mark[] {
  const { machine, at, trace } = state;
  const done = doneIn(state);
  const vm = shortName(vmName(state, machine.current));
  const process = shortName(processName(state, machine.current, runningProcess(state)));
  const marks: Mark[] = [
    at === 0
      ? { kind: 'box', key: 'line', place: line, tone: 'guestUser', text: labels.start, ghost: true }
      : {
          kind: 'box',
          key: 'line',
          place: line,
          tone: 'guestUser',
          text: lineWords(state),
          mono: true,
          size: 's',
          corner: String(trace.line[at - 1]),
        },
  ];
  if (machine.current >= 0)
    marks.push({
      kind: 'label',
      key: 'who',
      place: who,
      align: 'start',
      size: 's',
      text: `VM ${vm}${process && ` · ${process}`}`,
    });
  if (!done.result) return marks;
  const { fault, frame } = done.result;
  const text = fault ? shortFaults[fault] : `HPA ${grouped(frame * 4096 + (done.va % 4096))}`;
  marks.push({
    kind: 'box',
    key: 'result',
    place: result,
    tone: fault || done.added.intrusions ? 'bad' : 'data',
    text,
    mono: !fault,
    size: 's',
    pill: !fault,
  });
  return marks;
}
