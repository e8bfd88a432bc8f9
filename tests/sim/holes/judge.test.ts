import { describe, expect, test } from 'vitest';
import { benchOf } from '#sim/holes/bench.ts';
import { judge, type Region } from '#sim/holes/judge.ts';
import { judgeNonRoot } from '#sim/holes/nonRoot.ts';
import { specimens } from '#sim/holes/specimen.ts';
import type { Stand } from '#sim/holes/stand.ts';
import { tryCase } from '#sim/holes/trial.ts';

const bench = benchOf(specimens.flatMap(({ cases }) => cases));
const at = (stand: Stand, wanted: Region): readonly string[] =>
  specimens.filter((each) => judge(bench, each, stand).region === wanted).map(({ name }) => name);
const one = (id: string, stand: Stand) => {
  const found = specimens.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return judge(bench, found, stand);
};
const ring1: Stand = { ring: 1, owner: 'monitor' };
const ring3: Stand = { ring: 3, owner: 'monitor' };

/** Robin and Irvine (USENIX Security 2000), as their list is reproduced; the paper’s text says 17. */
const robinAndIrvine = 'POPF PUSHF SGDT SIDT SLDT STR SMSW PUSH MOV POP LAR LSL VERR VERW CALL JMP RET INT'.split(' ');

describe('where an instruction belongs is told by running it', () => {
  test.each([ring1, ring3])('at ring $ring the holes are Robin and Irvine’s list, and IRET', (stand) => {
    const holes = at(stand, 'hole').map((name) => name.split(' ')[0]);
    expect([...holes].sort()).toEqual([...robinAndIrvine, 'IRET'].sort());
  });
  test('what is marked as theirs is theirs', () => {
    const listed = specimens.filter((each) => each.listed).map(({ name }) => name.split(' ')[0]);
    expect([...listed].sort()).toEqual([...robinAndIrvine].sort());
  });
  test('the sensitive instructions that trap, one that traps without need, and those in neither set', () => {
    expect(at(ring1, 'caught')).toEqual(['CLI', 'HLT', 'LGDT', 'CLTS', 'MOV CR0', 'MOV CR3', 'OUT']);
    expect(at(ring1, 'harmless')).toEqual(['WBINVD']);
    expect(at(ring1, 'neither')).toEqual(['ADD', 'CPUID', 'RDTSC']);
  });
  test('UMIP closes five holes and leaves fourteen', () => {
    const open = at({ ...ring1, umip: true }, 'hole');
    expect(at(ring1, 'hole').filter((name) => !open.includes(name))).toEqual(['SGDT', 'SIDT', 'SLDT', 'STR', 'SMSW']);
    expect(open).toHaveLength(14);
  });
  test('at ring 0 with its own tables no instruction is in any set: nothing can tell', () => {
    expect(at({ ring: 0, owner: 'guest' }, 'neither')).toHaveLength(specimens.length);
  });
  test('under VT-x three of the thirty exit, and the rest acts on the guest’s own state', () => {
    const exits = specimens.flatMap((each) => {
      const { exit, region } = judgeNonRoot(bench, each);
      return exit === undefined ? [] : [`${each.name} ${exit} ${region}`];
    });
    expect(exits).toEqual(['HLT 12 caught', 'OUT 30 caught', 'CPUID 10 harmless']);
  });
});

describe('how a hole gives itself away', () => {
  test('POPF and IRET ignore, PUSHF and SIDT show, LAR and JMP check', () => {
    const manners = ['popf', 'iret', 'pushf', 'sidt', 'lar', 'jmp-far'].map((id) => one(id, ring1).manner);
    expect(manners).toEqual(['ignored', 'ignored', 'leaked', 'leaked', 'checked', 'checked']);
  });
  test('POPF with IF = 0 clears IF at ring 0, and at ring 1 it does not', () => {
    const { bare, here } = one('popf', ring1).shown;
    expect([bare.before, bare.after, here.before, here.after].map(({ system }) => system.IF)).toEqual([1, 0, 1, 1]);
    expect(here.fault).toBeUndefined();
  });
  test('PUSH CS shows the ring in which the kernel stands', () => {
    const { here } = one('push-cs', ring3).shown;
    expect(here.after.memory[7]).toBe(0x33);
  });
});

test('an instruction that faults has changed nothing', () => {
  for (const { cases } of specimens)
    for (const each of cases) {
      const { before, after, fault } = tryCase(bench, each, ring3);
      if (fault) expect(after).toEqual(before);
    }
});
