/** What a workload does besides computing, in the order in which a bill lists it. */
export const eventKinds = ['calls', 'faults', 'tables', 'ports', 'interrupts', 'misses'] as const;
export type EventKind = (typeof eventKinds)[number];
/** So many of each. */
export type Events = Readonly<Record<EventKind, number>>;

/** What a guest program did on bare metal. */
export interface Counts {
  /** Instructions that are none of the events. */
  readonly plain: number;
  readonly events: Events;
}

export const noEvents: Events = { calls: 0, faults: 0, tables: 0, ports: 0, interrupts: 0, misses: 0 };
