/** Traces to begin with. Each is text, as a reader would write it. */

const hex = (n: number): string => n.toString(16);
const count = (n: number): readonly number[] => Array.from({ length: n }, (_, i) => i);
const lines = (...parts: readonly (string | readonly string[])[]): string => parts.flat().join('\n');

export const firstTrace = `vm web
process shell
map 400000 1a000 rx    # program
map 601000 2b000 rw    # data
exec 400000
read 601010
write 601018           # first write
write 601020
write 400000           # not allowed
read 7000              # not there
process editor
map 400000 1a000 rx    # the same program
exec 400000
process shell
exec 400004
map 602000 2c000 rw
write 602000
unmap 602000
invlpg 602000
read 602000
vm mail
process shell
map 400000 1a000 rx    # same addresses, another VM
exec 400000
vm web
exec 400008`;

/** A program is loaded: its pages are mapped, then touched for the first time. */
export const processTrace = lines(
  'vm web',
  'process sh      # a program starts',
  count(4).map((i) => `map ${hex(0x400000 + i * 0x1000)} ${hex(0x10000 + i * 0x1000)} rx`),
  count(3).map((i) => `map ${hex(0x601000 + i * 0x1000)} ${hex(0x20000 + i * 0x1000)} rw`),
  'map 7ffffffff000 30000 rw    # stack',
  'exec 400000',
  'write 7ffffffffff8',
  count(3).map((i) => `exec ${hex(0x401000 + i * 0x1000)}`),
  count(3).flatMap((i) => [`read ${hex(0x601000 + i * 0x1000)}`, `write ${hex(0x601008 + i * 0x1000)}`]),
  'read 400010     # a constant in the program',
  'exec 601000     # data is not executable',
);

/** fork: every page of the parent becomes read-only and shared; the first write of either copies. */
export const forkTrace = lines(
  'vm web',
  'process parent',
  count(6).map((i) => `map ${hex(0x601000 + i * 0x1000)} ${hex(0x20000 + i * 0x1000)} rw`),
  count(6).map((i) => `write ${hex(0x601000 + i * 0x1000)}`),
  '# fork: share all pages read-only',
  count(6).map((i) => `map ${hex(0x601000 + i * 0x1000)} ${hex(0x20000 + i * 0x1000)} r`),
  'process child',
  count(6).map((i) => `map ${hex(0x601000 + i * 0x1000)} ${hex(0x20000 + i * 0x1000)} r`),
  count(3).map((i) => `read ${hex(0x601000 + i * 0x1000)}`),
  'write 601000           # faults: the kernel copies the page',
  'map 601000 40000 rw',
  'write 601000',
  'process parent',
  'read 601000            # still the old page',
  'write 602000',
  'map 602000 41000 rw',
  'write 602000',
);

/** A compiler run again and again: many short-lived address spaces, few accesses in each. */
export const compileTrace = lines(
  'vm build',
  count(6).flatMap((job) => [
    `process cc${job}`,
    ...count(6).map((i) => `map ${hex(0x601000 + i * 0x1000)} ${hex(0x20000 + ((job * 6 + i) % 12) * 0x1000)} rw`),
    ...count(6).map((i) => `write ${hex(0x601000 + i * 0x1000)}`),
    ...count(6).map((i) => `unmap ${hex(0x601000 + i * 0x1000)}`),
  ]),
);

/** An array larger than a TLB of 8 entries, read over and over; its tables never change. */
export const sweepTrace = lines(
  'vm db',
  'process scan',
  count(16).map((i) => `map ${hex(0x601000 + i * 0x1000)} ${hex(0x20000 + i * 0x1000)} rw`),
  count(16).map((i) => `write ${hex(0x601000 + i * 0x1000)}`),
  count(8).flatMap(() => count(16).map((i) => `read ${hex(0x601000 + i * 0x1000)}`)),
);

/** Two VMs take turns. Both use the same virtual and guest-physical addresses. */
export const twoTrace = lines(
  ['red', 'blue'].flatMap((vm) => [
    `vm ${vm}`,
    'process main',
    'map 400000 1a000 rx',
    'map 601000 2b000 rw',
    'exec 400000',
    'write 601000',
  ]),
  count(5).flatMap((turn) =>
    ['red', 'blue'].flatMap((vm) => [
      `vm ${vm}`,
      `exec ${hex(0x400010 + turn * 16)}`,
      `read ${hex(0x601010 + turn * 16)}`,
    ]),
  ),
);

/** A guest that tries to get at what is not its own. */
export const maliciousTrace = lines(
  'vm victim',
  'process bank',
  'map 601000 5000 rw',
  'write 601000              # a secret',
  'vm evil',
  'process thief',
  '# map the very page numbers the victim uses',
  'map 601000 5000 rwx',
  'read 601000               # its own page 5000, another frame',
  '# keep a translation alive past its unmap',
  'map 602000 6000 rw',
  'write 602000',
  'unmap 602000',
  'read 602000',
  '# write where only reading is allowed',
  'map 603000 7000 r',
  'read 603000',
  'write 603000',
  '# give a page to the balloon, let the victim take its frame, then use the old address',
  'balloon 1',
  'vm victim',
  'map 604000 8000 rw',
  'write 604000',
  'vm evil',
  'read 603000',
  '# the last page of its memory',
  'map 605000 3fff000 rw',
  'write 605000',
);
