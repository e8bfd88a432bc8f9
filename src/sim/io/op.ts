/** The registers whose accesses are told one by one; of the e1000, by its developer's manual. */
export type Register = 'TDT' | 'RDT' | 'ICR' | 'IMC' | 'IMS' | 'STATUS';
/** A driver's run of port accesses to an IDE disk, told as one event. */
export type Ports = 'program' | 'start' | 'check' | 'sector' | 'finish';
export type Queue = 'transmit' | 'receive';

/** Turns of the scheduler that nobody would see: they only say what comes next. */
export interface TurnOp {
  readonly guest: number;
  readonly do: 'batch' | 'work' | 'poll' | 'engine' | 'hostile';
}
/** What a driver does in its own memory, or with a device that is its own. */
export type DriverOp = { readonly guest: number } & (
  | { readonly do: 'fill' | 'describe' | 'publish'; readonly item: number; readonly hostile?: boolean }
  | { readonly do: 'notify' | 'doorbell' }
  | { readonly do: 'reap'; readonly queue: Queue }
);
/** Ways between the guest, the host's kernel and its user space. */
export type CrossingOp = { readonly guest: number } & (
  | { readonly do: 'access' | 'register'; readonly register: Register }
  | { readonly do: 'ports' | 'portsInUser'; readonly ports: Ports; readonly item: number; readonly part: number }
  | { readonly do: 'kickInUser' | 'ioeventfd' | 'wake' | 'sleep' | 'resume' | 'eoi' }
  | { readonly do: 'interrupt' | 'enterWith'; readonly queue: Queue }
);
/** What a device does with a request, or whoever plays it. */
export interface DeviceOp {
  readonly guest: number;
  readonly do: 'fetch' | 'copy' | 'tap' | 'dma' | 'answer' | 'receive' | 'complete' | 'disk';
}

/** One event, done by one party. What follows from it is put before whatever is still to be done. */
export type Op = TurnOp | DriverOp | CrossingOp | DeviceOp;

export const isSilent = (op: Op): boolean => ['batch', 'work', 'poll', 'engine', 'hostile'].includes(op.do);
