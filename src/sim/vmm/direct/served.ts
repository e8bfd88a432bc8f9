import type { Happening } from '../../x86/stepMachine.ts';
import type { Work } from '../deed.ts';

/** What the monitor did: for the picture, and for the entry that follows. */
export interface Served {
  readonly work: Work;
  /** Whether the guest's instruction is thereby complete. */
  readonly retires: boolean;
  /** The vector whose handler the guest finds itself in. */
  readonly injected: number | undefined;
}

export const served = (key: string, operands: Work['operands']): Served => ({
  work: { key, operands },
  retires: false,
  injected: undefined,
});

/** What an event that was made for the guest amounts to. */
export function servedBy(happening: Happening): Served {
  switch (happening.kind) {
    case 'interrupt':
      return { ...served('deliver', { vector: happening.vector }), injected: happening.vector };
    case 'exception': {
      const { vector, errorCode } = happening;
      return { ...served('deliver', { vector, ...(errorCode !== undefined && { errorCode }) }), injected: vector };
    }
    case 'end':
      return served('end', { why: happening.why });
    case 'retired':
    case 'halted':
      return { ...served('emulate', {}), retires: happening.kind === 'retired' };
  }
}
