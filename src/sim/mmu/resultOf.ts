import type { Machine, PageFault, Result } from './machine.ts';
import { type Trace, vaAt, vaToHex } from './trace.ts';

/** What came of an access, in words that may be compared. */
export type Outcome =
  | { readonly line: number; readonly va: string; readonly gpa: string; readonly hpa: string }
  | { readonly line: number; readonly va: string; readonly fault: PageFault };

/** The last three digits of an address, and page addresses already written: a long trace comes back to few pages. */
const offsets = Array.from({ length: 4096 }, (_, offset) => offset.toString(16).padStart(3, '0'));
type Spelled = Map<number, string>;

function spell(spelled: Spelled, page: number, offset: number, pageToHex: (page: number) => string): string {
  let start = spelled.get(page);
  if (start === undefined) {
    start = pageToHex(page);
    spelled.set(page, start);
  }
  return page === 0 ? `0x${offset.toString(16)}` : start + offsets[offset];
}

const physical = (page: number): string => `0x${page.toString(16)}`;
const virtual = (vpage: number): string => vaToHex(vpage * 4096).slice(0, -3);

/** One for every access so far, in order. */
export function outcomesOf(trace: Trace, { results }: Machine): readonly Outcome[] {
  const outcomes = new Array<Outcome>(results?.count ?? 0);
  const [virtuals, physicals]: readonly [Spelled, Spelled] = [new Map(), new Map()];
  for (let now = results; now; now = now.before) outcomes[now.count - 1] = outcomeOf(trace, now, virtuals, physicals);
  return outcomes;
}

function outcomeOf(trace: Trace, { op, page, frame, fault }: Result, virtuals: Spelled, physicals: Spelled): Outcome {
  const address = vaAt(trace, op);
  const line = trace.line[op] ?? 0;
  const offset = address % 4096;
  const va = spell(virtuals, Math.floor(address / 4096), offset, virtual);
  if (fault) return { line, va, fault };
  return { line, va, gpa: spell(physicals, page, offset, physical), hpa: spell(physicals, frame, offset, physical) };
}
