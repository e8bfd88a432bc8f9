import { type Deed, type GuestName, type Line, linesOf, type Owner, readLine } from './schedule.ts';

export interface Sizes {
  readonly guestPages: number;
  readonly hostPages: number;
}

/** A schedule in the making: who runs, which of its processes, and how far each has read through its pages. */
interface Draft extends Sizes {
  readonly plan: readonly Deed[];
  readonly running: Owner;
  readonly process: Readonly<Record<GuestName, number>>;
  readonly position: Readonly<Record<string, number>>;
}

const add = (draft: Draft, ...deeds: readonly Deed[]): Draft => ({ ...draft, plan: [...draft.plan, ...deeds] });

/** A VM exit, and what the host reads to handle it. Why it came is known only at the next entry. */
function leave(draft: Draft): Draft {
  if (draft.running === 'host') return draft;
  const exit: Deed = { kind: 'exit', guest: draft.running, why: 'switch' };
  const reads = Array.from(
    { length: draft.hostPages },
    (_, page): Deed => ({ kind: 'access', who: 'host', process: 0, page }),
  );
  return { ...add(draft, exit, ...reads), running: 'host' };
}

function enter(draft: Draft, guest: GuestName): Draft {
  if (draft.running === guest) return draft;
  return { ...add(leave(draft), { kind: 'enter', guest, why: 'switch' }), running: guest };
}

/** A guest's process reads its pages in turn, and goes on where it left off. */
function read(draft: Draft, who: GuestName, count: number): Draft {
  const process = draft.process[who];
  const from = draft.position[`${who}${process}`] ?? 0;
  const page = (i: number): number => (from + i) % draft.guestPages;
  const reads = Array.from({ length: count }, (_, i): Deed => ({ kind: 'access', who, process, page: page(i) }));
  return { ...add(draft, ...reads), position: { ...draft.position, [`${who}${process}`]: from + count } };
}

function writeCr3(draft: Draft): Draft {
  const { running: guest } = draft;
  if (guest === 'host') return draft;
  const process = 1 - draft.process[guest];
  return { ...add(draft, { kind: 'cr3', guest, process }), process: { ...draft.process, [guest]: process } };
}

function addLine(draft: Draft, line: Line): Draft {
  switch (line.verb) {
    case 'run':
      return read(enter(draft, line.guest), line.guest, line.count);
    case 'switch':
      return enter(draft, line.guest);
    case 'exit':
      return leave(draft);
    case 'cr3':
      return writeCr3(draft);
    case 'invept':
      return add(draft, { kind: 'invept' });
    case 'invvpid':
    case 'remap':
      return add(draft, { kind: line.verb, guest: line.guest });
  }
}

/** The events of a trace. `check` has seen the text, so that every line can be read. */
export function planTrace(text: string, sizes: Sizes): readonly Deed[] {
  const empty: Draft = { ...sizes, plan: [], running: 'host', process: { A: 0, B: 0 }, position: {} };
  const lines = linesOf(text).flatMap((words) => readLine(words) ?? []);
  const { plan } = lines.reduce(addLine, empty);
  return plan.map((deed, i) => withWhy(plan, deed, i));
}

/** An exit is handled where the same guest runs on after it; its entry is called alike. */
function withWhy(plan: readonly Deed[], deed: Deed, i: number): Deed {
  if (deed.kind === 'exit') {
    const next = plan.slice(i).find(({ kind }) => kind === 'enter');
    return { ...deed, why: next && 'guest' in next && next.guest === deed.guest ? 'handled' : 'switch' };
  }
  if (deed.kind === 'enter') {
    const last = plan.slice(0, i).findLast(({ kind }) => kind === 'exit');
    return { ...deed, why: last && 'guest' in last && last.guest === deed.guest ? 'handled' : 'switch' };
  }
  return deed;
}
