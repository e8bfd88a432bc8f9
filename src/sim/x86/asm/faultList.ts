import type { SourceFault } from '../program.ts';

/** Words for a reader, in every language. */
export type Words = SourceFault['message'];

/** Faults beyond these are not listed. */
const MOST_FAULTS = 50;

/** Where the faults of one assembly are gathered; one at a place, in the order they are met. */
export interface FaultList {
  readonly list: SourceFault[];
  readonly places: Set<string>;
}

export const makeFaultList = (): FaultList => ({ list: [], places: new Set() });

/** Notes a fault; a second one at the same place is a consequence of the first and is left out. */
export function addFault(faults: FaultList, line: number, column: number, message: Words): undefined {
  const place = `${line}:${column}`;
  if (faults.places.has(place) || faults.list.length >= MOST_FAULTS) return;
  faults.places.add(place);
  faults.list.push({ line, column, message });
}
