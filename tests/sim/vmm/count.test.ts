import { describe, expect, test } from 'vitest';
import { beginCount, type Counted, countOn } from '#sim/vmm/count/countEvents.ts';
import { eventKinds } from '#sim/vmm/count/counts.ts';
import { advanceRun } from '#sim/vmm/stepRun.ts';
import { bootMachine } from '#sim/x86/bootMachine.ts';
import { gallery } from '#sim/x86/gallery/gallery.ts';
import { programOf, settingsFor } from './harness.ts';
import { startRun } from './startRun.ts';

const MOST = 300_000;
const sourceOf = (id: string): string => gallery.find((program) => program.id === id)?.source ?? '';
const begin = (source: string): Counted => beginCount(bootMachine(programOf(source)));
const count = (source: string): Counted => countOn(begin(source), MOST);

describe.each(gallery.map(({ id }) => id))('%s', (id) => {
  test('is counted as the same machine runs it bare: the same end, the same output, every instruction once', () => {
    const { machine, counts, ended } = count(sourceOf(id));
    const { run } = advanceRun(startRun(programOf(sourceOf(id)), 'bare', settingsFor()), MOST);
    expect(ended).toBe(true);
    expect(machine.devices.uart.sent).toBe(run.guest.devices.uart.sent);
    expect(machine.retired).toBe(run.instructions);
    const { ports, tables, calls } = counts.events;
    const instructions = counts.plain + ports + tables;
    // INT n retires, an exception does not; both are calls.
    expect(run.instructions).toBeGreaterThanOrEqual(instructions);
    expect(run.instructions).toBeLessThanOrEqual(instructions + calls);
  });
  test('touches as many ports as VT-x counts exits for them', () => {
    const { run } = advanceRun(startRun(programOf(sourceOf(id)), 'hardware', settingsFor()), 4 * MOST);
    expect(run.crossings.get('30 I/O instruction') ?? 0).toBe(count(sourceOf(id)).counts.events.ports);
  });
  test('comes to the same counts in one piece and in many', () => {
    let counted = begin(sourceOf(id));
    for (let slice = 64; !counted.ended; slice *= 2) counted = countOn(counted, slice);
    expect(counted.counts).toEqual(count(sourceOf(id)).counts);
    expect(countOn(counted, 10)).toBe(counted);
  });
});

const eventsOf = (id: string) => {
  const { events } = count(sourceOf(id)).counts;
  return Object.fromEntries(eventKinds.filter((kind) => events[kind] > 0).map((kind) => [kind, events[kind]]));
};

describe('what a program says it does is what is counted', () => {
  test('19 system calls: one for each letter, and one to end', () => {
    expect(eventsOf('system-call').calls).toBe('asked from ring 3\n'.length + 1);
  });
  test('64 page-table writes, and none of the stores that made the tables before paging was on', () => {
    expect(eventsOf('table-updates').tables).toBe(64);
  });
  test('two page faults, each answered with one table entry', () => {
    expect(eventsOf('page-fault')).toMatchObject({ faults: 2, tables: 2 });
  });
  test('a compute loop is computing, but for the line it prints', () => {
    const { plain, events } = count(sourceOf('sieve')).counts;
    expect(plain).toBeGreaterThan(100_000);
    expect(events).toEqual({ calls: 0, faults: 0, tables: 0, ports: 19, interrupts: 0, misses: 0 });
  });
});

test('a guest that never ends is counted as far as it is asked for', () => {
  const endless = begin('%include "prelude.inc"\nstart: jmp start\n');
  const counted = countOn(endless, 1000);
  expect(counted).toMatchObject({ steps: 1000, ended: false });
  expect(counted.counts.plain).toBe(1000);
});
