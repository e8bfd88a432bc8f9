import { describe, expect, test } from 'vitest';
import { readRun } from '#kit/link.ts';
import { sheets } from '#kit/mark.ts';
import { replay, stepTimes } from '#kit/replay.ts';
import { takeMoves } from '#kit/run.ts';
import { locales } from '#kit/text.ts';
import lab from '#labs/stacks/lab.ts';
import type { State } from '#labs/stacks/model.ts';

type Link = Record<string, string>;

function tell(link: Link): State {
  const { run, dropped } = readRun(lab.controls, link);
  expect(dropped).toEqual([]);
  return replay(lab as never, run.params, takeMoves(run.moves, run.at));
}
const tellAll = (link: Link): State => stepTimes(lab as never, tell(link), 1000);
const reading = (state: State, name: string) => lab.readings(state)[name]?.value;
const atEnd = (link: Link, ...names: readonly string[]) => {
  const state = tellAll(link);
  return names.map((name) => reading(state, name));
};

describe('a disk write', () => {
  test('under KVM leaves the guest once, and is a process’s ordinary write from then on', () => {
    expect(atEnd({}, 'path', 'kinds')).toEqual([
      [
        'program',
        'guest-kernel',
        'kvm',
        'host-kernel',
        'qemu',
        'host-kernel',
        'hardware',
        'host-kernel',
        'qemu',
        'host-kernel',
        'kvm',
        'guest-kernel',
        'program',
      ],
      { syscall: 2, fault: 0, trap: 0, exit: 1, hypercall: 0, interrupt: 1 },
    ]);
  });
  test('costs Workstation the same crossings, and two world switches', () => {
    expect(atEnd({ system: 'workstation' }, 'crossings', 'contextSwitches')).toEqual([4, 2]);
    expect(atEnd({ system: 'kvm' }, 'crossings', 'contextSwitches')).toEqual([4, 0]);
  });
  test('is served by the monitor’s own driver in ESXi only; Hyper-V and Xen leave it to a partition', () => {
    expect(['esxi', 'hyper-v', 'xen-pv', 'kvm'].map((system) => atEnd({ system }, 'driver')[0])).toEqual([
      'vmkernel',
      'root-partition',
      'dom0',
      'host-kernel',
    ]);
  });
  test('of fewer crossings is not one of a lower type: the order changes with the request', () => {
    const crossings = (system: string, request: string) => Number(atEnd({ system, request }, 'crossings')[0]);
    expect(crossings('kvm', 'disk-write')).toBeLessThan(crossings('xen-pv', 'disk-write'));
    expect(crossings('esxi', 'disk-write')).toBeLessThan(crossings('kvm', 'disk-write'));
    expect(crossings('kvm', 'packet')).toBe(crossings('esxi', 'packet'));
    expect(crossings('kvm', 'system-call')).toBe(crossings('esxi', 'system-call'));
  });
});

test('a system call stays in an assisted guest, leaves a container, and in 64-bit Xen PV leaves the guest twice', () => {
  const crossings = (link: Link) => atEnd({ request: 'system-call', ...link }, 'crossings')[0];
  expect([crossings({}), crossings({ system: 'lxc' }), crossings({ system: 'xen-pv' })]).toEqual([0, 1, 2]);
  expect(crossings({ system: 'xen-pv', kernelRing: '1' })).toBe(0);
});

test('prices decide the cycles and nothing else', () => {
  const dear = { exit: '20000', syscall: '0' };
  expect(atEnd(dear, 'crossings', 'path')).toEqual(atEnd({}, 'crossings', 'path'));
  // 2,000 for the exit became 20,000; three system calls of 300, the guest’s own among them, became free.
  expect(Number(atEnd(dear, 'cycles')[0]) - Number(atEnd({}, 'cycles')[0])).toBe(18_000 - 900);
});

test('a crash stops the run, and undoing it lets it go on from there', () => {
  const crashed = tell({ moves: '3 crash.qemu', at: '4' });
  expect(lab.model.step(crashed)).toBe(crashed);
  expect([reading(crashed, 'dies'), reading(crashed, 'neighbour')]).toEqual([
    ['program', 'guest-kernel', 'qemu'],
    'lives',
  ]);
  const mended = tell({ moves: '3 crash.qemu crash.qemu', at: '5' });
  expect(reading(mended, 'crashed')).toBe(null);
  expect(lab.model.step(mended)).not.toBe(mended);
});

test('a nested system says how many exits of L0 one exit of L2 came to', () => {
  const link = { nested: 'kvm', request: 'privileged-instruction' };
  expect(atEnd(link, 'l2Exits', 'outerEntries')).toEqual([1, 12]);
  expect(atEnd({ ...link, shadowVmcs: 'true' }, 'l2Exits', 'outerEntries')).toEqual([1, 2]);
  expect(atEnd({ ...link, system: 'xen-pv' }, 'refused', 'path')).toEqual(['no-vmx', []]);
});

