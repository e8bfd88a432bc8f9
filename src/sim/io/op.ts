/** The registers whose accesses are told one by one; of the e1000, by its developer's manual. */
export type Register = 'TDT' | 'RDT' | 'ICR' | 'IMC' | 'IMS' | 'STATUS';
/** A driver's run of port accesses to an IDE disk, told as one event. */
export type Ports = 'program' | 'start' | 'check' | 'sector' | 'finish';
export type Queue = 'transmit' | 'receive';

/** One event, done by one party. What follows from it is put before whatever is still to be done. */
export type Op = { readonly guest: number } & (
  | { readonly do: 'batch' | 'work' | 'poll' | 'engine' | 'hostile' }
  | { readonly do: 'fill' | 'describe' | 'publish'; readonly item: number; readonly hostile?: boolean }
  | { readonly do: 'notify' | 'doorbell' | 'ioeventfd' | 'wake' | 'sleep' | 'resume' | 'eoi' }
  | { readonly do: 'access' | 'register'; readonly register: Register }
  | { readonly do: 'ports' | 'portsInUser'; readonly ports: Ports; readonly item: number; readonly part: number }
  | { readonly do: 'fetch' | 'copy' | 'tap' | 'dma' | 'answer' | 'receive' | 'complete' | 'disk' }
  | { readonly do: 'interrupt' | 'enterWith' | 'reap'; readonly queue: Queue }
  | { readonly do: 'kickInUser' }
);

/** Turns of the scheduler that nobody would see: they only say what comes next. */
export const isSilent = (op: Op): boolean => ['batch', 'work', 'poll', 'engine', 'hostile'].includes(op.do);
