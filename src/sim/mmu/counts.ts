/** Why the guest was left. The first three are what shadow paging adds, the fourth what nested paging adds. */
export const exitCauses = [
  'page-fault',
  'page-table-write',
  'cr3-load',
  'invlpg',
  'ept-violation',
  'vm-switch',
  'balloon',
] as const;
export type ExitCause = (typeof exitCauses)[number];

export interface Counts {
  readonly exits: Readonly<Record<ExitCause, number>>;
  /** Page faults that only the VMM saw, and those that the guest got. */
  readonly hidden: number;
  readonly delivered: number;
  /** Entries of tables that the processor read. */
  readonly references: number;
  readonly hits: number;
  readonly misses: number;
  readonly flushes: number;
  /** Host frames supplied on demand. */
  readonly supplied: number;
  readonly ballooned: number;
  /** Accesses that reached a frame of another VM. */
  readonly intrusions: number;
}

export const noCounts: Counts = {
  exits: {
    'page-fault': 0,
    'page-table-write': 0,
    'cr3-load': 0,
    invlpg: 0,
    'ept-violation': 0,
    'vm-switch': 0,
    balloon: 0,
  },
  hidden: 0,
  delivered: 0,
  references: 0,
  hits: 0,
  misses: 0,
  flushes: 0,
  supplied: 0,
  ballooned: 0,
  intrusions: 0,
};

export const countExits = ({ exits }: Counts): number => exitCauses.reduce((sum, cause) => sum + exits[cause], 0);

/** What was added since. */
export function countsSince(now: Counts, before: Counts): Counts {
  return {
    exits: {
      'page-fault': now.exits['page-fault'] - before.exits['page-fault'],
      'page-table-write': now.exits['page-table-write'] - before.exits['page-table-write'],
      'cr3-load': now.exits['cr3-load'] - before.exits['cr3-load'],
      invlpg: now.exits.invlpg - before.exits.invlpg,
      'ept-violation': now.exits['ept-violation'] - before.exits['ept-violation'],
      'vm-switch': now.exits['vm-switch'] - before.exits['vm-switch'],
      balloon: now.exits.balloon - before.exits.balloon,
    },
    hidden: now.hidden - before.hidden,
    delivered: now.delivered - before.delivered,
    references: now.references - before.references,
    hits: now.hits - before.hits,
    misses: now.misses - before.misses,
    flushes: now.flushes - before.flushes,
    supplied: now.supplied - before.supplied,
    ballooned: now.ballooned - before.ballooned,
    intrusions: now.intrusions - before.intrusions,
  };
}