describe('every picture', () => {
  const { system, request, nested } = lab.controls;
  const links = Object.keys(system.options).flatMap((id) =>
    Object.keys(nested.options).map((inner) => ({
      system: id,
      nested: inner,
      request: Object.keys(request.options)[(id.length + inner.length) % 5] ?? '',
    })),
  );
  test('keeps its boxes apart, on both sheets, and has a hundred and ten marks at most', () => {
    for (const link of links)
      for (const sheet of Object.keys(sheets) as (keyof typeof sheets)[]) {
        const state = tellAll(link);
        const marks = lab.scene(state, sheet);
        expect(marks.length).toBeLessThanOrEqual(110);
        const boxes = marks.flatMap((mark) =>
          mark.kind === 'box' && state.trace.layers.some(({ id }) => id === mark.key) ? [mark.place] : [],
        );
        expect(boxes).toHaveLength(state.trace.layers.length);
        for (const [i, a] of boxes.entries())
          for (const b of boxes.slice(i + 1))
            expect(a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y).toBe(true);
      }
  });
  test('has no Chinese caption in which Latin letters touch Chinese ones', () => {
    for (const link of links) {
      let state = tell(link);
      for (let next = state; ; state = next) {
        for (const locale of locales) expect(lab.caption(state)[locale]).not.toBe('');
        expect(lab.caption(state)['zh-CN']).not.toMatch(/\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u);
        next = lab.model.step(state);
        if (next === state) break;
      }
    }
  });
});

describe('who is entered', () => {
  /** The reasons that are given at a key of a story. */
  function whysAt(link: Link, key: string): Record<string, string> {
    let state = tell(link);
    for (let next = lab.model.step(state); next !== state; next = lab.model.step(state)) {
      const ask = lab.asks?.(state);
      if (ask?.key === key)
        return Object.fromEntries(Object.entries(ask.options).map(([option, { why }]) => [option, why.en]));
      state = next;
    }
    return {};
  }
  test('a guest’s kernel in an emulator does come next, but only as data', () => {
    const { guest, same, monitor } = whysAt({ system: 'qemu', request: 'system-call' }, 'system-call');
    expect(guest).toContain('as data');
    expect(same).toContain('data of one process');
    expect(monitor).toContain('no monitor');
    expect(whysAt({ system: 'lxc', request: 'system-call' }, 'system-call').guest).toContain('no kernel');
  });
  test('KVM’s exit does lead into the host’s kernel, to one module of it', () => {
    expect(whysAt({}, 'kick').host).toContain('module');
    expect(whysAt({ system: 'workstation' }, 'kick').host).not.toContain('module');
    expect(whysAt({ system: 'esxi' }, 'kick').host).toContain('no host');
  });
  test('who bets on one address space is told what divides the two', () => {
    const same = [whysAt({}, 'system-call'), whysAt({}, 'kick'), whysAt({}, 'interrupt')].map((whys) => whys.same);
    expect(new Set(same).size).toBe(3);
    expect(whysAt({ system: 'wine' }, 'system-call').same).toContain('call, and no crossing');
  });
  test('no monitor is said to have left its driver where there is none', () => {
    expect(whysAt({ system: 'lxc' }, 'driver').monitor).toContain('no monitor');
    expect(whysAt({}, 'driver').monitor).toContain('This monitor');
  });
});

test('what runs inside is called a guest only where it has a kernel of its own', () => {
  const words = (link: Link): string => {
    const end = tellAll(link);
    const crashed = tell({ ...link, moves: 'crash.host-kernel', at: '1' });
    const drawn = lab.scene(end, 'wide').find(({ key }) => key === 'neighbour');
    return [lab.caption(end).en, lab.caption(crashed).en, JSON.stringify(drawn)].join(' ');
  };
  expect(words({})).toContain('A second guest');
  for (const system of ['lxc', 'gvisor']) expect(words({ system })).not.toMatch(/guest /);
  expect(words({ system: 'lxc' })).toContain('outside the container');
  expect(words({ system: 'wine' })).toContain('A second program is gone too.');
});

test('what runs inside is called a guest only where it has a kernel of its own', () => {
  const labels = (system: string) =>
    Object.values(lab.readings(tell({ system })))
      .map(({ label }) => label.en)
      .join('; ');
  for (const system of ['lxc', 'wine', 'jvm']) expect(labels(system)).not.toMatch(/guest/);
  expect(labels('lxc')).toMatch(/system calls out of the container/);
  expect(labels('kvm')).toMatch(/system calls out of the guest/);
});
