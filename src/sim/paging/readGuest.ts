import { setFlags } from './entry.ts';
import { eptBits } from './ept.ts';
import { pageFaultCode } from './fault.ts';
import { decodeGuest, type GuestRights, guestBits, narrowRights } from './guest.ts';
import { indexOf, offsetIn } from './linear.ts';
import { readEntry } from './memory.ts';
import { violate } from './readEpt.ts';
import { type Access, type Next, record, seek, type Walk } from './walk.ts';

/**
 * Intel SDM vol. 3A, "Accessed and Dirty Flags" and "Access Rights". The
 * manual leaves open whether an entry whose access is refused is marked
 * accessed: here the upper ones are, the one that maps the page is not.
 */
export function readGuest(walk: Walk, { level, physical, real, allowed }: Extract<Next, { by: 'guest' }>): Walk {
  const { access, machine } = walk;
  const entry = readEntry(walk.memory, real);
  const found = decodeGuest(entry, level);
  const index = indexOf(access.address, level);
  const reference = {
    by: 'guest',
    level,
    target: level,
    index,
    address: real,
    before: entry,
    isLeaf: found.kind === 'page',
  } as const;
  if (found.kind === 'absent' || found.kind === 'illegal') return faultPage(record(walk, reference), found.kind);
  const seen = { ...reference, gives: found.address };
  const rights = narrowRights(walk.rights, entry);
  const isPage = found.kind === 'page';
  if (isPage && !isAllowed(access, rights)) return faultPage(record(walk, seen), 'forbidden');
  const after = setFlags(entry, guestBits.accessed | (isPage && access.kind === 'write' ? guestBits.dirty : 0));
  // The update is a write of guest-physical memory, whatever the access is.
  if (after !== entry && !(allowed & eptBits.write))
    return violate(record(walk, seen), physical, { tried: eptBits.write, allowed, isFinal: false });
  const read = { ...record(walk, seen, after), rights };
  if (!isPage)
    return { ...read, next: seek(machine, level - 1, found.address + 8 * indexOf(access.address, level - 1)) };
  const guestPhysical = found.address + offsetIn(access.address, level);
  const next = seek(machine, 0, guestPhysical);
  return { ...read, guestPhysical, next, hostPhysical: next.by === 'data' ? next.real : undefined };
}

/** CR0.WP is 1: the kernel too may write only where R/W is 1. SMEP and SMAP are off. */
const isAllowed = ({ kind, user }: Access, rights: GuestRights): boolean =>
  (!user || rights.user) && (kind !== 'write' || rights.write) && (kind !== 'fetch' || rights.execute);

const faultPage = (walk: Walk, why: 'absent' | 'illegal' | 'forbidden'): Walk => ({
  ...walk,
  fault: {
    kind: 'guest-page-fault',
    handledBy: 'guest',
    errorCode: pageFaultCode(why, walk.access),
    cr2: walk.access.address.hex,
  },
});
