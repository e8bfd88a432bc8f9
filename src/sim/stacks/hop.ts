/** How control goes from one layer to the next. */
export const hopKinds = [
  'syscall',
  'fault',
  'trap',
  'exit',
  'hypercall',
  'interrupt',
  'entry',
  'return',
  'world-switch',
  'call',
  'emulated',
  'doorbell',
] as const;
export type HopKind = (typeof hopKinds)[number];

/** The kinds that gain privilege. Each is counted once: the way back belongs to it, as in a monitor’s books. */
export const crossingKinds = ['syscall', 'fault', 'trap', 'exit', 'hypercall', 'interrupt'] as const;
export type CrossingKind = (typeof crossingKinds)[number];

export const isCrossing = (kind: HopKind): kind is CrossingKind => crossingKinds.some((each) => each === kind);

/** What control goes there for. */
export type Why =
  | 'system-call'
  | 'privileged'
  | 'fault'
  | 'hidden-fault'
  | 'table'
  | 'kick'
  | 'submit'
  | 'device'
  | 'complete'
  | 'answer'
  | 'reflect'
  | 'vmcs'
  | 'resume';

/** One hop of a request. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly kind: HopKind;
  readonly why: Why;
  /** A layer outside the guest is entered. What a program and its own kernel settle between them is not counted. */
  readonly counted: boolean;
  /** Another thread, domain or world gets the processor. */
  readonly switches: boolean;
  /** The request’s data is copied on this hop. */
  readonly copies: boolean;
}
